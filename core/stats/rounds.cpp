// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/rounds.h"

#include "core/stats/descriptive.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {

BlockSum blockSum(std::span<const double> samples_s)
{
    return {sum(samples_s), static_cast<int>(samples_s.size())};
}

std::vector<BlockSum> blockSums(const Rounds& rounds)
{
    std::vector<BlockSum> blocks;
    blocks.reserve(rounds.size());
    for (const auto& samples : rounds)
        blocks.push_back(blockSum(samples));
    return blocks;
}

std::vector<double> flatten(const Rounds& rounds)
{
    std::vector<double> samples;
    for (const auto& round : rounds)
        samples.insert(samples.end(), round.begin(), round.end());
    return samples;
}

double meanOf(std::span<const BlockSum> blocks)
{
    double total = 0;
    double count = 0;
    for (const auto& block : blocks) {
        total += block.sum_s;
        count += block.count;
    }
    return total / count;
}

bool areValidBlocks(std::span<const BlockSum> blocks)
{
    return std::all_of(blocks.begin(), blocks.end(), [](const BlockSum& block) {
        return block.count > 0 && std::isfinite(block.sum_s) && block.sum_s > 0;
    });
}

} // namespace inferometer::core
