// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/note_codes.h"
#include "core/study/note_codes.h"
#include "core/study/unpaired.h"
#include "tests/core/study/run_builder.h"
#include "tests/support/latency_generator.h"

#include <gtest/gtest.h>

#include <cmath>

namespace inferometer::core {
namespace {

using namespace tests;

using Blocks = std::vector<BlockSum>;

Blocks blocks(const std::vector<double>& means_s)
{
    Blocks result;
    for (const double mean : means_s)
        result.push_back({5 * mean, 5});
    return result;
}

/// The guide's 20 rounds of 15 on a machine of its own.
Blocks measured(const Weather& weather, double base_s, std::uint64_t seed)
{
    SimulatedMachine machine(weather, seed);
    Blocks result;
    for (int round = 0; round < 20; ++round) {
        BlockSum block{0, 15};
        for (int i = 0; i < block.count; ++i) {
            const auto begin = machine.clock.now();
            machine.run(base_s, nullptr);
            block.sum_s += seconds(machine.clock.now() - begin);
        }
        result.push_back(block);
    }
    return result;
}

int falseVerdicts(const Weather& weather)
{
    int count = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto verdict =
            compareUnpaired(measured(weather, 0.01, 2 * seed + 1), measured(weather, 0.01, 2 * seed + 2))
                .verdict;
        count += verdict == Verdict::Faster || verdict == Verdict::Slower ? 1 : 0;
    }
    return count;
}

TEST(Unpaired, CallsALargeChangeByItsSign)
{
    const auto base = blocks(wavy(0.010, 0.02));

    const auto slower = compareUnpaired(base, blocks(wavy(0.011, 0.02)));
    const auto faster = compareUnpaired(base, blocks(wavy(0.009, 0.02)));

    EXPECT_EQ(slower.verdict, Verdict::Slower);
    EXPECT_NEAR(slower.change_percent->value, 10, 1e-9);
    EXPECT_LT(*slower.change_percent->low, 10);
    EXPECT_GT(*slower.change_percent->high, 10);
    EXPECT_EQ(slower.reason.code, codes::runsDiffer);
    EXPECT_EQ(faster.verdict, Verdict::Faster);
}

TEST(Unpaired, HasWelchsInterval)
{
    const Blocks base{{0.020, 1}, {0.022, 1}, {0.020, 1}, {0.022, 1}, {0.021, 1}};
    const Blocks other{{0.040, 1}, {0.044, 1}, {0.040, 1}, {0.044, 1}, {0.042, 1}};

    const auto comparison = compareUnpaired(base, other);

    // mean 21, sd 1 (squares 4 over 4), error 1 / sqrt(5) / 21; both alike: sqrt(2) of it; 8 degrees,
    // factor 2.3060
    const double reach = 2.3060 * std::sqrt(2.0) / std::sqrt(5.0) / 21;
    EXPECT_NEAR(comparison.change_percent->value, 100, 1e-9);
    EXPECT_NEAR(*comparison.change_percent->low, (2 * std::exp(-reach) - 1) * 100, 1e-3);
    EXPECT_NEAR(*comparison.change_percent->high, (2 * std::exp(reach) - 1) * 100, 1e-3);
    EXPECT_EQ(comparison.reason.code, codes::runsTooFewRounds);
}

TEST(Unpaired, CallsNoSmallChangeADifference)
{
    const auto comparison = compareUnpaired(blocks(steady(0.0100)), blocks(steady(0.0104)));

    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::runsChangeTooSmall);
    EXPECT_EQ(compareUnpaired(blocks(steady(0.0100)), blocks(steady(0.0104)), 3).verdict, Verdict::Slower);
}

TEST(Unpaired, CallsTheSameOnlyWhatIsShownToBe)
{
    EXPECT_EQ(compareUnpaired(blocks(wavy(0.010, 0.01)), blocks(wavy(0.0101, 0.01))).verdict, Verdict::Same);

    const auto noisy = compareUnpaired(blocks(wavy(0.010, 0.2)), blocks(wavy(0.0101, 0.2)));
    EXPECT_EQ(noisy.verdict, Verdict::Unclear);
    EXPECT_EQ(noisy.reason.code, codes::runsIntervalTooWide);
}

TEST(Unpaired, AsksForEnoughRounds)
{
    const auto comparison = compareUnpaired(blocks(steady(0.010, 19)), blocks(steady(0.020, 40)));

    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason, (Note{"runs-too-few-rounds", {"19", "40", "20"}}));
    EXPECT_TRUE(comparison.change_percent->low);
    EXPECT_FALSE(compareUnpaired(blocks(steady(0.010, 4)), blocks(steady(0.020, 40))).change_percent->low);
}

TEST(Unpaired, IsNotMisledByAFewBadRounds)
{
    auto disturbed = wavy(0.010, 0.01, 40);
    for (std::size_t i = 0; i < 14; ++i)
        disturbed[i] *= 1.6;

    const auto comparison = compareUnpaired(blocks(wavy(0.010, 0.01, 40)), blocks(disturbed));

    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::runsOverlap);
}

TEST(Unpaired, SaysNothingOfNothingAndOfInvalidSamples)
{
    EXPECT_EQ(compareUnpaired({}, blocks(steady(0.01))).reason.code, codes::notEnoughData);
    EXPECT_EQ(compareUnpaired(blocks(steady(0.0)), blocks(steady(0.01))).reason.code, codes::invalidSamples);
    EXPECT_FALSE(compareUnpaired({}, {}).change_percent);
}

TEST(Unpaired, IdenticalProgramsAreSeldomCalledDifferent)
{
    EXPECT_LE(falseVerdicts(whiteNoise(0.01)), 5);
    EXPECT_LE(falseVerdicts(whiteNoise(0.10)), 5);
    EXPECT_LE(falseVerdicts(linearDrift(0.01)), 5);
    EXPECT_LE(falseVerdicts(bursts()), 5);
}

TEST(Unpaired, FindsTenPercentUnderWhiteNoise)
{
    int found = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto comparison = compareUnpaired(
            measured(whiteNoise(0.01), 0.010, 2 * seed + 1), measured(whiteNoise(0.01), 0.011, 2 * seed + 2));
        found += comparison.verdict == Verdict::Slower ? 1 : 0;
    }
    EXPECT_GE(found, 195);
}

} // namespace
} // namespace inferometer::core
