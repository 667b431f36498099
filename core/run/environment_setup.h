// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/run_session.h"

#include <functional>
#include <stop_token>
#include <string>

namespace inferometer::core {

/// How far the making of the Python environment is.
struct SetupStep {
    int package = 0; ///< counts from 1
    int packages = 0;
    std::string name; ///< of the package at work
};

/// Whether this installation makes its Python environment itself: a package does, a build tree has
/// quickstart's.
bool canSetUp(const RunServices& services);

/// Runs inferometer-setup, which downloads torch and what belongs to it: the caller has the user's consent.
/// Stopped, it leaves nothing that would be taken for an environment.
Result<void> setUpEnvironment(const RunServices& services, Loop& loop,
    const std::function<void(const SetupStep&)>& onStep, const std::stop_token& stop);

} // namespace inferometer::core
