// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/stats/estimate.h"
#include "core/stats/rounds.h"
#include "core/stats/verdict.h"

#include <cstdint>
#include <optional>
#include <span>

namespace inferometer::core {

/// The verdict's rule. Simulated with identical programs under white noise, drift and bursts it is wrong in
/// at most 1 % of cases; a bootstrap interval alone would be in 4 to 12 %. faster, slower: signed-rank test
/// on the rounds' log-ratios below this p over at least so many rounds, the means on the same side, and an
/// improvement of means of at least the minimum effect.
inline constexpr double significance = 0.005;
inline constexpr int roundsForVerdict = 20;
inline constexpr double minimumEffect_percent = 0.5;
/// Without interleaving, a drift between the variants cannot be told from a difference: only large effects
/// count, and nothing is called the same.
inline constexpr double minimumEffectApart_percent = 5.0;
/// same: the 99 % interval lies within +- this much, that is two one-sided tests at 0.5 % (Schuirmann 1987).
inline constexpr double equivalenceMargin_percent = 1.0;
/// Fewer rounds give no interval.
inline constexpr int roundsForInterval = 5;

struct ComparisonOptions {
    bool isInterleaved = true; ///< both were measured in the same rounds
    std::uint64_t seed = 0; ///< of the bootstrap
    int resamples = 5000;
};

/// A variant against its baseline.
struct Comparison {
    int rounds = 0; ///< that both have
    std::optional<Estimate> improvement_percent; ///< (1 - mean_variant / mean_baseline) x 100
    std::optional<Estimate> speedup; ///< mean_baseline / mean_variant
    std::optional<Estimate> saved_s; ///< mean_baseline - mean_variant, per inference
    std::optional<double> pValue; ///< of the signed-rank test, two-sided
    Verdict verdict = Verdict::Unclear;
    Note reason; ///< always there
};

/// Interleaved, rounds that only one of them has (the last one of a cancelled measurement) are left out.
/// Apart, all rounds of each count for means and intervals; the test, for which any pairing of independent
/// rounds will do, takes as many as both have.
Comparison compare(std::span<const BlockSum> baseline, std::span<const BlockSum> variant,
    const ComparisonOptions& options = {});

/// Inferences after which a compilation has paid for itself, with its 95 % interval; without `high` when the
/// saving is not shown to be above zero; just 0 where nothing was spent. Nothing when no time is saved or the
/// compile time is not a duration.
std::optional<Estimate> breakEven(double compile_s, const Comparison& comparison);

/// What passes until a process has its first result, apart from compiling.
struct Start {
    std::optional<double> load_s;
    std::optional<double> firstRun_s;
};

/// How much longer a start takes than the baseline's, at least 0; nothing where a first inference is not
/// known.
std::optional<double> longerStart_s(const Start& start, const Start& baseline);

/// Of speed-ups or other ratios; of exactly those that are given, so that the caller answers for leaving out
/// rows. Nothing for none, and for ratios that are not finite and above zero.
std::optional<double> geometricMean(std::span<const double> ratios);

} // namespace inferometer::core
