// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_session.h"

#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/plan/selection.h"
#include "core/run/beginning.h"
#include "core/run/device_lock.h"
#include "core/run/doctor.h"
#include "core/run/environment.h"
#include "core/run/fleet_session.h"
#include "core/run/in_process.h"
#include "core/run/preflight.h"
#include "core/run/runner_process.h"
#include "core/run/sweep.h"
#include "core/run/user_files.h"
#include "core/store/flat_rows.h"
#include "core/store/noise_floor.h"

#include <algorithm>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

void sayWhatChanged(const RunRecord& run, SweepObserver& observer)
{
    if (run.sessions.size() < 2)
        return;
    const auto& before = run.sessions.front();
    const auto& now = run.sessions.back();
    for (const auto key : decisiveConditions()) {
        if (valueOf(before, key) != valueOf(now, key))
            observer.noted(Note{std::string(codes::resumedElsewhere),
                {std::string(key), valueOf(before, key), valueOf(now, key)}});
    }
}

Error environmentError(const WorkerFailure& failure)
{
    if (failure.outcome == Outcome::Cancelled)
        return Error{ErrorCode::Cancelled, "Cancelled before anything was measured."};
    std::vector<Note> reasons{Note{"environment-broken", {}}, failure.reason};
    if (!failure.detail.empty())
        reasons.push_back(Note{"quoted", {failure.detail}});
    return Error{ErrorCode::EnvironmentMissing, std::move(reasons)};
}

Result<void> checkImage(const RunRecord& run, const ImageFacts& image)
{
    for (const auto& record : run.visits) {
        if (!record.image.empty() && record.image != image.name)
            return Error{ErrorCode::UsageInvalid, Note{"run-image-is-another", {record.image, image.name}}};
    }
    return {};
}

Result<void> checkResumable(
    const Beginning& beginning, const RunOrder& order, const Catalog& catalog, const Machine& machine)
{
    if (beginning.run.isSample)
        return Error{ErrorCode::UsageInvalid, Note{"sample-not-resumable", {}}};
    return checkPlan(beginning.run.plan, catalog, machine,
        order.isForTarget ? WhatIsMissing::CostsItsRows : WhatIsMissing::IsAnError);
}

/// Everything that lives as long as the sweep, made in order.
class Session {
public:
    Session(const RunOrder& order, const Catalog& catalog, const RunServices& services, Loop& loop,
        SweepObserver& observer, const StopTokens& stop, Beginning beginning, MissingFiles missing)
        : m_order(order)
        , m_catalog(catalog)
        , m_services(services)
        , m_loop(loop)
        , m_observer(observer)
        , m_stop(stop)
        , m_beginning(std::move(beginning))
        , m_missing(std::move(missing))
        , m_run(m_beginning.run)
    {
    }

    Result<RunEnd> execute()
    {
        auto cache = ArtifactCache::open(m_services.paths.cache, m_services.cacheLimit_bytes);
        if (!cache)
            return cache.error();
        if (const auto checked = checkPlaces(cache->root()); !checked)
            return checked.error();
        cache->removeLeftovers();
        const auto devices = findDevices(m_services.systemRoot, m_services.driver);
        const auto locks = lockDevices(m_run.plan, devices, m_services.machine);
        if (!locks)
            return locks.error();
        const auto image =
            imageFacts(m_missing.image ? std::string() : m_run.plan.imagePath, m_services.tools.resources);
        if (!image)
            return image.error();
        if (const auto checked = checkImage(m_run, *image); !checked)
            return checked.error();
        if (const auto checked = checkResumable(m_beginning, m_order, m_catalog, machineFrom(devices, 1));
            !checked)
            return checked.error();
        auto environment = observeEnvironment(m_services.systemRoot, devices, m_run.plan.threads);
        auto warnings = conditionWarnings(environment);
        Preparer preparer(m_loop, m_services, m_run.plan, *cache, *image, m_stop.now);
        auto python = preparer.environment();
        if (const auto* failed = std::get_if<WorkerFailure>(&python))
            return environmentError(*failed);
        if (const auto checked = checkTorch(cache->root(), std::get<Environment>(python)); !checked)
            return checked.error();
        environment.merge(std::get<Environment>(python));
        m_run.sessions.push_back(std::move(environment));
        if (!m_beginning.isResumed && !m_order.isForTarget) // a target's header is the one written here
            fetchUnknownModels(m_catalog, m_services, m_loop, m_observer, m_stop.now, m_run);
        auto journal = openJournal(m_order, m_services, m_loop, m_observer, m_stop, m_beginning);
        if (!journal)
            return journal.error();
        const auto session = static_cast<int>(m_run.sessions.size()) - 1;
        if (const auto written = journal->write(sessionLine(session, m_run.sessions.back())); !written)
            return written.error();
        sayWhatChanged(m_run, m_observer);
        m_observer.started(m_run, journal->file());
        auto noiseFloors = readNoiseFloors(noiseFloorPath(m_services.paths.history));
        if (!noiseFloors)
            say(codes::noiseFloorsUnreadable, noiseFloors.error());
        const auto executor = makeExecutor();
        Sweep sweep(
            {m_catalog, m_services, m_clock, m_loop, *executor, preparer, *cache, *journal, m_observer,
                m_stop, devices, std::move(warnings), m_beginning.openAttempts, image->name,
                noiseFloors ? *std::move(noiseFloors) : std::vector<NoiseFloor>(), m_missing},
            m_run);
        const auto ending = sweep.execute();
        keepFloors();
        return closeRun(m_run, ending, *journal);
    }

private:
    /// What would fail every row is said before there is one.
    Result<void> checkPlaces(const fs::path& cache) const
    {
        if (const auto checked = checkWritable(cache, "XDG_CACHE_HOME"); !checked)
            return checked;
        const auto& visits = m_run.plan.visits;
        const bool compiles = std::any_of(visits.begin(), visits.end(), [](const Visit& visit) {
            return std::any_of(visit.variants.begin(), visit.variants.end(),
                [](const Variant& variant) { return !variant.isBaseline(); });
        });
        if (const auto checked = checkExecutable(cache); compiles && !checked)
            return checked;
        const bool isHistorys = !m_order.toStandardOutput && !m_beginning.isResumed && m_order.file.empty();
        return isHistorys ? checkWritable(m_services.paths.history, "XDG_DATA_HOME") : Result<void>();
    }

    Result<void> checkTorch(const fs::path& cache, const Environment& python) const
    {
        return m_run.plan.inProcess ? Result<void>()
                                    : checkEngine(m_loop, m_services, cache, python, m_stop.now);
    }

    std::unique_ptr<Executor> makeExecutor() const
    {
        if (m_run.plan.inProcess)
            return std::make_unique<InProcess>(m_loop, m_services.tools.engineLibrary);
        return std::make_unique<RunnerProcess>(m_loop,
            RunnerSetup{m_services.tools.guard, m_services.tools.runner, m_services.systemRoot,
                m_services.deadlineFactor, m_services.tools.torchLibraries});
    }

    /// A run that measured identical programs says how far they lie apart: every later run is held against
    /// it.
    void keepFloors()
    {
        const auto floors = noiseFloorsOf(m_run);
        if (floors.empty())
            return;
        const auto kept = keepNoiseFloors(noiseFloorPath(m_services.paths.history), floors);
        if (!kept)
            say(codes::noiseFloorNotKept, kept.error());
    }

    /// What failed without ending the run, and why.
    void say(std::string_view code, const Error& why)
    {
        m_observer.noted(Note{std::string(code), {}});
        for (const auto& reason : why.said())
            m_observer.noted(reason);
    }

    const RunOrder& m_order;
    const Catalog& m_catalog;
    const RunServices& m_services;
    Loop& m_loop;
    SweepObserver& m_observer;
    const StopTokens& m_stop;
    SteadyClock m_clock;
    Beginning m_beginning;
    MissingFiles m_missing;
    RunRecord& m_run;
};

bool isComplete(const RunRecord& run)
{
    return run.ending == Ending::Completed
        && std::all_of(run.plan.visits.begin(), run.plan.visits.end(), [&](const Visit& visit) {
               const auto* record = findVisit(run, visit.id);
               return record && isFinal(*record);
           });
}

} // namespace

Result<RunEnd> executeRun(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop)
{
    auto beginning = beginRun(order, services);
    if (!beginning)
        return beginning.error();
    if (beginning->isResumed && isComplete(beginning->run))
        return RunEnd{
            std::make_shared<const RunRecord>(std::move(beginning->run)), order.resume, std::nullopt};
    // A stop that is asked for by another thread or a signal must wake the loop.
    const std::stop_callback wakeNow(stop.now, [&loop] { loop.wake(); });
    const std::stop_callback wakeLater(stop.afterVisit, [&loop] { loop.wake(); });
    auto& plan = beginning->run.plan;
    const auto missing = missingFiles(order, plan, stop.now);
    const bool isParallel = plan.parallelDevices && gpusOfOneMachine(plan) > 1;
    if (hasTargets(plan) || !order.elsewhere.empty() || isParallel)
        return executeOnTargets(order, services, loop, observer, stop, *beginning);
    if (const auto checked = checkPrerequisites(services); !checked)
        return checked.error();
    if (const auto checked = checkModels(order, missing, plan, stop.now); !checked)
        return checked.error();
    const auto catalog = catalogOf(plan, order.catalog);
    if (!catalog)
        return catalog.error();
    return Session(order, *catalog, services, loop, observer, stop, *std::move(beginning), missing).execute();
}

} // namespace inferometer::core
