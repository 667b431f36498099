// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace inferometer::core {
namespace {

/// One round of both, side by side in memory for the inner loop.
struct Pair {
    double baselineSum_s = 0;
    double variantSum_s = 0;
    double baselineCount = 0;
    double variantCount = 0;

    void operator+=(const Pair& other)
    {
        baselineSum_s += other.baselineSum_s;
        variantSum_s += other.variantSum_s;
        baselineCount += other.baselineCount;
        variantCount += other.variantCount;
    }
};

std::vector<Pair> pairUp(std::span<const BlockSum> baseline, std::span<const BlockSum> variant)
{
    std::vector<Pair> pairs;
    pairs.reserve(baseline.size());
    for (std::size_t i = 0; i < baseline.size(); ++i)
        pairs.push_back({baseline[i].sum_s, variant[i].sum_s, static_cast<double>(baseline[i].count),
            static_cast<double>(variant[i].count)});
    return pairs;
}

BlockSum drawn(std::span<const BlockSum> blocks, Random& random)
{
    const auto n = static_cast<std::uint32_t>(blocks.size());
    BlockSum total;
    for (std::uint32_t draw = 0; draw < n; ++draw) {
        const auto& block = blocks[random.below(n)];
        total.sum_s += block.sum_s;
        total.count += block.count;
    }
    return total;
}

/// `draw` gives the means of baseline and variant of one resample.
template <typename Draw> Resampled resampled(int resamples, Draw draw)
{
    Resampled result;
    result.ratios.reserve(static_cast<std::size_t>(resamples));
    result.savings_s.reserve(static_cast<std::size_t>(resamples));
    for (int resample = 0; resample < resamples; ++resample) {
        const auto [baselineMean, variantMean] = draw();
        result.ratios.push_back(variantMean / baselineMean);
        result.savings_s.push_back(baselineMean - variantMean);
    }
    std::sort(result.ratios.begin(), result.ratios.end());
    std::sort(result.savings_s.begin(), result.savings_s.end());
    return result;
}

} // namespace

Resampled resampleRounds(
    std::span<const BlockSum> baseline, std::span<const BlockSum> variant, int resamples, std::uint64_t seed)
{
    assert(!baseline.empty() && baseline.size() == variant.size());
    const auto pairs = pairUp(baseline, variant);
    const auto n = static_cast<std::uint32_t>(pairs.size());
    Random random(seed);
    return resampled(resamples, [&] {
        Pair total;
        for (std::uint32_t draw = 0; draw < n; ++draw)
            total += pairs[random.below(n)];
        return std::pair(total.baselineSum_s / total.baselineCount, total.variantSum_s / total.variantCount);
    });
}

Resampled resampleApart(
    std::span<const BlockSum> baseline, std::span<const BlockSum> variant, int resamples, std::uint64_t seed)
{
    assert(!baseline.empty() && !variant.empty());
    Random random(seed);
    return resampled(resamples, [&] {
        const double baselineMean = drawn(baseline, random).mean_s();
        return std::pair(baselineMean, drawn(variant, random).mean_s());
    });
}

Interval expandedPercentileInterval(std::span<const double> sortedStatistics, int rounds, double confidence)
{
    assert(rounds > 1);
    const double upper = 1 - (1 - confidence) / 2;
    const double factor = std::sqrt(static_cast<double>(rounds) / (rounds - 1));
    const double tail = normalCdf(-factor * studentQuantile(upper, rounds - 1));
    return {quantileOfSorted(sortedStatistics, tail), quantileOfSorted(sortedStatistics, 1 - tail)};
}

} // namespace inferometer::core
