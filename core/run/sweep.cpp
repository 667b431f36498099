// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sweep.h"

#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/plan/note_codes.h"
#include "core/plan/support.h"
#include "core/run/conclude.h"
#include "core/run/cooldown.h"
#include "core/run/out_of_memory_rule.h"
#include "core/run/privacy.h"
#include "core/run/visit_job.h"

#include <algorithm>
#include <array>

namespace inferometer::core {

namespace {

constexpr int maxAttempts = 2; // sessions that ended in the middle of the same visit

Row rowOf(const Variant& variant, Outcome outcome, Note reason, std::string detail = {})
{
    Row row;
    row.result.variant = variant;
    row.result.outcome = outcome;
    row.result.reason = std::move(reason);
    row.result.detail = std::move(detail);
    return row;
}

Row rowOf(const Variant& variant, const WorkerFailure& failed)
{
    auto row = rowOf(variant, failed.outcome, failed.reason, failed.detail);
    row.result.peak_bytes = failed.peak_bytes;
    return row;
}

Note noteOf(std::string_view code, std::vector<std::string> arguments = {})
{
    return Note{std::string(code), std::move(arguments)};
}

bool isStorageTrouble(const WorkerFailure& failure)
{
    constexpr std::array troubles{codes::cacheFailed, codes::diskFull, codes::writeFailed};
    return std::find(troubles.begin(), troubles.end(), failure.reason.code) != troubles.end();
}

/// What could not be written while preparing, if something could not.
std::optional<std::string> storageTrouble(const std::variant<PreparedVisit, WorkerFailure>& outcome)
{
    if (const auto* failure = std::get_if<WorkerFailure>(&outcome))
        return isStorageTrouble(*failure) ? std::optional(failure->detail) : std::nullopt;
    for (const auto& [variant, failure] : std::get<PreparedVisit>(outcome).failures) {
        if (isStorageTrouble(failure))
            return failure.detail;
    }
    return std::nullopt;
}

} // namespace

Sweep::Sweep(SweepParts parts, RunRecord& run)
    : m_parts(std::move(parts))
    , m_run(run)
    , m_progress(run, m_parts.clock)
    , m_devices(m_parts.loop, m_parts.executor, m_parts.stop.now)
{
}

bool Sweep::mustStop() const
{
    return m_parts.stop.now.stop_requested() || m_parts.journal.failure();
}

Ending Sweep::execute()
{
    const auto& visits = m_run.plan.visits;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        m_parts.loop.poll(); // a stop that arrived meanwhile
        if (mustStop() || m_parts.stop.afterVisit.stop_requested())
            break;
        const auto* record = findVisit(m_run, visits[i].id);
        if (!record || !isFinal(*record))
            measureVisit(static_cast<int>(i), visits[i]);
    }
    if (m_parts.journal.failure())
        return Ending::Interrupted;
    const bool isComplete = std::all_of(visits.begin(), visits.end(), [&](const Visit& visit) {
        const auto* record = findVisit(m_run, visit.id);
        return record && isFinal(*record);
    });
    const bool isStopped = mustStop() || m_parts.stop.afterVisit.stop_requested();
    // What is left without a stop was void twice, because the machine slept: resuming measures it.
    return isComplete ? Ending::Completed : isStopped ? Ending::Cancelled : Ending::Interrupted;
}

void Sweep::measureVisit(int index, const Visit& visit)
{
    m_progress.beginVisit(index, visit.workload);
    say("start", std::nullopt);
    VisitRecord record;
    record.visit = visit.id;
    record.workload = visit.workload;
    record.image = m_parts.imageName;
    record.target = "local";
    record.executor = m_run.plan.inProcess ? "in-process" : "process";
    record.session = static_cast<int>(m_run.sessions.size()) - 1;
    record.warnings = m_parts.conditionWarnings;
    record.isInParallel = m_run.plan.parallelDevices && visit.workload.device.kind == DeviceKind::Cuda;
    if (record.isInParallel)
        record.warnings.push_back(noteOf(codes::devicesInParallel));
    const auto capability = factsOf(m_parts.devices, visit.workload.device).capability;
    if (const auto doubt = doubtAboutTf32(m_run.plan.cuda, visit.workload, capability))
        record.warnings.push_back(*doubt);
    const auto variants = settleKnown(visit, record);
    if (!variants.empty())
        measureVariants(visit, variants, record);
    finish(visit, std::move(record));
}

/// Rows whose outcome is known without measuring; returns the variants that are left.
std::vector<Variant> Sweep::settleKnown(const Visit& visit, VisitRecord& record)
{
    std::vector<Variant> left;
    const auto open = m_parts.openAttempts.find(visit.id);
    const auto capability = factsOf(m_parts.devices, visit.workload.device).capability;
    for (const auto& variant : visit.variants) {
        if (const auto reason = whyUnsupported(visit.workload, variant, capability))
            record.rows.push_back(rowOf(variant, Outcome::Unsupported, *reason));
        else if (const auto* missing = m_parts.missing.whyNot(visit.workload, variant))
            record.rows.push_back(rowOf(variant, Outcome::Unsupported, *missing));
        else if (const auto batch = smallerBatchWithoutMemory(m_run, visit.workload, variant))
            record.rows.push_back(rowOf(
                variant, Outcome::Skipped, noteOf(codes::smallerBatchOutOfMemory, {std::to_string(*batch)})));
        else if (m_devices.isLost(visit.workload.device))
            record.rows.push_back(rowOf(variant, Outcome::DeviceLost,
                noteOf(codes::deviceQuarantined, {toText(visit.workload.device)})));
        else if (open != m_parts.openAttempts.end() && open->second >= maxAttempts)
            record.rows.push_back(rowOf(
                variant, Outcome::Crashed, noteOf(codes::attemptsExhausted, {std::to_string(open->second)})));
        else
            left.push_back(variant);
    }
    return left;
}

PreparationObserver Sweep::preparationObserver()
{
    return {
        [this](const std::string& step, const std::optional<Variant>& variant) { say(step, variant); },
        [this](const Note& note) { m_parts.observer.noted(note); },
        [this] { return m_parts.journal.hasSpace(); },
    };
}

/// A full disk says nothing about a workload: it is waited for, and in the end the run stops instead of
/// failing rows.
std::variant<PreparedVisit, WorkerFailure> Sweep::prepare(const Visit& visit, const CatalogModel& model)
{
    const auto device = factsOf(m_parts.devices, visit.workload.device);
    double patience_s = m_parts.services.pauseLimit_s;
    while (true) {
        auto outcome = m_parts.preparer.prepare(visit, model, device, preparationObserver());
        const auto trouble = storageTrouble(outcome);
        if (!trouble)
            return outcome;
        if (!m_parts.journal.waitAfter(*trouble, patience_s))
            return WorkerFailure{Outcome::Cancelled, noteOf(codes::cancelled), *trouble, {}};
    }
}

void Sweep::measureVariants(const Visit& visit, const std::vector<Variant>& variants, VisitRecord& record)
{
    const auto failAll = [&](const WorkerFailure& failed) {
        for (const auto& variant : variants)
            record.rows.push_back(rowOf(variant, failed));
    };
    const auto model = m_parts.catalog.find(visit.workload.model);
    if (!model)
        return failAll(
            {Outcome::Unsupported, noteOf(codes::missingOnTarget, {visit.workload.model}), {}, {}});
    // Compilers may take the application with them as well as what they compile.
    if (!writeAttempt(visit, 1, variants))
        return failAll({Outcome::Cancelled, noteOf(codes::cancelled), {}, {}});
    Visit open = visit;
    open.variants = variants;
    auto outcome = prepare(open, *model);
    if (const auto* failed = std::get_if<WorkerFailure>(&outcome)) {
        keepLog({visit.id, {}, failed->log});
        return failAll(*failed);
    }
    const auto& prepared = std::get<PreparedVisit>(outcome);
    record.weights = prepared.weightsName;
    record.parameters = prepared.parameters;
    record.flops = prepared.flops;
    record.attention = prepared.attention;
    record.warnings.insert(record.warnings.end(), prepared.warnings.begin(), prepared.warnings.end());
    std::vector<Variant> ready;
    for (const auto& variant : variants) {
        const auto failed = prepared.failures.find(variant);
        if (failed == prepared.failures.end()) {
            ready.push_back(variant);
            continue;
        }
        const auto& failure = failed->second;
        keepLog({visit.id, variant, failure.log});
        record.rows.push_back(rowOf(variant, failure));
    }
    // On a GPU Python's context and model would take memory from what is measured, and count as a stranger.
    if (isLast(visit) || visit.workload.device.kind == DeviceKind::Cuda)
        m_parts.preparer.release();
    auto attempts = attemptsFor(visit, ready);
    runAttempts(visit, prepared, attempts);
    takeResults(prepared, attempts, record);
}

/// A log that cannot be kept costs nothing else: the row has its first line.
void Sweep::keepLog(FailureLog log)
{
    log.text = withoutSecrets(std::move(log.text));
    (void)keepFailureLog(m_parts.journal.file(), log);
    m_parts.observer.failureLogged(log);
}

VisitAttempts Sweep::attemptsFor(const Visit& visit, const std::vector<Variant>& variants) const
{
    const bool isApart = needsProcesses(m_run.plan, visit) && variants.size() > 1;
    return isApart ? VisitAttempts::apart(variants, codes::apartForAllocator) : VisitAttempts(variants);
}

bool Sweep::isLast(const Visit& visit) const
{
    return m_run.plan.visits.back().id == visit.id;
}

bool Sweep::writeAttempt(const Visit& visit, int number, const std::vector<Variant>& variants)
{
    const Attempt attempt{visit.id, number, static_cast<int>(m_run.sessions.size()) - 1, variants};
    return m_parts.journal.write(attemptLine(attempt)).isOk();
}

void Sweep::runAttempts(const Visit& visit, const PreparedVisit& prepared, VisitAttempts& attempts)
{
    const VisitFailure cancelled{Outcome::Cancelled, noteOf(codes::cancelled), {}, std::nullopt};
    for (auto variants = attempts.next(); !variants.empty(); variants = attempts.next()) {
        if (mustStop() || !m_parts.journal.hasSpace())
            return attempts.giveUp(cancelled);
        // The first one was written before the preparation.
        if (attempts.runners() > 0 && !writeAttempt(visit, attempts.runners() + 1, variants))
            return attempts.giveUp(cancelled);
        std::vector<ScratchFolder> scratch;
        const auto job =
            visitJob(m_run.plan, visit, variants, prepared, m_parts.services, m_parts.cache, scratch);
        const auto end = runOnce(job, variants);
        attempts.add(variants, end);
        if (losesDevice(visit, end))
            return attempts.giveUp({Outcome::DeviceLost,
                noteOf(codes::deviceQuarantined, {toText(visit.workload.device)}), {}, std::nullopt});
        const auto* failed = std::get_if<VisitFailure>(&end.content);
        if (failed && !attempts.next().empty())
            m_parts.observer.noted(noteOf(codes::retrying,
                {visit.id, failed->variant ? toText(*failed->variant) : "",
                    std::string(toWord(failed->outcome))}));
    }
}

VisitEnd Sweep::runOnce(const VisitJob& job, const std::vector<Variant>& variants)
{
    std::optional<VisitEnd> end;
    VisitObserver observer;
    observer.phase = [&](const PhaseEvent& phase) {
        say(std::string(toWord(phase.phase)), phase.variant, std::nullopt);
    };
    observer.round = [&](const RoundEvent& round) {
        m_progress.step(std::string(toWord(Phase::Measure)), std::nullopt, round.progress);
        m_parts.observer.roundMeasured(m_progress.now(), variants, round);
    };
    observer.ended = [&](VisitEnd visitEnd) { end = std::move(visitEnd); };
    say(std::string(toWord(Phase::Spawn)), std::nullopt);
    const auto id = m_parts.executor.start(job, std::move(observer));
    m_parts.loop.runUntil([&] { return end || m_parts.stop.now.stop_requested(); });
    if (!end) {
        m_parts.executor.cancel(id);
        m_parts.loop.runUntil([&] { return end.has_value(); });
    }
    return *std::move(end);
}

void Sweep::takeResults(const PreparedVisit& prepared, const VisitAttempts& attempts, VisitRecord& record)
{
    for (auto& result : attempts.results()) {
        Row row;
        if (const auto cost = prepared.costs.find(result.variant); cost != prepared.costs.end())
            row.cost = cost->second;
        if (const auto notes = prepared.notes.find(result.variant); notes != prepared.notes.end())
            result.warnings.insert(result.warnings.end(), notes->second.begin(), notes->second.end());
        // A Python program compiles in its first call.
        if (result.variant.engine == Engine::Python && result.variant.isCompiled()) {
            row.cost.compile_s = result.firstRun_s;
            row.cost.isCompileCached = result.firstRun_s ? std::optional(false) : std::nullopt;
        }
        row.result = std::move(result);
        record.rows.push_back(std::move(row));
    }
    record.attempts = attempts.runners();
    if (const auto& result = attempts.shared()) {
        record.stoppedBecause = result->stoppedBecause;
        record.measuring_s = result->measuring_s;
        record.insideShare = result->insideShare;
        record.conditions = result->conditions;
        record.warnings.insert(record.warnings.end(), result->warnings.begin(), result->warnings.end());
    }
}

/// The device is asked in fresh processes whether it survived what has happened.
bool Sweep::losesDevice(const Visit& visit, const VisitEnd& end)
{
    const auto& device = visit.workload.device;
    if (!DeviceWatch::isDoubtful(device, end) || mustStop())
        return false;
    say("probe", std::nullopt);
    if (m_devices.answers(device))
        return false;
    m_parts.observer.noted(noteOf(codes::deviceQuarantined, {toText(device)}));
    return true;
}

void Sweep::finish(const Visit& visit, VisitRecord record)
{
    std::vector<Row> ordered;
    for (const auto& variant : visit.variants) {
        for (auto& row : record.rows) {
            if (row.result.variant == variant)
                ordered.push_back(std::move(row));
        }
    }
    record.rows = std::move(ordered);
    removePaths(record);
    concludeRows(record, m_run.plan.policy);
    const auto floor = noiseFloorFor(m_parts.noiseFloors, noiseConditionsOf(m_run, record));
    if (floor && !record.isInParallel)
        record.noiseFloor_percent = floor->floor_percent;
    record.finished_utc = utcNow();
    record.line = recordLine(record);
    const bool isFinished = isFinal(record);
    m_parts.openAttempts.erase(record.visit);
    (void)m_parts.journal.write(record.line); // a failure ends the run: see Journal::failure
    if (isFinished)
        m_progress.endVisit(record);
    m_parts.observer.visitFinished(m_progress.now(), record);
    addVisit(m_run, std::move(record));
    if (isFinished)
        coolDown(visit);
}

void Sweep::coolDown(const Visit& after)
{
    const auto& policy = m_run.plan.policy;
    if ((policy.cooldown_s <= 0 && !policy.coolTo_c) || isLast(after) || mustStop())
        return;
    say("cooldown", std::nullopt);
    const Cooldown cooldown{m_parts.loop, m_parts.services.driver, m_parts.services.deadlineFactor,
        [this] { return m_parts.stop.now.stop_requested() || m_parts.stop.afterVisit.stop_requested(); },
        [this](const Note& note) { m_parts.observer.noted(note); }};
    cooldown.wait(policy, factsOf(m_parts.devices, after.workload.device));
}

void Sweep::say(const std::string& step, const std::optional<Variant>& variant, std::optional<double> share)
{
    m_progress.step(step, variant, share);
    m_parts.observer.progressed(m_progress.now());
}

} // namespace inferometer::core
