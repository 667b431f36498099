// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/preflight.h"

#include "core/base/text.h"
#include "core/protocol/json.h"
#include "core/run/child_process.h"
#include "core/run/deadlines.h"
#include "core/run/python_facts.h"
#include "core/run/runner_process.h"

#include <algorithm>
#include <cerrno>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr double versionLimit_s = 120; // reads a gigabyte of libraries from a cold disk

/// What `inferometer-runner --version` says.
struct RunnerVersion {
    Environment versions;
};

} // namespace

template <> struct Fields<RunnerVersion> {
    static constexpr auto all = std::tuple{Field{"versions", &RunnerVersion::versions, Presence::Required}};
};

namespace {

Result<Environment> askRunner(Loop& loop, const RunServices& services, std::stop_token stop)
{
    std::string said;
    std::optional<ChildEnd> end;
    ChildObserver observer;
    observer.line = [&](std::string_view line) {
        said = line;
        return true;
    };
    observer.ended = [&](ChildEnd how) { end = std::move(how); };
    const auto& tools = services.tools;
    const RunnerSetup setup{
        tools.guard, tools.runner, services.systemRoot, services.deadlineFactor, tools.torchLibraries};
    const auto child = ChildProcess::start(loop, runnerCommand(setup, {"--version"}), std::move(observer));
    if (!child)
        return child.error();
    loop.runFor(nanoseconds(std::max(shortestDeadline_s, versionLimit_s * services.deadlineFactor)),
        [&] { return end || stop.stop_requested(); });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "Cancelled before anything was measured."};
    const auto json = parseJson(said, ErrorCode::ProtocolError);
    auto version = json ? fromJson<RunnerVersion>(*json) : Result<RunnerVersion>(json.error());
    if (end && end->exitCode == 0 && end->signal == 0 && version)
        return std::move(version->versions);
    return end ? Error{ErrorCode::EnvironmentMissing,
               Note{"runner-does-not-start", {oneLine(end->errorOutput, 300)}}}
               : Error{ErrorCode::EnvironmentMissing, Note{"runner-not-in-time", {}}};
}

} // namespace

Result<void> checkWritable(const fs::path& folder, const char* variable)
{
    std::error_code ignored;
    auto nearest = folder; // what is not there yet is made in the next one above it
    while (!fs::exists(nearest, ignored) && nearest.has_relative_path())
        nearest = nearest.parent_path();
    if (::access(nearest.c_str(), W_OK | X_OK) == 0)
        return {};
    const auto reason = std::error_code(errno, std::generic_category()).message();
    return Error{ErrorCode::StorageFailed, Note{"folder-not-writable", {folder.string(), reason, variable}}};
}

Result<void> checkExecutable(const fs::path& cache)
{
    struct statvfs facts { };
    if (::statvfs(cache.c_str(), &facts) != 0 || (facts.f_flag & ST_NOEXEC) == 0)
        return {};
    return Error{ErrorCode::StorageFailed, Note{"cache-not-executable", {cache.string()}}};
}

Result<void> checkEngine(Loop& loop, const RunServices& services, const fs::path& cache,
    const Environment& python, std::stop_token stop)
{
    const auto stamp = runnerStamp(services.tools.runner);
    auto engine = readRunnerFacts(cache, stamp);
    if (!engine) {
        auto asked = askRunner(loop, services, std::move(stop));
        if (!asked)
            return asked.error();
        engine = *std::move(asked);
        (void)writeRunnerFacts(cache, stamp, *engine); // without it the next run asks again
    }
    for (const auto* key : {"torch", "torch_git"}) {
        if (valueOf(*engine, key) != valueOf(python, key))
            return Error{ErrorCode::EnvironmentMissing,
                Note{"runner-of-other-torch", {valueOf(*engine, "torch"), valueOf(python, "torch")}}};
    }
    return {};
}

} // namespace inferometer::core
