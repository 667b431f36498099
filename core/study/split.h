// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/comparison.h"
#include "core/study/study_table.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace inferometer::core {

/// The way from Python without compiling to compiled C++ in two steps: leaving Python (no compile in both),
/// then compiling (in C++). Times saved by the steps add up to the whole, speed-ups multiply to it; every
/// figure comes from the rounds that all three rows have, with the interval of its own pair.
struct Split {
    std::size_t row = 0; ///< the compiled C++ row, index into the table
    double before_s = 0; ///< Python, no compile
    double after_s = 0; ///< C++, compiled
    Comparison whole;
    Comparison leavingPython;
    Comparison compiling;
    /// The same way in the other order, where Python was compiled too: what compiling buys in Python, and
    /// what leaving Python still buys afterwards.
    std::optional<Comparison> compilingInPython;
    std::optional<Comparison> leavingCompiledPython;
    Note sentence;
};

/// One per compiled C++ row whose workload was also measured without compiling in both engines, all of them
/// verified.
std::vector<Split> splitsOf(const StudyTable& table);

} // namespace inferometer::core
