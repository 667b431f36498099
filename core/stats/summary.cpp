// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/summary.h"

#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inferometer::core {
namespace {

std::optional<double> percentile(std::span<const double> sortedSamples, double probability, int needed)
{
    if (std::ssize(sortedSamples) < needed)
        return std::nullopt;
    return quantileOfSorted(sortedSamples, probability);
}

/// The narrowest symmetric pair of order statistics with at least 95 % (David and Nagaraja, Order Statistics,
/// 7.1).
std::optional<Interval> medianInterval(std::span<const double> sortedSamples)
{
    const auto n = static_cast<int>(sortedSamples.size());
    if (n < samplesForMedianInterval)
        return std::nullopt;
    const int left = halfBinomialQuantile(n, 0.025);
    return Interval{
        sortedSamples[static_cast<std::size_t>(left)], sortedSamples[static_cast<std::size_t>(n - 1 - left)]};
}

} // namespace

bool areValidSamples(std::span<const double> samples_s)
{
    return std::all_of(
        samples_s.begin(), samples_s.end(), [](double value) { return std::isfinite(value) && value > 0; });
}

std::optional<Summary> summarise(std::span<const double> samples_s)
{
    if (samples_s.empty() || !areValidSamples(samples_s))
        return std::nullopt;
    const std::vector<double> ordered = sorted(samples_s);

    Summary summary;
    summary.n = static_cast<int>(ordered.size());
    summary.mean_s = mean(samples_s);
    summary.min_s = ordered.front();
    summary.max_s = ordered.back();
    summary.median_s = quantileOfSorted(ordered, 0.5);
    summary.q1_s = quantileOfSorted(ordered, 0.25);
    summary.q3_s = quantileOfSorted(ordered, 0.75);
    summary.mad_s = medianAbsoluteDeviation(ordered);
    summary.iqr_s = summary.q3_s - summary.q1_s;
    if (ordered.size() > 1) {
        summary.sd_s = standardDeviation(samples_s);
        summary.cv = *summary.sd_s / summary.mean_s;
    }
    summary.p90_s = percentile(ordered, 0.90, samplesForP90);
    summary.p95_s = percentile(ordered, 0.95, samplesForP95);
    summary.p99_s = percentile(ordered, 0.99, samplesForP99);
    summary.medianInterval_s = medianInterval(ordered);
    return summary;
}

} // namespace inferometer::core
