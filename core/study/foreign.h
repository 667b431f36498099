// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/import.h"

#include <filesystem>
#include <optional>

namespace inferometer::core {

/// True for a CSV, JSON or JSON Lines file that is no run of this program, and for a folder.
bool isForeign(const std::filesystem::path& path);

/// What another program left, by its content: a table that `export` wrote, optimum-benchmark's
/// `benchmark.json` or a folder of several, and, where its columns are mapped, any CSV.
Result<StudyTable> readForeign(
    const std::filesystem::path& path, const std::optional<CsvMapping>& mapping, const Catalog& catalog);

/// The columns of a CSV file that can be read only when somebody says what they hold; none where that is
/// known.
Result<std::vector<std::string>> columnsToMap(const std::filesystem::path& path);

} // namespace inferometer::core
