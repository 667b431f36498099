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

void addOtherOrder(
    Split& split, const StudyRow& python, const StudyRow& compiledPython, const StudyRow& compiled)
{
    const auto [blocks, options] = comparable({&python, &compiledPython, &compiled});
    if (blocks[0].empty())
        return;
    split.compilingInPython = compare(blocks[0], blocks[1], options);
    split.leavingCompiledPython = compare(blocks[1], blocks[2], options);
}

Note sentenceOf(const Split& split, const StudyRow& row)
{
    return aboutRow(split.step == FirstStep::LeavingPython ? codes::split : codes::splitLayout, row,
        {millisecondsText(split.before_s), millisecondsText(split.after_s),
            millisecondsText(*split.first.saved_s), millisecondsText(*split.compiling.saved_s)});
}

/// Where the way to a row begins; nothing where no first step leads to it.
std::optional<FirstStep> firstStepTo(const Variant& variant)
{
    if (!variant.isCompiled())
        return std::nullopt;
    if (variant.layout != Layout::Contiguous)
        return FirstStep::ChangingLayout;
    return variant.engine == Engine::Cpp ? std::optional(FirstStep::LeavingPython) : std::nullopt;
}

} // namespace

std::optional<Split> splitOf(const StudyTable& table, std::size_t index)
{
    const auto& compiled = table.rows[index];
    const auto step = firstStepTo(compiled.variant);
    if (!step)
        return std::nullopt;
    const auto engine = step == FirstStep::LeavingPython ? Engine::Python : compiled.variant.engine;
    const auto* start = siblingRow(table, compiled, Variant{engine});
    const auto* plain = siblingRow(
        table, compiled, Variant{compiled.variant.engine, CompileMode::None, false, compiled.variant.layout});
    if (!isUsable(&compiled) || !isUsable(start) || !isUsable(plain) || start->torch != plain->torch)
        return std::nullopt;
    const auto [blocks, options] = comparable({start, plain, &compiled});
    if (blocks[0].empty())
        return std::nullopt;
    Split split;
    split.step = *step;
    split.row = index;
    split.whole = compare(blocks[0], blocks[2], options);
    split.first = compare(blocks[0], blocks[1], options);
    split.compiling = compare(blocks[1], blocks[2], options);
    if (!split.whole.saved_s || !split.first.saved_s || !split.compiling.saved_s)
        return std::nullopt;
    split.before_s = meanOf(blocks[0]);
    split.after_s = meanOf(blocks[2]);
    const auto* compiledPython = siblingRow(table, compiled, Variant{Engine::Python, compiled.variant.mode});
    if (step == FirstStep::LeavingPython && isUsable(compiledPython))
        addOtherOrder(split, *start, *compiledPython, compiled);
    split.sentence = sentenceOf(split, compiled);
    return split;
}

std::vector<Split> splitsOf(const StudyTable& table)
{
    std::vector<Split> splits;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (auto split = splitOf(table, i))
            splits.push_back(std::move(*split));
    }
    return splits;
}

} // namespace inferometer::core
