// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/signed_rank.h"

#include "tests/core/stats/golden_data.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

TEST(SignedRank, EqualsSciPyAndFullEnumeration)
{
    const auto lines = tests::readGoldenLines("signed_rank.txt");
    ASSERT_EQ(lines.size(), 192u);
    for (const auto& line : lines) {
        const auto test = signedRankTest(std::span(line).subspan(3));
        EXPECT_NEAR(test.pValue, line[0], 1e-10 * line[0]) << "n = " << line[2];
        EXPECT_DOUBLE_EQ(test.positiveRanks, line[1]);
    }
}

TEST(SignedRank, IsExactUpToFifty)
{
    std::vector<double> differences(50, 1.0);
    EXPECT_TRUE(signedRankTest(differences).isExact);
    EXPECT_DOUBLE_EQ(signedRankTest(differences).pValue, 0x1p-49);

    differences.push_back(1.0);
    EXPECT_FALSE(signedRankTest(differences).isExact);
}

TEST(SignedRank, FindsNothingInZeros)
{
    const auto test = signedRankTest(std::vector<double>(25, 0.0));

    EXPECT_EQ(test.n, 0);
    EXPECT_EQ(test.pValue, 1);
}

TEST(SignedRank, LeavesZerosOut)
{
    const auto test = signedRankTest(std::vector<double>{0, 1, 0, 2, 3});

    EXPECT_EQ(test.n, 3);
    EXPECT_EQ(test.positiveRanks, 6);
    EXPECT_EQ(test.negativeRanks, 0);
    EXPECT_DOUBLE_EQ(test.pValue, 0.25);
}

} // namespace
} // namespace inferometer::core
