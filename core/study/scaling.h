// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// One batch size of a curve. A batch without a time keeps its place and says why.
struct ScalingPoint {
    int batch = 1;
    std::size_t row = 0; ///< index into the table
    Outcome outcome = Outcome::NotRun;
    std::optional<Estimate> perImage_s; ///< of timed rows with right outputs
    std::optional<Estimate> improvement_percent; ///< compiled rows, against their baseline
    std::optional<Verdict> verdict;
};

/// Where compiling pays over the batch sizes measured.
enum class Payoff {
    Baseline, ///< the curve is not compiled
    Throughout,
    StopsPaying, ///< faster up to a batch, then shown not to be
    StartsPaying, ///< the other way round
    Never,
    Unclear, ///< no such order, or too little is known
    MeansOnly, ///< published figures: no verdicts
};

template <> struct Words<Payoff> {
    static constexpr std::array all{
        Word<Payoff>{Payoff::Baseline, "baseline"},
        Word<Payoff>{Payoff::Throughout, "throughout"},
        Word<Payoff>{Payoff::StopsPaying, "stops-paying"},
        Word<Payoff>{Payoff::StartsPaying, "starts-paying"},
        Word<Payoff>{Payoff::Never, "never"},
        Word<Payoff>{Payoff::Unclear, "unclear"},
        Word<Payoff>{Payoff::MeansOnly, "means-only"},
    };
};

/// Time per image over the batch size for one way to execute one model.
struct ScalingCurve {
    std::string model;
    std::string label;
    Setting setting;
    std::string deviceName;
    Variant variant;
    std::vector<ScalingPoint> points; ///< by batch
    std::optional<int> bestBatch; ///< least time per image, by means
    Payoff payoff = Payoff::Baseline;
    std::optional<int> lastBefore; ///< of StopsPaying and StartsPaying: the last batch before the change ...
    std::optional<int> firstAfter; ///< ... and the first one behind it
    Note sentence; ///< empty for a baseline, and where nothing is improved or worsened
};

/// Curves with at least two batch sizes, in the order of the table.
std::vector<ScalingCurve> scalingOf(const StudyTable& table);

} // namespace inferometer::core
