// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/doctor.h"
#include "core/run/stream.h"
#include "core/run/targets.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace inferometer::core {

/// What a target says of itself.
struct TargetReport {
    TargetFacts facts;
    std::vector<Check> checks;
};

/// Lets Inferometer on a target examine what a run needs there. An Error where it cannot be asked, or is of a
/// version that does not fit. `say` is told what a waiting job waits for. Whoever asks for the stop wakes the
/// loop.
Result<TargetReport> examineTarget(const RunServices& services, Loop& loop, const Target& target,
    const std::stop_token& stop, const std::function<void(const Note&)>& say);

} // namespace inferometer::core
