// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/plan.h"

namespace inferometer::core {

inline constexpr int maxRuns = 1'000'000; ///< timed inferences, or those to warm up with
inline constexpr double longest_s = 30 * 86400; ///< of anything that is waited for
inline constexpr double longestPause_s = 86400; ///< between visits
inline constexpr double coolestGate_c = 20; ///< temperatures of a device that can be waited for
inline constexpr double warmestGate_c = 100;

/// Checks the numbers of a plan that came from a file: beyond these a runner would reserve memory without
/// end, durations in nanoseconds would overflow, and the record of a visit could not be read again.
Result<void> checkPlanNumbers(const Plan& plan);

} // namespace inferometer::core
