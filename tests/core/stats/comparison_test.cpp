// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparison.h"

#include "core/stats/note_codes.h"
#include "core/stats/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

namespace inferometer::core {
namespace {

std::vector<BlockSum> blocks(int rounds, const std::function<double(int round)>& mean_s, int count = 5)
{
    std::vector<BlockSum> result;
    for (int round = 0; round < rounds; ++round)
        result.push_back({count * mean_s(round), count});
    return result;
}

/// Rounds that are alike but for a scatter of +-spread, uniform.
std::vector<BlockSum> noisy(int rounds, double mean_s, double spread, std::uint64_t seed)
{
    Random random(seed);
    return blocks(rounds, [&](int) { return mean_s * (1 + spread * (2 * random.uniform() - 1)); });
}

TEST(Comparison, GivesImprovementAndSpeedUpOfMeans)
{
    const std::vector<BlockSum> baseline{{10, 1}, {90, 9}};
    const std::vector<BlockSum> variant{{4, 1}, {16, 3}};

    const auto comparison = compare(baseline, variant);

    EXPECT_EQ(comparison.rounds, 2);
    EXPECT_DOUBLE_EQ(comparison.improvement_percent->value, 50);
    EXPECT_DOUBLE_EQ(comparison.speedup->value, 2);
    EXPECT_DOUBLE_EQ(comparison.saved_s->value, 5);
}

TEST(Comparison, CallsAClearDifferenceFasterOrSlower)
{
    const auto slow = noisy(20, 0.100, 0.01, 1);
    const auto fast = noisy(20, 0.095, 0.01, 2);

    const auto faster = compare(slow, fast);
    EXPECT_EQ(faster.verdict, Verdict::Faster);
    EXPECT_EQ(faster.reason.code, codes::differenceShown);
    EXPECT_LT(*faster.pValue, 1e-4);
    EXPECT_LT(*faster.improvement_percent->low, 5);
    EXPECT_GT(*faster.improvement_percent->high, 5);
    EXPECT_NEAR(*faster.speedup->low, 1 / (1 - *faster.improvement_percent->low / 100), 1e-12);

    EXPECT_EQ(compare(fast, slow).verdict, Verdict::Slower);
}

TEST(Comparison, CallsAnEquivalenceTheSame)
{
    const auto comparison = compare(noisy(20, 0.1, 0.01, 1), noisy(20, 0.1, 0.01, 2));

    EXPECT_EQ(comparison.verdict, Verdict::Same);
    EXPECT_EQ(comparison.reason.code, codes::equivalenceShown);
}

TEST(Comparison, CallsIdenticalRoundsTheSame)
{
    const auto constant = blocks(20, [](int) { return 0.01; });

    const auto comparison = compare(constant, constant);

    EXPECT_EQ(comparison.verdict, Verdict::Same);
    EXPECT_EQ(comparison.pValue, 1);
    EXPECT_EQ(comparison.improvement_percent->low, 0);
    EXPECT_EQ(comparison.improvement_percent->high, 0);
}

TEST(Comparison, NeedsTwentyRoundsForAVerdict)
{
    const auto comparison = compare(noisy(19, 0.1, 0.01, 1), noisy(19, 0.05, 0.01, 2));

    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason, (Note{"too-few-rounds", {"19", "20"}}));
    EXPECT_TRUE(comparison.improvement_percent->low);
}

TEST(Comparison, NeedsFiveRoundsForAnInterval)
{
    EXPECT_FALSE(compare(noisy(4, 0.1, 0.01, 1), noisy(4, 0.1, 0.01, 2)).improvement_percent->low);
    EXPECT_TRUE(compare(noisy(5, 0.1, 0.01, 1), noisy(5, 0.1, 0.01, 2)).improvement_percent->low);
}

TEST(Comparison, DoesNotNameADifferenceBelowTheMinimumEffect)
{
    // 0.4 % in every round: certain, and too small; a scatter of rounds keeps the interval wider than 1 %.
    const auto baseline = blocks(20, [](int round) { return round == 7 ? 0.3 : 0.1; });
    const auto variant = blocks(20, [](int round) { return round == 7 ? 0.311 : 0.1 * 0.992; });

    const auto comparison = compare(baseline, variant);

    EXPECT_LT(*comparison.pValue, significance);
    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::belowMinimumEffect);
}

TEST(Comparison, CallsATinyCertainDifferenceTheSame)
{
    const auto baseline = blocks(20, [](int) { return 0.1; });
    const auto variant = blocks(20, [](int) { return 0.1 * 0.998; });

    EXPECT_EQ(compare(baseline, variant).verdict, Verdict::Same);
}

TEST(Comparison, IsUnclearWhenMeansAndRanksDisagree)
{
    // Faster in 19 rounds of 20, but the twentieth outweighs them.
    const auto baseline = blocks(20, [](int) { return 0.1; });
    const auto variant = blocks(20, [](int round) { return round == 3 ? 0.5 : 0.099; });

    const auto comparison = compare(baseline, variant);

    EXPECT_LT(*comparison.pValue, significance);
    EXPECT_LT(comparison.improvement_percent->value, 0);
    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::meansAndRanksDisagree);
}

TEST(Comparison, IsUnclearWhenTheIntervalIsTooWide)
{
    const auto comparison = compare(noisy(20, 0.1, 0.2, 1), noisy(20, 0.1, 0.2, 4));

    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::intervalTooWide);
}

TEST(Comparison, IsUnclearWhenTheEvidenceIsTooWeak)
{
    // 15 rounds faster by 3 %, 5 slower by 2.9 %: the 95 % interval leaves out zero, p is 0.0066 or more.
    const auto baseline = blocks(20, [](int) { return 0.1; });
    const auto variant = blocks(20, [](int round) { return round % 4 == 0 ? 0.1035 : 0.097; });

    const auto comparison = compare(baseline, variant);

    EXPECT_GT(*comparison.pValue, significance);
    EXPECT_GT(*comparison.improvement_percent->low, 0);
    EXPECT_EQ(comparison.verdict, Verdict::Unclear);
    EXPECT_EQ(comparison.reason.code, codes::evidenceTooWeak);
}

TEST(Comparison, AsksForMoreWhereVariantsWereNotInterleaved)
{
    const ComparisonOptions apart{.isInterleaved = false};
    const auto baseline = noisy(20, 0.1, 0.01, 1);

    const auto small = compare(baseline, noisy(20, 0.096, 0.01, 2), apart);
    EXPECT_EQ(small.verdict, Verdict::Unclear);
    EXPECT_EQ(small.reason.code, codes::notInterleaved);
    EXPECT_EQ(compare(baseline, noisy(20, 0.09, 0.01, 2), apart).verdict, Verdict::Faster);
    const auto none = compare(baseline, baseline, apart);
    EXPECT_EQ(none.verdict, Verdict::Unclear);
    EXPECT_EQ(none.reason.code, codes::notInterleaved);
}

TEST(Comparison, LeavesOutRoundsThatOnlyOneHas)
{
    auto baseline = noisy(20, 0.1, 0.01, 1);
    const auto variant = noisy(20, 0.09, 0.01, 2);
    const auto paired = compare(baseline, variant);
    baseline.push_back({100, 5});

    const auto comparison = compare(baseline, variant);

    EXPECT_EQ(comparison.rounds, 20);
    EXPECT_EQ(comparison.improvement_percent->value, paired.improvement_percent->value);
}

TEST(Comparison, CountsAllRoundsOfVariantsThatWereNotInterleaved)
{
    const auto baseline = noisy(20, 0.1, 0.01, 1);
    auto variant = noisy(20, 0.080, 0.01, 2);
    const auto later = noisy(40, 0.086, 0.01, 3);
    variant.insert(variant.end(), later.begin(), later.end());

    const auto comparison = compare(baseline, variant, {.isInterleaved = false});

    EXPECT_EQ(comparison.rounds, 20);
    EXPECT_DOUBLE_EQ(comparison.saved_s->value, meanOf(baseline) - meanOf(variant));
    EXPECT_DOUBLE_EQ(comparison.speedup->value, meanOf(baseline) / meanOf(variant));
    EXPECT_LT(*comparison.saved_s->low, comparison.saved_s->value);
    EXPECT_GT(*comparison.saved_s->high, comparison.saved_s->value);
    EXPECT_EQ(comparison.verdict, Verdict::Faster);
}

TEST(Comparison, SaysNothingAboutNothingAndNonsense)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto good = noisy(20, 0.1, 0.01, 1);
    for (const double bad : {nan, 0.0, -1.0, std::numeric_limits<double>::infinity()}) {
        auto broken = good;
        broken[4].sum_s = bad;
        const auto comparison = compare(good, broken);
        EXPECT_FALSE(comparison.improvement_percent);
        EXPECT_EQ(comparison.verdict, Verdict::Unclear);
        EXPECT_EQ(comparison.reason.code, codes::invalidSamples);
    }
    EXPECT_EQ(compare({}, good).reason.code, codes::notEnoughData);
    EXPECT_FALSE(compare({}, good).improvement_percent);
    EXPECT_EQ(compare(good,
                  blocks(
                      20, [](int) { return 0.1; }, 0))
                  .reason.code,
        codes::invalidSamples);
}

TEST(Comparison, IsReproducibleForASeed)
{
    const auto baseline = noisy(20, 0.1, 0.1, 1);
    const auto variant = noisy(20, 0.1, 0.1, 2);
    const auto low = [&](std::uint64_t seed) {
        return *compare(baseline, variant, {.seed = seed}).improvement_percent->low;
    };
    EXPECT_EQ(low(5), low(5));
    EXPECT_NE(low(5), low(6));
}

TEST(BreakEven, DividesCompileTimeBySavedTime)
{
    const auto comparison = compare(noisy(20, 0.100, 0.01, 1), noisy(20, 0.080, 0.01, 2));

    const auto count = breakEven(40, comparison);

    ASSERT_TRUE(count);
    EXPECT_NEAR(count->value, 2000, 100);
    EXPECT_LT(*count->low, count->value);
    EXPECT_GT(*count->high, count->value);
    EXPECT_NEAR(*count->high, 40 / *comparison.saved_s->low, 1e-9);
}

TEST(BreakEven, HasNoUpperBoundWhereASavingIsNotShown)
{
    const auto baseline = blocks(20, [](int round) { return round % 2 == 0 ? 0.12 : 0.081; });
    const auto variant = blocks(20, [](int) { return 0.1; });

    const auto count = breakEven(40, compare(baseline, variant));

    ASSERT_TRUE(count);
    EXPECT_TRUE(count->low);
    EXPECT_FALSE(count->high);
}

TEST(BreakEven, IsNothingWithoutASaving)
{
    const auto slower = compare(noisy(20, 0.080, 0.01, 1), noisy(20, 0.100, 0.01, 2));
    const auto faster = compare(noisy(20, 0.100, 0.01, 1), noisy(20, 0.080, 0.01, 2));
    EXPECT_FALSE(breakEven(40, slower));
    EXPECT_FALSE(breakEven(40, Comparison{}));
    EXPECT_FALSE(breakEven(std::numeric_limits<double>::quiet_NaN(), faster));
    EXPECT_FALSE(breakEven(-1, faster));
    EXPECT_EQ(breakEven(0, faster)->value, 0);
    EXPECT_FALSE(breakEven(0, faster)->low) << "nothing has to be paid back";
}

TEST(GeometricMean, IsOfWhatItIsGiven)
{
    EXPECT_DOUBLE_EQ(*geometricMean(std::vector<double>{2, 8}), 4);
    EXPECT_FALSE(geometricMean({}));
    EXPECT_FALSE(geometricMean(std::vector<double>{2, 0}));
    EXPECT_FALSE(geometricMean(std::vector<double>{2, std::numeric_limits<double>::quiet_NaN()}));
}

} // namespace
} // namespace inferometer::core
