// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/fleet.h"

#include "core/base/utc.h"
#include "core/plan/note_codes.h"
#include "core/plan/selection.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inferometer::core {

namespace {

constexpr int maxRetriesInARow = 3;
constexpr double pauseGrowth = 4; ///< of one retry after the other: a machine that restarts takes its time

std::string nameOf(const Target& target)
{
    return target.name.empty() ? "local" : target.name;
}

std::string localIsEmpty(const std::string& name)
{
    return name == "local" ? std::string() : name;
}

/// A target may be silent for as long as its longest step.
double silenceOf(const Plan& plan, const RunServices& services)
{
    constexpr double slowestStep_s = 7200;
    return std::max(1.0, (slowestStep_s + 2 * plan.compileTimeout_s) * services.deadlineFactor);
}

/// As the target itself calls it. One that measures what was planned for two has the same workload twice:
/// there, these are repetitions.
Visit there(Visit visit, const std::map<std::string, const Visit*>& taken)
{
    visit.workload.device.target.clear();
    visit.id = visitId(visit.workload, visit.repetition);
    while (taken.contains(visit.id))
        visit.id = visitId(visit.workload, ++visit.repetition);
    return visit;
}

bool isCancelled(const VisitRecord& record)
{
    return std::ranges::any_of(
        record.rows, [](const Row& row) { return row.result.outcome == Outcome::Cancelled; });
}

/// Whether a record holds the planned rows and no others.
bool fits(const VisitRecord& record, const Visit& visit)
{
    return std::equal(record.rows.begin(), record.rows.end(), visit.variants.begin(), visit.variants.end(),
        [](const Row& row, const Variant& variant) { return row.result.variant == variant; });
}

bool hasFinalRecord(const RunRecord& run, const Visit& visit)
{
    const auto* record = findVisit(run, visit.id);
    return record && isFinal(*record);
}

/// The rows of a visit that could not be measured to its end.
VisitRecord lostRecord(const Visit& visit, const std::string& target, Outcome outcome, const Note& reason)
{
    VisitRecord record;
    record.visit = visit.id;
    record.workload = visit.workload;
    record.target = target;
    record.executor = "process";
    record.finished_utc = utcNow();
    for (const auto& variant : visit.variants) {
        Row row;
        row.result.variant = variant;
        row.result.outcome = outcome;
        row.result.reason = reason;
        record.rows.push_back(std::move(row));
    }
    return record;
}

} // namespace

Fleet::Fleet(FleetParts parts, RunRecord& run)
    : m_parts(std::move(parts))
    , m_run(run)
    , m_progress(run, m_parts.clock)
{
    // This machine's own part goes through a program of its own as well: one way for all.
    auto targets = m_parts.targets;
    targets.push_back({{}, {}, m_parts.services.tools.commandLine.string(), {}});
    for (const auto& target : targets)
        addShares(target);
    for (std::size_t i = 0; i < m_run.plan.visits.size(); ++i)
        m_places[m_run.plan.visits[i].id] = static_cast<int>(i);
}

void Fleet::addShares(const Target& target)
{
    const bool splits = m_run.plan.parallelDevices && target.name.empty();
    std::map<std::optional<int>, Share*> shares; // by GPU; nothing: of devices that take turns
    for (const auto& visit : m_run.plan.visits) {
        const auto& device = visit.workload.device;
        if ((m_parts.elsewhere.empty() ? device.target : localIsEmpty(m_parts.elsewhere)) != target.name)
            continue;
        const bool isOneGpu = splits && device.kind == DeviceKind::Cuda;
        auto*& share = shares[isOneGpu ? std::optional(device.index) : std::nullopt];
        if (!share) {
            share = m_shares.emplace_back(std::make_unique<Share>()).get();
            share->target = target;
            share->isOneGpu = isOneGpu;
        }
        share->visits.push_back(&visit);
    }
}

Ending Fleet::execute()
{
    const auto isOver = [this] {
        return std::ranges::all_of(m_shares, [](const auto& share) { return share->isOver; });
    };
    const auto mustLook = [this] {
        return !m_news.empty() || (isStopping() && !m_hasStopped)
            || (m_parts.stop.afterVisit.stop_requested() && !m_stopsAfterVisit);
    };
    m_parts.loop.poll(); // a stop that arrived meanwhile
    for (startReady(); !isOver(); startReady()) {
        m_parts.loop.runUntil(mustLook);
        stopWhereAsked();
        while (!m_news.empty()) {
            auto [share, news] = std::move(m_news.front());
            m_news.pop_front();
            handle(*share, std::move(news));
        }
    }
    m_parts.loop.runFor(nanoseconds(jobCancel_s), [this] {
        return std::ranges::all_of(m_cancelling, [](const auto& child) { return child->hasEnded(); });
    });
    if (std::ranges::all_of(
            m_run.plan.visits, [this](const Visit& visit) { return hasFinalRecord(m_run, visit); }))
        return Ending::Completed;
    const bool isStopped = isStopping() || m_parts.stop.afterVisit.stop_requested();
    // What is left without a stop is what no target could measure: resuming tries it again.
    return m_failure || m_parts.journal.failure() || !isStopped ? Ending::Interrupted : Ending::Cancelled;
}

bool Fleet::isStopping() const
{
    return m_parts.stop.now.stop_requested() || m_parts.journal.failure();
}

void Fleet::startReady()
{
    const bool mayStart = !isStopping() && !m_parts.stop.afterVisit.stop_requested();
    for (const auto& share : m_shares) {
        if (share->isOver || share->isActive())
            continue;
        if (!mayStart || visitsLeft(*share).empty())
            share->isOver = true;
        else if (isMachineFree(*share))
            start(*share);
    }
}

bool Fleet::isMachineFree(const Share& share) const
{
    return std::ranges::none_of(m_shares, [&](const auto& other) {
        return other->isActive() && machineOf(other->target) == machineOf(share.target)
            && !(share.isOneGpu && other->isOneGpu);
    });
}

std::vector<const Visit*> Fleet::visitsLeft(const Share& share) const
{
    std::vector<const Visit*> left;
    for (const auto* visit : share.visits) {
        if (!hasFinalRecord(m_run, *visit) && !share.lost.contains(visit->id))
            left.push_back(visit);
    }
    return left;
}

/// What is left of a share, under the names that the target gives it.
RunRecord Fleet::part(Share& share) const
{
    RunRecord part;
    part.id = m_run.id;
    part.created_utc = m_run.created_utc;
    part.models = m_run.models;
    part.plan = m_run.plan;
    part.plan.visits.clear();
    share.namesThere.clear();
    for (const auto* visit : visitsLeft(share)) {
        part.plan.visits.push_back(there(*visit, share.namesThere));
        share.namesThere[part.plan.visits.back().id] = visit;
    }
    part.plan.parallelDevices = isInParallel(share, part.plan);
    return part;
}

/// Whether GPUs are at work beside those of this part, or beside each other in it.
bool Fleet::isInParallel(const Share& share, const Plan& part) const
{
    if (!share.isOneGpu)
        return m_run.plan.parallelDevices && gpusOfOneMachine(part) > 1;
    return std::ranges::any_of(m_shares, [&](const auto& other) {
        return other.get() != &share && other->isOneGpu && !other->isOver && !visitsLeft(*other).empty();
    });
}

void Fleet::start(Share& share)
{
    const auto tell = [this, &share](auto news) { m_news.emplace_back(&share, std::move(news)); };
    const auto& services = m_parts.services;
    TargetCall call{share.target, services.tools.guard,
        {"run", "--plan", "-", "-o", "-", "--progress", "stream"}, planLine(part(share)),
        services.answerLimit_s, silenceOf(m_run.plan, services)};
    if (m_parts.allowsCode)
        call.words.emplace_back("--allow-code");
    cancelJobs(share); // once more: the line may have been down
    if (auto job = jobOf(call)) {
        share.openJobs.push_back(job->cancel);
        share.job = std::make_unique<JobWatch>(m_parts.loop, nameOf(share.target), *std::move(job),
            jobLook_s * services.deadlineFactor, [tell](const Note& note) { tell(StreamMessage(note)); });
    }
    share.begun.clear();
    share.process = std::make_unique<TargetProcess>(m_parts.loop, call, TargetObserver{tell, tell});
}

void Fleet::stopWhereAsked()
{
    if (isStopping() && !std::exchange(m_hasStopped, true)) {
        for (const auto& share : m_shares) {
            share->pause.reset();
            if (share->process)
                share->process->stop();
        }
    }
    if (m_parts.stop.afterVisit.stop_requested() && !std::exchange(m_stopsAfterVisit, true)) {
        for (const auto& share : m_shares) {
            share->pause.reset();
            if (share->process)
                share->process->stopAfterVisit();
        }
    }
}

/// Whoever started the job may not be reached by the end of its launcher: behind ssh it goes on waiting.
void Fleet::cancelJobs(Share& share)
{
    std::erase_if(m_cancelling, [](const auto& child) { return child->hasEnded(); });
    const auto open = share.openJobs; // those that Slurm was told of leave it meanwhile
    for (const auto& command : open) {
        ChildObserver observer;
        observer.ended = [&share, command](const ChildEnd& end) {
            if (end.exitCode == 0 && end.signal == 0)
                std::erase(share.openJobs, command);
        };
        if (auto started = startQuietly(m_parts.loop, command, std::move(observer)))
            m_cancelling.push_back(std::move(started));
    }
}

void Fleet::handle(Share& share, News news)
{
    if (auto* end = std::get_if<TargetEnd>(&news))
        return endOf(share, *end);
    if (auto* message = std::get_if<StreamMessage>(&news))
        std::visit([&](auto& content) { take(share, content); }, *message);
    else
        share.pause.reset();
}

void Fleet::take(Share& share, const StreamHello&)
{
    share.job.reset(); // what waited has begun
}

void Fleet::take(Share& share, StreamSession& session)
{
    if (!share.target.name.empty())
        session.environment["target"] = share.target.name;
    m_run.sessions.push_back(std::move(session.environment));
    share.hasWorked = true;
    share.sessions.push_back(static_cast<int>(m_run.sessions.size()) - 1);
    (void)m_parts.journal.write(
        sessionLine(share.sessions.back(), m_run.sessions.back())); // a failure stands in the journal
}

const Visit* Fleet::plannedVisit(const Share& share, const std::string& nameThere) const
{
    const auto found = share.namesThere.find(nameThere);
    return found == share.namesThere.end() ? nullptr : found->second;
}

void Fleet::take(Share& share, StreamProgress& progress)
{
    const auto* visit = plannedVisit(share, progress.visit);
    if (!visit)
        return;
    share.begun.insert(visit->id);
    auto workload = visit->workload;
    workload.device.target = share.target.name;
    m_progress.beginVisit(m_places[visit->id], workload);
    m_progress.step(progress.step, progress.variant, progress.share);
    m_parts.observer.progressed(m_progress.now());
}

/// A record counts only for a visit of this target that has none yet, and only whole.
void Fleet::take(Share& share, VisitRecord& record)
{
    const auto* visit = plannedVisit(share, record.visit);
    const auto* known = visit ? findVisit(m_run, visit->id) : nullptr;
    const auto session = static_cast<std::size_t>(std::max(record.session, 0));
    if (!visit || session >= share.sessions.size() || !fits(record, *visit) || (known && isFinal(*known)))
        return;
    share.begun.erase(visit->id);
    if (isCancelled(record) && !isStopping()) { // somebody there ended it
        share.begun.insert(visit->id);
        return;
    }
    record.visit = visit->id;
    record.workload = visit->workload;
    record.target = nameOf(share.target);
    record.session = share.sessions[session];
    record.line = adoptedLine(record.line, record);
    share.retriesInARow = 0;
    keep(std::move(record));
}

/// One that is of no planned row is none.
void Fleet::take(Share& share, FailureLog& log)
{
    const auto* visit = plannedVisit(share, log.visit);
    if (!visit || (log.variant && std::ranges::count(visit->variants, *log.variant) == 0))
        return;
    log.visit = visit->id;
    (void)keepFailureLog(m_parts.journal.file(), log); // the row has its first line
    m_parts.observer.failureLogged(log);
}

void Fleet::take(Share&, const Note& note)
{
    m_parts.observer.noted(note);
}

void Fleet::keep(VisitRecord record)
{
    const bool isFinished = isFinal(record);
    (void)m_parts.journal.write(record.line); // a failure ends the run: see Journal::failure
    auto workload = record.workload;
    workload.device = deviceOf(record);
    m_progress.beginVisit(m_places[record.visit], workload);
    if (isFinished)
        m_progress.endVisit(record);
    m_parts.observer.visitFinished(m_progress.now(), record);
    addVisit(m_run, std::move(record));
}

/// What was at work when the connection went.
void Fleet::loseVisits(Share& share)
{
    const auto outcome = isStopping() ? Outcome::Cancelled : Outcome::ConnectionLost;
    const auto reason = isStopping() ? Note{std::string(codes::cancelled), {}}
                                     : Note{std::string(codes::connectionLost), {nameOf(share.target)}};
    for (const auto* visit : share.visits) {
        if (!share.begun.contains(visit->id))
            continue;
        auto record = lostRecord(*visit, nameOf(share.target), outcome, reason);
        record.session = share.sessions.empty() ? 0 : share.sessions.back();
        record.line = recordLine(record);
        keep(std::move(record));
        share.lost.insert(visit->id);
    }
    share.begun.clear();
}

void Fleet::endOf(Share& share, const TargetEnd& end)
{
    // Who has worked in this run and does not answer now may be restarting.
    const bool wasRefused = end.mismatch || (!share.hasWorked && !end.ending);
    share.process.reset();
    share.job.reset();
    const bool hasLost = !share.begun.empty(); // also when somebody there ended the run in good order
    loseVisits(share);
    share.sessions.clear();
    const bool isDone = visitsLeft(share).empty();
    if (end.ending && !isStopping() && !share.openJobs.empty())
        share.openJobs.pop_back();
    cancelJobs(share);
    if (isStopping() || (m_stopsAfterVisit && end.ending)) {
        share.isOver = true;
        return;
    }
    if (!isDone || !end.ending || hasLost)
        share.loss = end;
    if (isDone || wasRefused || m_stopsAfterVisit || share.retriesInARow >= maxRetriesInARow)
        return giveUp(share);
    m_parts.observer.noted(Note{std::string(codes::targetIsTriedAgain), {nameOf(share.target)}});
    share.pause = std::make_unique<Timer>(m_parts.loop);
    share.pause->start(m_parts.services.reconnectPause_s * std::pow(pauseGrowth, share.retriesInARow++),
        [this, &share] { m_news.emplace_back(&share, PauseIsOver{}); });
}

/// Nothing more is tried; that all is measured is no failure.
void Fleet::giveUp(Share& share)
{
    share.isOver = true;
    const bool isMissing = std::ranges::any_of(
        share.visits, [this](const Visit* visit) { return !hasFinalRecord(m_run, *visit); });
    if (isMissing && share.loss && !m_failure)
        m_failure = lossOf(share.target, *share.loss).followedBy(Note{"run-can-be-resumed", {}});
}

} // namespace inferometer::core
