// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/estimate.h"

#include <optional>
#include <span>

namespace inferometer::core {

/// Samples that a percentile needs, so that it is known with 99 % confidence (MLPerf LoadGen's rule).
inline constexpr int samplesForP90 = 64;
inline constexpr int samplesForP95 = 130;
inline constexpr int samplesForP99 = 662;
/// Below six samples no pair of order statistics encloses the median with 95 % confidence.
inline constexpr int samplesForMedianInterval = 6;

/// One variant's samples in numbers; times in seconds.
struct Summary {
    int n = 0;
    double mean_s = 0;
    std::optional<double> sd_s; ///< n - 1 in the denominator; from two samples on
    double min_s = 0;
    double max_s = 0;
    double median_s = 0;
    double q1_s = 0;
    double q3_s = 0;
    double mad_s = 0; ///< median absolute deviation, not scaled
    double iqr_s = 0;
    std::optional<double> cv; ///< sd / mean, as a fraction; from two samples on
    std::optional<double> p90_s; ///< from samplesForP90 on
    std::optional<double> p95_s;
    std::optional<double> p99_s;
    /// 95 % interval of the median by order statistics; from samplesForMedianInterval on.
    std::optional<Interval> medianInterval_s;
};

/// Durations must be finite and above zero; anything else is a defect of whatever measured them.
bool areValidSamples(std::span<const double> samples_s);

/// Nothing for no samples and for samples that are not valid.
std::optional<Summary> summarise(std::span<const double> samples_s);

} // namespace inferometer::core
