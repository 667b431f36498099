// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/worker_process.h"

#include "core/base/control_groups.h"
#include "core/base/numbers.h"
#include "core/base/process_facts.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/protocol/failure_text.h"
#include "core/run/classify.h"
#include "core/run/deadlines.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace inferometer::core {

/// What has been said since the last request.
struct WorkerProcess::Conversation {
    std::string job; ///< of the request that waits for its answer; empty: none does
    std::string step = "start";
    std::optional<WorkerHello> hello;
    std::optional<WorkerEvent> answer;
    std::optional<std::string> protocolError;
    std::optional<ChildEnd> end;
    OnStep onStep;
};

namespace {

/// A worker that breaks off while it compiles has failed to compile.
Outcome outcomeOfStep(const std::string& step, Outcome otherwise)
{
    if (step == "compile")
        return Outcome::CompileFailed;
    return step == "export" ? Outcome::ExportFailed : otherwise;
}

WorkerFailure failure(
    Outcome outcome, std::string_view code, std::vector<std::string> arguments, std::string detail = {})
{
    return {outcome, Note{std::string(code), std::move(arguments)}, oneLine(detail), std::move(detail)};
}

} // namespace

bool hasBrokenOff(const WorkerFailure& answer)
{
    constexpr std::array ends{codes::workerEnded, codes::workerDeadline, codes::workerProtocol};
    return std::find(ends.begin(), ends.end(), answer.reason.code) != ends.end();
}

bool isOverItsLimit(const WorkerFailure& answer)
{
    return answer.reason.code == codes::workerMemory;
}

WorkerProcess::WorkerProcess(Loop& loop, WorkerSetup setup, std::stop_token stop)
    : m_loop(loop)
    , m_setup(std::move(setup))
    , m_stop(std::move(stop))
{
}

WorkerProcess::~WorkerProcess()
{
    quit();
}

std::string WorkerProcess::newJob()
{
    return "w" + std::to_string(++m_jobs);
}

void WorkerProcess::quit()
{
    if (m_child && !m_child->hasEnded()) {
        m_child->send(encodeQuit());
        m_loop.runFor(std::chrono::milliseconds(500), [this] { return m_child->hasEnded(); });
    }
    m_child.reset(); // ends it where it did not end itself
    m_talk.reset();
}

WorkerProcess::Answer<WorkerHello> WorkerProcess::start()
{
    const auto threads = std::to_string(m_setup.threads);
    ChildCommand command{m_setup.guard, m_setup.python, {"-I", m_setup.folder.string()},
        childEnvironment({
            {"OMP_NUM_THREADS", threads}, {"MKL_NUM_THREADS", threads},
            {"HF_HUB_CACHE", m_setup.hub.string()}, {"HF_HUB_OFFLINE", "1"}, {"TRANSFORMERS_OFFLINE", "1"},
            {"TORCHINDUCTOR_CACHE_DIR", m_setup.scratch.string()},
            {"TMPDIR", m_setup.scratch.string()}, // of compilers: /tmp may be full, or small
        })};
    m_talk = std::make_unique<Conversation>();
    m_memory.reset();
    m_isFresh = true;
    m_killsBefore = kernelKills(m_setup.systemRoot);
    ChildObserver observer;
    observer.line = [this](std::string_view line) { return onLine(line); };
    observer.broken = [this] { m_talk->protocolError = "The output is no sequence of messages."; };
    observer.ended = [this](ChildEnd end) { m_talk->end = std::move(end); };
    auto child = ChildProcess::start(m_loop, command, std::move(observer));
    if (!child)
        return failure(Outcome::PrepareFailed, codes::workerNotStarted, {}, child.error().detail);
    m_child = *std::move(child);
    const auto isAnswered = [this] {
        return m_talk->hello || m_talk->end || m_talk->protocolError || m_stop.stop_requested();
    };
    const auto limit =
        nanoseconds(std::max(shortestDeadline_s, m_setup.startTimeout_s * m_setup.deadlineFactor));
    m_loop.runFor(limit, isAnswered);
    if (!m_talk->hello || m_stop.stop_requested())
        return afterEnd(Outcome::PrepareFailed);
    const auto below = descendantsOf(m_child->process()); // of the guard: the program first
    m_memory.emplace(below.empty() ? 0 : below.front(), m_setup.memoryLimit_bytes, m_setup.systemRoot);
    return *m_talk->hello;
}

bool WorkerProcess::onLine(std::string_view line)
{
    auto decoded = decodeWorkerEvent(line);
    if (!decoded) {
        m_talk->protocolError = decoded.error().detail;
        return false;
    }
    if (!decoded->event)
        return true;
    if (auto* hello = std::get_if<WorkerHello>(&*decoded->event)) {
        m_talk->hello = std::move(*hello);
    } else if (m_talk->job.empty() || decoded->job != m_talk->job) {
        return true; // an answer that nobody waits for any more
    } else if (const auto* step = std::get_if<WorkerStep>(&*decoded->event)) {
        m_talk->step = oneLine(step->step, 40);
        if (m_talk->onStep)
            m_talk->onStep(m_talk->step);
    } else {
        m_talk->answer = std::move(*decoded->event);
    }
    return true;
}

std::optional<WorkerFailure> WorkerProcess::ensureRunning()
{
    if (m_child && m_child->hasEnded())
        quit();
    if (m_child)
        return std::nullopt;
    const auto started = start();
    const auto* failed = std::get_if<WorkerFailure>(&started);
    return failed ? std::optional(*failed) : std::nullopt;
}

WorkerEvent WorkerProcess::ask(const std::string& line, const std::string& job, const Device& device,
    double limit_s, const OnStep& onStep)
{
    if (auto failed = ensureRunning())
        return *std::move(failed);
    m_memory->begin(device);
    m_wasFresh = std::exchange(m_isFresh, false);
    m_talk->job = job;
    m_talk->step = "start";
    m_talk->answer.reset();
    m_talk->onStep = onStep;
    m_killsBefore = kernelKills(m_setup.systemRoot);
    m_child->send(line);
    const auto isAnswered = [this] {
        return m_talk->answer || m_talk->end || m_talk->protocolError || m_stop.stop_requested();
    };
    const auto limit = nanoseconds(limit_s * m_setup.deadlineFactor);
    const bool isInTime = m_loop.runFor(limit, isAnswered);
    m_talk->job.clear();
    m_talk->onStep = {};
    const auto step = m_talk->step;
    if (m_talk->answer) {
        auto answer = *std::move(m_talk->answer);
        const auto* failed = std::get_if<WorkerFailure>(&answer);
        if (!failed || failed->reason.code != codes::hostMemory)
            return answer;
        auto full = outOfMemory(*failed, step);
        quit(); // it may keep what it took: the next request gets another one
        return full;
    }
    if (isInTime)
        return afterEnd(Outcome::PrepareFailed);
    m_child.reset();
    return failure(
        Outcome::TimedOut, codes::workerDeadline, {step, fixedText(limit_s * m_setup.deadlineFactor, 0)});
}

/// Where the worker had a limit it met that, and not the end of the machine's memory.
WorkerFailure WorkerProcess::outOfMemory(WorkerFailure failed, const std::string& step) const
{
    failed.outcome = Outcome::OutOfMemory;
    if (!m_memory)
        return failed;
    if (m_memory->room())
        failed.reason = Note{std::string(codes::workerMemory), {step, bytesText(*m_memory->room())}};
    failed.peak_bytes = m_memory->reached();
    return failed;
}

/// Ends the child and says why there is no answer.
WorkerFailure WorkerProcess::afterEnd(Outcome outcome)
{
    const auto talk = std::move(*m_talk);
    m_child.reset();
    m_talk.reset();
    outcome = outcomeOfStep(talk.step, outcome);
    if (m_stop.stop_requested())
        return failure(Outcome::Cancelled, codes::cancelled, {});
    if (talk.protocolError)
        return failure(outcome, codes::workerProtocol, {talk.step}, *talk.protocolError);
    if (!talk.end)
        return failure(Outcome::TimedOut, codes::workerDeadline,
            {talk.step, fixedText(m_setup.startTimeout_s * m_setup.deadlineFactor, 0)});
    const auto& end = *talk.end;
    const bool isKernels = end.signal == SIGKILL && kernelKills(m_setup.systemRoot) > m_killsBefore;
    if (isKernels)
        return failure(Outcome::OutOfMemory, codes::workerKilledForMemory, {talk.step}, end.errorOutput);
    if (outcomeOfText(end.errorOutput) == Outcome::OutOfMemory)
        return outOfMemory(failure(outcome, codes::hostMemory, {}, end.errorOutput), talk.step);
    const auto how = end.signal != 0 ? signalName(end.signal) : std::to_string(end.exitCode);
    return failure(outcome, codes::workerEnded, {talk.step, how}, end.errorOutput);
}

template <typename Reply> WorkerProcess::Answer<Reply> WorkerProcess::reply(WorkerEvent event)
{
    if (auto* wanted = std::get_if<Reply>(&event))
        return std::move(*wanted);
    if (auto* failed = std::get_if<WorkerFailure>(&event))
        return std::move(*failed);
    return failure(Outcome::PrepareFailed, codes::workerProtocol, {"start"},
        "The worker gave another answer than asked for.");
}

WorkerProcess::Answer<WorkerHello> WorkerProcess::environment()
{
    if (m_child && m_talk->hello && !m_child->hasEnded())
        return *m_talk->hello;
    quit();
    return start();
}

WorkerProcess::Answer<PreparedReply> WorkerProcess::prepare(
    const PrepareRequest& request, const OnStep& onStep)
{
    const auto job = newJob();
    const bool isDownload = request.workload.weights.kind == WeightsSource::Kind::Download;
    const auto limit = isDownload ? m_setup.downloadTimeout_s : m_setup.prepareTimeout_s;
    return reply<PreparedReply>(
        ask(encode(request, job), job, request.workload.workload.device, limit, onStep));
}

WorkerProcess::Answer<CompiledReply> WorkerProcess::compile(
    const CompileRequest& request, const OnStep& onStep)
{
    const auto job = newJob();
    return reply<CompiledReply>(
        ask(encode(request, job), job, request.workload.workload.device, m_setup.compileTimeout_s, onStep));
}

} // namespace inferometer::core
