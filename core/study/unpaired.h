// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/stats/estimate.h"
#include "core/stats/rounds.h"
#include "core/stats/verdict.h"

#include <optional>
#include <span>

/// Rows of different runs. Their rounds are not paired: nothing that changed between the two runs (heat,
/// neighbours, memory layout of the process) can be told from a difference of the programs, and samples know
/// nothing of it.
namespace inferometer::core {

/// Smaller changes between runs are not called a difference.
inline constexpr double minimumChange_percent = 5.0;
/// What may be called the same lies within +- this much.
inline constexpr double sameMargin_percent = 2.5;

/// The other run's row against the base's.
struct UnpairedComparison {
    /// (other / base - 1) x 100 with its 95 % interval; positive is slower.
    std::optional<Estimate> change_percent;
    Verdict verdict = Verdict::Unclear;
    Note reason; ///< always there
};

/// Welch's t-test (Welch 1947) on the log of the two means, whose errors are taken over whole rounds, so that
/// what hangs together within a block is not counted twice. faster, slower: at least 20 rounds in both, p
/// below 0.5 %, a change of at least the minimum, and the middle halves of the round means apart: a few bad
/// rounds do not make a difference. same: at least 20 rounds in both and the 99 % interval within the margin,
/// that is two one-sided tests at 0.5 %.
UnpairedComparison compareUnpaired(std::span<const BlockSum> base, std::span<const BlockSum> other,
    double minimum_percent = minimumChange_percent);

} // namespace inferometer::core
