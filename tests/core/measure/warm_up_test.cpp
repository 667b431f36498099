// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/warm_up.h"

#include "tests/support/latency_generator.h"
#include "tests/support/scripted_subject.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace inferometer::core {
namespace {

using tests::FakeClock;
using tests::ScriptedSubject;

Policy anyPolicy()
{
    return policyOf(Preset::Standard);
}

TEST(WarmUp, EndsSoonWhereThereIsNoTrend)
{
    FakeClock clock;
    ScriptedSubject subject(clock, 0.02);

    const auto record = warmUp(subject, anyPolicy(), {});

    ASSERT_TRUE(record);
    EXPECT_TRUE(record->isTrendGone);
    EXPECT_EQ(subject.counts, (std::vector<int>{0, 5, 5}));
    EXPECT_EQ(record->count, 13);
    EXPECT_EQ(record->count, subject.runs());
    EXPECT_DOUBLE_EQ(record->duration_s, 13 * 0.02);
    EXPECT_EQ(record->typical_s, 0.02);
}

TEST(WarmUp, OutlastsFastAndSlowTrends)
{
    for (const double decay : {2.0, 10.0, 50.0, 200.0, 800.0}) {
        FakeClock clock;
        const auto latency = [decay](int i) { return 0.001 * (1 + std::exp(-i / decay)); };
        ScriptedSubject subject(clock, latency);

        const auto record = warmUp(subject, anyPolicy(), {});

        ASSERT_TRUE(record);
        EXPECT_TRUE(record->isTrendGone) << decay;
        EXPECT_LT(latency(record->count), 0.001 * 1.03) << decay << " after " << record->count;
    }
}

TEST(WarmUp, SaysWhenItsTimeWasTooShortForTheTrend)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [](int i) { return 0.02 * (1 + std::exp(-i / 100.0)); });

    const auto record = warmUp(subject, anyPolicy(), {});

    ASSERT_TRUE(record);
    EXPECT_FALSE(record->isTrendGone);
    EXPECT_LE(record->duration_s, anyPolicy().maxWarmup_s);
}

TEST(WarmUp, KeepsItsFirstInference)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [](int i) { return i == 0 ? 3.0 : 0.02; });

    const auto record = warmUp(subject, anyPolicy(), {});

    EXPECT_EQ(record->first_s, 3.0);
    EXPECT_EQ(record->typical_s, 0.02);
    EXPECT_TRUE(record->isTrendGone);
}

TEST(WarmUp, IsNotFooledByNoise)
{
    int gone = 0;
    double inferences = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        tests::SimulatedMachine machine(tests::whiteNoise(0.1), seed);
        tests::SimulatedProgram program(machine, 0.02);
        TimedProgram subject(program, machine.clock);
        const auto record = warmUp(subject, anyPolicy(), {});
        gone += record->isTrendGone ? 1 : 0;
        inferences += record->count;
    }
    EXPECT_EQ(gone, 200);
    EXPECT_LT(inferences / 200, 60);
}

TEST(WarmUp, RunsFastProgramsForLongEnough)
{
    FakeClock clock;
    ScriptedSubject subject(clock, 0.0001);

    const auto record = warmUp(subject, anyPolicy(), {});

    EXPECT_TRUE(record->isTrendGone);
    EXPECT_GE(record->duration_s, 0.1);
}

TEST(WarmUp, IsBoundedForSlowPrograms)
{
    const std::vector<std::pair<double, int>> cases{{1.0, 9}, {3.0, 5}, {15.0, 1}, {47.0, 1}};
    for (const auto& [duration, count] : cases) {
        FakeClock clock;
        ScriptedSubject subject(clock, duration);

        const auto record = warmUp(subject, anyPolicy(), {});

        EXPECT_EQ(record->count, count) << duration;
        EXPECT_EQ(record->isTrendGone, duration == 1.0) << duration;
        EXPECT_EQ(record->typical_s, duration);
    }
}

TEST(WarmUp, RunsExactlyAsOftenAsAsked)
{
    for (const int count : {0, 1, 2, 7, 30}) {
        FakeClock clock;
        ScriptedSubject subject(clock, 0.02);
        Policy policy = anyPolicy();
        policy.warmup = count;

        const auto record = warmUp(subject, policy, {});

        EXPECT_EQ(subject.runs(), count);
        EXPECT_EQ(record->count, count);
        EXPECT_EQ(record->typical_s.has_value(), count > 0);
        EXPECT_EQ(record->isTrendGone, count >= 7);
    }
}

TEST(WarmUp, NoticesAStopBetweenWindows)
{
    FakeClock clock;
    std::stop_source source;
    ScriptedSubject subject(clock, [&](int i) {
        if (i == 3)
            source.request_stop();
        return 0.02;
    });

    const auto record = warmUp(subject, anyPolicy(), source.get_token());

    EXPECT_EQ(record->count, 7);
    EXPECT_FALSE(record->isTrendGone);
}

TEST(WarmUp, PassesFailuresOn)
{
    for (const int failing : {0, 3, 9}) {
        FakeClock clock;
        ScriptedSubject subject(clock, [failing](int i) -> Result<double> {
            if (i == failing)
                return Error{ErrorCode::OutOfMemory, ""};
            return 0.02;
        });
        EXPECT_FALSE(warmUp(subject, anyPolicy(), {}));
    }
}

TEST(Trend, IsGoneWhenMediansAgreeWithinTwoPercent)
{
    const std::vector<double> before{1, 1, 1, 1, 1};
    EXPECT_TRUE(isTrendGone(before, std::vector<double>(5, 0.981)));
    EXPECT_FALSE(isTrendGone(before, std::vector<double>(5, 0.979)));
    EXPECT_FALSE(isTrendGone(before, std::vector<double>(5, 1.021)));
}

TEST(Trend, IsNeverGoneAboveFivePercentHoweverNoisy)
{
    const std::vector<double> before{0.5, 0.8, 1, 1.3, 1.6};
    const std::vector<double> within{0.5, 0.8, 0.96, 1.3, 1.6};
    const std::vector<double> beyond{0.5, 0.8, 0.94, 1.3, 1.6};
    EXPECT_TRUE(isTrendGone(before, within));
    EXPECT_FALSE(isTrendGone(before, beyond));
}

} // namespace
} // namespace inferometer::core
