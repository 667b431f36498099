// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/run/child_process.h"
#include "core/run/targets.h"
#include "core/run/timer.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A job of Slurm may wait for hours before anything is heard of it: its state is asked for meanwhile.
namespace inferometer::core {

inline constexpr double jobLook_s = 5; ///< between two questions
inline constexpr double jobCancel_s = 10; ///< so long the end of a run waits for Slurm to be told

/// How to start a launcher's job under a name, and how to ask for it and cancel it where `srun` is started:
/// here, or behind `ssh`.
struct SlurmJob {
    std::vector<std::string> launcher;
    std::vector<std::string> query;
    std::vector<std::string> cancel;
};

/// Nothing for a launcher without `srun`. A name that the launcher itself gives stands in front of this one:
/// others may have the same.
std::optional<SlurmJob> slurmJob(const std::vector<std::string>& launcher, const std::string& name);

/// "PENDING,Resources" as squeue prints it; nothing for what is no such line.
std::optional<Note> noteOfJob(const std::string& target, std::string_view line);

/// Starts a command of Slurm whose failing changes nothing; null where it cannot be started.
std::unique_ptr<ChildProcess> startQuietly(
    Loop& loop, const std::vector<std::string>& command, ChildObserver observer);

/// Asks for a job now and then, and says what changes.
class JobWatch {
public:
    JobWatch(
        Loop& loop, std::string target, SlurmJob job, double pause_s, std::function<void(const Note&)> say);

private:
    void ask();
    bool take(std::string_view line);

    Loop& m_loop;
    std::string m_target;
    SlurmJob m_job;
    double m_pause_s;
    std::function<void(const Note&)> m_say;
    std::optional<Note> m_last;
    Timer m_timer;
    std::unique_ptr<ChildProcess> m_child; ///< last: it ends before what its observer uses
};

} // namespace inferometer::core
