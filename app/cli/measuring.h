// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/run/run_session.h"

#include <string>

namespace inferometer::cli {

/// Runs an order with its progress on standard error; an interrupt ends it and keeps what was measured.
/// `progress` is auto, always or never.
core::Result<core::RunEnd> measure(const core::RunOrder& order, const core::RunServices& services,
    const std::string& progress, const Console& console);

} // namespace inferometer::cli
