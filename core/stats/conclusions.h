// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/stats/comparison.h"
#include "core/stats/estimate.h"
#include "core/stats/rounds.h"
#include "core/stats/verdict.h"

#include <optional>
#include <vector>

namespace inferometer::core {

/// What is concluded from the samples of one row; stored with the row, so that opening a run computes
/// nothing.
struct Conclusions {
    int statisticsVersion = 0;
    int n = 0;
    double mean_s = 0;
    std::optional<double> sd_s; ///< from two samples on
    double median_s = 0;
    std::optional<Interval> medianInterval_s; ///< 95 %; from six samples on
    double min_s = 0;
    double max_s = 0;
    double q1_s = 0;
    double q3_s = 0;
    double mad_s = 0; ///< median absolute deviation, not scaled
    std::optional<double> p90_s; ///< from 64 samples on
    std::optional<double> p95_s; ///< from 130
    std::optional<double> p99_s; ///< from 662
    int mildOutliers = 0; ///< classified, never removed
    int severeOutliers = 0;
    std::optional<Estimate> improvement_percent; ///< verified rows other than the baseline
    std::optional<Estimate> speedup; ///< t_baseline / t_variant
    std::optional<double> pValue; ///< of the signed-rank test behind the verdict
    std::optional<Verdict> verdict;
    Note verdictReason;
    std::optional<Estimate>
        breakEven_runs; ///< compile time / time saved per inference; only where time is saved
    /// The same where the compiled program is at hand and only loading it and its first inference take
    /// longer.
    std::optional<Estimate> breakEvenWarm_runs;
    std::vector<Note> warnings; ///< noisy, unreliable, drift, bimodal ...
};

/// What a row is compared with. Give none for a baseline, and none when either row's outputs were wrong: an
/// improvement of wrong outputs does not exist.
struct Against {
    const Rounds* baseline = nullptr;
    std::optional<double> compile_s; ///< of the row; for the break-even count
    std::optional<double>
        warmStart_s; ///< how much longer than the baseline's a start takes without compiling
    ComparisonOptions options;
};

/// Nothing for samples that are missing or not finite and above zero.
std::optional<Conclusions> conclude(const Rounds& rounds, const Against& against = {});

} // namespace inferometer::core
