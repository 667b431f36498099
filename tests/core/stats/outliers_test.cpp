// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/outliers.h"

#include <gtest/gtest.h>

#include <vector>

namespace inferometer::core {
namespace {

TEST(Outliers, AreClassifiedByTukeysFences)
{
    // Quartiles 2 and 4: fences at -4, -1, 7 and 10.
    const Fences fences = fencesOf(std::vector<double>{1, 2, 3, 4, 5});

    EXPECT_EQ(fences.classify(-4.1), Outlier::LowSevere);
    EXPECT_EQ(fences.classify(-4), Outlier::LowMild);
    EXPECT_EQ(fences.classify(-1), Outlier::None);
    EXPECT_EQ(fences.classify(7), Outlier::None);
    EXPECT_EQ(fences.classify(7.1), Outlier::HighMild);
    EXPECT_EQ(fences.classify(10), Outlier::HighMild);
    EXPECT_EQ(fences.classify(10.1), Outlier::HighSevere);
}

TEST(Outliers, AreCounted)
{
    std::vector<double> samples(40);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = 10 + 0.1 * static_cast<double>(i % 10);
    samples.push_back(12);
    samples.push_back(30);
    samples.push_back(0.1);

    const auto counts = countOutliers(samples);

    EXPECT_EQ(counts.mild(), 1);
    EXPECT_EQ(counts.highMild, 1);
    EXPECT_EQ(counts.severe(), 2);
    EXPECT_EQ(counts.highSevere, 1);
    EXPECT_EQ(counts.lowSevere, 1);
}

TEST(Outliers, AreNoneWithoutSamples)
{
    EXPECT_EQ(countOutliers({}).mild() + countOutliers({}).severe(), 0);
}

} // namespace
} // namespace inferometer::core
