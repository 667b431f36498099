// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/paths.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/device/nvidia.h"
#include "core/plan/plan.h"
#include "core/run/loop.h"
#include "core/run/sweep_observer.h"
#include "core/store/artifact_cache.h"
#include "core/store/record.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace inferometer::core {

/// Where a run finds what it needs, and how patient it is. The same for every run of a program.
struct RunServices {
    Paths paths;
    Tools tools;
    std::filesystem::path systemRoot = "/"; ///< below it proc/ and sys/: tests have their own
    DriverSymbols driver = installedDriver(); ///< likewise
    /// Runs with different words do not exclude each other: tests pretend to be on machines of their own.
    std::string machine = environmentVariable("INFEROMETER_MACHINE").value_or("");
    std::uint64_t cacheLimit_bytes = ArtifactCache::defaultLimit_bytes;
    std::uint64_t minFree_bytes = 2ull
        << 30; ///< below it a run waits for space before it compiles or measures
    double pauseLimit_s = 600; ///< so long; then it ends and can be resumed
    double deadlineFactor = 1; ///< scales every deadline; tests make them short
    double answerLimit_s = 120; ///< so long a target that is no job of Slurm may take to say who it is
    double reconnectPause_s = 2; ///< before a lost connection is tried again
};

/// What to run and where to write it.
struct RunOrder {
    Plan plan; ///< not used when resuming
    Catalog catalog;
    bool allowsCode = false; ///< the user consents to the code that the plan's models run
    std::filesystem::path file; ///< empty: a new file in the history
    bool toStandardOutput = false; ///< lines to standard output instead of a file
    std::filesystem::path resume; ///< a run file to continue; empty: a new run
    std::string elsewhere; ///< a target, or "local", that measures all that is left of it; empty: as planned
    bool isForTarget = false; ///< the plan came from another machine: its user's files may be missing here
};

/// Two ways to stop, fresh for every run: after the visit at work, or now (its rows become cancelled; what
/// was measured before stays).
struct StopTokens {
    std::stop_token afterVisit;
    std::stop_token now;
};

/// How a run ended. `run` holds everything measured, also when there is a failure.
struct RunEnd {
    std::shared_ptr<const RunRecord> run;
    std::filesystem::path file;
    std::optional<Error> failure; ///< the run could not go on: no space, a lost file
};

/// Prepares, measures and records a whole plan on the calling thread. An Error means that nothing was begun.
Result<RunEnd> executeRun(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop);

} // namespace inferometer::core
