// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/published_table.h"

#include "core/study/phrases.h"
#include "core/study/report/guide_table.h"
#include "core/study/report/note_codes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace inferometer::core::report {
namespace {

/// A device and a way to execute: a column.
std::vector<TableSubject> columnsOf(const StudyTable& table)
{
    auto subjects = subjectsOf(table);
    std::erase_if(subjects, [](const TableSubject& subject) {
        return subject.variant != Variant{subject.variant.engine, CompileMode::Default};
    });
    return subjects;
}

const StudyRow* rowOf(
    const StudyTable& table, const TableSubject& subject, const std::string& model, int batch)
{
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const StudyRow& row) {
        return row.model == model && row.batch == batch && row.variant == subject.variant
            && isSameSetting(row.setting, subject.setting);
    });
    return found == table.rows.end() ? nullptr : &*found;
}

/// In percent; a word for what has no time, a dash for what was not planned.
Note cellOf(const StudyTable& table, const StudyRow* row)
{
    if (row == nullptr)
        return literal("–");
    if (const auto improvement = improvementOf(table, *row))
        return literal(percentText(*improvement));
    return isTimed(row->outcome) ? literal("–") : timeCell(row);
}

std::vector<Note> headerOf(const std::vector<TableSubject>& own, const std::vector<TableSubject>& published)
{
    std::vector<Note> header{phrase(codes::columnTaskModel), phrase(codes::columnBatchSize)};
    for (const auto& subject : own)
        header.push_back(phrase(codes::columnHere,
            {subject.deviceName.empty() ? subject.setting.device : subject.deviceName,
                displayName(subject.variant)}));
    for (const auto& subject : published)
        header.push_back(phrase(codes::columnGuide, {subject.deviceName}));
    return header;
}

} // namespace

Table publishedBeside(const StudyTable& own, const StudyTable& published)
{
    const auto ownColumns = columnsOf(own);
    const auto publishedColumns = columnsOf(published);
    Table result{headerOf(ownColumns, publishedColumns), {},
        phrase(codes::captionPublished, {conditionText(published, "torch"), conditionText(own, "torch")})};
    std::set<std::pair<std::string, int>> seen;
    for (const std::size_t index : guideOrder(own)) {
        const auto& row = own.rows[index];
        const auto hasLine = [&](const StudyTable& table, const TableSubject& subject) {
            return rowOf(table, subject, row.model, row.batch) != nullptr;
        };
        const bool isHere = std::any_of(ownColumns.begin(), ownColumns.end(),
            [&](const TableSubject& subject) { return hasLine(own, subject); });
        const bool isThere = std::any_of(publishedColumns.begin(), publishedColumns.end(),
            [&](const TableSubject& subject) { return hasLine(published, subject); });
        if (!isHere || !isThere || !seen.emplace(row.model, row.batch).second)
            continue;
        auto& cells = result.rows.emplace_back();
        cells = {rowName(row), literal(std::to_string(row.batch))};
        for (const auto& subject : ownColumns)
            cells.push_back(cellOf(own, rowOf(own, subject, row.model, row.batch)));
        for (const auto& subject : publishedColumns)
            cells.push_back(cellOf(published, rowOf(published, subject, row.model, row.batch)));
    }
    return result;
}

} // namespace inferometer::core::report
