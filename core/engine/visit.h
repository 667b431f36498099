// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/surroundings.h"

#include <stop_token>

namespace inferometer::engine {

/// A VisitResult or a VisitFailure; see Engine::runVisit.
core::RunnerEvent runVisit(const core::VisitJob& job, VisitClient& client, const VisitOptions& options,
    std::stop_token stop, const Surroundings& surroundings = {});

} // namespace inferometer::engine
