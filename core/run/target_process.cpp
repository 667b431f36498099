// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/target_process.h"

#include "core/base/numbers.h"
#include "core/base/random_name.h"
#include "core/base/text.h"

namespace inferometer::core {

namespace {

constexpr double stopGrace_s = 4; // for the last record of a run that is asked to end

} // namespace

Error lossOf(const Target& target, const TargetEnd& end)
{
    const auto name = target.name.empty() ? std::string("local") : target.name;
    if (end.mismatch)
        return {ErrorCode::ProcessFailed, Note{"target-not-usable", {name, *end.mismatch}}};
    const auto words = end.lastWords.empty() ? "exit code " + std::to_string(end.exitCode) : end.lastWords;
    return {ErrorCode::ProcessFailed,
        end.hello ? Note{"target-ended-early", {name, words}} : Note{"target-did-not-answer", {name, words}}};
}

std::optional<SlurmJob> jobOf(TargetCall& call)
{
    auto job = slurmJob(call.target.launcher, "inferometer-" + randomName());
    if (job) {
        call.target.launcher = job->launcher;
        call.answerLimit_s.reset();
    }
    return job;
}

TargetProcess::TargetProcess(Loop& loop, const TargetCall& call, TargetObserver observer)
    : m_observer(std::move(observer))
    , m_silence_s(call.silence_s)
    , m_timer(loop)
{
    ChildObserver child;
    child.line = [this](std::string_view line) { return take(line); };
    child.broken = [this] { m_child->stop(); };
    child.ended = [this](const ChildEnd& end) { onEnd(end); };
    auto started =
        ChildProcess::start(loop, commandOf(call.target, call.words, call.guard), std::move(child));
    if (!started) {
        m_end.exitCode = 127; // as a shell says that there is no such program
        m_end.lastWords = started.error().detail;
        m_timer.start(0, [this] { m_observer.ended(m_end); });
        return;
    }
    m_child = *std::move(started);
    if (!call.input.empty())
        m_child->send(call.input);
    if (call.answerLimit_s)
        expectWord(*call.answerLimit_s);
}

void TargetProcess::expectWord(double limit_s)
{
    m_timer.start(limit_s, [this, limit_s] {
        m_wasSilent_s = limit_s;
        m_child->stop();
    });
}

void TargetProcess::stopAfterVisit()
{
    if (m_child && !m_isStopping)
        m_child->send("stop-after-visit");
}

void TargetProcess::stop()
{
    if (!m_child || m_isStopping)
        return;
    m_isStopping = true;
    m_child->closeInput();
    m_timer.start(m_end.hello ? stopGrace_s : 0, [this] { m_child->stop(); });
}

bool TargetProcess::take(std::string_view line)
{
    auto message = decodeStreamLine(line);
    if (!message || m_end.mismatch)
        return true;
    if (const auto* hello = std::get_if<StreamHello>(&*message))
        onHello(*hello);
    else if (const auto* closed = std::get_if<StreamClosed>(&*message))
        m_end.ending = closed->ending;
    if (m_end.hello && !m_isStopping)
        expectWord(m_silence_s);
    if (m_end.hello && !m_end.mismatch)
        m_observer.message(*std::move(message));
    return true;
}

void TargetProcess::onHello(const StreamHello& hello)
{
    m_end.hello = hello;
    m_end.mismatch = mismatchOf(hello);
    if (m_end.mismatch)
        stop();
}

void TargetProcess::onEnd(const ChildEnd& end)
{
    m_timer.stop();
    m_end.exitCode = end.signal != 0 ? 128 + end.signal : end.exitCode;
    m_end.lastWords = m_wasSilent_s ? "nothing was heard of it for " + fixedText(*m_wasSilent_s, 0) + " s"
                                    : lastLine(end.errorOutput);
    m_observer.ended(m_end);
}

} // namespace inferometer::core
