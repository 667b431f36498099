// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "tests/core/stats/golden_data.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

std::vector<BlockSum> blocks(const std::vector<double>& sums, const std::vector<double>& counts)
{
    std::vector<BlockSum> result;
    for (std::size_t i = 0; i < sums.size(); ++i)
        result.push_back({sums[i], static_cast<int>(counts[i])});
    return result;
}

TEST(Bootstrap, DrawsTheSameNumbersOnEveryPlatform)
{
    const auto lines = tests::readGoldenLines("bootstrap.txt");
    ASSERT_EQ(lines.size(), 6u);

    const auto resampled = resampleRounds(blocks(lines[0], lines[1]), blocks(lines[2], lines[3]), 200, 42);

    EXPECT_EQ(resampled.ratios, lines[4]);
    EXPECT_EQ(resampled.savings_s, lines[5]);
}

TEST(Bootstrap, DependsOnTheSeedAlone)
{
    const auto lines = tests::readGoldenLines("bootstrap.txt");
    const auto baseline = blocks(lines[0], lines[1]);
    const auto variant = blocks(lines[2], lines[3]);

    EXPECT_EQ(
        resampleRounds(baseline, variant, 300, 1).ratios, resampleRounds(baseline, variant, 300, 1).ratios);
    EXPECT_NE(
        resampleRounds(baseline, variant, 300, 1).ratios, resampleRounds(baseline, variant, 300, 2).ratios);
}

TEST(Bootstrap, KeepsPairsTogether)
{
    // Every round is twice as slow in the baseline, however much the rounds differ: no resample can tell
    // else.
    const std::vector<BlockSum> baseline{{2, 1}, {20, 1}, {8, 1}, {14, 1}};
    const std::vector<BlockSum> variant{{1, 1}, {10, 1}, {4, 1}, {7, 1}};

    const auto resampled = resampleRounds(baseline, variant, 100, 3);

    EXPECT_EQ(resampled.ratios.front(), 0.5);
    EXPECT_EQ(resampled.ratios.back(), 0.5);
}

TEST(Bootstrap, DrawsEachSideByItselfWhereTheyWereNotTakenTogether)
{
    const std::vector<BlockSum> baseline{{2, 1}, {20, 1}, {8, 1}, {14, 1}};
    const std::vector<BlockSum> variant{{1, 1}, {10, 1}};

    const auto resampled = resampleApart(baseline, variant, 1000, 3);

    EXPECT_EQ(resampled.ratios.front(), 1.0 / 20);
    EXPECT_EQ(resampled.ratios.back(), 10.0 / 2);
    EXPECT_EQ(resampled.savings_s.back(), 19);
}

TEST(Bootstrap, TakesWiderQuantilesForFewerRounds)
{
    std::vector<double> statistics;
    for (int i = 0; i <= 10'000; ++i)
        statistics.push_back(i);

    const auto few = expandedPercentileInterval(statistics, 5, 0.95);
    const auto many = expandedPercentileInterval(statistics, 100'000, 0.95);

    // 5 rounds: Phi(-sqrt(5/4) t(0.975, 4)) = Phi(-3.10) = 0.00095.
    EXPECT_NEAR(few.low, 9.5, 0.3);
    EXPECT_NEAR(few.high, 9990.5, 0.3);
    EXPECT_NEAR(many.low, 250, 0.1);
    EXPECT_NEAR(many.high, 9750, 0.1);
}

} // namespace
} // namespace inferometer::core
