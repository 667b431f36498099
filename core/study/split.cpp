// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/split.h"

#include "core/study/note_codes.h"
#include "core/study/paired.h"
#include "core/study/phrases.h"

namespace inferometer::core {
namespace {

bool isUsable(const StudyRow* row)
{
    return row != nullptr && row->isVerified() && !row->rounds.empty();
}

ComparisonOptions optionsFor(const StudyRow& row)
{
    ComparisonOptions options;
    options.isInterleaved = row.isInterleaved;
    return options;
}

void addOtherOrder(
    Split& split, const StudyRow& python, const StudyRow& compiledPython, const StudyRow& compiled)
{
    const auto blocks = commonBlocks({&python, &compiledPython, &compiled});
    if (blocks[0].empty())
        return;
    split.compilingInPython = compare(blocks[0], blocks[1], optionsFor(compiled));
    split.leavingCompiledPython = compare(blocks[1], blocks[2], optionsFor(compiled));
}

Note sentenceOf(const Split& split, const StudyRow& row)
{
    return phrase(codes::split,
        {row.label, std::to_string(row.batch), displayName(row.variant), millisecondsText(split.before_s),
            millisecondsText(split.after_s), millisecondsText(*split.leavingPython.saved_s),
            millisecondsText(*split.compiling.saved_s)});
}

std::optional<Split> splitOf(const StudyTable& table, std::size_t index)
{
    const auto& compiled = table.rows[index];
    const auto* python = siblingRow(table, compiled, Variant{Engine::Python});
    const auto* plain = siblingRow(table, compiled, Variant{Engine::Cpp});
    if (!isUsable(&compiled) || !isUsable(python) || !isUsable(plain))
        return std::nullopt;
    const auto blocks = commonBlocks({python, plain, &compiled});
    if (blocks[0].empty())
        return std::nullopt;
    Split split;
    split.row = index;
    split.whole = compare(blocks[0], blocks[2], optionsFor(compiled));
    split.leavingPython = compare(blocks[0], blocks[1], optionsFor(compiled));
    split.compiling = compare(blocks[1], blocks[2], optionsFor(compiled));
    if (!split.whole.saved_s || !split.leavingPython.saved_s || !split.compiling.saved_s)
        return std::nullopt;
    split.before_s = meanOf(blocks[0]);
    split.after_s = meanOf(blocks[2]);
    const auto* compiledPython = siblingRow(
        table, compiled, Variant{Engine::Python, compiled.variant.mode, false, compiled.variant.layout});
    if (isUsable(compiledPython))
        addOtherOrder(split, *python, *compiledPython, compiled);
    split.sentence = sentenceOf(split, compiled);
    return split;
}

} // namespace

std::vector<Split> splitsOf(const StudyTable& table)
{
    std::vector<Split> splits;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& variant = table.rows[i].variant;
        if (variant.engine != Engine::Cpp || !variant.isCompiled())
            continue;
        if (auto split = splitOf(table, i))
            splits.push_back(std::move(*split));
    }
    return splits;
}

} // namespace inferometer::core
