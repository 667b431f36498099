// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/paired.h"

#include <algorithm>
#include <map>

namespace inferometer::core {
namespace {

std::vector<BlockSum> pooled(const std::vector<BlockSum>& blocks)
{
    const std::size_t step = (blocks.size() + mostPooledRounds - 1) / mostPooledRounds;
    if (step <= 1)
        return blocks;
    std::vector<BlockSum> result;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i % step == 0)
            result.emplace_back();
        result.back().sum_s += blocks[i].sum_s;
        result.back().count += blocks[i].count;
    }
    return result;
}

std::vector<std::vector<BlockSum>> commonBlocks(std::initializer_list<const StudyRow*> rows)
{
    std::map<int, std::vector<BlockSum>> byRound;
    for (const auto* row : rows) {
        for (const auto& [round, block] : row->rounds)
            byRound[round].push_back(block);
    }
    std::vector<std::vector<BlockSum>> blocks(rows.size());
    for (const auto& entry : byRound) {
        if (entry.second.size() != rows.size())
            continue;
        for (std::size_t i = 0; i < rows.size(); ++i)
            blocks[i].push_back(entry.second[i]);
    }
    return blocks;
}

} // namespace

Comparable comparable(std::initializer_list<const StudyRow*> rows)
{
    Comparable result;
    result.options.isInterleaved =
        std::all_of(rows.begin(), rows.end(), [](const StudyRow* row) { return row->isInterleaved; });
    if (result.options.isInterleaved) {
        result.blocks = commonBlocks(rows);
    } else {
        for (const auto* row : rows)
            result.blocks.push_back(blocksOf(*row));
    }
    for (auto& blocks : result.blocks)
        blocks = pooled(blocks);
    return result;
}

Comparison compareRows(const StudyRow& baseline, const StudyRow& variant)
{
    const auto both = comparable({&baseline, &variant});
    return compare(both.blocks[0], both.blocks[1], both.options);
}

} // namespace inferometer::core
