// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/trend.h"

#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"

#include <cmath>
#include <cstddef>
#include <map>
#include <vector>

namespace inferometer::core {
namespace {

/// All pairs are looked at: this many values bound the work to 20,000 pairs.
constexpr std::size_t mostValues = 200;

std::vector<double> reduced(std::span<const double> values)
{
    if (values.size() <= mostValues)
        return {values.begin(), values.end()};
    std::vector<double> means;
    for (std::size_t bin = 0; bin < mostValues; ++bin) {
        const std::size_t begin = bin * values.size() / mostValues;
        const std::size_t end = (bin + 1) * values.size() / mostValues;
        means.push_back(mean(values.subspan(begin, end - begin)));
    }
    return means;
}

/// Variance of Kendall's S without a trend.
double varianceOfS(std::span<const double> values)
{
    std::map<double, int> occurrences;
    for (const double value : values)
        ++occurrences[value];
    const auto n = static_cast<double>(values.size());
    double variance = n * (n - 1) * (2 * n + 5);
    for (const auto& [value, count] : occurrences) {
        const double t = count;
        variance -= t * (t - 1) * (2 * t + 5);
    }
    return variance / 18;
}

} // namespace

bool Trend::isDrift() const
{
    return pValue < driftSignificance && std::abs(change) > driftChange;
}

std::optional<Trend> trendOf(std::span<const double> values)
{
    if (std::ssize(values) < valuesForTrend)
        return std::nullopt;
    const auto series = reduced(values);
    double concordance = 0;
    std::vector<double> slopes;
    slopes.reserve(series.size() * (series.size() - 1) / 2);
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (std::size_t j = i + 1; j < series.size(); ++j) {
            const double rise = series[j] - series[i];
            concordance += rise > 0 ? 1 : rise < 0 ? -1 : 0;
            slopes.push_back(rise / static_cast<double>(j - i));
        }
    }
    Trend trend;
    trend.change = median(slopes) * static_cast<double>(series.size() - 1) / median(series);
    const double variance = varianceOfS(series);
    if (variance > 0 && concordance != 0)
        trend.pValue = 2 * normalCdf(-(std::abs(concordance) - 1) / std::sqrt(variance));
    return trend;
}

} // namespace inferometer::core
