// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/run_words.h"
#include "core/run/machine.h"
#include "core/run/run_session.h"
#include "core/run/target_doctor.h"

namespace inferometer::cli {

/// Asks a target and keeps what it says; Ctrl-C ends that.
core::Result<core::TargetReport> askTarget(
    const core::RunServices& services, const core::Target& target, const Console& console);

/// This machine's devices with those of the targets that the words name. A target that was never asked is
/// asked.
core::Result<std::vector<core::DeviceFacts>> devicesWithTargets(
    const RunWords& words, const core::RunServices& services, const Console& console);

} // namespace inferometer::cli
