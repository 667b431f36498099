// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/child_process.h"
#include "core/run/slurm.h"
#include "core/run/stream.h"
#include "core/run/targets.h"
#include "core/run/timer.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// How the conversation with a target ended.
struct TargetEnd {
    std::optional<StreamHello> hello; ///< nothing: Inferometer there never spoke
    std::optional<std::string> mismatch; ///< it spoke, but of another version
    std::optional<Ending> ending; ///< of the run there; nothing: the connection was lost before
    int exitCode = 0;
    std::string lastWords; ///< of standard error: may name hosts and paths, so for this user's eyes only
};

/// Why a target did not do what it was asked for, in one sentence.
Error lossOf(const Target& target, const TargetEnd& end);

/// What is started on a target, and how patiently.
struct TargetCall {
    Target target;
    std::filesystem::path guard; ///< of its launcher
    std::vector<std::string> words; ///< for Inferometer there
    std::string input = {}; ///< sent as its first line where it is not empty
    std::optional<double> answerLimit_s =
        {}; ///< until it says hello; nothing: a job waits as long as it takes
    double silence_s = 0; ///< so long it may say nothing after that
};

/// The job of a call whose launcher has `srun`, under a name of its own: it may wait in the queue for as long
/// as it takes.
std::optional<SlurmJob> jobOf(TargetCall& call);

/// Called on the loop, never from inside a call to the process.
struct TargetObserver {
    std::function<void(StreamMessage)> message; ///< after a hello that fits
    std::function<void(TargetEnd)> ended; ///< once
};

/// Inferometer started elsewhere through a target's launcher. Whatever arrives on its standard output, only
/// whole lines of a stream count.
class TargetProcess {
public:
    TargetProcess(Loop& loop, const TargetCall& call, TargetObserver observer);
    TargetProcess(const TargetProcess&) = delete;
    TargetProcess& operator=(const TargetProcess&) = delete;

    /// Asks the run there to end after the visit at work.
    void stopAfterVisit();
    /// Asks the run there to end now by ending its input; after a grace the launcher is ended, and with it
    /// the connection. `ended` still comes.
    void stop();

private:
    bool take(std::string_view line);
    void onHello(const StreamHello& hello);
    void onEnd(const ChildEnd& end);
    /// Something has to be heard of it within so long.
    void expectWord(double limit_s);

    TargetObserver m_observer;
    double m_silence_s;
    std::optional<double> m_wasSilent_s; ///< for too long
    TargetEnd m_end;
    Timer m_timer;
    bool m_isStopping = false;
    std::unique_ptr<ChildProcess> m_child; ///< last: it ends before what its observer uses
};

} // namespace inferometer::core
