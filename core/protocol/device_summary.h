// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"

#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// What the rounds of a row say about its device.
struct DeviceSummary {
    std::size_t samples = 0;
    std::size_t slowedSamples = 0; ///< of rounds at whose end the device was slowed down; kept and counted
    std::vector<std::string> slowedBy{}; ///< by what, each once
    std::optional<double> slowest_mhz{};
    std::optional<double> warmest_c{};
    std::optional<double> mostMemory_bytes{}; ///< in use on the device, by whomever
};
DeviceSummary summaryOf(const VariantResult& result);

/// Mean duration of an inference as the host saw it; nothing without samples.
std::optional<double> hostMean_s(const VariantResult& result);

/// Mean by the device's own clock, from the first to the last work of an inference. It includes the times in
/// between when the device waits for the host to launch more.
std::optional<double> deviceMean_s(const VariantResult& result);

/// Share of an inference's wall time in which the device has nothing to do: it waits for launches, or the
/// host waits for word that it is done. What a CUDA graph can save at most. From 0 to 1; nothing where the
/// time that the device is at work is not known.
std::optional<double> launchBoundShare(const VariantResult& result);

} // namespace inferometer::core
