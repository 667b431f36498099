// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/measure.h"

#include "core/measure/sample_room.h"
#include "tests/support/scripted_subject.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>

namespace inferometer::core {
namespace {

using tests::FakeClock;
using tests::hundred;
using tests::nobody;
using tests::ScriptedSubject;

class Recorder final : public MeasureObserver {
public:
    explicit Recorder(FakeClock* clock = nullptr)
        : m_clock(clock)
    {
    }
    void warmingUp(std::size_t subject) override { events += "<" + std::to_string(subject); }
    void warmedUp(std::size_t subject, const WarmUp&) override { events += ">" + std::to_string(subject); }
    void roundFinished(const RoundReport& report) override
    {
        rounds.push_back(report);
        events += "r";
        if (m_clock != nullptr)
            m_clock->advance_s(0.5);
    }

    std::vector<RoundReport> rounds;
    std::string events;

private:
    FakeClock* m_clock;
};

TEST(Measure, IsExactOnAVirtualClock)
{
    FakeClock clock;
    ScriptedSubject baseline(clock, 0.050);
    ScriptedSubject variant(clock, 0.005);
    const std::array participants{Participant{baseline, {}}, Participant{variant, 0}};

    const auto measurement = measure(participants, policyOf(Preset::Guide), clock, {}, nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::ExactSamples);
    EXPECT_EQ(flatten(keptRounds(measurement, 0)), std::vector<double>(300, 0.050));
    EXPECT_EQ(flatten(keptRounds(measurement, 1)), std::vector<double>(300, 0.005));
    EXPECT_DOUBLE_EQ(measurement.insideShare(), 1);
    EXPECT_NEAR(measurement.measuring_s, 20 * 16 * 0.055, 1e-9);
}

TEST(Measure, GivesTheGuideTwentyRoundsOfFifteenAtEverySpeed)
{
    for (const double duration : {0.00002, 0.001, 0.02, 0.19, 0.3}) {
        FakeClock clock;
        ScriptedSubject subject(clock, duration);
        const std::array participants{Participant{subject, {}}};

        const auto measurement = measure(participants, policyOf(Preset::Guide), clock, {}, nobody);

        const auto& record = measurement.subjects.front();
        ASSERT_EQ(record.rounds.size(), 20u) << duration;
        for (const auto& block : record.rounds)
            EXPECT_EQ(block.samples_s.size(), 15u) << duration;
        EXPECT_TRUE(record.notReached.empty());
    }
}

TEST(Measure, GivesSlowWorkloadsTwentyRoundsWhereTheTimeAllows)
{
    for (const double duration : {0.25, 0.6, 1.0, 1.4}) {
        FakeClock clock;
        ScriptedSubject subject(clock, duration);
        const std::array participants{Participant{subject, {}}};

        const auto measurement = measure(participants, policyOf(Preset::Standard), clock, {}, nobody);

        EXPECT_GE(measurement.subjects.front().rounds.size(), 20u) << duration;
        EXPECT_LE(measurement.measuring_s, 60 + duration) << duration;
    }
}

TEST(Measure, TakesThreeSamplesHoweverSlow)
{
    FakeClock clock;
    ScriptedSubject subject(clock, 90.0);
    const std::array participants{Participant{subject, {}}};

    const auto measurement = measure(participants, policyOf(Preset::Quick), clock, {}, nobody);

    const auto& record = measurement.subjects.front();
    EXPECT_EQ(record.samplesTaken(), 3);
    EXPECT_EQ(record.stoppedBecause, StopReason::TimeLimit);
    EXPECT_EQ(record.notReached,
        (std::vector<Note>{{"samples-not-reached", {"3", "10"}}, {"rounds-not-reached", {"3", "5"}},
            {"warm-up-trend-not-gone", {"1", "90"}}}));
}

TEST(Measure, KeepsWhatFitsIntoOneRecordHoweverFast)
{
    for (const auto order : {Order::Interleaved, Order::Sequential}) {
        FakeClock clock;
        std::vector<std::unique_ptr<ScriptedSubject>> subjects;
        std::vector<Participant> participants;
        for (int i = 0; i < 4; ++i) {
            subjects.push_back(std::make_unique<ScriptedSubject>(clock, 0.00001));
            participants.push_back({*subjects.back(), {}});
        }
        Policy policy = policyOf(Preset::Standard);
        policy.order = order;
        policy.minTime_s = 30;

        const auto measurement = measure(participants, policy, clock, {}, nobody);

        EXPECT_EQ(measurement.stoppedBecause, StopReason::SampleLimit);
        int taken = 0;
        for (const auto& record : measurement.subjects) {
            EXPECT_EQ(record.stoppedBecause, StopReason::SampleLimit);
            EXPECT_GE(record.rounds.size(), 20u);
            taken += record.samplesTaken() + roomOfRound * static_cast<int>(record.rounds.size());
        }
        EXPECT_LE(taken, roomOfVisit);
        EXPECT_GT(taken, roomOfVisit * 9 / 10);
    }
}

TEST(Measure, InterleavesInRandomOrder)
{
    FakeClock clock;
    std::string order;
    const auto letter = [&order](char name) {
        return [&order, name](int) -> double {
            if (order.empty() || order.back() != name)
                order += name;
            return 0.01;
        };
    };
    ScriptedSubject first(clock, letter('a'));
    ScriptedSubject second(clock, letter('b'));
    ScriptedSubject third(clock, letter('c'));
    const std::array participants{Participant{first, {}}, Participant{second, 0}, Participant{third, 0}};
    Policy policy = hundred();
    policy.warmup = 0;

    const auto measurement = measure(participants, policy, clock, {}, nobody);

    for (const auto& record : measurement.subjects)
        EXPECT_EQ(record.rounds.size(), 20u);
    // A subject can end one round and open the next: its letters then run together.
    EXPECT_GT(order.size(), 45u);
    for (const char* const pair : {"ab", "ba", "ac", "ca", "bc", "cb"})
        EXPECT_NE(order.find(pair), std::string::npos) << pair;
}

TEST(Measure, RepeatsItsOrderForASeed)
{
    const auto orderFor = [](std::uint64_t seed) {
        FakeClock clock;
        std::string order;
        ScriptedSubject first(clock, [&](int) { return order += 'a', 0.01; });
        ScriptedSubject second(clock, [&](int) { return order += 'b', 0.01; });
        const std::array participants{Participant{first, {}}, Participant{second, 0}};
        Policy policy = hundred();
        policy.seed = seed;
        EXPECT_EQ(measure(participants, policy, clock, {}, nobody).orderSeed, seed);
        return order;
    };
    EXPECT_EQ(orderFor(1), orderFor(1));
    EXPECT_NE(orderFor(1), orderFor(2));
}

TEST(Measure, MeasuresOneAfterTheOtherInSequentialOrder)
{
    FakeClock clock;
    ScriptedSubject first(clock, 0.01);
    ScriptedSubject second(clock, 0.02);
    const std::array participants{Participant{first, {}}, Participant{second, 0}};
    Policy policy = hundred();
    policy.order = Order::Sequential;
    Recorder recorder;

    const auto measurement = measure(participants, policy, clock, {}, recorder);

    EXPECT_EQ(recorder.events, "<0>0" + std::string(20, 'r') + "<1>1" + std::string(20, 'r'));
    EXPECT_EQ(measurement.stoppedBecause, StopReason::ExactSamples);
    EXPECT_FALSE(recorder.rounds.front().mean_s[1]);
    EXPECT_NEAR(*recorder.rounds.back().mean_s[1], 0.02, 1e-12);
    EXPECT_DOUBLE_EQ(recorder.rounds[9].progress, 0.25);
    EXPECT_DOUBLE_EQ(recorder.rounds[29].progress, 0.75);
}

TEST(Measure, SaysWhichVariantWasCutInSequentialOrder)
{
    FakeClock clock;
    ScriptedSubject slow(clock, 10.0);
    ScriptedSubject fast(clock, 0.02);
    const std::array participants{Participant{slow, {}}, Participant{fast, 0}};
    Policy policy = policyOf(Preset::Quick);
    policy.order = Order::Sequential;

    const auto measurement = measure(participants, policy, clock, {}, nobody);

    EXPECT_EQ(measurement.subjects[0].stoppedBecause, StopReason::TimeLimit);
    EXPECT_EQ(measurement.subjects[1].stoppedBecause, StopReason::CriteriaMet);
    EXPECT_EQ(measurement.stoppedBecause, StopReason::TimeLimit);
}

TEST(Measure, CallsTheObserverBetweenRoundsOnly)
{
    FakeClock clock;
    ScriptedSubject baseline(clock, 0.01);
    ScriptedSubject variant(clock, 0.01);
    const std::array participants{Participant{baseline, {}}, Participant{variant, 0}};
    Recorder recorder(&clock); // spends half a second in every call

    const auto measurement = measure(participants, hundred(), clock, {}, recorder);

    EXPECT_EQ(recorder.events, "<0>0<1>1" + std::string(20, 'r'));
    EXPECT_EQ(flatten(keptRounds(measurement, 0)), std::vector<double>(100, 0.01));
    EXPECT_NEAR(measurement.inside_s, 20 * 2 * 6 * 0.01, 1e-9);
    EXPECT_NEAR(measurement.measuring_s, 2.4 + 10, 1e-9);
    EXPECT_NEAR(measurement.insideShare(), 2.4 / 12.4, 1e-9);
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(recorder.rounds[i].round, static_cast<int>(i));
        EXPECT_EQ(recorder.rounds[i].isLast, i == 19);
        EXPECT_DOUBLE_EQ(recorder.rounds[i].progress, static_cast<double>(i + 1) / 20);
    }
}

TEST(Measure, KeepsTheSlowFirstRunOutOfTheSamples)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [](int i) { return i == 0 ? 47.0 : 0.02; });
    const std::array participants{Participant{subject, {}}};
    Policy policy = policyOf(Preset::Standard);
    policy.maxWarmup_s = 60;

    const auto measurement = measure(participants, policy, clock, {}, nobody);

    const auto& record = measurement.subjects.front();
    EXPECT_EQ(record.warmUp.first_s, 47.0);
    EXPECT_EQ(measurement.stoppedBecause, StopReason::CriteriaMet);
    for (const double sample : flatten(keptRounds(measurement, 0)))
        EXPECT_EQ(sample, 0.02);
}

TEST(Measure, LearnsDurationsInTheFirstRoundWithoutWarmUp)
{
    FakeClock clock;
    ScriptedSubject subject(clock, 0.001);
    const std::array participants{Participant{subject, {}}};
    Policy policy = policyOf(Preset::Standard);
    policy.warmup = 0;

    measure(participants, policy, clock, {}, nobody);

    EXPECT_EQ(subject.counts[0], 5);
    EXPECT_EQ(subject.counts[1], 150);
}

} // namespace
} // namespace inferometer::core
