// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/plan/plan.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace inferometer::core {

/// What a user chose, in the words of the command line; nothing in it is checked yet. Empty lists mean the
/// default.
struct Selection {
    std::vector<std::string> models; ///< short names, hub ids, "all"
    std::vector<std::string> tasks;
    std::vector<std::string> targets; ///< names; "local" is this machine; default: this machine
    std::vector<std::string>
        devices; ///< "cpu", "cuda", "cuda:1", "gpubox/cuda:0", "all"; default: the best one
    std::vector<std::string> batches; ///< default: 1
    std::vector<std::string> engines; ///< default: cpp with preset quick, else both
    std::vector<std::string> modes; ///< default: none and default; none is always added
    std::vector<std::string> dtypes; ///< default: float32
    std::vector<std::string> layouts; ///< default: contiguous
    std::optional<int> compiles; ///< of each compiled variant; default: 1
    std::optional<int> visits; ///< of each workload, each in a process of its own; default: 1
    std::optional<int> copies; ///< of the variant without compiling: identical ones, side by side; default: 1
    std::string freeze; ///< "no" (default), "yes", "both": C++ variants with their weights compiled in
    std::string attention; ///< default: sdpa
    std::string allocator; ///< default: retain
    std::string tf32Matmul; ///< "on", "off"; default: as PyTorch's
    std::string tf32Conv; ///< likewise
    std::string cudaGraph; ///< "none" (default), "eager": the uncompiled C++ variant as a CUDA graph as well
    bool cudnnBenchmark = false;
    bool staticInputs = false;
    std::string imagePath;
    std::string label;
    bool allowDownload = false;
    std::uint64_t weightsSeed = 0;

    std::string preset; ///< default: standard
    std::string order; ///< default: interleaved
    std::optional<int> warmup;
    std::optional<int> runs;
    std::optional<double> maxTime_s;
    std::optional<double> cooldown_s;
    std::optional<double> coolTo_c;
    std::optional<int> threads;
    std::optional<std::uint64_t> seed;
    std::string memoryLimit; ///< "4G"
    std::optional<double> compileTimeout_s;
    bool triesLargerAfterOutOfMemory = false;
    bool inProcess = false;
    bool parallelDevices = false;
    std::string peerPython;
};

/// What a plan has to know of the machine that it is made for.
struct Machine {
    std::vector<Device> devices; ///< available ones, those of targets too; the CPU is always there
    int threads = 1; ///< default number of OpenMP threads
};

/// Checks a selection and freezes it. The first thing that is wrong is the error, in one sentence.
Result<Plan> makePlan(const Selection& selection, const Catalog& catalog, const Machine& machine);

/// What the noise floor of devices is drawn from: a small model without compiling, several times over in each
/// of several processes. Empty lists mean the default.
Selection noiseSelection(std::vector<std::string> devices = {}, std::vector<std::string> models = {});

/// The catalogue that a plan's names are looked up in: with the plan's own models, which win over a user's.
Result<Catalog> catalogOf(const Plan& plan, const Catalog& catalog);

/// Reads the content of the plan's own models again: what it is now is what will be measured.
Result<void> refreshModels(Plan& plan, const std::stop_token& stop = {});

/// Whether the user consented to all code that the plan's models run.
Result<void> checkConsent(const Plan& plan);

/// A model that only the machine knows where a plan was made.
enum class WhatIsMissing { IsAnError, CostsItsRows };

/// Checks a plan that came from a file or from another machine against this catalogue and machine. What
/// targets have is theirs to check.
Result<void> checkPlan(const Plan& plan, const Catalog& catalog, const Machine& machine,
    WhatIsMissing models = WhatIsMissing::IsAnError);

/// Stable over resumes and unique in a plan.
std::string visitId(const Workload& workload, int repetition = 1);

} // namespace inferometer::core
