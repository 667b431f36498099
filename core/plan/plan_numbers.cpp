// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/plan_numbers.h"

#include "core/base/numbers.h"
#include "core/measure/sample_room.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace inferometer::core {

namespace {

/// A number by its key in the plan's file. What is absent needs no check.
struct Bounded {
    const char* key;
    std::optional<double> value;
    double low;
    double high;
};

std::optional<double> numberOf(const std::optional<int>& value)
{
    return value ? std::optional<double>(*value) : std::nullopt;
}

/// Inferences that each of so many variants can have, spread over the rounds that the policy asks for.
int mostSamples(const Policy& policy, std::size_t variants)
{
    const int rounds = std::clamp(policy.minRounds, 1, policy.exactSamples.value_or(1));
    return std::max(0, rounds * (roomOfVariant(variants) / rounds - roomOfRound));
}

/// A limit would end an exact count before it is reached.
Result<void> checkSamplesFit(const Plan& plan)
{
    if (!plan.policy.exactSamples)
        return {};
    for (const auto& visit : plan.visits) {
        const auto most = mostSamples(plan.policy, visit.variants.size());
        if (*plan.policy.exactSamples > most)
            return Error{ErrorCode::UsageInvalid,
                Note{"samples-do-not-fit",
                    {std::to_string(*plan.policy.exactSamples), std::to_string(visit.variants.size()),
                        std::to_string(most)}}};
    }
    return {};
}

} // namespace

Result<void> checkPlanNumbers(const Plan& plan)
{
    constexpr double aboveZero = std::numeric_limits<double>::min();
    const auto& policy = plan.policy;
    const std::array numbers{
        Bounded{"exact_samples", numberOf(policy.exactSamples), fewestSamples, maxRuns},
        Bounded{"min_samples", policy.minSamples, 0, maxRuns},
        Bounded{"min_rounds", policy.minRounds, 0, maxRuns},
        Bounded{"min_time_s", policy.minTime_s, 0, longest_s},
        Bounded{"max_time_s", policy.maxTime_s, aboveZero, longest_s},
        Bounded{"target_half_width_percent", policy.targetHalfWidth_percent, aboveZero, 100},
        Bounded{"min_block", policy.minBlock, 1, maxRuns},
        Bounded{"warmup", numberOf(policy.warmup), 0, maxRuns},
        Bounded{"max_warmup_s", policy.maxWarmup_s, 0, longest_s},
        Bounded{"cooldown_s", policy.cooldown_s, 0, longestPause_s},
        Bounded{"cool_to_c", policy.coolTo_c, coolestGate_c, warmestGate_c},
        Bounded{"compile_timeout_s", plan.compileTimeout_s, aboveZero, longest_s},
    };
    for (const auto& number : numbers) {
        if (!number.value
            || (*number.value >= number.low && *number.value <= number.high)) // a NaN is neither
            continue;
        const auto low =
            number.low == aboveZero ? std::string("above 0") : "from " + fixedText(number.low, 0);
        return Error{ErrorCode::UsageInvalid,
            "The plan's '" + std::string(number.key) + "' must be " + low + " to " + fixedText(number.high, 0)
                + "."};
    }
    return checkSamplesFit(plan);
}

} // namespace inferometer::core
