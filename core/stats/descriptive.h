// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

/// Functions of any finite numbers. Empty spans are a programming error; callers decide what too little data
/// is.
namespace inferometer::core {

/// Compensated (Neumaier 1974), so that the order of the samples does not show in the result.
double sum(std::span<const double> values);
double mean(std::span<const double> values);
/// With n - 1 in the denominator; needs two values.
double standardDeviation(std::span<const double> values);
std::vector<double> sorted(std::span<const double> values);
/// Linear interpolation between order statistics, NumPy's default (type 7 of Hyndman and Fan 1996).
/// `probability` is in 0..1.
double quantileOfSorted(std::span<const double> sortedValues, double probability);
double median(std::span<const double> values);
/// Median of the distances to the median, not scaled to a standard deviation.
double medianAbsoluteDeviation(std::span<const double> values);

} // namespace inferometer::core
