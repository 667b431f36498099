// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/measure.h"
#include "core/stats/descriptive.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <sys/resource.h>

/// On the real clock; a busy machine disturbs these.
namespace inferometer::core {
namespace {

class Spin final : public Program {
public:
    explicit Spin(std::chrono::nanoseconds duration)
        : m_duration(duration)
    {
    }
    Result<void> runAndRelease() override
    {
        const auto end = m_clock.now() + m_duration;
        while (m_clock.now() < end) { }
        return {};
    }

private:
    SteadyClock m_clock;
    Nanoseconds m_duration;
};

class Empty final : public Program {
public:
    Result<void> runAndRelease() override { return {}; }
};

long involuntarySwitches()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nivcsw;
}

/// Repeats a measurement that others interrupted, at most three times. Where they always do, nothing can be
/// said.
template <typename Attempt> void retryWhenDisturbed(Attempt attempt)
{
    constexpr int attempts = 4;
    constexpr long mostSwitches = 3;
    for (int i = 0; i < attempts; ++i) {
        const long before = involuntarySwitches();
        if (attempt())
            return;
        const long switches = involuntarySwitches() - before;
        if (switches <= mostSwitches)
            FAIL() << "in attempt " << i + 1 << ", with " << switches << " involuntary switches";
    }
    GTEST_SKIP() << "others interrupted every attempt";
}

TEST(RealClock, FindsAKnownDuration)
{
    for (const int milliseconds : {1, 5, 50}) {
        SCOPED_TRACE(milliseconds);
        retryWhenDisturbed([milliseconds] {
            Spin spin{std::chrono::milliseconds(milliseconds)};
            const SteadyClock clock;
            const auto block = measureBlock(spin, clock, 1000 / milliseconds / 5);
            const double known_s = milliseconds / 1000.0;
            return std::abs(median(block->samples_s) - known_s) <= std::max(0.01 * known_s, 20e-6);
        });
    }
}

TEST(RealClock, CostsNoThousandthOfABlock)
{
    // The shortest block lasts 20 ms: timer, loop and counting faults may cost 20 us in it, and a reading of
    // the clock 1 us of a sample of a millisecond.
    retryWhenDisturbed([] {
        Empty empty;
        const SteadyClock clock;
        std::vector<double> blocks;
        std::vector<double> samples;
        for (int i = 0; i < 200; ++i) {
            const auto begin = clock.now();
            const auto block = measureBlock(empty, clock, 20);
            blocks.push_back(seconds(clock.now() - begin));
            samples.push_back(median(block->samples_s));
        }
        return median(blocks) <= 20e-6 && median(samples) <= 1e-6;
    });
}

TEST(RealClock, SpendsItsTimeInsideInferences)
{
    retryWhenDisturbed([] {
        Spin baseline{std::chrono::milliseconds(20)};
        Spin variant{std::chrono::milliseconds(10)};
        const SteadyClock clock;
        TimedProgram first(baseline, clock);
        TimedProgram second(variant, clock);
        const std::array participants{Participant{first, {}}, Participant{second, 0}};
        Policy policy = policyOf(Preset::Custom);
        policy.exactSamples = 100;
        policy.warmup = 1;
        MeasureObserver nobody;
        const auto measurement = measure(participants, policy, clock, {}, nobody);
        return measurement.insideShare() >= 0.98;
    });
}

} // namespace
} // namespace inferometer::core
