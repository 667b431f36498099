// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace inferometer::core {
namespace {

TEST(Random, GivesThePublishedSequence)
{
    // Reference output of SplitMix64 for the seed 1234567 (Vigna's splitmix64.c).
    Random random(1234567);

    EXPECT_EQ(random.next(), 6457827717110365317u);
    EXPECT_EQ(random.next(), 3203168211198807973u);
    EXPECT_EQ(random.next(), 9817491932198370423u);
}

TEST(Random, IsUniformBelowABound)
{
    Random random(1);
    std::array<int, 7> hits{};
    for (int i = 0; i < 70'000; ++i)
        ++hits[random.below(7)];
    for (const int count : hits)
        EXPECT_NEAR(count, 10'000, 500);
}

TEST(Random, StaysBelowOne)
{
    Random random(2);
    for (int i = 0; i < 10'000; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0);
        ASSERT_LT(value, 1);
    }
}

TEST(Random, ShufflesIntoEveryOrderEquallyOften)
{
    Random random(3);
    int identity = 0;
    for (int i = 0; i < 12'000; ++i) {
        std::array<int, 3> values{1, 2, 3};
        shuffle(std::span<int>(values), random);
        ASSERT_EQ(values[0] + values[1] + values[2], 6);
        identity += std::is_sorted(values.begin(), values.end()) ? 1 : 0;
    }
    EXPECT_NEAR(identity, 2000, 200);
}

} // namespace
} // namespace inferometer::core
