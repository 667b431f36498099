// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/comparison.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace inferometer::core {

enum class FirstStep {
    LeavingPython, ///< from Python to C++, compiled in neither
    ChangingLayout, ///< from contiguous to channels-last weights and inputs, compiled in neither
};

/// The way to a compiled row in two steps: something that is no compiler's doing, then compiling. Times saved
/// by the steps add up to the whole, speed-ups multiply to it; every figure comes from the rounds that all
/// three rows have, with the interval of its own pair.
struct Split {
    FirstStep step = FirstStep::LeavingPython;
    std::size_t row = 0; ///< the compiled row, index into the table
    double before_s = 0; ///< before both steps
    double after_s = 0; ///< after them
    Comparison whole;
    Comparison first;
    Comparison compiling;
    /// Of leaving Python, the same way in the other order, where Python was compiled too: what compiling buys
    /// in Python, and what leaving Python still buys afterwards.
    std::optional<Comparison> compilingInPython;
    std::optional<Comparison> leavingCompiledPython;
    Note sentence;
};

/// Of one compiled row whose workload was also measured before and after the first step, all of them
/// verified: contiguous C++ rows beside both engines' baselines, channels-last ones beside those of both
/// layouts. None between two versions of torch, whose difference would pass for that of the languages.
std::optional<Split> splitOf(const StudyTable& table, std::size_t row);
/// Of every row that has one.
std::vector<Split> splitsOf(const StudyTable& table);

} // namespace inferometer::core
