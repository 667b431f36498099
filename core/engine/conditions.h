// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"

#include <map>
#include <string>
#include <vector>

namespace inferometer::engine {

/// torch, torch_git, cuda (empty: built without): of the LibTorch that this engine was built for.
std::map<std::string, std::string> torchVersions();

/// Choices for CUDA as conditions: "true" or "false" by name.
std::map<std::string, std::string> conditionsOf(const core::CudaChoices& choices);

/// "0-3,8" for the processors that this thread may run on.
std::string affinityText();

/// Conditions as found, except the device's name and the allocator, which the visit knows.
core::RunnerConditions foundConditions();
/// What in these conditions makes figures doubtful.
std::vector<core::Note> doubtsAbout(const core::RunnerConditions& conditions, int threadsAskedFor);

/// What torch.compile could not do as it was asked to, by the counters of a Python peer.
std::vector<core::Note> doubtsAbout(const std::map<std::string, double>& counters);

} // namespace inferometer::engine
