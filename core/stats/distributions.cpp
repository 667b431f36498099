// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distributions.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace inferometer::core {
namespace {

/// From here on the expansion below is exact to 1e-9 for probabilities in 0.0005..0.9995.
constexpr int manyDegrees = 200;

/// Finds x with cdf(x) = probability for a symmetric distribution.
template <typename Cdf> double invert(double probability, Cdf cdf)
{
    assert(probability > 0 && probability < 1);
    if (probability < 0.5)
        return -invert(1 - probability, cdf);
    double low = 0;
    double high = 1;
    while (cdf(high) < probability && high < 1e9)
        high *= 2;
    for (int step = 0; step < 80; ++step) {
        const double middle = (low + high) / 2;
        (cdf(middle) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// Abramowitz and Stegun 26.7.5.
double studentExpansion(double z, double degrees)
{
    const double z2 = z * z;
    const double first = (z2 + 1) * z / 4;
    const double second = ((5 * z2 + 16) * z2 + 3) * z / 96;
    const double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z / 384;
    const double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * z / 92160;
    return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

} // namespace

double normalCdf(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normalQuantile(double probability)
{
    return invert(probability, normalCdf);
}

double studentCdf(double t, int degrees)
{
    assert(degrees >= 1);
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double cosine = std::cos(angle);
    const bool isOdd = degrees % 2 == 1;
    double term = isOdd ? cosine : 1;
    double series = degrees == 1 ? 0 : term;
    for (int k = isOdd ? 3 : 2; k < degrees; k += 2) {
        term *= cosine * cosine * (k - 1) / k;
        series += term;
    }
    const double within =
        isOdd ? 2 / std::numbers::pi * (angle + std::sin(angle) * series) : std::sin(angle) * series;
    return (1 + within) / 2;
}

double studentQuantile(double probability, int degrees)
{
    if (degrees >= manyDegrees)
        return studentExpansion(normalQuantile(probability), degrees);
    return invert(probability, [degrees](double t) { return studentCdf(t, degrees); });
}

int halfBinomialQuantile(int n, double probability)
{
    double logTerm = -n * std::numbers::ln2;
    double cumulated = std::exp(logTerm);
    int k = -1;
    while (k + 1 <= n && cumulated <= probability) {
        ++k;
        logTerm += std::log(static_cast<double>(n - k) / (k + 1));
        cumulated += std::exp(logTerm);
    }
    return k;
}

} // namespace inferometer::core
