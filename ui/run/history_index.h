// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_summary.h"

#include <filesystem>
#include <vector>

namespace inferometer::ui {

/// Summaries of the run files of a folder, newest first. Files that have not changed since the index was
/// written are not read again; the index is only a cache and is rebuilt when it is missing or damaged.
std::vector<RunSummary> readHistory(const std::filesystem::path& folder, const std::filesystem::path& index);

} // namespace inferometer::ui
