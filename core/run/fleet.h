// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/journal.h"
#include "core/run/progress_tracker.h"
#include "core/run/run_session.h"
#include "core/run/slurm.h"
#include "core/run/target_process.h"
#include "core/run/targets.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inferometer::core {

/// What a fleet works with; all of it outlives the fleet.
struct FleetParts {
    const RunServices& services;
    const Clock& clock;
    Loop& loop;
    Journal& journal;
    SweepObserver& observer;
    StopTokens stop;
    std::vector<Target> targets; ///< those that the plan names
    std::string elsewhere = {}; ///< one of them, or "local", to measure all that is left; empty: each its own
    bool allowsCode = false; ///< the user consents to the code that the plan's models run
};

/// Goes through the visits of a run on several machines: each target gets its share of the plan, measures it
/// by itself, its devices in turn, and streams what it finds. Machines work at the same time; targets on one
/// machine take turns. Where devices are measured in parallel, each GPU of this machine has a share of its
/// own, and a target deals with its GPUs in the same way. What arrives here is written here, each visit once.
/// A lost connection costs the visit at work, and is tried again as long as something arrives in between.
class Fleet {
public:
    Fleet(FleetParts parts, RunRecord& run);

    /// How the run ended; Interrupted: some target could not go on.
    Ending execute();
    /// Why some target could not go on.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    /// A target with visits that are planned for it.
    struct Share {
        Target target;
        std::vector<const Visit*> visits;
        bool isOneGpu = false; ///< of this machine: others of it may be at work at the same time
        std::unique_ptr<TargetProcess> process;
        std::unique_ptr<JobWatch> job; ///< while nothing is heard of it
        std::vector<std::vector<std::string>> openJobs; ///< commands that cancel those whose end was not told
        std::unique_ptr<Timer> pause; ///< before a lost connection is tried again
        std::map<std::string, const Visit*> namesThere; ///< of the part that was sent
        std::set<std::string> begun; ///< visits at work there, by their names here
        std::set<std::string> lost; ///< not tried again before the run is resumed
        std::optional<TargetEnd> loss; ///< the last one
        std::vector<int> sessions; ///< of the run here, by the numbers that they have there
        int retriesInARow = 0; ///< without a record in between
        bool hasWorked = false; ///< it began to measure at least once
        bool isOver = false;

        bool isActive() const { return process || pause; }
    };
    struct PauseIsOver { };
    using News = std::variant<StreamMessage, TargetEnd, PauseIsOver>;

    void addShares(const Target& target);
    void startReady();
    bool isMachineFree(const Share& share) const;
    void start(Share& share);
    std::vector<const Visit*> visitsLeft(const Share& share) const;
    RunRecord part(Share& share) const;
    bool isInParallel(const Share& share, const Plan& part) const;
    void stopWhereAsked();
    void cancelJobs(Share& share);
    void handle(Share& share, News news);
    void take(Share& share, const StreamHello& hello);
    void take(Share& share, StreamProgress& progress);
    void take(Share& share, StreamSession& session);
    void take(Share& share, VisitRecord& record);
    void take(Share& share, FailureLog& log);
    void take(Share& share, const Note& note);
    void take(Share&, const StreamClosed&) { }
    void take(Share&, const Check&) { }
    void endOf(Share& share, const TargetEnd& end);
    void loseVisits(Share& share);
    void giveUp(Share& share);
    void keep(VisitRecord record);
    const Visit* plannedVisit(const Share& share, const std::string& nameThere) const;
    bool isStopping() const;

    FleetParts m_parts;
    RunRecord& m_run;
    ProgressTracker m_progress;
    std::map<std::string, int> m_places; ///< of visits in the plan
    std::vector<std::unique_ptr<Share>> m_shares;
    std::vector<std::unique_ptr<ChildProcess>> m_cancelling; ///< jobs; they refer to shares, so they go first
    std::deque<std::pair<Share*, News>> m_news; ///< handled outside of the loop's callbacks: writing may wait
    std::optional<Error> m_failure;
    bool m_hasStopped = false;
    bool m_stopsAfterVisit = false;
};

} // namespace inferometer::core
