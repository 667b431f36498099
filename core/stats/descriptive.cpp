// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/descriptive.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace inferometer::core {

double sum(std::span<const double> values)
{
    double total = 0;
    double lost = 0;
    for (const double value : values) {
        const double next = total + value;
        lost += std::abs(total) >= std::abs(value) ? (total - next) + value : (value - next) + total;
        total = next;
    }
    return total + lost;
}

double mean(std::span<const double> values)
{
    assert(!values.empty());
    return sum(values) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    assert(values.size() > 1);
    const double centre = mean(values);
    std::vector<double> squares(values.size());
    std::transform(values.begin(), values.end(), squares.begin(),
        [centre](double value) { return (value - centre) * (value - centre); });
    return std::sqrt(sum(squares) / static_cast<double>(values.size() - 1));
}

std::vector<double> sorted(std::span<const double> values)
{
    std::vector<double> result(values.begin(), values.end());
    std::sort(result.begin(), result.end());
    return result;
}

double quantileOfSorted(std::span<const double> sortedValues, double probability)
{
    assert(!sortedValues.empty() && probability >= 0 && probability <= 1);
    const double position = probability * static_cast<double>(sortedValues.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto above = std::min(below + 1, sortedValues.size() - 1);
    const double share = position - static_cast<double>(below);
    return sortedValues[below] + (sortedValues[above] - sortedValues[below]) * share;
}

double median(std::span<const double> values)
{
    return quantileOfSorted(sorted(values), 0.5);
}

double medianAbsoluteDeviation(std::span<const double> values)
{
    const double centre = median(values);
    std::vector<double> distances(values.size());
    std::transform(values.begin(), values.end(), distances.begin(),
        [centre](double value) { return std::abs(value - centre); });
    return median(distances);
}

} // namespace inferometer::core
