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

/// A name among the words of `srun`: the rest of a word.
struct GivenName {
    std::size_t word = 0;
    std::size_t start = 0;
};

std::optional<GivenName> givenName(const std::vector<std::string>& words, std::size_t first)
{
    constexpr std::string_view option = "--job-name";
    for (auto i = first; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if ((word == option || word == "-J") && i + 1 < words.size())
            return GivenName{i + 1, 0};
        if (word.starts_with("--job-name="))
            return GivenName{i, option.size() + 1};
        if (word.starts_with("-J"))
            return GivenName{i, 2};
    }
    return std::nullopt;
}

/// What the job is called then.
std::string nameJob(std::vector<std::string>& launcher, std::size_t srun, const std::string& name)
{
    if (const auto given = givenName(launcher, srun + 1)) {
        auto& word = launcher[given->word];
        word += "-" + name;
        return word.substr(given->start);
    }
    launcher.insert(launcher.begin() + static_cast<std::ptrdiff_t>(srun) + 1, "--job-name=" + name);
    return name;
}

} // namespace

std::optional<SlurmJob> slurmJob(const std::vector<std::string>& launcher, const std::string& name)
{
    const auto srun = std::find_if(launcher.begin(), launcher.end(), isSrun);
    if (srun == launcher.end())
        return std::nullopt;
    const auto folder = std::filesystem::path(*srun).parent_path();
    const auto beside = [&](const char* program, const std::vector<std::string>& words) {
        std::vector<std::string> command(launcher.begin(), srun);
        command.push_back((folder / program).string());
        command.insert(command.end(), words.begin(), words.end());
        return command;
    };
    auto named = launcher;
    const auto unique = "--name=" + nameJob(named, static_cast<std::size_t>(srun - launcher.begin()), name);
    // A shell may stand on the way, for which a bar is a pipe.
    return SlurmJob{std::move(named), beside("squeue", {"--noheader", "--me", "--format=%T,%r", unique}),
        beside("scancel", {"--quiet", unique})};
}

std::unique_ptr<ChildProcess> startQuietly(
    Loop& loop, const std::vector<std::string>& command, ChildObserver observer)
{
    auto started = ChildProcess::start(loop,
        {{}, command.front(), {command.begin() + 1, command.end()}, childEnvironment({})},
        std::move(observer));
    return started ? *std::move(started) : nullptr;
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
    if (auto started = startQuietly(m_loop, m_job.query, std::move(observer)))
        m_child = std::move(started); // without squeue the job is waited for in silence
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
