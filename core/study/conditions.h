// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/run_comparison.h"

#include <span>
#include <vector>

namespace inferometer::core {

/// Conditions whose values differ between the tables, those that change durations first. What changes from
/// minute to minute (load, free memory) is left out, and so is what only one kind of source can know.
std::vector<ConditionDifference> conditionDifferences(std::span<const StudyTable> tables);

} // namespace inferometer::core
