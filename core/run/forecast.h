// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/run/machine.h"
#include "core/run/run_session.h"
#include "core/store/record.h"

#include <optional>
#include <vector>

namespace inferometer::core {

/// What a plan will cost, from this machine's earlier runs. A part is absent where nothing is known of it.
struct Forecast {
    int visits = 0;
    int rows = 0; ///< planned ones
    int unsupportedRows = 0; ///< of them
    int compiles = 0; ///< packages that are not in the cache, and compilations in Python
    int unknownCompiles = 0; ///< of them, those that were never timed here
    int unknownVisits = 0; ///< visits whose measuring time nobody knows
    std::optional<double> compile_s; ///< of the known ones
    std::optional<double> measuring_s; ///< likewise
    std::optional<std::uint64_t> disk_bytes; ///< that weights, graphs and packages will add to the cache
    std::optional<std::uint64_t> outgrownLimit_bytes; ///< the cache's, where that alone is more
};

/// Reads the newest runs of the history; starts no Python. The devices are those of this machine where none
/// are given.
Forecast forecast(const Plan& plan, const Catalog& catalog, const RunServices& services,
    std::vector<DeviceFacts> devices = {});

} // namespace inferometer::core
