// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/failure.h"
#include "core/engine/runner_channel.h"
#include "core/protocol/json.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using inferometer::engine::Engine;
using inferometer::engine::RunnerChannel;
namespace core = inferometer::core;

constexpr int orphaned = 70;

/// Ends with the parent, even if that is killed; writes no core file; a peer that is gone is no signal.
void dieWithParent()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const char* expected = std::getenv("INFEROMETER_PARENT_PID");
    if (expected != nullptr && getppid() != std::atoi(expected))
        _exit(orphaned);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
}

/// The path by which this program found LibTorch is not for its children: see RunnerProcess.
void restoreLibraryPath()
{
    const char* before = std::getenv("INFEROMETER_LIBRARY_PATH");
    if (before == nullptr)
        return;
    if (*before != '\0')
        setenv("LD_LIBRARY_PATH", before, 1);
    else
        unsetenv("LD_LIBRARY_PATH");
    unsetenv("INFEROMETER_LIBRARY_PATH");
}

core::RunnerEvent measure(Engine& engine, RunnerChannel& channel, std::string_view line)
{
    const auto job = core::decodeJob(line);
    if (!job)
        return core::VisitFailure{core::Outcome::ProtocolError,
            {std::string(core::reasons::jobInvalid.code), {}}, job.error().detail, {}};
    channel.setJob(job->job);
    return engine.runVisit(*job, channel, {.hasOwnProcess = true}, {});
}

int serve(Engine& engine)
{
    dieWithParent();
    RunnerChannel channel;
    channel.send(engine.hello());
    if (const auto line = channel.waitForJob()) {
        const auto result = measure(engine, channel, *line);
        channel.finish();
        channel.send(result);
    }
#if !defined(INFEROMETER_SANITIZED)
    // Destructors of libraries and devices have nothing to add but crashes.
    std::fflush(nullptr);
    _exit(0);
#endif
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    restoreLibraryPath();
    auto& engine = *inferometerEngine();
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (option == "--devices") {
        std::puts(engine.devicesLine().c_str());
        return 0;
    }
    if (option == "--version") {
        const auto hello = engine.hello();
        std::puts(core::toLine({{"v", hello.protocol}, {"versions", hello.versions}}).c_str());
        return 0;
    }
    if (option == "--probe" && argc == 3) {
        dieWithParent();
        const auto device = core::deviceFromText(argv[2]);
        const bool isAlive = device && engine.answers(*device);
        std::fflush(nullptr);
        _exit(isAlive ? 0 : 1); // as below
    }
    if (!option.empty()) {
        std::fprintf(stderr,
            "usage: inferometer-runner [--devices | --version | --probe DEVICE]\n"
            "Started by Inferometer; reads a job from standard input.\n");
        return 2;
    }
    return serve(engine);
}
