// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/conclusions.h"

#include "core/stats/make_note.h"
#include "core/stats/note_codes.h"
#include "core/stats/random.h"
#include "core/stats/version.h"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>
#include <set>

namespace inferometer::core {
namespace {

Rounds makeRounds(double mean_s, std::uint64_t seed)
{
    Random random(seed);
    Rounds rounds(20);
    for (auto& round : rounds) {
        for (int i = 0; i < 5; ++i)
            round.push_back(mean_s * (1 + 0.02 * random.uniform()));
    }
    return rounds;
}

TEST(Conclusions, SummariseARowAlone)
{
    const auto conclusions = conclude(makeRounds(0.1, 1));

    ASSERT_TRUE(conclusions);
    EXPECT_EQ(conclusions->statisticsVersion, statisticsVersion);
    EXPECT_EQ(conclusions->n, 100);
    EXPECT_NEAR(conclusions->mean_s, 0.101, 0.0005);
    EXPECT_TRUE(conclusions->p90_s);
    EXPECT_FALSE(conclusions->p95_s);
    EXPECT_FALSE(conclusions->improvement_percent);
    EXPECT_FALSE(conclusions->verdict);
    EXPECT_TRUE(conclusions->verdictReason.code.empty());
}

TEST(Conclusions, CompareARowWithItsBaseline)
{
    const auto baseline = makeRounds(0.1, 1);
    Against against;
    against.baseline = &baseline;
    against.compile_s = 10;

    const auto conclusions = conclude(makeRounds(0.08, 2), against);

    ASSERT_TRUE(conclusions);
    EXPECT_EQ(conclusions->verdict, Verdict::Faster);
    EXPECT_NEAR(conclusions->improvement_percent->value, 20, 0.5);
    EXPECT_NEAR(conclusions->speedup->value, 1.25, 0.01);
    EXPECT_NEAR(conclusions->breakEven_runs->value, 500, 20);
}

TEST(Conclusions, KeepOutliersInTheMean)
{
    auto rounds = makeRounds(0.1, 1);
    const double before = conclude(rounds)->mean_s;
    rounds[3][2] = 1.1;

    const auto conclusions = conclude(rounds);

    EXPECT_EQ(conclusions->n, 100);
    EXPECT_EQ(conclusions->severeOutliers, 1);
    EXPECT_NEAR(conclusions->mean_s, before + 0.01, 0.0001);
    EXPECT_EQ(conclusions->max_s, 1.1);
}

TEST(Conclusions, AreNothingWithoutValidSamples)
{
    EXPECT_FALSE(conclude({}));
    EXPECT_FALSE(conclude({{}}));
    EXPECT_FALSE(conclude({{0.1, std::numeric_limits<double>::quiet_NaN()}}));
    EXPECT_FALSE(conclude({{0.0}}));
}

TEST(Notes, HaveDistinctCodes)
{
    const std::set<std::string_view> distinct(codes::statistics.begin(), codes::statistics.end());
    EXPECT_EQ(distinct.size(), codes::statistics.size());
}

TEST(Notes, SpeakNoLocale)
{
    const char* const before = std::setlocale(LC_NUMERIC, nullptr);
    const std::string restored = before != nullptr ? before : "C";
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8"); // where it is not installed, nothing changes

    EXPECT_EQ(makeNote("code", {0.5, 12.3456, 1e-7, 20}), (Note{"code", {"0.5", "12.35", "1e-07", "20"}}));
    std::setlocale(LC_NUMERIC, restored.c_str());
}

} // namespace
} // namespace inferometer::core
