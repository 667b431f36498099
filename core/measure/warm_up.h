// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/measure/policy.h"
#include "core/measure/subject.h"

#include <optional>
#include <span>
#include <stop_token>

namespace inferometer::core {

/// What happened before the first round. None of it is a sample.
struct WarmUp {
    int count = 0; ///< inferences
    double duration_s = 0; ///< inside them
    std::optional<double> first_s; ///< the very first one
    std::optional<double> typical_s; ///< median of the last window: what blocks are planned with
    /// Shown, not assumed: false when the time was too short to tell.
    bool isTrendGone = false;
};

/// The trend from one window of inferences to the next is gone when their medians differ by at most 2 %, or
/// by at most twice the standard error of that difference where samples scatter (never by more than 5 %).
bool isTrendGone(std::span<const double> previous_s, std::span<const double> last_s);

/// Runs windows of inferences until the trend is gone, at most policy.maxWarmup_s and 20 windows. A window
/// has at least 5 inferences (3 of workloads slower than 0.2 s) and 0.1 s; each after the second is as long
/// as all before it, so that slow trends show as well as fast ones. A trend of less than 2 % over the first
/// two windows is left to the warning of drift. With policy.warmup exactly that many inferences. A stop is
/// noticed between windows.
Result<WarmUp> warmUp(Subject& subject, const Policy& policy, std::stop_token stop);

} // namespace inferometer::core
