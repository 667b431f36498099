// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/comparison.h"
#include "core/study/study_table.h"

#include <initializer_list>
#include <vector>

namespace inferometer::core {

/// A long measurement has thousands of rounds. For the figures of a study neighbouring ones are pooled until
/// at most this many stand for it: what is drawn from them stays the same, and dozens of comparisons take no
/// time.
inline constexpr std::size_t mostPooledRounds = 100;

/// Rows of one visit, as they are compared with each other.
struct Comparable {
    std::vector<std::vector<BlockSum>> blocks; ///< row by row, in the order of the rounds
    ComparisonOptions options;
};

/// Interleaved rows: the blocks of the rounds that all have. Others: all blocks of each.
Comparable comparable(std::initializer_list<const StudyRow*> rows);

/// Two rows of one visit.
Comparison compareRows(const StudyRow& baseline, const StudyRow& variant);

} // namespace inferometer::core
