// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/batch_choice.h"

#include "core/base/numbers.h"
#include "core/study/note_codes.h"
#include "core/study/paired.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <limits>

namespace inferometer::core {
namespace {

/// What may be said about one compiled row under the user's limits.
enum class Standing { Good, Worse, Doubtful, Out };

struct Candidate {
    const StudyRow* row = nullptr;
    Standing standing = Standing::Out;
    std::optional<Estimate> paysBackAfter;
    Note statement; ///< about this row
    Note cause; ///< of an unclear verdict; else empty

    const Note& reason() const { return cause.code.empty() ? statement : cause; }
};

/// The tail that a limit is about; the slowest sample where there are too few for the percentile.
double tailOf(const StudyRow& row)
{
    const auto& conclusions = *row.conclusions;
    return conclusions.p95_s.value_or(conclusions.max_s);
}

/// Why a row may not be run at all; nothing where it may.
std::optional<Note> whyNot(const StudyRow& row, const DecisionInputs& inputs)
{
    if (row.outcome != Outcome::Measured)
        return aboutRow(codes::decisionNotMeasured, row, {std::string(toWord(row.outcome))});
    if (!row.isVerified())
        return aboutRow(codes::decisionNotVerified, row);
    if (const auto mean = meanEstimate(row); !row.conclusions || !mean || !mean->low)
        return aboutRow(codes::decisionNoInterval, row);
    if (inputs.latencyLimit_s && tailOf(row) > *inputs.latencyLimit_s)
        return aboutRow(codes::decisionTooSlow, row,
            {millisecondsText(tailOf(row)), millisecondsText(*inputs.latencyLimit_s)});
    if (!inputs.memoryLimit_bytes)
        return std::nullopt;
    if (!row.peak_bytes)
        return aboutRow(codes::decisionMemoryUnknown, row);
    if (*row.peak_bytes > *inputs.memoryLimit_bytes)
        return aboutRow(
            codes::decisionTooLarge, row, {bytesText(*row.peak_bytes), bytesText(*inputs.memoryLimit_bytes)});
    return std::nullopt;
}

/// How much longer a process takes to its first result with the compiled row. The first call of a Python
/// variant is its compilation, so that nothing is known of a warm one.
std::optional<double> startingCost(const StudyRow& baseline, const StudyRow& row, CacheState cache)
{
    if (row.variant.engine == Engine::Python)
        return cache == CacheState::Cold ? row.compile_s : std::nullopt;
    const auto longerStart =
        longerStart_s({row.load_s, row.firstRun_s}, {baseline.load_s, baseline.firstRun_s});
    if (cache == CacheState::Warm)
        return longerStart;
    return row.compile_s ? std::optional(*row.compile_s + longerStart.value_or(0)) : std::nullopt;
}

/// Inferences after which a cost is saved. The stored count is that of the compile time: another cost scales
/// it.
std::optional<Estimate> paybackOf(const StudyRow& baseline, const StudyRow& row, double cost_s)
{
    const auto& stored = row.conclusions->breakEven_runs;
    if (!stored || !row.compile_s || !(*row.compile_s > 0))
        return breakEven(cost_s, compareRows(baseline, row));
    const double share = cost_s / *row.compile_s;
    const auto scaled = [share](const std::optional<double>& bound) {
        return bound ? std::optional(*bound * share) : std::nullopt;
    };
    return Estimate{stored->value * share, scaled(stored->low), scaled(stored->high)};
}

/// A row that is faster: does it pay within the life of a process?
void judgePayback(Candidate& candidate, const DecisionInputs& inputs)
{
    candidate.standing = Standing::Good;
    if (!inputs.inferencesPerProcess)
        return;
    const double life = *inputs.inferencesPerProcess;
    if (!candidate.paysBackAfter) {
        candidate.standing = Standing::Doubtful;
        candidate.statement = aboutRow(codes::decisionCostUnknown, *candidate.row);
        return;
    }
    const double infinite = std::numeric_limits<double>::infinity();
    const auto& count = *candidate.paysBackAfter;
    if (count.high.value_or(infinite) <= life)
        return;
    const bool isHopeless = count.low.value_or(count.value) > life;
    candidate.standing = isHopeless ? Standing::Worse : Standing::Doubtful;
    candidate.statement = aboutRow(isHopeless ? codes::decisionDoesNotPay : codes::decisionMayNotPay,
        *candidate.row, {countText(count), countText(life)});
}

void judgeVerdict(Candidate& candidate, const StudyRow& baseline, const DecisionInputs& inputs)
{
    const auto& row = *candidate.row;
    switch (row.conclusions->verdict.value_or(Verdict::Unclear)) {
    case Verdict::Faster:
        if (const auto cost = startingCost(baseline, row, inputs.cache))
            candidate.paysBackAfter = paybackOf(baseline, row, *cost);
        judgePayback(candidate, inputs);
        return;
    case Verdict::Same:
        candidate.standing = Standing::Worse;
        candidate.statement = aboutRow(codes::decisionSame, row);
        return;
    case Verdict::Slower:
        candidate.standing = Standing::Worse;
        candidate.statement = aboutRow(codes::decisionSlower, row);
        return;
    case Verdict::Unclear:
        candidate.standing = Standing::Doubtful;
        candidate.statement = aboutRow(codes::decisionNotClear, row);
        candidate.cause = row.conclusions->verdictReason;
        return;
    }
}

Candidate candidateOf(const StudyRow& baseline, const StudyRow& row, const DecisionInputs& inputs)
{
    Candidate candidate;
    candidate.row = &row;
    if (auto reason = whyNot(row, inputs)) {
        candidate.statement = std::move(*reason);
        return candidate;
    }
    judgeVerdict(candidate, baseline, inputs);
    return candidate;
}

/// Of the good ones the fastest; a cheaper compilation wins unless it is shown to be slower.
const Candidate* bestOf(const std::vector<Candidate>& candidates)
{
    const Candidate* fastest = nullptr;
    for (const auto& candidate : candidates) {
        if (candidate.standing == Standing::Good
            && (fastest == nullptr || *candidate.row->mean_s < *fastest->row->mean_s))
            fastest = &candidate;
    }
    const Candidate* best = fastest;
    const auto costOf = [](const Candidate& candidate) { return candidate.row->compile_s.value_or(0); };
    for (const auto& candidate : candidates) {
        if (candidate.standing != Standing::Good || &candidate == fastest
            || costOf(candidate) >= costOf(*best))
            continue;
        if (compareRows(*candidate.row, *fastest->row).verdict != Verdict::Faster)
            best = &candidate;
    }
    return best;
}

const Candidate* firstOf(const std::vector<Candidate>& candidates, Standing standing)
{
    const auto found = std::find_if(candidates.begin(), candidates.end(),
        [standing](const Candidate& candidate) { return candidate.standing == standing; });
    return found == candidates.end() ? nullptr : &*found;
}

/// Whether measuring again would hardly let this row be run: it is over a limit, wrong, or cannot be made.
bool isFinal(const StudyRow& row)
{
    switch (row.outcome) {
    case Outcome::Measured:
        return row.isVerified() && row.conclusions.has_value();
    case Outcome::WrongOutput:
    case Outcome::OutOfMemory:
    case Outcome::Unsupported:
    case Outcome::ExportFailed:
    case Outcome::CompileFailed:
    case Outcome::LoadFailed:
    case Outcome::CaptureFailed:
    case Outcome::Crashed:
        return true;
    default:
        return false;
    }
}

/// No compiled row is worth its while: is that known, or is too little known?
void settleForBaseline(BatchChoice& choice, const std::vector<Candidate>& candidates)
{
    choice.chosen = choice.baseline;
    const auto open = std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
        return candidate.standing == Standing::Out && !isFinal(*candidate.row);
    });
    if (const auto* doubtful = firstOf(candidates, Standing::Doubtful)) {
        choice.advice = Advice::Unclear;
        choice.reason = doubtful->reason();
    } else if (open != candidates.end()) {
        choice.advice = Advice::Unclear;
        choice.reason = open->reason();
    } else if (const auto* worse = firstOf(candidates, Standing::Worse)) {
        choice.advice = Advice::DoNotCompile;
        choice.reason = worse->reason();
    } else if (const auto* out = firstOf(candidates, Standing::Out)) {
        choice.advice = Advice::DoNotCompile;
        choice.reason = out->reason();
    } else {
        choice.reason = aboutRow(codes::decisionNothingCompiled, *choice.baseline);
    }
}

} // namespace

BatchChoice chooseFor(
    const StudyRow& baseline, const std::vector<const StudyRow*>& variants, const DecisionInputs& inputs)
{
    BatchChoice choice;
    choice.baseline = &baseline;
    std::vector<Candidate> candidates;
    if (baseline.isVerified() && baseline.conclusions) {
        for (const auto* row : variants)
            candidates.push_back(candidateOf(baseline, *row, inputs));
    }
    for (const auto& candidate : candidates) {
        if (candidate.standing != Standing::Good)
            choice.leftOut.push_back(candidate.statement);
    }
    if (const auto* best = bestOf(candidates)) {
        choice.advice = Advice::Compile;
        choice.chosen = best->row;
        choice.paysBackAfter = best->paysBackAfter;
        return choice;
    }
    if (auto reason = whyNot(baseline, inputs)) {
        choice.advice = baseline.isVerified() && baseline.conclusions ? Advice::NothingFits : Advice::Unclear;
        choice.reason = *reason;
        choice.leftOut.push_back(std::move(*reason));
        return choice;
    }
    settleForBaseline(choice, candidates);
    return choice;
}

} // namespace inferometer::core
