// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/slurm.h"

#include "core/base/text.h"
#include "core/plan/note_codes.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace inferometer::core {

namespace {

/// The beginning of a reason of squeue (its manual page, "JOB REASON CODES"), and what it comes to.
struct Reason {
    std::string_view start;
    std::string_view code;
};

constexpr std::array reasons{
    Reason{"Resources", codes::jobWaitsForResources},
    Reason{"Priority", codes::jobWaitsForPriority},
    Reason{"ReqNodeNotAvail", codes::jobWaitsForNodes},
    Reason{"Nodes_required_for_job", codes::jobWaitsForNodes},
    Reason{"NodeDown", codes::jobWaitsForNodes},
    Reason{"BadConstraints", codes::jobWaitsForNodes},
    Reason{"Reservation", codes::jobWaitsForNodes},
    Reason{"Partition", codes::jobWaitsForPartition},
    Reason{"QOS", codes::jobWaitsForLimit},
    Reason{"Assoc", codes::jobWaitsForLimit},
    Reason{"Max", codes::jobWaitsForLimit},
    Reason{"Licenses", codes::jobWaitsForLimit},
    Reason{"JobHeld", codes::jobIsHeld},
    Reason{"BeginTime", codes::jobWaitsForTime},
    Reason{"Dependency", codes::jobWaitsForTime},
};

bool isSrun(const std::string& word)
{
    return std::filesystem::path(word).filename() == "srun";
}

/// The name that the launcher gives its job already.
std::string givenName(const std::vector<std::string>& launcher)
{
    constexpr std::string_view option = "--job-name=";
    for (std::size_t i = 0; i < launcher.size(); ++i) {
        if (launcher[i].starts_with(option))
            return launcher[i].substr(option.size());
        if (launcher[i] == "-J" && i + 1 < launcher.size())
            return launcher[i + 1];
    }
    return {};
}

} // namespace

std::optional<SlurmJob> slurmJob(const std::vector<std::string>& launcher, const std::string& name)
{
    const auto srun = std::find_if(launcher.begin(), launcher.end(), isSrun);
    if (srun == launcher.end())
        return std::nullopt;
    const auto given = givenName(launcher);
    SlurmJob job{launcher, {launcher.begin(), srun}};
    if (given.empty())
        job.launcher.insert(job.launcher.begin() + (srun - launcher.begin()) + 1, "--job-name=" + name);
    const auto folder = std::filesystem::path(*srun).parent_path();
    const auto squeue = (folder / "squeue").string();
    // A shell may stand on the way, for which a bar is a pipe.
    for (const auto& word : {squeue, std::string("--noheader"), std::string("--me"),
             std::string("--format=%T,%r"), "--name=" + (given.empty() ? name : given)})
        job.query.push_back(word);
    return job;
}

std::optional<Note> noteOfJob(const std::string& target, std::string_view line)
{
    const auto words = split(oneLine(line, 200), ',');
    if (words.empty() || words.front().find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != std::string::npos)
        return std::nullopt;
    const auto& state = words.front();
    const auto reason = words.size() > 1 ? words[1] : std::string("None");
    if (state == "RUNNING" || state == "CONFIGURING" || state == "COMPLETING")
        return Note{std::string(codes::jobStarts), {target}};
    if (state == "PENDING") {
        for (const auto& known : reasons) {
            if (reason.starts_with(known.start))
                return Note{std::string(known.code), {target}};
        }
    }
    return Note{std::string(codes::jobIs), {target, lowerCase(state), reason}};
}

JobWatch::JobWatch(
    Loop& loop, std::string target, SlurmJob job, double pause_s, std::function<void(const Note&)> say)
    : m_loop(loop)
    , m_target(std::move(target))
    , m_job(std::move(job))
    , m_pause_s(pause_s)
    , m_say(std::move(say))
    , m_timer(loop)
{
    m_timer.start(m_pause_s, [this] { ask(); });
}

void JobWatch::ask()
{
    ChildObserver observer;
    observer.line = [this](std::string_view line) { return take(line); };
    observer.ended = [this](const ChildEnd&) { m_timer.start(m_pause_s, [this] { ask(); }); };
    const auto& query = m_job.query;
    auto started = ChildProcess::start(m_loop,
        {{}, query.front(), {query.begin() + 1, query.end()}, childEnvironment({})}, std::move(observer));
    if (started) // without squeue the job is waited for in silence
        m_child = *std::move(started);
}

bool JobWatch::take(std::string_view line)
{
    auto note = noteOfJob(m_target, line);
    if (!note || m_last == note)
        return true;
    m_last = std::move(note);
    m_say(*m_last);
    return true;
}

} // namespace inferometer::core
