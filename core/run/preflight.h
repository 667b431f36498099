// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_session.h"

/// What would fail every row of a run in the same way, found before the first one.
namespace inferometer::core {

/// A folder that cannot be written to. `variable` names another place for it.
Result<void> checkWritable(const std::filesystem::path& folder, const char* variable);

/// A cache that packages can be kept in and not be run from.
Result<void> checkExecutable(const std::filesystem::path& cache);

/// A runner that does not start, or that was built with another torch than the Python environment has. Asked
/// once per runner and kept in the cache.
Result<void> checkEngine(Loop& loop, const RunServices& services, const std::filesystem::path& cache,
    const Environment& python, std::stop_token stop);

} // namespace inferometer::core
