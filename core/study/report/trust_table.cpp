// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/trust_table.h"

#include "core/base/numbers.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/report/guide_table.h"
#include "core/study/report/note_codes.h"

namespace inferometer::core::report {
namespace {

Note none()
{
    return literal("–");
}

template <typename Text> Note cell(const auto& value, Text text)
{
    return value ? literal(text(*value)) : none();
}

Note verdictCell(const StudyRow& row)
{
    if (!row.isVerified() || !row.conclusions || !row.conclusions->verdict)
        return row.outcome == Outcome::Measured ? none() : timeCell(&row);
    return phrase(std::string(codes::verdictPrefix) + std::string(toWord(*row.conclusions->verdict)));
}

bool hasSeveralDevices(const StudyTable& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
        [&](const StudyRow& row) { return placeOf(row.setting) != placeOf(table.rows.front().setting); });
}

std::vector<Note> rowOf(const StudyTable& table, const StudyRow& row, bool severalDevices)
{
    const auto improvement = row.isVerified() ? improvementOf(table, row) : std::nullopt;
    const auto breakEven = improvement && row.conclusions ? row.conclusions->breakEven_runs : std::nullopt;
    std::vector<Note> cells{rowName(row)};
    if (severalDevices)
        cells.push_back(literal(displayDevice(row)));
    std::vector<Note> rest{literal(std::to_string(row.batch)), literal(displayName(row.variant)),
        cell(improvement, [](const Estimate& e) { return percentText(e); }), verdictCell(row),
        cell(row.compile_s, [](double s) { return secondsText(s); }),
        cell(breakEven, [](const Estimate& e) { return countText(e); }),
        cell(row.peak_bytes, [](std::uint64_t bytes) { return bytesText(bytes); })};
    cells.insert(cells.end(), rest.begin(), rest.end());
    return cells;
}

} // namespace

Table trustTable(const StudyTable& table)
{
    Table result;
    const bool severalDevices = hasSeveralDevices(table);
    for (const auto code : {codes::columnTaskModel, codes::columnDevice, codes::columnBatchSize,
             codes::columnVariant, codes::columnImprovement, codes::columnVerdict, codes::columnCompileTime,
             codes::columnBreakEven, codes::columnPeakMemory}) {
        if (code != codes::columnDevice || severalDevices)
            result.header.push_back(phrase(code));
    }
    for (const std::size_t index : guideOrder(table)) {
        const auto& row = table.rows[index];
        if (baselineOf(row.variant) != row.variant)
            result.rows.push_back(rowOf(table, row, severalDevices));
    }
    return result;
}

} // namespace inferometer::core::report
