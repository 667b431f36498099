// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/conclude.h"

#include <algorithm>
#include <set>

namespace inferometer::core {

namespace {

const Row* baselineFor(const VisitRecord& record, const Row& row)
{
    const auto wanted = baselineOf(row.result.variant);
    if (row.result.variant == wanted)
        return nullptr;
    const auto found = std::find_if(record.rows.begin(), record.rows.end(),
        [&](const Row& candidate) { return candidate.result.variant == wanted; });
    return found == record.rows.end() ? nullptr : &*found;
}

std::set<int> numbersOf(const std::vector<RoundSamples>& rounds)
{
    std::set<int> numbers;
    for (const auto& round : rounds)
        numbers.insert(round.round);
    return numbers;
}

/// Rounds that the other row has too come first, so that those of equal place are of equal number.
Rounds alignedRounds(const std::vector<RoundSamples>& rounds, const std::set<int>& common)
{
    Rounds shared;
    Rounds rest;
    for (const auto& round : rounds) {
        if (!round.samples_s.empty())
            (common.contains(round.round) ? shared : rest).push_back(round.samples_s);
    }
    shared.insert(shared.end(), rest.begin(), rest.end());
    return shared;
}

bool isComparable(const Row& row)
{
    return row.result.outcome == Outcome::Measured;
}

/// The first call of a Python variant is its compilation, so that nothing is known of a warm start.
std::optional<double> warmStartOf(const Row& row, const Row& baseline)
{
    if (row.result.variant.engine == Engine::Python)
        return std::nullopt;
    return longerStart_s(
        {row.result.load_s, row.result.firstRun_s}, {baseline.result.load_s, baseline.result.firstRun_s});
}

} // namespace

void concludeRows(VisitRecord& record, const Policy& policy)
{
    for (auto& row : record.rows) {
        row.conclusions.reset();
        if (!isTimed(row.result.outcome))
            continue;
        const auto* baseline = baselineFor(record, row);
        const bool isCompared = baseline && isComparable(row) && isComparable(*baseline);
        const auto common = isCompared ? numbersOf(baseline->result.rounds) : std::set<int>();
        const auto own = numbersOf(row.result.rounds);
        const auto rounds = alignedRounds(row.result.rounds, common);
        Rounds baselineRounds;
        Against against;
        if (isCompared) {
            baselineRounds = alignedRounds(baseline->result.rounds, own);
            against.baseline = &baselineRounds;
            against.compile_s = row.cost.compile_s;
            against.warmStart_s = warmStartOf(row, *baseline);
            against.options.isInterleaved = policy.order == Order::Interleaved
                && !wasMeasuredApart(row.result) && !wasMeasuredApart(baseline->result);
            against.options.seed = policy.seed;
        }
        row.conclusions = conclude(rounds, against);
    }
}

} // namespace inferometer::core
