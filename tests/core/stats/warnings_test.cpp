// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/warnings.h"

#include "core/stats/modes.h"
#include "core/stats/note_codes.h"
#include "core/stats/random.h"
#include "core/stats/trend.h"
#include "tests/core/stats/golden_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numbers>

namespace inferometer::core {
namespace {

bool has(const std::vector<Note>& notes, std::string_view code)
{
    return std::any_of(notes.begin(), notes.end(), [code](const Note& note) { return note.code == code; });
}

Rounds makeRounds(int rounds, int block, const std::function<double(int sample)>& latency)
{
    Rounds result(static_cast<std::size_t>(rounds));
    int sample = 0;
    for (auto& round : result) {
        for (int i = 0; i < block; ++i)
            round.push_back(latency(sample++));
    }
    return result;
}

double normal(Random& random)
{
    return std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(2 * std::numbers::pi * random.uniform());
}

TEST(Warnings, AreNoneForQuietSamples)
{
    Random random(1);
    EXPECT_TRUE(
        warningsOf(makeRounds(20, 5, [&](int) { return 0.01 * (1 + 0.01 * normal(random)); })).empty());
}

TEST(Warnings, AreNoneForOneConstant)
{
    EXPECT_TRUE(warningsOf(makeRounds(20, 5, [](int) { return 0.01; })).empty());
}

TEST(Warnings, AreNoneForNothingAndForNonsense)
{
    EXPECT_TRUE(warningsOf({}).empty());
    EXPECT_TRUE(warningsOf({{0.1, std::numeric_limits<double>::quiet_NaN()}}).empty());
    EXPECT_TRUE(warningsOf({{0.1, 0.0}}).empty());
}

TEST(Warnings, SayWhenTheVariationIsHigh)
{
    Random random(2);
    const auto noise = [&random](double sigma) {
        return makeRounds(20, 50, [&](int) { return 0.01 * (1 + sigma * normal(random)); });
    };
    EXPECT_FALSE(has(warningsOf(noise(0.045)), codes::highVariation));
    EXPECT_TRUE(has(warningsOf(noise(0.055)), codes::highVariation));
}

TEST(Warnings, GradeTheInterquartileRange)
{
    // Samples spread evenly over a width w of the median: the interquartile range is w / 2.
    const auto spread = [](double width) {
        return warningsOf(
            makeRounds(10, 101, [width](int i) { return 1 + width * ((i % 101) / 100.0 - 0.5); }));
    };
    EXPECT_FALSE(has(spread(0.19), codes::noisy));
    EXPECT_TRUE(has(spread(0.21), codes::noisy));
    EXPECT_FALSE(has(spread(0.21), codes::unreliable));
    EXPECT_TRUE(has(spread(0.49), codes::noisy));
    EXPECT_TRUE(has(spread(0.51), codes::unreliable));
    EXPECT_FALSE(has(spread(0.51), codes::noisy));
}

TEST(Warnings, SayHowFarItDrifted)
{
    Random random(3);
    const auto notes =
        warningsOf(makeRounds(20, 5, [&](int i) { return 0.01 * (1 + 0.001 * i + 0.01 * normal(random)); }));

    ASSERT_TRUE(has(notes, codes::drift));
    const auto note =
        std::find_if(notes.begin(), notes.end(), [](const Note& n) { return n.code == codes::drift; });
    EXPECT_NEAR(std::stod(note->args.at(0)), 9.0, 2.0);
}

TEST(Warnings, FindDriftInFewRoundsBySamples)
{
    const auto notes = warningsOf(makeRounds(3, 5, [](int i) { return 0.01 * (1 + 0.01 * i); }));
    EXPECT_TRUE(has(notes, codes::drift));
}

TEST(Warnings, RarelyFindDriftWhereThereIsNone)
{
    int found = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Random random(seed);
        const auto rounds = makeRounds(20, 5, [&](int) { return 0.01 * (1 + 0.05 * normal(random)); });
        found += has(warningsOf(rounds), codes::drift) ? 1 : 0;
    }
    EXPECT_LE(found, 12);
}

TEST(Warnings, FindTwoModes)
{
    Random random(4);
    const auto notes = warningsOf(
        makeRounds(20, 5, [&](int i) { return (i % 4 == 0 ? 0.015 : 0.010) * (1 + 0.01 * normal(random)); }));

    ASSERT_TRUE(has(notes, codes::bimodal));
    const auto note =
        std::find_if(notes.begin(), notes.end(), [](const Note& n) { return n.code == codes::bimodal; });
    EXPECT_NEAR(std::stod(note->args.at(0)), 0.010, 0.0002);
    EXPECT_NEAR(std::stod(note->args.at(1)), 0.015, 0.0002);
    EXPECT_NEAR(std::stod(note->args.at(2)), 25, 0.1);
}

TEST(Modes, AreNotSeenInOne)
{
    int found = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Random random(seed);
        std::vector<double> bell(100);
        std::vector<double> flat(100);
        std::vector<double> skewed(100);
        for (std::size_t i = 0; i < 100; ++i) {
            bell[i] = 1 + 0.1 * normal(random);
            flat[i] = 1 + random.uniform();
            skewed[i] = 1 - 0.3 * std::log(1 - random.uniform());
        }
        found += (findTwoModes(bell) ? 1 : 0) + (findTwoModes(flat) ? 1 : 0) + (findTwoModes(skewed) ? 1 : 0);
    }
    EXPECT_LE(found, 3);
}

TEST(Modes, AreSeparateWithoutAnyScatter)
{
    std::vector<double> samples(50, 0.01);
    samples.insert(samples.end(), 50, 0.012);

    const auto modes = findTwoModes(samples);

    ASSERT_TRUE(modes);
    EXPECT_TRUE(std::isinf(modes->separation));
    EXPECT_DOUBLE_EQ(modes->highShare, 0.5);
}

TEST(Modes, AreNotMadeOfFewOutliers)
{
    std::vector<double> samples(95, 0.01);
    samples.insert(samples.end(), 5, 0.02);
    EXPECT_FALSE(findTwoModes(samples));
}

TEST(Trend, EqualsSciPy)
{
    const auto lines = tests::readGoldenLines("trends.txt");
    ASSERT_EQ(lines.size(), 30u);
    for (const auto& line : lines) {
        const auto trend = trendOf(std::span(line).subspan(3));
        ASSERT_TRUE(trend);
        EXPECT_NEAR(trend->pValue, line[0], 1e-9);
        EXPECT_NEAR(trend->change, line[1], 1e-9);
    }
}

TEST(Trend, IsNotLookedForInFewValues)
{
    EXPECT_FALSE(trendOf(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(Trend, IsFoundInLongSeries)
{
    std::vector<double> values(50'000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 1 + 1e-6 * static_cast<double>(i);
    const auto trend = trendOf(values);
    EXPECT_TRUE(trend->isDrift());
    EXPECT_NEAR(trend->change, 0.05, 0.002);
}

} // namespace
} // namespace inferometer::core
