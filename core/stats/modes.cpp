// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/modes.h"

#include "core/stats/descriptive.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace inferometer::core {
namespace {

/// Where the upper group begins: the largest variance between the groups is the least within them.
std::size_t bestSplit(std::span<const double> ordered)
{
    const auto n = static_cast<double>(ordered.size());
    const double centre = mean(ordered);
    std::size_t best = 0;
    double most = -1;
    double below = 0;
    for (std::size_t split = 1; split < ordered.size(); ++split) {
        below += ordered[split - 1] - centre;
        const auto left = static_cast<double>(split);
        const double between = below * below * (1 / left + 1 / (n - left));
        if (between > most) {
            most = between;
            best = split;
        }
    }
    return best;
}

double separation(std::span<const double> low, std::span<const double> high)
{
    const double lowSd = standardDeviation(low);
    const double highSd = standardDeviation(high);
    const double scatter = std::sqrt((lowSd * lowSd + highSd * highSd) / 2);
    const double distance = mean(high) - mean(low);
    return scatter > 0 ? distance / scatter : std::numeric_limits<double>::infinity();
}

} // namespace

std::optional<TwoModes> findTwoModes(std::span<const double> samples_s)
{
    if (std::ssize(samples_s) < samplesForModes)
        return std::nullopt;
    const auto ordered = sorted(samples_s);
    const std::span<const double> all(ordered);
    const std::size_t split = bestSplit(all);
    const auto low = all.first(split);
    const auto high = all.subspan(split);
    const auto smaller = static_cast<double>(std::min(low.size(), high.size()));
    if (smaller < 2 || smaller < smallestMode * static_cast<double>(all.size()))
        return std::nullopt;
    const TwoModes modes{mean(low), mean(high),
        static_cast<double>(high.size()) / static_cast<double>(all.size()), separation(low, high)};
    const bool isFar = modes.high_s - modes.low_s >= modeDistance * quantileOfSorted(all, 0.5);
    if (!isFar || modes.separation < modeSeparation)
        return std::nullopt;
    return modes;
}

} // namespace inferometer::core
