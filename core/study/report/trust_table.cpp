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

/// Whether there is anything to say in columns that not every run needs.
struct Shape {
    bool hasSeveralDevices = false;
    bool hasWarmStarts = false; ///< of C++ alone: the first call of a Python variant is its compilation
};

Shape shapeOf(const StudyTable& table)
{
    Shape shape;
    for (const auto& row : table.rows) {
        shape.hasSeveralDevices |= placeOf(row.setting) != placeOf(table.rows.front().setting);
        shape.hasWarmStarts |= row.conclusions && row.conclusions->breakEvenWarm_runs;
    }
    return shape;
}

std::vector<Note> rowOf(const StudyTable& table, const StudyRow& row, const Shape& shape)
{
    const auto improvement = row.isVerified() ? improvementOf(table, row) : std::nullopt;
    const auto breakEven = [&](std::optional<Estimate> Conclusions::*runs) {
        const auto count = improvement && row.conclusions ? *row.conclusions.*runs : std::nullopt;
        return cell(count, [](const Estimate& e) { return countText(e); });
    };
    std::vector<Note> cells{rowName(row)};
    if (shape.hasSeveralDevices)
        cells.push_back(literal(displayDevice(row)));
    std::vector<Note> rest{literal(std::to_string(row.batch)), literal(displayName(row.variant)),
        cell(improvement, [](const Estimate& e) { return percentText(e); }), verdictCell(row),
        cell(row.compile_s, [](double s) { return secondsText(s); }),
        breakEven(&Conclusions::breakEven_runs)};
    cells.insert(cells.end(), rest.begin(), rest.end());
    if (shape.hasWarmStarts)
        cells.push_back(breakEven(&Conclusions::breakEvenWarm_runs));
    cells.push_back(cell(row.peak_bytes, [](std::uint64_t bytes) { return bytesText(bytes); }));
    return cells;
}

} // namespace

Table trustTable(const StudyTable& table)
{
    Table result;
    const auto shape = shapeOf(table);
    for (const auto code : {codes::columnTaskModel, codes::columnDevice, codes::columnBatchSize,
             codes::columnVariant, codes::columnImprovement, codes::columnVerdict, codes::columnCompileTime,
             codes::columnBreakEven, codes::columnBreakEvenWarm, codes::columnPeakMemory}) {
        const bool isLeftOut = (code == codes::columnDevice && !shape.hasSeveralDevices)
            || (code == codes::columnBreakEvenWarm && !shape.hasWarmStarts);
        if (!isLeftOut)
            result.header.push_back(phrase(code));
    }
    for (const std::size_t index : guideOrder(table)) {
        const auto& row = table.rows[index];
        if (baselineOf(row.variant) != row.variant)
            result.rows.push_back(rowOf(table, row, shape));
    }
    return result;
}

} // namespace inferometer::core::report
