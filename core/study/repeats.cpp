// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/repeats.h"

#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <functional>

namespace inferometer::core {

namespace {

using Repeats = std::vector<const StudyRow*>;

bool isSameWork(const StudyRow& a, const StudyRow& b)
{
    return a.model == b.model && a.batch == b.batch && isSameSetting(a.setting, b.setting);
}

Variant firstOf(Variant variant)
{
    variant.repetition = 1;
    return variant;
}

/// Groups of at least two verified rows that belong together, in the order of the table.
std::vector<Repeats> groupsOf(
    const StudyTable& table, const std::function<bool(const StudyRow&, const StudyRow&)>& belongTogether)
{
    std::vector<Repeats> groups;
    for (const auto& row : table.rows) {
        if (!row.isVerified() || !row.mean_s)
            continue;
        const auto found = std::find_if(groups.begin(), groups.end(),
            [&](const Repeats& group) { return belongTogether(*group.front(), row); });
        (found == groups.end() ? groups.emplace_back() : *found).push_back(&row);
    }
    std::erase_if(groups, [](const Repeats& group) { return group.size() < 2; });
    return groups;
}

Note sentenceOf(std::string_view code, const Repeats& rows)
{
    const auto [least, largest] = std::minmax_element(
        rows.begin(), rows.end(), [](const auto* a, const auto* b) { return *a->mean_s < *b->mean_s; });
    const auto& first = *rows.front();
    return phrase(code,
        {first.label, std::to_string(first.batch), displayName(firstOf(first.variant)),
            std::to_string(rows.size()), millisecondsText(*(*least)->mean_s),
            millisecondsText(*(*largest)->mean_s),
            percentText((*(*largest)->mean_s / *(*least)->mean_s - 1) * 100)});
}

} // namespace

std::vector<Note> repeatsOf(const StudyTable& table)
{
    std::vector<Note> notes;
    const auto addAll = [&](std::string_view code, const auto& belongTogether) {
        for (const auto& rows : groupsOf(table, belongTogether))
            notes.push_back(sentenceOf(code, rows));
    };
    addAll(codes::compileSpread, [](const StudyRow& a, const StudyRow& b) {
        return !a.variant.isBaseline() && a.group == b.group && firstOf(a.variant) == firstOf(b.variant);
    });
    addAll(codes::visitSpread, [](const StudyRow& a, const StudyRow& b) {
        return a.group != b.group && isSameWork(a, b) && a.variant == b.variant;
    });
    return notes;
}

} // namespace inferometer::core
