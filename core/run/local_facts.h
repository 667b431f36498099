// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/plan.h"

#include <filesystem>

namespace inferometer::core {

/// What a run needs to go on and what must not leave this machine: paths. Kept in a file beside the run file.
Result<void> writeLocalFacts(const std::filesystem::path& runFile, const Plan& plan);
/// Puts them back into a plan that was read from the run file; a missing file changes nothing.
void addLocalFacts(const std::filesystem::path& runFile, Plan& plan);

} // namespace inferometer::core
