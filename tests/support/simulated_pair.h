// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/measure.h"
#include "core/stats/comparison.h"
#include "tests/support/latency_generator.h"

#include <array>

namespace inferometer::tests {

/// A baseline and a variant that takes `factor` times as long, measured as a visit measures them.
struct SimulatedPair {
    Weather weather;
    double base_s = 0.01;
    double factor = 1;
    core::Policy policy = core::policyOf(core::Preset::Guide);
};

struct PairOutcome {
    core::Measurement measurement;
    core::Comparison comparison;
};

inline PairOutcome simulate(const SimulatedPair& pair, std::uint64_t seed)
{
    SimulatedMachine machine(pair.weather, seed);
    SimulatedProgram baseline(machine, pair.base_s);
    SimulatedProgram variant(machine, pair.base_s * pair.factor);
    core::TimedProgram timedBaseline(baseline, machine.clock);
    core::TimedProgram timedVariant(variant, machine.clock);
    const std::array participants{core::Participant{timedBaseline, {}}, core::Participant{timedVariant, 0}};
    core::Policy policy = pair.policy;
    policy.seed = seed;
    core::MeasureObserver observer;

    PairOutcome outcome;
    outcome.measurement = core::measure(participants, policy, machine.clock, {}, observer);
    outcome.comparison = core::compare(core::blockSums(core::keptRounds(outcome.measurement, 0)),
        core::blockSums(core::keptRounds(outcome.measurement, 1)),
        {.isInterleaved = policy.order == core::Order::Interleaved, .seed = seed});
    return outcome;
}

} // namespace inferometer::tests
