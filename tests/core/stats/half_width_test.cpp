// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/half_width.h"

#include "core/stats/bootstrap.h"
#include "core/stats/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace inferometer::core {
namespace {

TEST(HalfWidth, EqualsAStudentIntervalWorkedByHand)
{
    // Means 9, 10, 11: sd 1, standard error 1/sqrt(3), t(0.975, 2) = 4.302653; relative to the mean 10.
    const std::vector<BlockSum> blocks{{18, 2}, {20, 2}, {22, 2}};

    EXPECT_NEAR(*meanHalfWidth(blocks), 4.302653 / std::sqrt(3.0) / 10, 1e-6);
}

TEST(HalfWidth, IsZeroWhereTheRatioIsTheSameInEveryRound)
{
    const std::vector<BlockSum> baseline{{2, 1}, {20, 1}, {8, 1}};
    const std::vector<BlockSum> variant{{1, 1}, {10, 1}, {4, 1}};

    EXPECT_NEAR(*ratioHalfWidth(baseline, variant), 0, 1e-15);
}

TEST(HalfWidth, AgreesWithTheBootstrap)
{
    Random random(4);
    std::vector<BlockSum> baseline;
    std::vector<BlockSum> variant;
    for (int round = 0; round < 200; ++round) {
        const double weather = 1 + 0.3 * random.uniform();
        const int count = 3 + static_cast<int>(random.below(5));
        baseline.push_back({5 * weather * (1 + 0.1 * random.uniform()), 5});
        variant.push_back({0.7 * count * weather * (1 + 0.1 * random.uniform()), count});
    }
    const auto resampled = resampleRounds(baseline, variant, 5000, 9);
    const auto interval = expandedPercentileInterval(resampled.ratios, 200, 0.95);
    const double ratio = meanOf(variant) / meanOf(baseline);

    EXPECT_NEAR(*ratioHalfWidth(baseline, variant), (interval.high - interval.low) / 2 / ratio, 2e-4);
    EXPECT_GT(*meanHalfWidth(variant), 1.5 * *ratioHalfWidth(baseline, variant));
}

TEST(HalfWidth, IsNothingBelowTwoRounds)
{
    const std::vector<BlockSum> one{{1, 1}};
    const std::vector<BlockSum> two{{1, 1}, {1, 1}};
    EXPECT_FALSE(meanHalfWidth({}));
    EXPECT_FALSE(meanHalfWidth(one));
    EXPECT_FALSE(ratioHalfWidth(one, two));
}

} // namespace
} // namespace inferometer::core
