// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/deadlines.h"

#include <algorithm>

namespace inferometer::core {

namespace {

constexpr double spawn_s = 120; // reads a gigabyte of libraries from a cold disk
constexpr double load_s = 600;
constexpr double firstRun_s = 900;
constexpr double check_s = 900;
constexpr double exit_s = 30;
constexpr double slack_s = 30;
constexpr double slackFactor = 3;
constexpr double estimateFactor = 1.5; // for what the runner saw in its own first inferences

bool isPeerCompile(const PhaseEvent& phase)
{
    return phase.variant && phase.variant->engine == Engine::Python && phase.variant->isCompiled();
}

int blockOf(const Policy& policy)
{
    const int rounds = std::max(policy.minRounds, 1);
    return std::max(policy.minBlock, policy.exactSamples.value_or(0) / rounds) + 1; // and the opening one
}

double measuring(const VisitJob& job, double slowest_s)
{
    constexpr int leastSamples = 4; // a time limit never cuts below three and an opening one
    const auto variants = static_cast<double>(job.variants.size());
    const auto budget = job.policy.maxTime_s + leastSamples * slowest_s;
    return variants * budget + std::max(slack_s, slackFactor * slowest_s * blockOf(job.policy) * variants);
}

} // namespace

double deadlineOf(const PhaseEvent& phase, const VisitJob& job, double slowest_s)
{
    const auto variants = phase.variant ? 1.0 : static_cast<double>(job.variants.size());
    const auto expected = slackFactor * std::max(phase.expected_s, slowest_s);
    switch (phase.phase) {
    case Phase::Spawn:
        return spawn_s;
    case Phase::Load:
        return load_s * variants + expected;
    case Phase::FirstRun:
        return (isPeerCompile(phase) ? job.compileTimeout_s + firstRun_s : firstRun_s) * variants + expected;
    case Phase::Verify:
    case Phase::Memory:
        return check_s * variants + expected;
    case Phase::WarmUp:
        return std::max(estimateFactor * phase.expected_s + slack_s,
            (job.policy.maxWarmup_s + slack_s) * variants
                + slackFactor * slowest_s * (job.policy.warmup.value_or(0) + blockOf(job.policy)));
    case Phase::Measure:
        return std::max(estimateFactor * phase.expected_s + slack_s, measuring(job, slowest_s));
    case Phase::Exit:
        return exit_s;
    }
    return spawn_s;
}

} // namespace inferometer::core
