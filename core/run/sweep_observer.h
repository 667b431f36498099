// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/protocol/runner_messages.h"
#include "core/store/failure_logs.h"
#include "core/store/record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// Where a run stands. `step` is a word of the worker (load, weights, process, reference, export, save,
/// compile), of the runner (see Phase), or of the run itself: start, download, probe, cooldown,
/// wait-space, wait-cache; or set-up, while the Python environment is made.
struct Progress {
    int visit = 0; ///< counts from 0, in the order of the plan
    int visits = 0;
    int rowsDone = 0; ///< planned rows with an outcome
    int rows = 0;
    Workload workload;
    std::optional<Variant> variant; ///< at work, where it is one
    std::string step;
    std::optional<double> share; ///< of the step, 0..1; nothing: unknown
    double elapsed_s = 0; ///< of the run's session
    std::optional<double> remaining_s; ///< only once it is worth showing: after 3 s and two finished visits
};

/// Follows a run, on the dispatcher's thread. Everything given is a value, good to keep or to send elsewhere.
/// Nothing is called while a block is timed unless the runner reports between blocks.
class SweepObserver {
public:
    virtual ~SweepObserver() = default;
    /// The run has its file and its environment; `run` has the records of earlier sessions, if any.
    virtual void started(const RunRecord& /*run*/, const std::filesystem::path& /*file*/) { }
    virtual void progressed(const Progress& /*progress*/) { }
    /// A finished round: one mean per variant of the visit at work (NaN where it has none), for a live chart.
    /// The next round begins when this has returned: the time to draw. Whoever waits here bounds it.
    virtual void roundMeasured(
        const Progress& /*progress*/, const std::vector<Variant>& /*variants*/, const RoundEvent& /*round*/)
    {
    }
    /// A visit has its record, already in the file.
    virtual void visitFinished(const Progress& /*progress*/, const VisitRecord& /*record*/) { }
    /// What was said of a failure, which is kept beside the run's file where it has one.
    virtual void failureLogged(const FailureLog& /*log*/) { }
    /// Something worth saying: a retry, a pause for lack of space, a changed environment.
    virtual void noted(const Note& /*note*/) { }
};

} // namespace inferometer::core
