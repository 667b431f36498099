// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/policy.h"

namespace inferometer::core {
namespace {

Policy quick()
{
    Policy policy;
    policy.minSamples = 10;
    policy.minRounds = 5; // the fewest that give an interval
    policy.minTime_s = 0.5;
    policy.maxTime_s = 20;
    policy.targetHalfWidth_percent.reset();
    policy.maxWarmup_s = 10;
    return policy;
}

Policy guide()
{
    Policy policy;
    policy.exactSamples = 300;
    policy.minSamples = 300;
    policy.minTime_s = 0;
    policy.maxTime_s = 120;
    policy.targetHalfWidth_percent.reset();
    return policy;
}

} // namespace

Policy policyOf(Preset preset)
{
    Policy policy;
    switch (preset) {
    case Preset::Quick:
        policy = quick();
        break;
    case Preset::Guide:
        policy = guide();
        break;
    case Preset::Standard:
    case Preset::Custom:
        break;
    }
    policy.preset = preset;
    return policy;
}

} // namespace inferometer::core
