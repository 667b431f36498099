// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record.h"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <string>
#include <vector>

namespace inferometer::core {

/// A run file as read, whoever wrote it.
struct RunFile {
    RunRecord run;
    std::map<std::string, int> openAttempts; ///< per visit: sessions that ended in the middle of it
    std::uint64_t intactBytes =
        0; ///< up to the end of the last whole line: a torn one behind it is cut off on resume
    std::vector<Note> problems; ///< one per damaged line; its content is not in `run`
};

/// What a file may hold; far more than any run has.
struct RunLimits {
    std::size_t lines = 1'000'000;
    std::size_t problems = 1000;
    std::uint64_t bytes = 1ull << 30;
};

/// Reads line by line with bounds on everything. A damaged header or a schema of a later major version is an
/// error; a damaged line behind it is a problem; a torn last line is the normal end of a killed run.
Result<RunFile> readRun(const std::filesystem::path& path);
Result<RunFile> readRun(std::istream& input, const std::string& name, const RunLimits& limits = {});

/// Whether a line can be read again: its length and the number of its values have limits.
Result<void> checkReadable(std::string_view line);

/// The plan of a run file, from its first line alone.
Result<Plan> readPlan(const std::filesystem::path& path);

/// A plan from the header of a run file, from what a dry run shows (both hold it under `plan`), or a bare
/// one; resources/schemas/plan.json describes it.
Result<Plan> planFromText(std::string_view text);
std::string planText(const Plan& plan);

} // namespace inferometer::core
