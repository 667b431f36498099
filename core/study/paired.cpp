// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/paired.h"

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

} // namespace

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
    for (auto& row : blocks)
        row = pooled(row);
    return blocks;
}

Comparison compareRows(const StudyRow& baseline, const StudyRow& variant)
{
    const auto blocks = commonBlocks({&baseline, &variant});
    ComparisonOptions options;
    options.isInterleaved = baseline.isInterleaved && variant.isInterleaved;
    return compare(blocks[0], blocks[1], options);
}

} // namespace inferometer::core
