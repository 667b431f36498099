// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/run/machine.h"
#include "core/store/record.h"

#include <filesystem>
#include <vector>

namespace inferometer::core {

/// The conditions of a session as found: cpu_model, cores, logical_processors, affinity, cgroup_quota_cores,
/// smt, governor, memory_bytes, os, kernel, load_average, threads, build_type, sanitizers, inferometer,
/// inferometer_git, driver. What is not known is absent. The worker's facts (torch, transformers, ...) are
/// added by the caller. Never a user, host or path.
Environment observeEnvironment(
    const std::filesystem::path& systemRoot, const std::vector<DeviceFacts>& devices, int threads);

/// What in an environment makes figures doubtful: governor, load, a build for debugging, threads other than
/// planned.
std::vector<Note> conditionWarnings(const Environment& environment);

} // namespace inferometer::core
