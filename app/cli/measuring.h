// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/run/run_session.h"

#include <string>

namespace inferometer::cli {

/// How a run is followed from outside.
struct Following {
    std::string progress = "auto"; ///< auto, always or never; stream: among the lines of the run
    bool hasInput = false; ///< the plan came from standard input, whose end ends the run
};

/// Runs an order with its progress on standard error; an interrupt ends it and keeps what was measured.
core::Result<core::RunEnd> measure(const core::RunOrder& order, const core::RunServices& services,
    const Following& following, const Console& console);

} // namespace inferometer::cli
