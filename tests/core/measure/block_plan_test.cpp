// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/block_plan.h"

#include "core/measure/sample_room.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core {
namespace {

BlockPlan planFor(const Policy& policy, std::vector<std::optional<double>> typical_s)
{
    return planBlocks(policy, typical_s);
}

TEST(BlockPlan, HasFiveInferencesWhereNothingAsksForMore)
{
    EXPECT_EQ(planFor(policyOf(Preset::Quick), {0.02}).sizes, (std::vector<int>{5}));
    EXPECT_EQ(planFor(policyOf(Preset::Standard), {0.1}).sizes, (std::vector<int>{5}));
    EXPECT_EQ(planFor(policyOf(Preset::Standard), {0.2}).sizes, (std::vector<int>{5}));
}

TEST(BlockPlan, LastsTwentyMillisecondsAtLeast)
{
    Policy policy = policyOf(Preset::Quick);
    policy.minTime_s = 0;
    EXPECT_EQ(planFor(policy, {0.001}).sizes, (std::vector<int>{20}));
    EXPECT_EQ(planFor(policy, {0.0001}).sizes, (std::vector<int>{200}));
    EXPECT_EQ(planFor(policy, {0.000001}).sizes, (std::vector<int>{1000}));
}

TEST(BlockPlan, ReachesTheTimeAskedForInTwentyRounds)
{
    const auto plan = planFor(policyOf(Preset::Standard), {0.02, 0.005});
    EXPECT_EQ(plan.sizes, (std::vector<int>{8, 30}));
    EXPECT_FALSE(plan.rounds);
}

TEST(BlockPlan, ShrinksForWorkloadsSlowerThanAFifthOfASecond)
{
    EXPECT_EQ(planFor(policyOf(Preset::Standard), {0.25, 0.1}).sizes, (std::vector<int>{3, 3}));
    EXPECT_EQ(planFor(policyOf(Preset::Quick), {0.25}).sizes, (std::vector<int>{2}));
}

TEST(BlockPlan, KeepsTwentyRoundsAffordable)
{
    const Policy policy = policyOf(Preset::Standard);
    for (const double typical_s : {0.01, 0.1, 0.19, 0.3, 0.6, 0.9, 1.2, 1.4}) {
        const int size = planFor(policy, {typical_s}).sizes.front();
        EXPECT_LE(20 * (size + 1) * typical_s, policy.maxTime_s) << typical_s;
    }
    EXPECT_EQ(planFor(policy, {1.4}).sizes, (std::vector<int>{1}));
    EXPECT_EQ(planFor(policy, {40.0}).sizes, (std::vector<int>{1}));
}

TEST(BlockPlan, SpreadsThreeHundredOverTwentyRoundsAtEverySpeed)
{
    const Policy policy = policyOf(Preset::Guide);
    for (const double typical_s : {0.00001, 0.001, 0.02, 0.1, 0.19, 0.21, 0.35}) {
        const auto plan = planFor(policy, {typical_s});
        EXPECT_EQ(plan.rounds, 20);
        EXPECT_EQ(plan.sizes, (std::vector<int>{15})) << typical_s;
        EXPECT_EQ(plan.larger, (std::vector<int>{0}));
    }
}

TEST(BlockPlan, CutsAnExactCountToTheTimeLimitInTwentyRounds)
{
    const auto plan = planFor(policyOf(Preset::Guide), {0.5, 0.1});
    EXPECT_EQ(plan.rounds, 20);
    EXPECT_EQ(plan.sizes, (std::vector<int>{10, 15})); // 20 x 11 x 0.5 s = 110 s of 120 s
}

TEST(BlockPlan, SpreadsCountsThatDoNotDivide)
{
    for (const int wanted : {1, 3, 4, 7, 37, 99, 101, 299, 12'345}) {
        Policy policy = policyOf(Preset::Custom);
        policy.exactSamples = wanted;
        const auto plan = planFor(policy, {0.001});
        int total = 0;
        for (int round = 0; round < *plan.rounds; ++round)
            total += plan.size(0, round);
        EXPECT_EQ(total, wanted);
        EXPECT_LE(*plan.rounds, 20);
        EXPECT_GE(plan.sizes.front(), std::min(wanted, 5));
    }
}

TEST(BlockPlan, LeavesRoomForTwentyRounds)
{
    Policy policy = policyOf(Preset::Standard);
    policy.minBlock = 1'000'000;
    policy.sampleRoom = 20 * (100 + roomOfRound);
    for (const auto typical_s : std::vector<std::optional<double>>{std::nullopt, 0.000001})
        EXPECT_EQ(planFor(policy, {typical_s}).sizes, (std::vector<int>{100}));
    policy.minBlock = 5;
    policy.exactSamples = 2001;
    EXPECT_EQ(planFor(policy, {std::nullopt}).sizes, (std::vector<int>{100}));
    EXPECT_EQ(planFor(policy, {std::nullopt}).larger, (std::vector<int>{0}));
    policy.exactSamples = 1999;
    EXPECT_EQ(planFor(policy, {std::nullopt}).larger, (std::vector<int>{19}));
}

TEST(BlockPlan, IsOneInferenceWhereAPolicyAsksForNothing)
{
    Policy policy;
    policy.minRounds = 0;
    policy.minBlock = 0;
    policy.minSamples = 0;
    policy.minTime_s = 0;
    policy.maxTime_s = 0;
    EXPECT_EQ(planFor(policy, {0.001}).sizes, (std::vector<int>{1}));
    EXPECT_EQ(planFor(policy, {1.0}).sizes, (std::vector<int>{1}));
    policy.exactSamples = 3;
    EXPECT_EQ(planFor(policy, {std::nullopt}).sizes, (std::vector<int>{3}));
}

TEST(BlockPlan, StartsSmallWhereNothingIsKnown)
{
    EXPECT_EQ(planFor(policyOf(Preset::Standard), {std::nullopt}).sizes, (std::vector<int>{5}));
    EXPECT_EQ(planFor(policyOf(Preset::Guide), {std::nullopt}).sizes, (std::vector<int>{15}));
}

} // namespace
} // namespace inferometer::core
