// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/conclusions.h"

#include "core/stats/outliers.h"
#include "core/stats/summary.h"
#include "core/stats/version.h"
#include "core/stats/warnings.h"

namespace inferometer::core {
namespace {

void fillSummary(Conclusions& conclusions, const Summary& summary)
{
    conclusions.n = summary.n;
    conclusions.mean_s = summary.mean_s;
    conclusions.sd_s = summary.sd_s;
    conclusions.median_s = summary.median_s;
    conclusions.medianInterval_s = summary.medianInterval_s;
    conclusions.min_s = summary.min_s;
    conclusions.max_s = summary.max_s;
    conclusions.q1_s = summary.q1_s;
    conclusions.q3_s = summary.q3_s;
    conclusions.mad_s = summary.mad_s;
    conclusions.p90_s = summary.p90_s;
    conclusions.p95_s = summary.p95_s;
    conclusions.p99_s = summary.p99_s;
}

void fillComparison(Conclusions& conclusions, const Rounds& rounds, const Against& against)
{
    const auto comparison = compare(blockSums(*against.baseline), blockSums(rounds), against.options);
    conclusions.improvement_percent = comparison.improvement_percent;
    conclusions.speedup = comparison.speedup;
    conclusions.pValue = comparison.pValue;
    conclusions.verdict = comparison.verdict;
    conclusions.verdictReason = comparison.reason;
    if (against.compile_s)
        conclusions.breakEven_runs = breakEven(*against.compile_s, comparison);
    if (against.warmStart_s)
        conclusions.breakEvenWarm_runs = breakEven(*against.warmStart_s, comparison);
}

} // namespace

std::optional<Conclusions> conclude(const Rounds& rounds, const Against& against)
{
    const auto samples = flatten(rounds);
    const auto summary = summarise(samples);
    if (!summary)
        return std::nullopt;
    Conclusions conclusions;
    conclusions.statisticsVersion = statisticsVersion;
    fillSummary(conclusions, *summary);
    const auto outliers = countOutliers(samples);
    conclusions.mildOutliers = outliers.mild();
    conclusions.severeOutliers = outliers.severe();
    conclusions.warnings = warningsOf(rounds);
    if (against.baseline != nullptr)
        fillComparison(conclusions, rounds, against);
    return conclusions;
}

} // namespace inferometer::core
