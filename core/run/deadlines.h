// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"

namespace inferometer::core {

/// No deadline is shorter, whatever `deadlineFactor` is: a busy machine needs that long for anything.
constexpr double shortestDeadline_s = 1;

/// How long a phase of a visit may take, in seconds, counted from its event. Healthy phases differ by orders
/// of magnitude (a first inference of over a minute happens), so each has its own limit instead of a
/// heartbeat. What the runner expects of a phase lengthens it. `slowest_s` is the slowest inference seen or
/// expected so far, 0 where none is known.
double deadlineOf(const PhaseEvent& phase, const VisitJob& job, double slowest_s);

} // namespace inferometer::core
