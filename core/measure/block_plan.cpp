// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/block_plan.h"

#include "core/measure/sample_room.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {
namespace {

constexpr double slow_s = 0.2;
constexpr double shortestBlock_s = 0.02;
/// Rounds over which the time asked for is spread.
constexpr int usualRounds = 20;
constexpr int largestBlock = 1000;
/// Kept free when blocks are cut to a time limit, since durations are only known roughly.
constexpr double margin = 0.95;

/// A plan may come from elsewhere: no division by its numbers before this.
Policy atLeastOne(Policy policy)
{
    policy.minRounds = std::max(1, policy.minRounds);
    policy.minBlock = std::max(1, policy.minBlock);
    return policy;
}

bool isSlow(std::span<const std::optional<double>> typical_s)
{
    return std::any_of(typical_s.begin(), typical_s.end(),
        [](const std::optional<double>& duration) { return duration && *duration > slow_s; });
}

/// The largest block of which `rounds`, each with its opening inference, fit into the limits.
int affordable(const Policy& policy, int rounds, const std::optional<double>& typical_s)
{
    const int most = std::max(1, sampleRoom(policy) / rounds - roomOfRound);
    if (!typical_s)
        return most;
    const double inferences = std::floor(margin * policy.maxTime_s / (rounds * *typical_s));
    return static_cast<int>(std::clamp<double>(inferences - 1, 1, most));
}

int smallestBlock(const Policy& policy, bool slow)
{
    if (!slow)
        return policy.minBlock;
    const int wanted = policy.exactSamples.value_or(policy.minSamples);
    const int perRound = (std::max(1, wanted) - 1) / policy.minRounds + 1;
    return std::min(perRound, policy.minBlock);
}

int openEndedSize(const Policy& policy, int smallest, const std::optional<double>& typical_s)
{
    const int most = affordable(policy, policy.minRounds, typical_s);
    if (!typical_s)
        return std::min(smallest, most);
    const double block_s = std::max(shortestBlock_s, policy.minTime_s / usualRounds);
    const double wanted = std::min<double>(std::ceil(block_s / *typical_s), largestBlock);
    return std::min(std::max(smallest, static_cast<int>(wanted)), most);
}

BlockPlan planExact(const Policy& policy, std::span<const std::optional<double>> typical_s)
{
    const int wanted = *policy.exactSamples;
    const int smallest = smallestBlock(policy, isSlow(typical_s));
    const int rounds = std::clamp(wanted / smallest, 1, policy.minRounds);
    BlockPlan plan;
    plan.rounds = rounds;
    for (const auto& duration : typical_s) {
        const int size = wanted / rounds;
        const int remainder = wanted % rounds;
        const int most = affordable(policy, rounds, duration);
        const bool isCut = (remainder > 0 ? size + 1 : size) > most;
        plan.sizes.push_back(isCut ? most : size);
        plan.larger.push_back(isCut ? 0 : remainder);
    }
    return plan;
}

} // namespace

int BlockPlan::size(std::size_t subject, int round) const
{
    return sizes[subject] + (round < larger[subject] ? 1 : 0);
}

BlockPlan planBlocks(const Policy& policy, std::span<const std::optional<double>> typical_s)
{
    const Policy checked = atLeastOne(policy);
    if (checked.exactSamples)
        return planExact(checked, typical_s);
    const int smallest = smallestBlock(checked, isSlow(typical_s));
    BlockPlan plan;
    for (const auto& duration : typical_s) {
        plan.sizes.push_back(openEndedSize(checked, smallest, duration));
        plan.larger.push_back(0);
    }
    return plan;
}

} // namespace inferometer::core
