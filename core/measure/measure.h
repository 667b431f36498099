// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/measure/measurement.h"
#include "core/measure/policy.h"
#include "core/measure/subject.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace inferometer::core {

/// Someone who takes part in the rounds.
struct Participant {
    Subject& subject;
    std::optional<std::size_t> baseline; ///< index of the participant that this one is compared with
};

/// What a finished round came to.
struct RoundReport {
    int round = 0; ///< counts from 0; in sequential order for each subject anew
    bool isLast = false; ///< no other one follows in these rounds
    double progress = 0; ///< share of the measuring done, 0..1, by the stop rule's estimate
    std::vector<std::optional<double>> mean_s; ///< per participant: mean of its block, if it had one
};

/// Called between rounds only, never inside a block. Whatever it does is time outside inferences; it may wait
/// for the parent's "go".
class MeasureObserver {
public:
    virtual ~MeasureObserver() = default;
    virtual void warmingUp(std::size_t /*subject*/) { }
    virtual void warmedUp(std::size_t /*subject*/, const WarmUp& /*warmUp*/) { }
    virtual void roundFinished(const RoundReport& /*report*/) { }
};

/// A machine that slept for longer than this during a visit voids it.
inline constexpr double longestSleep_s = 0.05;

/// Warms up every participant (at least one), then measures them in rounds until the policy is fulfilled, its
/// time is spent, a stop is asked for (noticed between blocks), a participant fails or the machine was
/// suspended. What was measured until then is kept in every case.
Measurement measure(std::span<const Participant> participants, const Policy& policy, const Clock& clock,
    std::stop_token stop, MeasureObserver& observer);

} // namespace inferometer::core
