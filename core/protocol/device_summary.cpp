// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device_summary.h"

#include <algorithm>

namespace inferometer::core {

namespace {

template <auto samples> std::optional<double> meanOf(const VariantResult& result)
{
    double sum_s = 0;
    std::size_t count = 0;
    for (const auto& round : result.rounds) {
        for (const double sample_s : round.*samples)
            sum_s += sample_s;
        count += (round.*samples).size();
    }
    return count > 0 ? std::optional(sum_s / static_cast<double>(count)) : std::nullopt;
}

void addWords(std::vector<std::string>& words, const std::vector<std::string>& more)
{
    for (const auto& word : more) {
        if (std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    }
}

} // namespace

DeviceSummary summaryOf(const VariantResult& result)
{
    DeviceSummary summary;
    for (const auto& round : result.rounds) {
        summary.samples += round.samples_s.size();
        if (!round.device)
            continue;
        const auto& state = *round.device;
        if (!state.slowedBy.empty())
            summary.slowedSamples += round.samples_s.size();
        addWords(summary.slowedBy, state.slowedBy);
        if (state.clock_mhz)
            summary.slowest_mhz = std::min(summary.slowest_mhz.value_or(*state.clock_mhz), *state.clock_mhz);
        if (state.temperature_c)
            summary.warmest_c =
                std::max(summary.warmest_c.value_or(*state.temperature_c), *state.temperature_c);
        if (state.memory_bytes)
            summary.mostMemory_bytes = std::max(summary.mostMemory_bytes.value_or(0), *state.memory_bytes);
    }
    return summary;
}

std::optional<double> hostMean_s(const VariantResult& result)
{
    return meanOf<&RoundSamples::samples_s>(result);
}

std::optional<double> deviceMean_s(const VariantResult& result)
{
    return meanOf<&RoundSamples::device_s>(result);
}

std::optional<double> launchBoundShare(const VariantResult& result)
{
    const auto host_s = hostMean_s(result);
    if (!result.deviceBusy_s || !host_s || !(*host_s > 0))
        return std::nullopt;
    return std::clamp(1 - *result.deviceBusy_s / *host_s, 0.0, 1.0);
}

} // namespace inferometer::core
