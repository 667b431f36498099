// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/summary.h"

#include "core/stats/descriptive.h"
#include "tests/core/stats/golden_data.h"

#include <gtest/gtest.h>

#include <limits>

namespace inferometer::core {
namespace {

constexpr std::uint64_t vectors = 10'000;

/// A row of summaries.f64.
struct Golden {
    double n, mean, sd, min, max, median, q1, q3, mad, iqr, cv, p90, p95, p99;
};

std::vector<Golden> readGoldens()
{
    std::vector<Golden> rows(vectors);
    auto file = tests::openGolden("summaries.f64");
    file.read(
        reinterpret_cast<char*>(rows.data()), static_cast<std::streamsize>(rows.size() * sizeof(Golden)));
    EXPECT_TRUE(file) << "summaries.f64 is missing or too short";
    EXPECT_EQ(file.peek(), std::ifstream::traits_type::eof());
    return rows;
}

/// 1e-12 of the golden; for measures of scatter, which are differences, at least the rounding of the values
/// that they are differences of.
bool agrees(double value, double golden, double rounding = 0)
{
    return std::abs(value - golden) <= std::max(1e-12 * std::abs(golden), rounding);
}

void expectEqual(const Summary& summary, const Golden& golden, std::uint64_t index)
{
    const double rounding = 4 * std::numeric_limits<double>::epsilon() * golden.max;
    EXPECT_EQ(summary.n, static_cast<int>(golden.n)) << index;
    EXPECT_TRUE(agrees(summary.mean_s, golden.mean)) << index;
    EXPECT_EQ(summary.min_s, golden.min) << index;
    EXPECT_EQ(summary.max_s, golden.max) << index;
    EXPECT_TRUE(agrees(summary.median_s, golden.median)) << index;
    EXPECT_TRUE(agrees(summary.q1_s, golden.q1)) << index;
    EXPECT_TRUE(agrees(summary.q3_s, golden.q3)) << index;
    EXPECT_TRUE(agrees(summary.mad_s, golden.mad, rounding)) << index;
    EXPECT_TRUE(agrees(summary.iqr_s, golden.iqr, rounding)) << index;
    EXPECT_EQ(summary.sd_s.has_value(), summary.n > 1) << index;
    EXPECT_EQ(summary.cv.has_value(), summary.n > 1) << index;
    if (summary.n > 1) {
        EXPECT_TRUE(agrees(*summary.sd_s, golden.sd, rounding)) << index;
        EXPECT_TRUE(agrees(*summary.cv, golden.cv, rounding / golden.mean)) << index;
    }
    EXPECT_TRUE(!summary.p90_s || agrees(*summary.p90_s, golden.p90)) << index;
    EXPECT_TRUE(!summary.p95_s || agrees(*summary.p95_s, golden.p95)) << index;
    EXPECT_TRUE(!summary.p99_s || agrees(*summary.p99_s, golden.p99)) << index;
}

TEST(Summary, EqualsNumPyOnTenThousandVectors)
{
    const auto goldens = readGoldens();
    int withP99 = 0;
    for (std::uint64_t index = 0; index < vectors && !HasFailure(); ++index) {
        const auto summary = summarise(tests::goldenVector(index));
        ASSERT_TRUE(summary) << index;
        expectEqual(*summary, goldens[index], index);
        withP99 += summary->p99_s ? 1 : 0;
    }
    EXPECT_GT(withP99, 20);
}

TEST(Summary, EqualsNumbersWorkedByHand)
{
    const auto summary = summarise(std::vector<double>{4, 1, 3, 2, 10});

    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->n, 5);
    EXPECT_DOUBLE_EQ(summary->mean_s, 4);
    EXPECT_DOUBLE_EQ(*summary->sd_s, std::sqrt(12.5));
    EXPECT_DOUBLE_EQ(summary->median_s, 3);
    EXPECT_DOUBLE_EQ(summary->q1_s, 2);
    EXPECT_DOUBLE_EQ(summary->q3_s, 4);
    EXPECT_DOUBLE_EQ(summary->mad_s, 1);
    EXPECT_DOUBLE_EQ(*summary->cv, std::sqrt(12.5) / 4);
}

struct PercentileCase {
    int n;
    bool hasP90, hasP95, hasP99, hasMedianInterval;
};

TEST(Summary, GivesAPercentileOnlyWithEnoughSamples)
{
    const std::vector<PercentileCase> cases{
        {1, false, false, false, false},
        {5, false, false, false, false},
        {6, false, false, false, true},
        {63, false, false, false, true},
        {64, true, false, false, true},
        {129, true, false, false, true},
        {130, true, true, false, true},
        {661, true, true, false, true},
        {662, true, true, true, true},
    };
    for (const auto& expected : cases) {
        std::vector<double> samples;
        for (int i = 1; i <= expected.n; ++i)
            samples.push_back(i);
        const auto summary = summarise(samples);
        ASSERT_TRUE(summary);
        EXPECT_EQ(summary->p90_s.has_value(), expected.hasP90) << expected.n;
        EXPECT_EQ(summary->p95_s.has_value(), expected.hasP95) << expected.n;
        EXPECT_EQ(summary->p99_s.has_value(), expected.hasP99) << expected.n;
        EXPECT_EQ(summary->medianInterval_s.has_value(), expected.hasMedianInterval) << expected.n;
    }
}

TEST(Summary, EnclosesTheMedianByOrderStatistics)
{
    // Tables of the sign test: of 6 values the 1st and 6th, of 10 the 2nd and 9th, of 20 the 6th and 15th.
    const std::vector<std::array<int, 3>> cases{{6, 1, 6}, {10, 2, 9}, {20, 6, 15}};
    for (const auto& [n, low, high] : cases) {
        std::vector<double> samples;
        for (int i = n; i >= 1; --i)
            samples.push_back(i);
        const auto interval = summarise(samples)->medianInterval_s;
        EXPECT_EQ(interval->low, low) << n;
        EXPECT_EQ(interval->high, high) << n;
    }
}

TEST(Summary, IsNothingForSamplesThatAreNoDurations)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(summarise({}));
    EXPECT_FALSE(summarise(std::vector<double>{1, nan}));
    EXPECT_FALSE(summarise(std::vector<double>{1, infinity}));
    EXPECT_FALSE(summarise(std::vector<double>{1, 0}));
    EXPECT_FALSE(summarise(std::vector<double>{1, -1}));
}

TEST(Descriptive, SumsWhatPlainAdditionLoses)
{
    EXPECT_EQ(sum(std::vector<double>{1, 1e100, 1, -1e100}), 2);
}

} // namespace
} // namespace inferometer::core
