// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/measure.h"

#include "tests/support/scripted_subject.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

/// Everything that can end a measurement before its policy does.
namespace inferometer::core {
namespace {

using tests::FakeClock;
using tests::hundred;
using tests::nobody;
using tests::ScriptedSubject;

/// Two subjects, and a stop that comes within the n-th inference of both together.
struct Interrupted {
    explicit Interrupted(int inference)
        : first(clock, [this, inference](int) { return step(inference); })
        , second(clock, [this, inference](int) { return step(inference); })
    {
    }

    double step(int inference)
    {
        if (inferences++ == inference)
            source.request_stop();
        return 0.01;
    }

    Measurement run()
    {
        const std::array participants{Participant{first, {}}, Participant{second, 0}};
        return measure(participants, hundred(), clock, source.get_token(), nobody);
    }

    FakeClock clock;
    std::stop_source source;
    int inferences = 0;
    ScriptedSubject first;
    ScriptedSubject second;
};

TEST(Interruption, KeepsTheSamplesTakenBeforeCancellationAtEveryPoint)
{
    constexpr int warmUps = 2 * 3;
    constexpr int all = warmUps + 20 * 2 * 6;
    for (int inference = 0; inference < all; ++inference) {
        Interrupted interrupted(inference);

        const auto measurement = interrupted.run();

        // The block in which the stop came is finished and kept.
        const int blocks = inference < warmUps ? 0 : (inference - warmUps) / 6 + 1;
        const int taken = measurement.subjects[0].samplesTaken() + measurement.subjects[1].samplesTaken();
        ASSERT_EQ(taken, blocks * 5) << inference;
        // A stop within the very last block comes too late to cut anything.
        const bool isLastBlock = blocks == 40;
        ASSERT_EQ(measurement.stoppedBecause, isLastBlock ? StopReason::ExactSamples : StopReason::Cancelled);
        ASSERT_FALSE(measurement.voidedBecause);
        ASSERT_FALSE(measurement.failure);
    }
}

TEST(Interruption, DoesNothingWhenItWasStoppedBefore)
{
    FakeClock clock;
    ScriptedSubject subject(clock, 0.01);
    const std::array participants{Participant{subject, {}}};
    std::stop_source source;
    source.request_stop();

    const auto measurement = measure(participants, hundred(), clock, source.get_token(), nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::Cancelled);
    EXPECT_EQ(subject.runs(), 0);
    EXPECT_FALSE(measurement.subjects[0].stoppedBecause);
}

TEST(Interruption, NoticesAStopOfAnotherThread)
{
    FakeClock clock;
    std::stop_source source;
    std::jthread canceller;
    ScriptedSubject subject(clock, [&](int i) {
        if (i == 20)
            canceller = std::jthread([&source] { source.request_stop(); });
        if (i > 20)
            std::this_thread::yield();
        return 0.01;
    });
    const std::array participants{Participant{subject, {}}};
    Policy policy = hundred();
    policy.exactSamples = 1'000'000;
    policy.maxTime_s = 1e9;

    const auto measurement = measure(participants, policy, clock, source.get_token(), nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::Cancelled);
    EXPECT_GT(measurement.subjects[0].samplesTaken(), 0);
}

TEST(Interruption, KeepsWhatWasMeasuredBeforeAFailureAtEveryPoint)
{
    constexpr int warmUps = 3;
    for (int failing = 0; failing < warmUps + 20 * 6; ++failing) {
        FakeClock clock;
        ScriptedSubject good(clock, 0.01);
        ScriptedSubject bad(clock, [failing](int i) -> Result<double> {
            if (i == failing)
                return Error{ErrorCode::OutOfMemory, "The device ran out of memory."};
            return 0.01;
        });
        const std::array participants{Participant{good, {}}, Participant{bad, 0}};

        const auto measurement = measure(participants, hundred(), clock, {}, nobody);

        const int blocks = failing < warmUps ? 0 : (failing - warmUps) / 6;
        ASSERT_EQ(measurement.stoppedBecause, StopReason::Failed);
        ASSERT_TRUE(measurement.failure);
        ASSERT_EQ(measurement.failure->subject, 1u);
        ASSERT_EQ(measurement.failure->error.code, ErrorCode::OutOfMemory);
        ASSERT_EQ(measurement.subjects[1].samplesTaken(), blocks * 5);
        ASSERT_GE(measurement.subjects[0].samplesTaken(), blocks * 5);
        ASSERT_LE(measurement.subjects[0].samplesTaken(), blocks * 5 + 5);
    }
}

TEST(Interruption, IsVoidAfterTheMachineSlept)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [&clock](int i) {
        if (i == 50)
            clock.sleep(std::chrono::milliseconds(51));
        return 0.01;
    });
    const std::array participants{Participant{subject, {}}};

    const auto measurement = measure(participants, hundred(), clock, {}, nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::Suspended);
    EXPECT_EQ(measurement.voidedBecause, (Note{"suspended", {"0.051"}}));
    EXPECT_GT(measurement.subjects[0].samplesTaken(), 0);
    EXPECT_TRUE(keptRounds(measurement, 0).empty());
}

TEST(Interruption, IsVoidWhenTheMachineSleptDuringWarmUp)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [&clock](int i) {
        if (i == 1)
            clock.sleep(std::chrono::seconds(60));
        return 0.01;
    });
    const std::array participants{Participant{subject, {}}};

    const auto measurement = measure(participants, hundred(), clock, {}, nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::Suspended);
    EXPECT_TRUE(measurement.voidedBecause);
}

TEST(Interruption, IgnoresTheJitterOfTheTwoClocks)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [&clock](int i) {
        if (i < 40)
            clock.sleep(std::chrono::milliseconds(1));
        return 0.01;
    });
    const std::array participants{Participant{subject, {}}};

    const auto measurement = measure(participants, hundred(), clock, {}, nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::ExactSamples);
    EXPECT_FALSE(measurement.voidedBecause);
}

TEST(Interruption, RefusesNonsenseOfAPeer)
{
    FakeClock clock;
    ScriptedSubject subject(clock, [](int i) { return i == 60 ? 0.0 : 0.01; }); // a duration of zero
    const std::array participants{Participant{subject, {}}};

    const auto measurement = measure(participants, hundred(), clock, {}, nobody);

    EXPECT_EQ(measurement.stoppedBecause, StopReason::Failed);
    EXPECT_EQ(measurement.failure->error.code, ErrorCode::ProtocolError);
    EXPECT_EQ(measurement.subjects[0].samplesTaken(), 45);
}

} // namespace
} // namespace inferometer::core
