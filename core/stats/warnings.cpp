// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/warnings.h"

#include "core/stats/make_note.h"
#include "core/stats/modes.h"
#include "core/stats/note_codes.h"
#include "core/stats/summary.h"
#include "core/stats/trend.h"

#include <optional>

namespace inferometer::core {
namespace {

void warnOfScatter(std::vector<Note>& notes, const Summary& summary)
{
    if (summary.cv && *summary.cv * 100 > highVariation_percent)
        notes.push_back(makeNote(codes::highVariation, {*summary.cv * 100, highVariation_percent}));
    const double iqr_percent = summary.iqr_s / summary.median_s * 100;
    if (iqr_percent > unreliable_percent)
        notes.push_back(makeNote(codes::unreliable, {iqr_percent, unreliable_percent}));
    else if (iqr_percent > noisy_percent)
        notes.push_back(makeNote(codes::noisy, {iqr_percent, noisy_percent}));
}

std::vector<double> seriesFor(const Rounds& rounds, const std::vector<double>& samples)
{
    if (std::ssize(rounds) < valuesForTrend)
        return samples;
    std::vector<double> means;
    for (const auto& block : blockSums(rounds)) {
        if (block.count > 0)
            means.push_back(block.mean_s());
    }
    return means;
}

} // namespace

std::vector<Note> warningsOf(const Rounds& rounds)
{
    std::vector<Note> notes;
    const auto samples = flatten(rounds);
    const auto summary = summarise(samples);
    if (!summary)
        return notes;
    warnOfScatter(notes, *summary);
    const auto trend = trendOf(seriesFor(rounds, samples));
    if (trend && trend->isDrift())
        notes.push_back(makeNote(codes::drift, {trend->change * 100, trend->pValue}));
    if (const auto modes = findTwoModes(samples))
        notes.push_back(makeNote(codes::bimodal, {modes->low_s, modes->high_s, modes->highShare * 100}));
    return notes;
}

} // namespace inferometer::core
