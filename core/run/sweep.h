// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/attempts.h"
#include "core/run/device_watch.h"
#include "core/run/executor.h"
#include "core/run/journal.h"
#include "core/run/machine.h"
#include "core/run/preparation.h"
#include "core/run/progress_tracker.h"
#include "core/run/run_session.h"
#include "core/run/user_files.h"
#include "core/store/noise_floor.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace inferometer::core {

/// What a sweep works with; all of it outlives the sweep.
struct SweepParts {
    const Catalog& catalog;
    const RunServices& services;
    const Clock& clock;
    Loop& loop;
    Executor& executor;
    Preparer& preparer;
    ArtifactCache& cache;
    Journal& journal;
    SweepObserver& observer;
    StopTokens stop;
    std::vector<DeviceFacts> devices;
    std::vector<Note> conditionWarnings; ///< of the session
    std::map<std::string, int> openAttempts; ///< of earlier sessions, per visit
    std::string imageName;
    std::vector<NoiseFloor> noiseFloors = {}; ///< kept on this machine
    MissingFiles missing = {};
};

/// Goes through the visits of a run that have no final record: prepares, measures, retries, concludes,
/// records. A failure of one workload costs its own rows only.
class Sweep {
public:
    Sweep(SweepParts parts, RunRecord& run);

    /// How the run ended; Interrupted: it could not go on.
    Ending execute();

private:
    bool mustStop() const;
    void measureVisit(int index, const Visit& visit);
    std::vector<Variant> settleKnown(const Visit& visit, VisitRecord& record);
    VisitAttempts attemptsFor(const Visit& visit, const std::vector<Variant>& variants) const;
    bool isLast(const Visit& visit) const;
    void measureVariants(const Visit& visit, const std::vector<Variant>& variants, VisitRecord& record);
    std::variant<PreparedVisit, WorkerFailure> prepare(const Visit& visit, const CatalogModel& model);
    /// Before anything of it starts, so that a resumed run does not try it for ever.
    bool writeAttempt(const Visit& visit, int number, const std::vector<Variant>& variants);
    void runAttempts(const Visit& visit, const PreparedVisit& prepared, VisitAttempts& attempts);
    VisitEnd runOnce(const VisitJob& job, const std::vector<Variant>& variants);
    void takeResults(const PreparedVisit& prepared, const VisitAttempts& attempts, VisitRecord& record);
    bool losesDevice(const Visit& visit, const VisitEnd& end);
    void keepLog(FailureLog log);
    void finish(const Visit& visit, VisitRecord record);
    void say(
        const std::string& step, const std::optional<Variant>& variant, std::optional<double> share = {});
    PreparationObserver preparationObserver();
    void coolDown(const Visit& after);

    SweepParts m_parts;
    RunRecord& m_run;
    ProgressTracker m_progress;
    DeviceWatch m_devices;
};

} // namespace inferometer::core
