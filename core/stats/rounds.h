// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace inferometer::core {

/// The samples of one variant as they are kept: one vector of seconds per round.
using Rounds = std::vector<std::vector<double>>;

/// A block reduced to what comparisons need.
struct BlockSum {
    double sum_s = 0;
    int count = 0;

    double mean_s() const { return sum_s / count; }
};

BlockSum blockSum(std::span<const double> samples_s);
std::vector<BlockSum> blockSums(const Rounds& rounds);
/// All samples in the order in which they were taken.
std::vector<double> flatten(const Rounds& rounds);
/// Mean of all samples, not of the rounds' means. Needs at least one sample.
double meanOf(std::span<const BlockSum> blocks);
/// No empty block and no mean that is not finite and above zero.
bool areValidBlocks(std::span<const BlockSum> blocks);

} // namespace inferometer::core
