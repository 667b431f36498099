// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace inferometer::core {

/// Below this many samples two modes are not looked for.
inline constexpr int samplesForModes = 20;
/// Each mode holds at least this share of the samples; what is rarer is an outlier.
inline constexpr double smallestMode = 0.10;
/// The centres differ by at least this much of the median: closer ones do not matter here.
inline constexpr double modeDistance = 0.05;
/// Ashman's D that separates two modes. The halves of a normal distribution have 2.7, of a uniform one 3.5.
inline constexpr double modeSeparation = 4.5;

/// Two groups of samples with a gap between them.
struct TwoModes {
    double low_s = 0; ///< mean of the lower group
    double high_s = 0;
    double highShare = 0; ///< share of the samples in the upper group
    double separation = 0; ///< Ashman's D; infinite where neither group scatters
};

/// The best split of the sorted samples into two groups (least squares within: Otsu 1979), if they stand
/// clearly apart (D of Ashman, Bird and Zepf 1994).
std::optional<TwoModes> findTwoModes(std::span<const double> samples_s);

} // namespace inferometer::core
