// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/own_model.h"
#include "core/measure/policy.h"
#include "core/plan/cuda_choices.h"
#include "core/plan/workload.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// Everything that a run does, frozen before it starts: the code that executes it reads no settings.
struct Plan {
    std::string label;
    std::vector<Visit> visits; ///< in the order of execution: weights reused, cheap results first
    std::vector<OwnModel> models; ///< those of the visits that the shipped catalogue does not have
    Policy policy;
    Attention attention = Attention::Sdpa;
    Allocator allocator = Allocator::Retain;
    CudaChoices cuda;
    /// OpenMP threads of compiler, runner and peers; filled from the machine when the plan is made. 0, in a
    /// plan with targets only: as many as each of them has cores.
    int threads = 0;
    std::uint64_t weightsSeed = 0;
    bool allowDownload = false;
    std::string imagePath; ///< empty: the shipped sample
    std::optional<std::uint64_t>
        memoryLimit_bytes; ///< per visit, CPU; nothing: a safe share of what is available
    bool triesLargerAfterOutOfMemory = false; ///< else larger batches of what ran out of memory are skipped
    double compileTimeout_s = 1800;
    bool inProcess = false;
    bool parallelDevices = false; ///< GPUs of one machine are measured side by side; else one after the other
    std::string peerPython; ///< Python of the peers; empty: the project's environment
    bool namesPython = false; ///< whether it had one when it was made: a run file does not say where
};

/// Whether some of a plan is measured elsewhere.
bool hasTargets(const Plan& plan);
/// How many GPUs a plan has on one machine; of several machines, the most.
std::size_t gpusOfOneMachine(const Plan& plan);
/// Whether each variant of a visit is measured in a process of its own: glibc's own allocator gives pages
/// back after an inference, and in one process their faults would fall on whichever variant comes next.
bool needsProcesses(const Plan& plan, const Visit& visit);

} // namespace inferometer::core
