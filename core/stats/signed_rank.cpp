// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/signed_rank.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace inferometer::core {
namespace {

constexpr std::size_t largestExact = 50;

/// Ranks of distances, doubled so that the average rank of a tie is a whole number.
struct Ranks {
    std::vector<int> doubled; ///< in the order of the sorted differences
    double tieSum = 0; ///< sum of t^3 - t over groups of t ties
};

Ranks rankByDistance(std::span<const double> sortedByDistance)
{
    Ranks ranks;
    std::size_t first = 0;
    while (first < sortedByDistance.size()) {
        std::size_t end = first + 1;
        while (end < sortedByDistance.size()
            && std::abs(sortedByDistance[end]) == std::abs(sortedByDistance[first]))
            ++end;
        ranks.doubled.insert(ranks.doubled.end(), end - first, static_cast<int>(first + 1 + end));
        const auto ties = static_cast<double>(end - first);
        ranks.tieSum += ties * ties * ties - ties;
        first = end;
    }
    return ranks;
}

/// Every difference is positive or negative with probability 1/2: the distribution of the doubled sum of
/// positive ranks, by convolution.
double exactPValue(const std::vector<int>& doubledRanks, int doubledPositive)
{
    int total = 0;
    std::vector<double> probability{1.0};
    for (const int rank : doubledRanks) {
        total += rank;
        std::vector<double> next(static_cast<std::size_t>(total) + 1, 0.0);
        for (std::size_t value = 0; value < probability.size(); ++value) {
            next[value] += probability[value] / 2;
            next[value + static_cast<std::size_t>(rank)] += probability[value] / 2;
        }
        probability = std::move(next);
    }
    const int smaller = std::min(doubledPositive, total - doubledPositive);
    double tail = 0;
    for (int value = 0; value <= smaller; ++value)
        tail += probability[static_cast<std::size_t>(value)];
    return std::min(1.0, 2 * tail);
}

double approximatePValue(const SignedRank& test, double tieSum)
{
    const double n = test.n;
    const double variance = n * (n + 1) * (2 * n + 1) / 24 - tieSum / 48;
    const double z =
        (std::min(test.positiveRanks, test.negativeRanks) - n * (n + 1) / 4) / std::sqrt(variance);
    return std::min(1.0, 2 * normalCdf(z));
}

} // namespace

SignedRank signedRankTest(std::span<const double> differences)
{
    std::vector<double> values;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(values),
        [](double value) { return value != 0; });
    std::sort(values.begin(), values.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    const Ranks ranks = rankByDistance(values);

    int doubledPositive = 0;
    int doubledNegative = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        (values[i] > 0 ? doubledPositive : doubledNegative) += ranks.doubled[i];

    SignedRank test;
    test.n = static_cast<int>(values.size());
    test.positiveRanks = doubledPositive / 2.0;
    test.negativeRanks = doubledNegative / 2.0;
    test.isExact = values.size() <= largestExact;
    if (test.n > 0)
        test.pValue = test.isExact ? exactPValue(ranks.doubled, doubledPositive)
                                   : approximatePValue(test, ranks.tieSum);
    return test;
}

} // namespace inferometer::core
