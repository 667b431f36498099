// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/published_table.h"

#include "core/study/phrases.h"
#include "core/study/remarks.h"
#include "core/study/report/guide_table.h"
#include "core/study/report/note_codes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace inferometer::core::report {
namespace {

/// A device and a way to execute: a column.
std::vector<TableSubject> columnsOf(const StudyTable& table, CompileMode mode)
{
    auto subjects = subjectsOf(table);
    std::erase_if(subjects, [&](const TableSubject& subject) {
        return subject.variant != Variant{subject.variant.engine, mode};
    });
    return subjects;
}

/// A series of the guide has one compiled mode.
CompileMode modeOf(const StudyTable& published)
{
    const auto found = std::find_if(published.rows.begin(), published.rows.end(),
        [](const StudyRow& row) { return row.variant.isCompiled(); });
    return found == published.rows.end() ? CompileMode::Default : found->variant.mode;
}

std::optional<std::size_t> indexOf(
    const StudyTable& table, const TableSubject& subject, const std::string& model, int batch)
{
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const StudyRow& row) {
        return row.model == model && row.batch == batch && row.variant == subject.variant
            && isSameSetting(row.setting, subject.setting);
    });
    return found == table.rows.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - table.rows.begin()));
}

/// In percent; a word for what has no time, a dash for what was not planned.
Note cellOf(const StudyTable& table, const std::optional<std::size_t>& index)
{
    if (!index)
        return literal("–");
    const auto& row = table.rows[*index];
    if (const auto improvement = improvementOf(table, row))
        return literal(percentText(*improvement));
    return isTimed(row.outcome) ? literal("–") : timeCell(&row);
}

std::vector<Note> headerOf(const std::vector<TableSubject>& own, const std::vector<TableSubject>& published)
{
    std::vector<Note> header{phrase(codes::columnTaskModel), phrase(codes::columnBatchSize)};
    for (const auto& subject : own) {
        const bool isPython = subject.variant.engine == Engine::Python;
        header.push_back(phrase(isPython ? codes::columnHere : codes::columnHereOtherEngine,
            {displayDevice(subject.setting, subject.deviceName), displayName(subject.variant)}));
    }
    for (const auto& subject : published)
        header.push_back(phrase(codes::columnGuide, {subject.deviceName}));
    return header;
}

/// Indices of the rows of some columns, one per column.
std::vector<std::optional<std::size_t>> findAll(
    const StudyTable& table, const std::vector<TableSubject>& columns, const std::string& model, int batch)
{
    std::vector<std::optional<std::size_t>> found;
    for (const auto& subject : columns)
        found.push_back(indexOf(table, subject, model, batch));
    return found;
}

bool hasAny(const std::vector<std::optional<std::size_t>>& found)
{
    return std::any_of(found.begin(), found.end(), [](const auto& row) { return row.has_value(); });
}

} // namespace

PublishedTable publishedBeside(const StudyTable& own, const StudyTable& published)
{
    const auto mode = modeOf(published);
    const auto torch = conditionText(published, "torch");
    const auto ownColumns = columnsOf(own, mode);
    const auto publishedColumns = columnsOf(published, mode);
    PublishedTable result{phrase(codes::headingSeries, {torch, std::string(toWord(mode))}),
        {headerOf(ownColumns, publishedColumns), {},
            phrase(codes::captionPublished, {torch, conditionText(own, "torch")})},
        {}};
    std::set<std::pair<std::string, int>> seen;
    std::vector<std::size_t> shown;
    for (const std::size_t index : guideOrder(own)) {
        const auto& row = own.rows[index];
        const auto here = findAll(own, ownColumns, row.model, row.batch);
        const auto there = findAll(published, publishedColumns, row.model, row.batch);
        if (!hasAny(here) || !hasAny(there) || !seen.emplace(row.model, row.batch).second)
            continue;
        auto& cells = result.table.rows.emplace_back();
        cells = {rowName(row), literal(std::to_string(row.batch))};
        for (const auto& each : here)
            cells.push_back(cellOf(own, each));
        for (const auto& each : there) {
            cells.push_back(cellOf(published, each));
            if (each)
                shown.push_back(*each);
        }
    }
    result.remarks = remarksOn(published, shown);
    return result;
}

} // namespace inferometer::core::report
