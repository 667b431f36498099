// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/claims.h"

#include "core/stats/comparison.h"
#include "core/study/note_codes.h"
#include "core/study/paired.h"
#include "core/study/phrases.h"
#include "core/study/report/note_codes.h"

#include <algorithm>

namespace inferometer::core::report {
namespace {

constexpr double guideReduction_percent = 30;

/// The compiled rows of one visit that differ in nothing but the mode.
using Modes = std::vector<const StudyRow*>;

std::vector<Modes> modesOf(const StudyTable& table, Engine engine)
{
    std::vector<Modes> all;
    for (const auto& row : table.rows) {
        if (row.variant.engine != engine || !row.variant.isCompiled() || row.variant.frozen
            || row.variant.layout != Layout::Contiguous || row.variant.repetition > 1)
            continue;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Modes& modes) {
            const auto& first = *modes.front();
            return first.group == row.group && first.model == row.model && first.batch == row.batch
                && isSameSetting(first.setting, row.setting);
        });
        if (found == all.end())
            all.push_back({&row});
        else
            found->push_back(&row);
    }
    return all;
}

const StudyRow* find(const Modes& modes, CompileMode mode)
{
    const auto found = std::find_if(
        modes.begin(), modes.end(), [mode](const StudyRow* row) { return row->variant.mode == mode; });
    return found == modes.end() ? nullptr : *found;
}

std::string text(std::size_t count)
{
    return std::to_string(count);
}

Standing standingOf(std::size_t confirmed, std::size_t tested)
{
    if (tested == 0)
        return Standing::NotTested;
    if (confirmed == tested)
        return Standing::Holds;
    return confirmed == 0 ? Standing::Fails : Standing::Mixed;
}

/// How many rows lie above a limit and how many below, each with its whole interval; the others are proof of
/// neither.
struct AboveAndBelow {
    std::size_t above = 0;
    std::size_t below = 0;
    std::size_t tested = 0;

    Standing standing() const
    {
        if (tested == 0)
            return Standing::NotTested;
        if (above > 0)
            return Standing::Fails;
        return below == tested ? Standing::Holds : Standing::NotClear;
    }
};

Claim upToThirty(const StudyTable& table, Engine engine)
{
    Claim claim{phrase(codes::claimThirty), Standing::NotTested, phrase(codes::claimNotTested)};
    const StudyRow* largest = nullptr;
    double most_percent = 0;
    AboveAndBelow count;
    for (const auto& row : table.rows) {
        const auto saved = improvementOf(table, row);
        if (row.variant.engine != engine || !row.variant.isCompiled() || !row.isVerified() || !saved)
            continue;
        ++count.tested;
        count.above += saved->low && *saved->low > guideReduction_percent ? 1 : 0;
        count.below += saved->high && *saved->high <= guideReduction_percent ? 1 : 0;
        if (largest == nullptr || saved->value > most_percent) {
            largest = &row;
            most_percent = saved->value;
        }
    }
    claim.standing = count.standing();
    if (largest != nullptr)
        claim.finding = phrase(codes::claimThirtyFound,
            {percentText(*improvementOf(table, *largest)), largest->label, std::to_string(largest->batch),
                displayName(largest->variant), text(count.above), text(count.below), text(count.tested)});
    return claim;
}

/// Compile times of a mode against those of the others of the same visit.
struct CompileTimes {
    std::size_t tested = 0;
    std::size_t shortest = 0;
    std::size_t longest = 0;
    std::vector<double> ratios; ///< nearest other / this one
};

CompileTimes compileTimesOf(const std::vector<Modes>& all, CompileMode mode)
{
    CompileTimes times;
    for (const auto& modes : all) {
        const auto* row = find(modes, mode);
        if (row == nullptr || !row->compile_s || !(*row->compile_s > 0))
            continue;
        std::vector<double> others;
        for (const auto* other : modes) {
            if (other != row && other->compile_s)
                others.push_back(*other->compile_s);
        }
        if (others.empty())
            continue;
        const auto [low, high] = std::minmax_element(others.begin(), others.end());
        ++times.tested;
        times.shortest += *row->compile_s < *low ? 1 : 0;
        times.longest += *row->compile_s > *high ? 1 : 0;
        times.ratios.push_back(*low / *row->compile_s);
    }
    return times;
}

Claim defaultCompilesFastest(const std::vector<Modes>& all)
{
    const auto times = compileTimesOf(all, CompileMode::Default);
    Claim claim{phrase(codes::claimDefaultCompilesFastest), standingOf(times.shortest, times.tested),
        phrase(codes::claimNotTested)};
    if (const auto ratio = geometricMean(times.ratios))
        claim.finding = phrase(
            codes::claimCompiledFastest, {text(times.shortest), text(times.tested), factorText(*ratio)});
    return claim;
}

Claim autotuneCompilesLongest(const std::vector<Modes>& all)
{
    const auto times = compileTimesOf(all, CompileMode::MaxAutotune);
    Claim claim{phrase(codes::claimAutotuneCompilesLongest), standingOf(times.longest, times.tested),
        phrase(codes::claimNotTested)};
    if (times.tested > 0)
        claim.finding = phrase(codes::claimCompiledLongest, {text(times.longest), text(times.tested)});
    return claim;
}

struct Contest {
    std::size_t faster = 0;
    std::size_t same = 0;
    std::size_t slower = 0;
    std::size_t open = 0; ///< not told apart

    std::size_t tested() const { return faster + same + slower + open; }

    Standing standing() const
    {
        if (tested() == 0)
            return Standing::NotTested;
        if (faster == tested())
            return Standing::Holds;
        if (same + slower == 0)
            return Standing::NotClear;
        return faster > 0 ? Standing::Mixed : Standing::Fails;
    }
};

/// A mode against the fastest other one of the visit, or against one that is named.
Contest contestOf(const std::vector<Modes>& all, CompileMode mode, std::optional<CompileMode> against)
{
    Contest contest;
    for (const auto& modes : all) {
        const auto* row = find(modes, mode);
        const StudyRow* rival = nullptr;
        for (const auto* other : modes) {
            const bool isRival = other != row && other->isVerified() && other->mean_s
                && !other->rounds.empty() && (!against || other->variant.mode == *against);
            if (isRival && (rival == nullptr || *other->mean_s < *rival->mean_s))
                rival = other;
        }
        if (row == nullptr || rival == nullptr || !row->isVerified() || row->rounds.empty())
            continue;
        const auto verdict = compareRows(*rival, *row).verdict;
        contest.faster += verdict == Verdict::Faster ? 1 : 0;
        contest.same += verdict == Verdict::Same ? 1 : 0;
        contest.slower += verdict == Verdict::Slower ? 1 : 0;
        contest.open += verdict == Verdict::Unclear ? 1 : 0;
    }
    return contest;
}

Claim runsFaster(std::string_view statement, const Contest& contest)
{
    Claim claim{phrase(statement), contest.standing(), phrase(codes::claimNotTested)};
    if (contest.tested() > 0)
        claim.finding = phrase(codes::claimRan,
            {text(contest.faster), text(contest.same), text(contest.slower), text(contest.open),
                text(contest.tested())});
    return claim;
}

} // namespace

std::vector<Claim> claimsOf(const StudyTable& table, Engine engine)
{
    const auto all = modesOf(table, engine);
    return {upToThirty(table, engine), defaultCompilesFastest(all), autotuneCompilesLongest(all),
        runsFaster(codes::claimAutotuneRunsFastest, contestOf(all, CompileMode::MaxAutotune, {})),
        runsFaster(codes::claimReduceOverheadRunsFaster,
            contestOf(all, CompileMode::ReduceOverhead, CompileMode::Default))};
}

} // namespace inferometer::core::report
