// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/runner_process.h"

#include "core/base/control_groups.h"
#include "core/base/paths.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/run/classify.h"
#include "core/run/deadlines.h"
#include "core/run/device_probe.h"
#include "core/run/timer.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {

namespace {

/// LibTorch, and the folders of NVIDIA's wheels beside it: the runner asks for CUDA's own library as well.
std::string libraryPath(const std::filesystem::path& torchLibraries)
{
    auto path = torchLibraries.string();
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(
             torchLibraries.parent_path().parent_path() / "nvidia", failure);
         !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        std::error_code ignored;
        if (const auto folder = entry->path() / "lib"; std::filesystem::is_directory(folder, ignored))
            path += ":" + folder.string();
    }
    return path;
}

} // namespace

ChildCommand runnerCommand(const RunnerSetup& setup, std::vector<std::string> arguments,
    std::vector<std::pair<std::string, std::string>> variables)
{
    if (!setup.torchLibraries.empty()) {
        // The runner puts the old value back before it starts a peer, which may have another torch.
        variables.emplace_back(
            "INFEROMETER_LIBRARY_PATH", environmentVariable("LD_LIBRARY_PATH").value_or(""));
        variables.emplace_back("LD_LIBRARY_PATH", libraryPath(setup.torchLibraries));
    }
    return {setup.guard, setup.program, std::move(arguments), childEnvironment(variables)};
}

class RunnerProcess::ActiveVisit {
public:
    ActiveVisit(Loop& loop, const RunnerSetup& setup, VisitJob job, VisitObserver observer)
        : m_setup(setup)
        , m_job(std::move(job))
        , m_observer(std::move(observer))
        , m_deadline(loop)
        , m_killsBefore(kernelKills(setup.systemRoot))
    {
        ChildObserver child;
        child.line = [this](std::string_view line) { return onLine(line); };
        child.broken = [this] { refuse("The output is no sequence of messages."); };
        child.ended = [this](ChildEnd end) { onEnd(std::move(end)); };
        auto started = ChildProcess::start(loop, commandOf(), std::move(child));
        if (!started) {
            const VisitFailure failure{Outcome::LoadFailed, Note{std::string(codes::runnerNotStarted), {}},
                oneLine(started.error().detail), std::nullopt};
            m_deadline.start(0, [this, failure] { report(VisitEnd{failure, {}}); });
            return;
        }
        m_child = *std::move(started);
        m_child->send(encode(m_job));
        watch(PhaseEvent{Phase::Spawn, std::nullopt, 0});
    }

    void cancel()
    {
        if (!m_child || m_isOver)
            return;
        m_end.isCancelled = true;
        m_deadline.stop();
        m_child->stop();
    }

    bool isOver() const { return m_isOver; }

private:
    ChildCommand commandOf() const
    {
        const auto threads = std::to_string(m_job.threads);
        return runnerCommand(m_setup, {}, {{"OMP_NUM_THREADS", threads}, {"MKL_NUM_THREADS", threads}});
    }

    void watch(const PhaseEvent& phase)
    {
        m_phase = phase;
        m_end.phase = phase.phase;
        m_end.variant = phase.variant;
        startDeadline();
    }

    void startDeadline()
    {
        const auto limit =
            std::max(shortestDeadline_s, deadlineOf(m_phase, m_job, m_slowest_s) * m_setup.deadlineFactor);
        m_deadline.start(limit, [this, limit] {
            m_end.deadline_s = limit;
            m_child->stop();
        });
    }

    bool onLine(std::string_view line)
    {
        auto decoded = decodeEvent(line);
        if (!decoded)
            return refuse(decoded.error().detail);
        if (!decoded->event)
            return true;
        if (decoded->job != m_job.job && !std::holds_alternative<HelloEvent>(*decoded->event))
            return refuse("A message belongs to another job.");
        std::visit([this](auto& event) { take(event); }, *decoded->event);
        return true;
    }

    void take(const HelloEvent&) { }

    void take(const PhaseEvent& phase)
    {
        watch(phase);
        if (m_observer.phase)
            m_observer.phase(phase);
    }

    void take(const RoundEvent& round)
    {
        for (const double mean : round.mean_s)
            m_slowest_s = std::isfinite(mean) ? std::max(m_slowest_s, mean) : m_slowest_s;
        if (m_observer.round)
            m_observer.round(round);
        if (m_job.gated)
            m_child->send(encodeGo(m_job.job, round.round));
    }

    void take(VisitResult& result)
    {
        m_end.result = std::move(result);
        finish();
    }

    void take(VisitFailure& failure)
    {
        m_end.failure = std::move(failure);
        finish();
    }

    void finish()
    {
        // Its input stays open: the end of it would mean that this program has died.
        watch(PhaseEvent{Phase::Exit, std::nullopt, 0});
    }

    bool refuse(const std::string& reason)
    {
        if (!m_end.protocolError)
            m_end.protocolError = reason;
        m_child->stop();
        return false;
    }

    void onEnd(ChildEnd end)
    {
        m_deadline.stop();
        m_end.child = std::move(end);
        m_end.hasKernelKilled = kernelKills(m_setup.systemRoot) > m_killsBefore;
        report(VisitEnd{classify(m_end), m_end.child.errorOutput});
    }

    void report(VisitEnd end)
    {
        m_isOver = true;
        if (m_observer.ended)
            m_observer.ended(std::move(end));
    }

    RunnerSetup m_setup;
    VisitJob m_job;
    VisitObserver m_observer;
    Timer m_deadline;
    long m_killsBefore = 0;
    PhaseEvent m_phase;
    double m_slowest_s = 0;
    RunnerEnd m_end;
    bool m_isOver = false;
    std::unique_ptr<ChildProcess> m_child; ///< last: it ends before what its observer uses
};

RunnerProcess::RunnerProcess(Loop& loop, RunnerSetup setup)
    : m_loop(loop)
    , m_setup(std::move(setup))
{
}

RunnerProcess::~RunnerProcess() = default;

Executor::VisitId RunnerProcess::start(const VisitJob& job, VisitObserver observer)
{
    std::erase_if(m_visits, [](const auto& visit) { return visit.second->isOver(); });
    const auto id = m_next++;
    m_visits.emplace(id, std::make_unique<ActiveVisit>(m_loop, m_setup, job, std::move(observer)));
    return id;
}

Executor::VisitId RunnerProcess::probe(const Device& device, std::function<void(bool isAlive)> answered)
{
    std::erase_if(m_probes, [](const auto& probe) { return probe.second->isOver(); });
    const auto id = m_next++;
    m_probes.emplace(id, std::make_unique<DeviceProbe>(m_loop, m_setup, device, std::move(answered)));
    return id;
}

void RunnerProcess::cancel(VisitId visit)
{
    if (const auto found = m_probes.find(visit); found != m_probes.end())
        found->second->cancel();
    if (const auto found = m_visits.find(visit); found != m_visits.end())
        found->second->cancel();
}

} // namespace inferometer::core
