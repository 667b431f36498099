// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/unpaired.h"

#include "core/stats/comparison.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/half_width.h"
#include "core/stats/note_codes.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inferometer::core {
namespace {

/// The log of other / base, as a t-distributed quantity.
struct LogRatio {
    double value = 0;
    double error = 0; ///< standard error
    int degrees = 1;

    double pValue() const
    {
        if (error == 0)
            return value == 0 ? 1 : 0;
        return 2 * (1 - studentCdf(std::abs(value) / error, degrees));
    }

    Interval changeInterval(double confidence) const
    {
        const double reach = error * studentQuantile(1 - (1 - confidence) / 2, degrees);
        return {(std::exp(value - reach) - 1) * 100, (std::exp(value + reach) - 1) * 100};
    }
};

/// Standard error of the log of a mean: the relative error of the mean.
double relativeError(std::span<const BlockSum> blocks)
{
    const int degrees = static_cast<int>(blocks.size()) - 1;
    return *meanHalfWidth(blocks) / studentQuantile(0.975, degrees);
}

/// Welch and Satterthwaite's degrees of freedom, rounded down.
int degreesOf(double errorA, std::size_t roundsA, double errorB, std::size_t roundsB)
{
    const double a = errorA * errorA;
    const double b = errorB * errorB;
    const double below = a * a / static_cast<double>(roundsA - 1) + b * b / static_cast<double>(roundsB - 1);
    const auto fewest = static_cast<double>(std::min(roundsA, roundsB) - 1);
    return static_cast<int>(below > 0 ? std::max(fewest, std::floor((a + b) * (a + b) / below)) : fewest);
}

LogRatio logRatio(std::span<const BlockSum> base, std::span<const BlockSum> other)
{
    const double errorBase = relativeError(base);
    const double errorOther = relativeError(other);
    return {std::log(meanOf(other) / meanOf(base)), std::hypot(errorBase, errorOther),
        degreesOf(errorBase, base.size(), errorOther, other.size())};
}

Interval middleHalf(std::span<const BlockSum> blocks)
{
    std::vector<double> means;
    for (const auto& block : blocks)
        means.push_back(block.mean_s());
    const auto inOrder = sorted(means);
    return {quantileOfSorted(inOrder, 0.25), quantileOfSorted(inOrder, 0.75)};
}

bool overlap(const Interval& a, const Interval& b)
{
    return a.low <= b.high && b.low <= a.high;
}

void decide(UnpairedComparison& comparison, Verdict verdict, Note reason)
{
    comparison.verdict = verdict;
    comparison.reason = std::move(reason);
}

void conclude(UnpairedComparison& comparison, const LogRatio& ratio, bool isApart, double minimum)
{
    const auto& change = *comparison.change_percent;
    const auto wide = ratio.changeInterval(0.99);
    const std::vector<std::string> bounds{
        percentText(wide.low), percentText(wide.high), percentText(sameMargin_percent)};
    const bool isFound = ratio.pValue() < significance;
    const bool isLarge = std::abs(change.value) >= minimum;
    if (isFound && isLarge && isApart)
        return decide(comparison, change.value > 0 ? Verdict::Slower : Verdict::Faster,
            phrase(codes::runsDiffer, {percentText(change)}));
    if (wide.low > -sameMargin_percent && wide.high < sameMargin_percent)
        return decide(comparison, Verdict::Same, phrase(codes::runsAgree, bounds));
    if (!isFound)
        return decide(comparison, Verdict::Unclear, phrase(codes::runsIntervalTooWide, bounds));
    if (!isLarge)
        return decide(comparison, Verdict::Unclear,
            phrase(codes::runsChangeTooSmall, {percentText(change), percentText(minimum)}));
    decide(comparison, Verdict::Unclear, phrase(codes::runsOverlap, {percentText(change)}));
}

} // namespace

UnpairedComparison compareUnpaired(
    std::span<const BlockSum> base, std::span<const BlockSum> other, double minimum_percent)
{
    UnpairedComparison comparison;
    comparison.reason = phrase(codes::notEnoughData);
    if (base.empty() || other.empty())
        return comparison;
    if (!areValidBlocks(base) || !areValidBlocks(other)) {
        comparison.reason = phrase(codes::invalidSamples);
        return comparison;
    }
    comparison.change_percent = Estimate{(meanOf(other) / meanOf(base) - 1) * 100, {}, {}};
    const auto fewest = std::min(base.size(), other.size());
    if (fewest < roundsForVerdict)
        comparison.reason = phrase(codes::runsTooFewRounds,
            {std::to_string(base.size()), std::to_string(other.size()), std::to_string(roundsForVerdict)});
    if (fewest < roundsForInterval)
        return comparison;
    const auto ratio = logRatio(base, other);
    const auto interval = ratio.changeInterval(0.95);
    comparison.change_percent->low = interval.low;
    comparison.change_percent->high = interval.high;
    if (fewest >= roundsForVerdict)
        conclude(comparison, ratio, !overlap(middleHalf(base), middleHalf(other)), minimum_percent);
    return comparison;
}

} // namespace inferometer::core
