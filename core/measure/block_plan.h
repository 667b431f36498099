// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/policy.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace inferometer::core {

/// How many timed inferences a block of each subject has.
struct BlockPlan {
    std::vector<int> sizes; ///< per subject
    std::vector<int>
        larger; ///< per subject: the first so many rounds have one more (counts that do not divide)
    std::optional<int> rounds; ///< after so many the plan is fulfilled; nothing: until the stop rule says so

    int size(std::size_t subject, int round) const;
};

/// Sizes blocks from the typical duration of an inference of each subject (nothing: not known). A block has
/// at least policy.minBlock inferences, or fewer for workloads slower than 0.2 s, and lasts at least 20 ms
/// and so long that 20 rounds give policy.minTime_s. An exact count is spread over policy.minRounds rounds.
/// Either is cut so that policy.minRounds rounds fit into policy.maxTime_s and policy.sampleRoom, as long as
/// a block of one does.
BlockPlan planBlocks(const Policy& policy, std::span<const std::optional<double>> typical_s);

} // namespace inferometer::core
