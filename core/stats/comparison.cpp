// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparison.h"

#include "core/stats/bootstrap.h"
#include "core/stats/make_note.h"
#include "core/stats/note_codes.h"
#include "core/stats/signed_rank.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inferometer::core {
namespace {

/// Positive where the variant is faster.
std::vector<double> logRatios(std::span<const BlockSum> baseline, std::span<const BlockSum> variant)
{
    std::vector<double> ratios;
    ratios.reserve(baseline.size());
    for (std::size_t i = 0; i < baseline.size(); ++i)
        ratios.push_back(std::log(baseline[i].mean_s() / variant[i].mean_s()));
    return ratios;
}

Interval improvementInterval(const Resampled& resampled, int rounds, double confidence)
{
    const Interval ratio = expandedPercentileInterval(resampled.ratios, rounds, confidence);
    return {(1 - ratio.high) * 100, (1 - ratio.low) * 100};
}

void fillPoints(Comparison& comparison, std::span<const BlockSum> baseline, std::span<const BlockSum> variant)
{
    const double baselineMean = meanOf(baseline);
    const double variantMean = meanOf(variant);
    comparison.improvement_percent = Estimate{(1 - variantMean / baselineMean) * 100, {}, {}};
    comparison.speedup = Estimate{baselineMean / variantMean, {}, {}};
    comparison.saved_s = Estimate{baselineMean - variantMean, {}, {}};
}

/// The speed-up is a monotone function of the improvement: its interval is the same one in other words.
void fillIntervals(Comparison& comparison, const Resampled& resampled)
{
    const Interval ratio = expandedPercentileInterval(resampled.ratios, comparison.rounds, 0.95);
    const Interval saved = expandedPercentileInterval(resampled.savings_s, comparison.rounds, 0.95);
    comparison.improvement_percent->low = (1 - ratio.high) * 100;
    comparison.improvement_percent->high = (1 - ratio.low) * 100;
    comparison.speedup->low = 1 / ratio.high;
    comparison.speedup->high = 1 / ratio.low;
    comparison.saved_s->low = saved.low;
    comparison.saved_s->high = saved.high;
}

void decide(Comparison& comparison, Verdict verdict, Note reason)
{
    comparison.verdict = verdict;
    comparison.reason = std::move(reason);
}

/// The test found a difference: is it one that may be named?
void decideDifference(Comparison& comparison, const SignedRank& test, bool isInterleaved)
{
    const double improvement = comparison.improvement_percent->value;
    const double minimum = isInterleaved ? minimumEffect_percent : minimumEffectApart_percent;
    const bool ranksSayFaster = test.positiveRanks > test.negativeRanks;
    if (std::abs(improvement) < minimum) {
        const auto code = isInterleaved ? codes::belowMinimumEffect : codes::notInterleaved;
        return decide(comparison, Verdict::Unclear, makeNote(code, {improvement, minimum}));
    }
    if (ranksSayFaster != (improvement > 0)) {
        return decide(
            comparison, Verdict::Unclear, makeNote(codes::meansAndRanksDisagree, {improvement, test.pValue}));
    }
    decide(comparison, improvement > 0 ? Verdict::Faster : Verdict::Slower,
        makeNote(codes::differenceShown, {improvement, test.pValue, static_cast<double>(comparison.rounds)}));
}

/// No difference was found, and no equivalence either.
void decideWithoutDifference(
    Comparison& comparison, const SignedRank& test, const Interval& wide, bool isInterleaved)
{
    const Estimate& improvement = *comparison.improvement_percent;
    Note reason = makeNote(codes::intervalTooWide, {wide.low, wide.high, equivalenceMargin_percent});
    if (*improvement.low > 0 || *improvement.high < 0)
        reason = makeNote(codes::evidenceTooWeak, {test.pValue, significance});
    else if (!isInterleaved)
        reason = makeNote(codes::notInterleaved, {improvement.value, minimumEffectApart_percent});
    decide(comparison, Verdict::Unclear, std::move(reason));
}

void reachVerdict(Comparison& comparison, const SignedRank& test, const Interval& wide, bool isInterleaved)
{
    const double minimum = isInterleaved ? minimumEffect_percent : minimumEffectApart_percent;
    const bool isFound = test.pValue < significance;
    const bool isEquivalent =
        isInterleaved && wide.low > -equivalenceMargin_percent && wide.high < equivalenceMargin_percent;
    const bool isSmall = std::abs(comparison.improvement_percent->value) < minimum;
    if (isEquivalent && (isSmall || !isFound)) {
        return decide(comparison, Verdict::Same,
            makeNote(codes::equivalenceShown, {wide.low, wide.high, equivalenceMargin_percent}));
    }
    if (isFound)
        return decideDifference(comparison, test, isInterleaved);
    decideWithoutDifference(comparison, test, wide, isInterleaved);
}

} // namespace

Comparison compare(
    std::span<const BlockSum> baseline, std::span<const BlockSum> variant, const ComparisonOptions& options)
{
    const std::size_t n = std::min(baseline.size(), variant.size());
    if (options.isInterleaved) {
        baseline = baseline.first(n);
        variant = variant.first(n);
    }

    Comparison comparison;
    comparison.rounds = static_cast<int>(n);
    comparison.reason = makeNote(codes::notEnoughData);
    if (n == 0)
        return comparison;
    if (!areValidBlocks(baseline) || !areValidBlocks(variant)) {
        comparison.reason = makeNote(codes::invalidSamples);
        return comparison;
    }
    fillPoints(comparison, baseline, variant);
    const SignedRank test = signedRankTest(logRatios(baseline.first(n), variant.first(n)));
    comparison.pValue = test.pValue;
    comparison.reason =
        makeNote(codes::tooFewRounds, {static_cast<double>(n), static_cast<double>(roundsForVerdict)});
    if (comparison.rounds < roundsForInterval)
        return comparison;
    const auto resample = options.isInterleaved ? resampleRounds : resampleApart;
    const Resampled resampled = resample(baseline, variant, options.resamples, options.seed);
    fillIntervals(comparison, resampled);
    if (comparison.rounds >= roundsForVerdict) {
        const Interval wide = improvementInterval(resampled, comparison.rounds, 0.99);
        reachVerdict(comparison, test, wide, options.isInterleaved);
    }
    return comparison;
}

std::optional<Estimate> breakEven(double compile_s, const Comparison& comparison)
{
    if (!std::isfinite(compile_s) || compile_s < 0 || !comparison.saved_s || comparison.saved_s->value <= 0)
        return std::nullopt;
    if (compile_s == 0)
        return Estimate{0, {}, {}};
    const Estimate& saved = *comparison.saved_s;
    Estimate count{compile_s / saved.value, {}, {}};
    if (saved.high)
        count.low = compile_s / *saved.high;
    if (saved.low && *saved.low > 0)
        count.high = compile_s / *saved.low;
    return count;
}

std::optional<double> longerStart_s(const Start& start, const Start& baseline)
{
    if (!start.firstRun_s || !baseline.firstRun_s)
        return std::nullopt;
    const double own_s = start.load_s.value_or(0) + *start.firstRun_s;
    return std::max(0.0, own_s - baseline.load_s.value_or(0) - *baseline.firstRun_s);
}

std::optional<double> geometricMean(std::span<const double> ratios)
{
    if (ratios.empty())
        return std::nullopt;
    double logs = 0;
    for (const double ratio : ratios) {
        if (!std::isfinite(ratio) || ratio <= 0)
            return std::nullopt;
        logs += std::log(ratio);
    }
    return std::exp(logs / static_cast<double>(ratios.size()));
}

} // namespace inferometer::core
