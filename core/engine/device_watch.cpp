// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/device_watch.h"

#include "core/base/text.h"
#include "core/protocol/device_summary.h"
#include "core/protocol/reasons.h"

#include <algorithm>
#include <cmath>

namespace inferometer::engine {

using core::Outcome;

core::Result<core::Block> WatchedSubject::block(int count)
{
    auto block = m_subject.block(count);
    if (m_monitor && block)
        m_states.push_back(m_monitor->state());
    return block;
}

void recordRounds(
    const core::SubjectRecord& record, std::span<const core::DeviceState> states, core::VariantResult& result)
{
    result.warmUp = {record.warmUp.count, record.warmUp.duration_s, record.warmUp.isTrendGone};
    const auto count = record.rounds.size();
    if (states.size() >= count)
        states = states.last(count);
    long faults = 0;
    for (std::size_t round = 0; round < count; ++round) {
        const auto& block = record.rounds[round];
        auto& kept = result.rounds.emplace_back();
        kept.round = static_cast<int>(round);
        kept.samples_s = block.samples_s;
        kept.device_s = block.device_s;
        kept.opening_s = block.opening_s;
        if (states.size() == count)
            kept.device = states[round];
        faults += block.minorFaults;
    }
    if (const auto samples = record.samplesTaken(); samples > 0) {
        result.minorFaultsPerRun = static_cast<double>(faults) / samples;
        if (result.outcome == Outcome::NotRun)
            result.outcome = Outcome::Measured;
    }
}

std::optional<core::Note> slowedNote(const core::VariantResult& result)
{
    const auto summary = core::summaryOf(result);
    if (summary.slowedSamples == 0)
        return std::nullopt;
    return core::Note{std::string(core::reasons::deviceSlowed.code),
        {std::to_string(summary.slowedSamples), std::to_string(summary.samples),
            core::join(summary.slowedBy, ", ")}};
}

std::optional<double> typicalBusy_s(
    double mean_s, const std::function<std::optional<double>(double hold_s)>& once)
{
    constexpr std::size_t tries = 5;
    constexpr double longest_s = 1; // the driver ends what holds the display's device for some seconds
    constexpr double margin = 1.5; // submitting takes at most as long as the inference
    if (!(mean_s > 0) || mean_s > longest_s)
        return std::nullopt;
    std::vector<double> found;
    for (std::size_t i = 0; i < tries; ++i) {
        const auto busy_s = once(margin * mean_s);
        if (!busy_s)
            return std::nullopt;
        found.push_back(*busy_s);
    }
    std::ranges::nth_element(found, found.begin() + tries / 2);
    return found[tries / 2];
}

std::optional<core::Note> sharedNote(core::DeviceMonitor& monitor, int own)
{
    const auto others = monitor.processes().value_or(0) - own;
    if (others <= 0)
        return std::nullopt;
    return core::Note{std::string(core::reasons::deviceShared.code), {std::to_string(others)}};
}

std::optional<double> energyPerRun_j(core::Subject& subject, core::DeviceMonitor& monitor, double mean_s)
{
    constexpr double most = 100'000;
    if (!(mean_s > 0) || !monitor.energy_j())
        return std::nullopt;
    const auto count = static_cast<int>(std::clamp(std::ceil(energyBlock_s / mean_s), 1.0, most));
    const auto before = monitor.energy_j();
    const auto block = subject.block(count);
    const auto after = monitor.energy_j();
    if (!block || !before || !after || *after - *before < leastEnergy_j)
        return std::nullopt;
    return (*after - *before) / (count + 1); // and the inference that opened the block
}

} // namespace inferometer::engine
