// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/study_table.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

/// What can be compared: runs, the guide's published tables, and tables of other programs.
namespace inferometer::cli {

/// How the columns of a foreign CSV are called: "model=Model", "time=Latency", "unit=us".
struct ForeignWords {
    std::vector<std::string> columns;
};

void addForeignWords(CLI::App& words, ForeignWords& foreign);

/// `name` is a run as `show` takes it; `reference`, `reference:SERIES` or `reference:SERIES:DEVICE`; a CSV,
/// JSON or JSONL file that `export` wrote; a CSV file whose columns `foreign` names; or optimum-benchmark's
/// `benchmark.json`, or a folder of several.
core::Result<core::StudyTable> tableNamed(const std::string& name, const ForeignWords& foreign);

} // namespace inferometer::cli
