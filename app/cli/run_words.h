// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outputs.h"
#include "core/base/result.h"
#include "core/plan/selection.h"

#include <optional>
#include <string>
#include <vector>

namespace inferometer::cli {

/// What the user wrote after `run`, word for word. Lists are as often given as separated by commas; numbers
/// are read later, so that no locale and no library decides what a number is.
struct RunWords {
    // Selection.
    std::vector<std::string> models;
    std::vector<std::string> tasks;
    std::vector<std::string> targets;
    std::vector<std::string> devices;
    std::vector<std::string> batches;
    std::vector<std::string> engines;
    std::vector<std::string> modes;
    std::vector<std::string> dtypes;
    std::vector<std::string> layouts;
    std::string freeze;
    std::string attention;
    std::string allocator;
    std::string tf32Matmul;
    std::string tf32Conv;
    std::string cudaGraph;
    bool cudnnBenchmark = false;
    bool staticInputs = false;
    std::string image;
    std::string python;
    std::string weightsSeed;
    bool allowDownload = false;
    bool allowCode = false;
    std::string project;
    std::string study;
    // Measure.
    std::string preset;
    std::string order;
    std::string warmup;
    std::string runs;
    std::string maxTime;
    std::string cooldown;
    std::string coolTo;
    std::string compiles;
    std::string visits;
    std::string threads;
    std::string seed;
    std::string memoryLimit;
    std::string compileTimeout;
    bool triesLarger = false;
    bool inProcess = false;
    bool parallelDevices = false;
    // What to run instead of a selection.
    std::string plan;
    std::string resume;
    bool isDryRun = false;
    std::string machine;
    // Output.
    std::string output;
    std::string format;
    std::string label;
    std::string progress = "auto";
    Outputs outputs;

    bool hasSelection() const;
    /// The target, or "local", that a resumed run goes on with; empty: as it was planned.
    std::string elsewhere() const { return resume.empty() || targets.empty() ? "" : targets.front(); }
    /// Whether another machine's run asks for its part.
    bool isForTarget() const { return progress == "stream"; }
};

void addWords(CLI::App& run, RunWords& words);

/// The words as a selection; the first one that is no number, or no word at all, is the error.
core::Result<core::Selection> selectionFrom(const RunWords& words);

} // namespace inferometer::cli
