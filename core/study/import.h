// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/study/study_table.h"

#include <span>
#include <string>
#include <string_view>

/// Tables of other programs, and this one's own exports, as read-only sources. A row that cannot be
/// understood is left out with a note; a text without any that can is an error.
namespace inferometer::core {

enum class TimeUnit { Seconds, Milliseconds, Microseconds };

template <> struct Words<TimeUnit> {
    static constexpr std::array all{
        Word<TimeUnit>{TimeUnit::Seconds, "s"},
        Word<TimeUnit>{TimeUnit::Milliseconds, "ms"},
        Word<TimeUnit>{TimeUnit::Microseconds, "us"},
    };
};

/// Which column of a CSV holds what. An empty name: no column says it. Either `time` is given (a line is one
/// row, its mode in `mode`) or `noCompile` and `compiled` (a line is two rows).
struct CsvMapping {
    std::string model;
    std::string task;
    std::string device;
    std::string batch;
    std::string dtype;
    std::string engine;
    std::string mode;
    std::string time;
    std::string noCompile;
    std::string compiled;
    TimeUnit unit = TimeUnit::Milliseconds;
    // For what no column says.
    std::string defaultDevice = "unknown";
    int defaultBatch = 1;
    DataType defaultType = DataType::Float32;
    Engine defaultEngine = Engine::Python;
    CompileMode defaultMode = CompileMode::Default; ///< of the compiled times
};

/// What the names of columns suggest, for somebody to confirm: "Batch Size" is a batch. In the guide's own
/// tables "torch 2.0 - no compile" and "torch 2.0 - compile" are the times.
CsvMapping suggestedMapping(std::span<const std::string> columns);

/// `source` names the file in the table's label and notes. A time may be the word OOM.
Result<StudyTable> importCsv(
    std::string_view text, const CsvMapping& mapping, const Catalog& catalog, const std::string& source);

/// Flat rows as `export` writes them: CSV, JSON Lines, or the `rows` of the JSON document. Verdicts and
/// intervals come with them; samples do not.
Result<StudyTable> importOwnRows(std::string_view text, const std::string& source);

/// One `benchmark.json` of optimum-benchmark, with its configuration and report, per way to execute: those of
/// the same model, device, batch and type are compared with the one that was not compiled. Its backend is
/// PyTorch's.
Result<StudyTable> importOptimumBenchmark(
    std::span<const std::string> texts, const Catalog& catalog, const std::string& source);

} // namespace inferometer::core
