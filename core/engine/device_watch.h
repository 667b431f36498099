// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/device/device_state.h"
#include "core/measure/measurement.h"
#include "core/measure/subject.h"
#include "core/protocol/runner_messages.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace inferometer::engine {

/// A subject whose device is asked after every block how it fares: outside of all that is timed. `monitor`
/// may be null; both outlive it.
class WatchedSubject final : public core::Subject {
public:
    WatchedSubject(core::Subject& subject, core::DeviceMonitor* monitor)
        : m_subject(subject)
        , m_monitor(monitor)
    {
    }

    core::Result<core::Block> block(int count) override;
    /// Of the blocks so far, warm-up included; empty without a monitor.
    const std::vector<core::DeviceState>& states() const { return m_states; }

private:
    core::Subject& m_subject;
    core::DeviceMonitor* m_monitor;
    std::vector<core::DeviceState> m_states;
};

/// Writes what was measured of a subject into its row. `states` ends with those of its rounds, or is empty.
void recordRounds(const core::SubjectRecord& record, std::span<const core::DeviceState> states,
    core::VariantResult& result);

/// A warning about samples that were taken while the device was slowed down; they are kept.
std::optional<core::Note> slowedNote(const core::VariantResult& result);

/// Seconds that an inference of about `mean_s` keeps the device at work: the median of five, each asked of
/// `once` with the time to hold the device back. Apart from the samples: holding a device back is no way to
/// use it. Nothing where one of the five says nothing, or where inferences are so long that launches do not
/// count.
std::optional<double> typicalBusy_s(
    double mean_s, const std::function<std::optional<double>(double hold_s)>& once);

/// A warning about whoever computes on the device beside the `own` processes of this visit: it is measured
/// too.
std::optional<core::Note> sharedNote(core::DeviceMonitor& monitor, int own);

/// The counter moves some ten times a second: over so long a time its steps make at most a tenth of the
/// answer.
inline constexpr double energyBlock_s = 2;
inline constexpr double leastEnergy_j = 1;

/// Joules of the whole board per inference, from a block of its own of about two seconds. Nothing where the
/// device has no counter, where it moved too little, or where the block failed.
std::optional<double> energyPerRun_j(core::Subject& subject, core::DeviceMonitor& monitor, double mean_s);

} // namespace inferometer::engine
