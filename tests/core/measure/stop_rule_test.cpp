// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/stop_rule.h"

#include "core/measure/note_codes.h"
#include "core/measure/sample_room.h"

#include <gtest/gtest.h>

#include <set>

namespace inferometer::core {
namespace {

/// A policy that asks for nothing; tests add what they are about.
Policy undemanding()
{
    Policy policy;
    policy.minSamples = 1;
    policy.minRounds = 1;
    policy.minTime_s = 0;
    policy.maxTime_s = 1000;
    policy.targetHalfWidth_percent.reset();
    return policy;
}

void addBlock(StopRule& rule, std::size_t subject, double mean_s, int count = 5)
{
    rule.add(subject, {mean_s * count, count}, mean_s * (count + 1));
}

TEST(StopRule, WaitsForTheSamples)
{
    Policy policy = undemanding();
    policy.minSamples = 12;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 0.1);
    addBlock(rule, 0, 0.1);
    EXPECT_FALSE(rule.decide());
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"samples-not-reached", {"10", "12"}}}));

    addBlock(rule, 0, 0.1);
    EXPECT_EQ(rule.decide(), StopReason::CriteriaMet);
    EXPECT_TRUE(rule.notReached(0).empty());
}

TEST(StopRule, WaitsForTheRounds)
{
    Policy policy = undemanding();
    policy.minRounds = 2;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 0.1);
    EXPECT_FALSE(rule.decide());
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"rounds-not-reached", {"1", "2"}}}));

    addBlock(rule, 0, 0.1);
    EXPECT_EQ(rule.decide(), StopReason::CriteriaMet);
}

TEST(StopRule, CountsOnlyTimedTimeTowardsTheTimeAskedFor)
{
    Policy policy = undemanding();
    policy.minTime_s = 1.1;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 0.2); // 1 s timed, 1.2 s inside
    EXPECT_FALSE(rule.decide());
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"time-not-reached", {"1", "1.1"}}}));
}

TEST(StopRule, WaitsForEverySubject)
{
    Policy policy = undemanding();
    policy.minTime_s = 0.5;
    StopRule rule(policy, {std::nullopt, 0}, {});

    addBlock(rule, 0, 0.2);
    addBlock(rule, 1, 0.05);
    EXPECT_FALSE(rule.decide());
    EXPECT_TRUE(rule.notReached(0).empty());
    EXPECT_FALSE(rule.notReached(1).empty());

    addBlock(rule, 0, 0.2);
    addBlock(rule, 1, 0.05);
    EXPECT_EQ(rule.decide(), StopReason::CriteriaMet);
}

TEST(StopRule, WaitsForTheIntervalOfEverySpeedUp)
{
    Policy policy = undemanding();
    policy.targetHalfWidth_percent = 1.0;
    StopRule rule(policy, {std::nullopt, 0}, {});

    EXPECT_EQ(rule.notReached(1).back(), (Note{"interval-not-reached", {"inf", "1"}}));

    // Both drift alike, so that only their ratio is steady.
    int rounds = 0;
    for (; !rule.decide() && rounds < 100; ++rounds) {
        const double weather = 1 + 0.2 * (rounds % 5);
        addBlock(rule, 0, 0.1 * weather);
        addBlock(rule, 1, 0.05 * weather * (rounds % 2 == 0 ? 1.01 : 0.99));
    }
    // +-1 % in turns: half-width t(n-1) x 1.0 % / sqrt(n - 1) is 1 % at n = 7 (2.447 / 2.449).
    EXPECT_NEAR(rounds, 8, 1);
    EXPECT_EQ(rule.decide(), StopReason::CriteriaMet);
    EXPECT_TRUE(rule.notReached(0).empty());
}

TEST(StopRule, AsksForTheMeansIntervalWhereThereIsNothingToCompareWith)
{
    Policy policy = undemanding();
    policy.targetHalfWidth_percent = 1.0;
    StopRule rule(policy, {std::nullopt}, {});
    for (int round = 0; round < 50; ++round)
        addBlock(rule, 0, round % 2 == 0 ? 0.1 : 0.12);

    EXPECT_FALSE(rule.decide());
    ASSERT_EQ(rule.notReached(0).size(), 1u);
    EXPECT_EQ(rule.notReached(0).front().code, codes::intervalNotReached);
}

TEST(StopRule, DoesNotBeginARoundThatWouldExceedTheTime)
{
    Policy policy = undemanding();
    policy.minSamples = 1000;
    policy.maxTime_s = 2.0;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 0.1); // 0.6 s
    addBlock(rule, 0, 0.1);
    EXPECT_FALSE(rule.decide()); // 1.2 s + 0.6 s
    addBlock(rule, 0, 0.1);
    EXPECT_EQ(rule.decide(), StopReason::TimeLimit);
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"samples-not-reached", {"15", "1000"}}}));
}

TEST(StopRule, NeverStopsBelowThreeSamples)
{
    Policy policy = undemanding();
    policy.minSamples = 10;
    policy.maxTime_s = 1;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 10, 1);
    addBlock(rule, 0, 10, 1);
    EXPECT_FALSE(rule.decide());
    addBlock(rule, 0, 10, 1);
    EXPECT_EQ(rule.decide(), StopReason::TimeLimit);
}

TEST(StopRule, DoesNotBeginARoundThatTheRecordHasNoRoomFor)
{
    Policy policy = undemanding();
    policy.minSamples = 1000;
    policy.sampleRoom = 4 * (5 + roomOfRound) - 1;
    StopRule rule(policy, {std::nullopt}, {});

    addBlock(rule, 0, 0.1);
    addBlock(rule, 0, 0.1);
    EXPECT_FALSE(rule.decide());
    EXPECT_NEAR(rule.progress(), 26.0 / 51, 1e-9);
    addBlock(rule, 0, 0.1);
    EXPECT_EQ(rule.decide(), StopReason::SampleLimit);
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"samples-not-reached", {"15", "1000"}}}));
}

TEST(StopRule, CountsExactly)
{
    Policy policy = policyOf(Preset::Guide);
    StopRule rule(policy, {std::nullopt}, 20);
    for (int round = 0; round < 19; ++round) {
        addBlock(rule, 0, 0.01, 15);
        EXPECT_FALSE(rule.decide());
    }
    addBlock(rule, 0, 0.01, 15);
    EXPECT_EQ(rule.decide(), StopReason::ExactSamples);
    EXPECT_TRUE(rule.notReached(0).empty());
}

TEST(StopRule, SaysWhenAnExactCountWasCut)
{
    StopRule rule(policyOf(Preset::Guide), {std::nullopt}, 20);
    for (int round = 0; round < 20; ++round)
        addBlock(rule, 0, 0.5, 10);

    EXPECT_EQ(rule.decide(), StopReason::TimeLimit);
    EXPECT_EQ(rule.notReached(0), (std::vector<Note>{{"samples-not-reached", {"200", "300"}}}));
}

TEST(StopRule, ShowsProgressByTheSlowestCriterion)
{
    Policy policy = undemanding();
    policy.minSamples = 20;
    policy.minRounds = 10;
    StopRule rule(policy, {std::nullopt}, {});
    EXPECT_EQ(rule.progress(), 0);
    addBlock(rule, 0, 0.1);
    EXPECT_DOUBLE_EQ(rule.progress(), 0.1);
    for (int round = 1; round < 10; ++round)
        addBlock(rule, 0, 0.1);
    EXPECT_DOUBLE_EQ(rule.progress(), 1);
}

TEST(StopRule, ShowsProgressTowardsTheTimeLimit)
{
    Policy policy = undemanding();
    policy.minSamples = 1'000'000;
    policy.maxTime_s = 6;
    StopRule rule(policy, {std::nullopt}, {});
    for (int round = 0; round < 5; ++round)
        addBlock(rule, 0, 0.1);
    EXPECT_NEAR(rule.progress(), 0.5, 1e-9);
}

TEST(MeasuringNotes, HaveDistinctCodes)
{
    const std::set<std::string_view> distinct(codes::measuring.begin(), codes::measuring.end());
    EXPECT_EQ(distinct.size(), codes::measuring.size());
}

TEST(StopReasons, HaveAWordEach)
{
    for (const auto& entry : Words<StopReason>::all)
        EXPECT_EQ(fromWord<StopReason>(toWord(entry.value)), entry.value);
}

TEST(Presets, AreWhatTheProductPromises)
{
    EXPECT_EQ(policyOf(Preset::Quick).minSamples, 10);
    EXPECT_EQ(policyOf(Preset::Quick).minTime_s, 0.5);
    EXPECT_EQ(policyOf(Preset::Standard).minSamples, 50);
    EXPECT_EQ(policyOf(Preset::Standard).minRounds, 20);
    EXPECT_EQ(policyOf(Preset::Standard).minTime_s, 3.0);
    EXPECT_EQ(policyOf(Preset::Standard).targetHalfWidth_percent, 1.0);
    EXPECT_EQ(policyOf(Preset::Guide).exactSamples, 300);
    EXPECT_EQ(policyOf(Preset::Guide).minRounds, 20);
    for (const auto& entry : Words<Preset>::all)
        EXPECT_EQ(policyOf(entry.value).preset, entry.value);
}

} // namespace
} // namespace inferometer::core
