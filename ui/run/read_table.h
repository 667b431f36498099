// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/import.h"
#include "ui/run/backend.h"

namespace inferometer::ui {

/// A run, or a table that another program left, as a source of rows. On the background thread.
core::Result<core::StudyTable> readTable(const Backend& backend, const std::filesystem::path& file,
    const std::optional<core::CsvMapping>& columns = {});

} // namespace inferometer::ui
