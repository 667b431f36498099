// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/base/words.h"

#include <optional>
#include <vector>

namespace inferometer::core {

enum class Verdict { Faster, Slower, Same, Unclear };

template <> struct Words<Verdict> {
    static constexpr std::array all{
        Word<Verdict>{Verdict::Faster, "faster"},
        Word<Verdict>{Verdict::Slower, "slower"},
        Word<Verdict>{Verdict::Same, "same"},
        Word<Verdict>{Verdict::Unclear, "unclear"},
    };
};

/// A value with its 95 % interval.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// What is concluded from the samples of one row; stored with the row, so that opening a run computes nothing.
struct Conclusions {
    int statisticsVersion = 0;
    int n = 0;
    double mean_s = 0;
    std::optional<double> sd_s; ///< from two samples on
    double median_s = 0;
    double min_s = 0;
    double max_s = 0;
    double q1_s = 0;
    double q3_s = 0;
    std::optional<double> p90_s; ///< from 64 samples on
    std::optional<double> p95_s; ///< from 130
    std::optional<double> p99_s; ///< from 662
    int mildOutliers = 0; ///< classified, never removed
    int severeOutliers = 0;
    std::optional<Estimate> improvement_percent; ///< verified rows other than the baseline
    std::optional<Estimate> speedup; ///< t_baseline / t_variant
    std::optional<Verdict> verdict;
    Note verdictReason;
    std::optional<Estimate> breakEven_runs; ///< compile time / time saved per inference; only where time is saved
    std::vector<Note> warnings; ///< noisy, unreliable, drift, bimodal ...
};

} // namespace inferometer::core
