// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"
#include "core/run/preparation.h"
#include "core/run/run_session.h"

#include <vector>

namespace inferometer::core {

/// What a runner is told to measure these variants of a visit. Folders that it needs for so long as it lives
/// are added to `scratch`.
VisitJob visitJob(const Plan& plan, const Visit& visit, const std::vector<Variant>& variants,
    const PreparedVisit& prepared, const RunServices& services, ArtifactCache& cache,
    std::vector<ScratchFolder>& scratch);

} // namespace inferometer::core
