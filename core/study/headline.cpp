// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/headline.h"

#include "core/stats/comparison.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>

namespace inferometer::core {
namespace {

bool isChecked(const StudyRow& row, Unchecked unchecked)
{
    return row.check == OutputCheck::Passed
        || (row.check == OutputCheck::NotChecked && unchecked == Unchecked::Counted);
}

Note aboutOutcome(std::string_view code, const StudyRow& row, const StudyRow& failed)
{
    return aboutRow(code, row, {std::string(toWord(failed.outcome))});
}

/// Why a row is not in the mean; nothing where it is.
std::optional<Note> whyExcluded(const StudyTable& table, const StudyRow& row, Unchecked unchecked)
{
    if (row.outcome == Outcome::WrongOutput || row.check == OutputCheck::Failed)
        return aboutRow(codes::excludedWrongOutput, row);
    if (row.outcome != Outcome::Measured)
        return aboutOutcome(codes::excludedNotMeasured, row, row);
    if (!isChecked(row, unchecked))
        return aboutRow(codes::excludedNotChecked, row);
    const auto* baseline = baselineRow(table, row);
    if (baseline == nullptr)
        return aboutRow(codes::excludedNoBaseline, row);
    if (baseline->outcome != Outcome::Measured)
        return aboutOutcome(codes::excludedBaseline, row, *baseline);
    if (!isChecked(*baseline, unchecked))
        return aboutRow(codes::excludedBaselineNotChecked, row);
    const auto speedup = speedupOf(table, row);
    if (!speedup || !(speedup->value > 0))
        return aboutRow(codes::excludedNoSpeedup, row);
    return std::nullopt;
}

HeadlineGroup& groupOf(std::vector<HeadlineGroup>& groups, const StudyRow& row)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const HeadlineGroup& group) {
        return group.variant == row.variant && isSameSetting(group.setting, row.setting);
    });
    if (found != groups.end()) {
        if (found->setting.executor.empty())
            found->setting = row.setting;
        if (found->deviceName.empty())
            found->deviceName = row.deviceName;
        return *found;
    }
    groups.push_back({});
    groups.back().setting = row.setting;
    groups.back().deviceName = row.deviceName;
    groups.back().variant = row.variant;
    return groups.back();
}

std::optional<double> geometricMeanOf(
    const std::vector<Estimate>& speedups, std::optional<double> Estimate::*bound)
{
    std::vector<double> bounds;
    for (const auto& speedup : speedups) {
        if (!(speedup.*bound))
            return std::nullopt;
        bounds.push_back(*(speedup.*bound));
    }
    return geometricMean(bounds);
}

void conclude(HeadlineGroup& group, const StudyTable& table)
{
    std::vector<Estimate> speedups;
    std::vector<double> values;
    for (const std::size_t index : group.counted) {
        const auto& row = table.rows[index];
        speedups.push_back(*speedupOf(table, row));
        values.push_back(speedups.back().value);
        if (row.conclusions && row.conclusions->verdict)
            ++group.verdicts[*row.conclusions->verdict];
    }
    const auto mean = geometricMean(values);
    if (!mean)
        return;
    group.speedup = Estimate{
        *mean, geometricMeanOf(speedups, &Estimate::low), geometricMeanOf(speedups, &Estimate::high)};
    const auto [worst, best] = std::minmax_element(values.begin(), values.end());
    group.worst = group.counted[static_cast<std::size_t>(worst - values.begin())];
    group.best = group.counted[static_cast<std::size_t>(best - values.begin())];
}

void count(Headline& headline, const StudyRow& row)
{
    ++headline.outcomes[row.outcome];
    headline.timed += isTimed(row.outcome) ? 1 : 0;
    headline.verified += row.isVerified() ? 1 : 0;
}

/// Whether two rows ran one package: visits that repeat a workload share it, as devices of one name do.
bool isOfOnePackage(const StudyRow& a, const StudyRow& b)
{
    return a.variant.engine == Engine::Cpp && a.model == b.model && a.batch == b.batch
        && a.variant == b.variant && a.setting.dtype == b.setting.dtype
        && a.setting.target == b.setting.target && a.deviceName == b.deviceName;
}

/// What was compiled in this run counts as often as it was; what came from the cache counts once, and not
/// where it was put there by this very run.
void countCompiling(Headline& headline, const StudyTable& table)
{
    std::vector<const StudyRow*> counted;
    double cached_s = 0;
    for (const bool isCached : {false, true}) {
        for (const auto& row : table.rows) {
            if (!row.compile_s || row.isCompileCached != isCached)
                continue;
            const bool isKnown = std::any_of(counted.begin(), counted.end(),
                [&row](const StudyRow* other) { return isOfOnePackage(row, *other); });
            if (isCached && isKnown)
                continue;
            counted.push_back(&row);
            (isCached ? cached_s : headline.compiledNow_s) += *row.compile_s;
        }
    }
    if (!counted.empty())
        headline.compile_s = headline.compiledNow_s + cached_s;
}

void addGroup(std::vector<Note>& sentences, const HeadlineGroup& group, const StudyTable& table)
{
    const std::string device = displayDevice(group.setting, group.deviceName);
    const auto name = displayName(group.variant);
    if (!group.speedup) {
        sentences.push_back(phrase(
            codes::headlineNothing, {name, device, countText(static_cast<double>(group.exclusions.size()))}));
        return;
    }
    sentences.push_back(phrase(codes::headlineSpeedup,
        {name, device, factorText(*group.speedup), countText(static_cast<double>(group.counted.size()))}));
    const auto addRow = [&](std::string_view code, std::size_t index) {
        const auto& row = table.rows[index];
        sentences.push_back(aboutRow(code, row, {factorText(*speedupOf(table, row))}));
    };
    if (group.counted.size() > 1) {
        addRow(codes::headlineBest, *group.best);
        addRow(codes::headlineWorst, *group.worst);
    }
}

/// What is alike in reasons of several rows: the outcome, else the code without its prefix.
std::string kindOf(const Note& reason)
{
    constexpr std::size_t argsWithOutcome = 4;
    if (reason.args.size() == argsWithOutcome)
        return reason.args.back();
    return reason.code.substr(codes::excludedPrefix.size());
}

/// A row each, but many of a kind in one sentence.
void addExclusions(std::vector<Note>& sentences, const HeadlineGroup& group)
{
    constexpr std::size_t many = 3;
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const auto& exclusion : group.exclusions)
        ++counts[{exclusion.reason.code, kindOf(exclusion.reason)}];
    for (const auto& exclusion : group.exclusions) {
        auto& left = counts[{exclusion.reason.code, kindOf(exclusion.reason)}];
        if (left >= many) {
            sentences.push_back(phrase(codes::excludedSeveral,
                {std::to_string(left), displayName(group.variant), kindOf(exclusion.reason)}));
            left = 0;
        } else if (left > 0) {
            sentences.push_back(exclusion.reason);
        }
    }
}

} // namespace

Headline headlineOf(const StudyTable& table, Unchecked unchecked)
{
    Headline headline;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        count(headline, row);
        if (baselineOf(row.variant) == row.variant)
            continue;
        auto& group = groupOf(headline.groups, row);
        if (auto reason = whyExcluded(table, row, unchecked))
            group.exclusions.push_back({i, std::move(*reason)});
        else
            group.counted.push_back(i);
    }
    for (auto& group : headline.groups)
        conclude(group, table);
    countCompiling(headline, table);
    return headline;
}

std::vector<Note> sentencesOf(const Headline& headline, const StudyTable& table)
{
    std::vector<Note> sentences;
    for (const auto& group : headline.groups)
        addGroup(sentences, group, table);
    for (const auto& group : headline.groups)
        addExclusions(sentences, group);
    if (headline.compile_s) {
        const auto all = secondsText(*headline.compile_s);
        const auto now = secondsText(headline.compiledNow_s);
        sentences.push_back(all == now ? phrase(codes::headlineCompiledNow, {all})
                                       : phrase(codes::headlineCompileTime, {all, now}));
    }
    return sentences;
}

} // namespace inferometer::core
