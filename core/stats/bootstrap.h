// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/estimate.h"
#include "core/stats/rounds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace inferometer::core {

/// What came out of resampling whole rounds, with replacement. Both sorted.
struct Resampled {
    std::vector<double> ratios; ///< mean_variant / mean_baseline
    std::vector<double> savings_s; ///< mean_baseline - mean_variant
};

/// Resamples paired rounds (as many of each, at least one). The same seed gives the same numbers on every
/// platform.
Resampled resampleRounds(
    std::span<const BlockSum> baseline, std::span<const BlockSum> variant, int resamples, std::uint64_t seed);

/// The same for rounds that were not taken together (at least one of each): each side is drawn by itself.
Resampled resampleApart(
    std::span<const BlockSum> baseline, std::span<const BlockSum> variant, int resamples, std::uint64_t seed);

/// Expanded percentile interval (Hesterberg 2015, The American Statistician 69:371): the plain percentile
/// interval is too narrow for few rounds, this one takes quantiles further out as Student's interval would.
Interval expandedPercentileInterval(std::span<const double> sortedStatistics, int rounds, double confidence);

} // namespace inferometer::core
