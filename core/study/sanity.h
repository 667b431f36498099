// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_table.h"

#include <cstddef>
#include <vector>

namespace inferometer::core {

/// Thresholds of the rules. They ask for a second look; nothing is corrected or left out because of them.
/// A larger batch this much faster than a smaller one, beyond the intervals where there are any.
inline constexpr double largerBatchFaster_percent = 1;
/// Time that grows by this much more than the batch does.
inline constexpr double growthBeyondBatch_percent = 10;
/// A device that loses most cells against another, ahead of it in one by this much.
inline constexpr double slowerDeviceAhead_percent = 5;
/// A device is the faster one with at least this share of the common cells.
inline constexpr double fasterDeviceShare = 0.75;
inline constexpr int cellsToRankDevices = 4;
/// Compiling fuses operators and removes launches; the guide's largest figure is 70 %.
inline constexpr double implausibleImprovement_percent = 80;

/// Something that does not fit together, with its numbers.
struct SanityNote {
    Note note;
    std::vector<std::size_t> rows; ///< indices into the table
};

/// All rules over a table, rule by rule.
std::vector<SanityNote> sanityOf(const StudyTable& table);

} // namespace inferometer::core
