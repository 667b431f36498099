// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace inferometer::core {

/// Below this many values no trend is looked for.
inline constexpr int valuesForTrend = 10;
/// A trend is called a drift if it is no accident (p) and worth naming (change over the whole series).
inline constexpr double driftSignificance = 0.01;
inline constexpr double driftChange = 0.02;

/// A steady rise or fall over a series.
struct Trend {
    double change = 0; ///< from first to last value, as a fraction of the median (Theil-Sen slope)
    double pValue = 1; ///< Mann-Kendall, two-sided, corrected for ties

    bool isDrift() const;
};

/// Mann 1945 and Kendall; slope by Theil 1950 and Sen 1968. Long series are first reduced to means of
/// neighbours. The values are positive; nothing below valuesForTrend of them.
std::optional<Trend> trendOf(std::span<const double> values);

} // namespace inferometer::core
