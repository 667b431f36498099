// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/journal.h"
#include "core/run/run_session.h"

#include <filesystem>
#include <map>
#include <string>

/// How every run begins and ends, wherever it is measured.
namespace inferometer::core {

/// A run before anything of it is measured: read from its file or new.
struct Beginning {
    RunRecord run;
    std::map<std::string, int> openAttempts;
    std::uint64_t intactBytes = 0;
    std::filesystem::path file;
    bool isResumed = false;
};

Result<Beginning> beginRun(const RunOrder& order, const RunServices& services);

/// The run's file, a new one with its header.
Result<Journal> openJournal(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop, const Beginning& beginning);

/// Fetches those of the user's models of the hub of which nothing is known yet, where the plan allows it:
/// only then the header can name their tasks. One that cannot be fetched costs its rows, as it does later.
void fetchUnknownModels(const Catalog& catalog, const RunServices& services, Loop& loop,
    SweepObserver& observer, const std::stop_token& stop, RunRecord& run);

RunEnd closeRun(RunRecord& run, Ending ending, Journal& journal);

} // namespace inferometer::core
