// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/classify.h"

#include "core/base/control_groups.h"
#include "core/run/deadlines.h"
#include "core/run/line_reader.h"
#include "core/run/privacy.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace inferometer::core;
using inferometer::tests::TemporaryFolder;

namespace {

RunnerEnd withSignal(int signal, const std::string& text = {})
{
    RunnerEnd end;
    end.child.signal = signal;
    end.child.errorOutput = text;
    end.phase = Phase::Measure;
    return end;
}

RunnerEnd withCode(int code, const std::string& text = {})
{
    RunnerEnd end;
    end.child.exitCode = code;
    end.child.errorOutput = text;
    end.phase = Phase::Load;
    return end;
}

std::string verdict(const RunnerEnd& end)
{
    const auto content = classify(end);
    if (std::holds_alternative<VisitResult>(content))
        return "result";
    const auto& failure = std::get<VisitFailure>(content);
    return std::string(toWord(failure.outcome)) + " " + failure.reason.code;
}

constexpr const char* memoryText = "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't "
                                   "allocate memory: you tried to allocate 5 bytes.";

} // namespace

TEST(Classify, OnlyAResultFollowedByANormalEndCounts)
{
    auto end = withCode(0);
    end.result = VisitResult{};
    EXPECT_EQ(verdict(end), "result");

    end.child.exitCode = 1;
    EXPECT_EQ(verdict(end), "crashed ended-with-code");
    end.child.signal = SIGSEGV;
    EXPECT_EQ(verdict(end), "crashed ended-by-signal");
    EXPECT_EQ(verdict(withCode(0)), "crashed ended-without-result");
}

TEST(Classify, TheFirstThatFitsIsTheOutcome)
{
    auto end = withSignal(SIGSEGV, memoryText);
    end.failure = VisitFailure{Outcome::LoadFailed, Note{"load-error", {}}, {}, {}};
    EXPECT_EQ(verdict(end), "crashed ended-by-signal");
    end.deadline_s = 3;
    EXPECT_EQ(verdict(end), "timed-out deadline-passed");
    end.isCancelled = true;
    EXPECT_EQ(verdict(end), "cancelled cancelled");
}

TEST(Classify, KnowsTheFormsOfTooLittleMemory)
{
    EXPECT_EQ(verdict(withCode(1, memoryText)), "out-of-memory host-memory");
    EXPECT_EQ(verdict(withCode(1, "dnnl::error: could not create a primitive")), "out-of-memory host-memory");
    EXPECT_EQ(verdict(withSignal(SIGABRT, "terminate called after throwing an instance of 'std::bad_alloc'")),
        "out-of-memory host-memory");
    EXPECT_EQ(verdict(withCode(1, "CUDA out of memory. Tried to allocate 20.00 MiB.")),
        "out-of-memory device-memory");
    EXPECT_EQ(verdict(withSignal(SIGKILL)), "crashed killed-perhaps-for-memory");
    auto killed = withSignal(SIGKILL);
    killed.hasKernelKilled = true;
    EXPECT_EQ(verdict(killed), "out-of-memory killed-for-memory");
    EXPECT_EQ(verdict(withCode(1, "CUDA error: an illegal memory access was encountered")),
        "device-lost device-error");
}

TEST(Classify, AnExceptionThatNobodyCaughtIsKnownByItsText)
{
    constexpr const char* lost = "terminate called after throwing an instance of 'c10::AcceleratorError'\n"
                                 "  what():  CUDA error: an illegal memory access was encountered";

    EXPECT_EQ(verdict(withSignal(SIGABRT, lost)), "device-lost device-error");
    EXPECT_EQ(verdict(withSignal(SIGSEGV, lost)), "crashed ended-by-signal");
    EXPECT_EQ(verdict(withSignal(SIGABRT, "Assertion failed")), "crashed ended-by-signal");
}

TEST(Classify, ABrokenMessageIsNotTheSignalThatEndedItsSender)
{
    auto end = withSignal(SIGTERM);
    end.protocolError = "no JSON";
    EXPECT_EQ(verdict(end), "protocol-error protocol-broken");
    end.child.signal = SIGSEGV;
    EXPECT_EQ(verdict(end), "crashed ended-by-signal");
}

TEST(Classify, WhatTheRunnerSaysOfItselfStands)
{
    auto end = withCode(0);
    end.failure = VisitFailure{Outcome::Unsupported, Note{"device-missing", {"cuda:3"}}, {}, {}};
    EXPECT_EQ(verdict(end), "unsupported device-missing");
}

TEST(Classify, CountsTheKernelsKills)
{
    const TemporaryFolder root;
    root.write("proc/vmstat", "nr_free_pages 5\noom_kill 3\n");
    root.write("sys/fs/cgroup/memory.events", "low 0\noom_kill 2\n");

    EXPECT_EQ(kernelKills(root.path()), 5);
    EXPECT_EQ(kernelKills("/nowhere"), 0);
    EXPECT_EQ(signalName(SIGBUS), "SIGBUS");
    EXPECT_EQ(signalName(42), "signal 42");
}

TEST(Deadlines, ALargeWorkloadHasMoreTime)
{
    VisitJob job;
    job.variants.resize(2);
    job.policy = policyOf(Preset::Standard);
    const auto measure = [&](double slowest_s) {
        return deadlineOf({Phase::Measure, {}, 0}, job, slowest_s);
    };

    EXPECT_GE(measure(0), 2 * job.policy.maxTime_s + 30);
    EXPECT_GT(measure(60), measure(1));
    EXPECT_GE(measure(60), 2 * job.policy.maxTime_s + 3 * 60 * 2 * job.policy.minBlock);
}

TEST(Deadlines, WhatTheRunnerExpectsLengthensThem)
{
    VisitJob job;
    job.variants.resize(2);
    job.policy = policyOf(Preset::Quick);
    for (const auto phase : {Phase::WarmUp, Phase::Measure}) {
        EXPECT_GT(deadlineOf({phase, {}, 500}, job, 0), 500) << toWord(phase);
        EXPECT_LT(deadlineOf({phase, {}, 0}, job, 0), 500) << toWord(phase);
    }
}

TEST(Deadlines, APythonPeersFirstRunIsACompile)
{
    VisitJob job;
    job.variants.resize(1);
    job.compileTimeout_s = 1800;
    const Variant peer{Engine::Python, CompileMode::Default};

    EXPECT_GT(deadlineOf({Phase::FirstRun, peer, 0}, job, 0), 1800);
    EXPECT_LT(deadlineOf({Phase::FirstRun, Variant{}, 0}, job, 0), 1800);
}

TEST(LineReader, HoldsNoMoreThanOneBoundedLine)
{
    std::vector<std::string> lines;
    const auto take = [&](std::string_view line) {
        lines.emplace_back(line);
        return true;
    };
    LineReader reader(10, 3);

    EXPECT_TRUE(reader.add("one\ntw", take));
    EXPECT_TRUE(reader.add("o\n", take));
    EXPECT_EQ(lines, (std::vector<std::string>{"one", "two"}));
    EXPECT_FALSE(reader.add("0123456789x", take));
    EXPECT_FALSE(reader.add("\nlater\n", take)) << "broken for good";
    EXPECT_EQ(lines.size(), 2u);
}

TEST(LineReader, BoundsTheNumberOfLines)
{
    LineReader reader(10, 3);
    int count = 0;
    EXPECT_FALSE(reader.add("a\nb\nc\nd\n", [&](std::string_view) { return ++count < 100; }));
    EXPECT_EQ(count, 3);
}

TEST(TailBuffer, KeepsTheEnd)
{
    TailBuffer tail(4);
    for (const auto* part : {"abc", "def", "ghij", "k"})
        tail.add(part);
    EXPECT_TRUE(tail.text().ends_with("ghijk") || tail.text().ends_with("hijk"));
    EXPECT_LE(tail.text().size(), 8u);
}

TEST(Privacy, OnlyTheLastPartOfAPathStays)
{
    EXPECT_EQ(withoutPaths("File \"/home/alice/secret/model.py\", line 3"), "File \"model.py\", line 3");
    EXPECT_EQ(withoutPaths("at ~/x/y.cpp:12"), "at y.cpp:12");
    EXPECT_EQ(withoutPaths("cpp/none took 1/2 s"), "cpp/none took 1/2 s");
    EXPECT_EQ(withoutPaths("/"), "/");
    EXPECT_EQ(withoutPaths("a=/tmp/b/ c"), "a=b c");
}

TEST(Privacy, APathWithSpacesIsTakenWhole)
{
    EXPECT_EQ(withoutPaths("File \"/data/My Secret Models/net.py\", line 3"), "File \"net.py\", line 3");
    EXPECT_EQ(withoutPaths("No such file: '/data/My Secret Models/net.py'"), "No such file: 'net.py'");
    EXPECT_EQ(withoutPaths("at /data/My Models/net.py:12"), "at net.py:12");
    EXPECT_EQ(withoutPaths("g++ /usr/x/a.cpp -I/usr/include"), "g++ a.cpp -Iinclude");
    EXPECT_EQ(withoutPaths("/tmp/a and /tmp/b failed"), "a and b failed");
    EXPECT_EQ(withoutPaths("vit-b/16"), "vit-b/16");
    ::setenv("HOME", "/home/Mary Ann Smith", 1);
    EXPECT_EQ(withoutPaths("in /home/Mary Ann Smith/net.py it failed"), "in net.py it failed");
    ::unsetenv("HOME");
}

/// In a child, which has namespaces of its own: there its user is nobody, whoever runs this test.
TEST(Privacy, UserAndHostHaveNamesWithoutTheEnvironmentToo)
{
    constexpr int notAllowed = 2;
    const auto child = ::fork();
    if (child == 0) {
        constexpr std::string_view host = "canaryhost";
        if (::unshare(CLONE_NEWUSER | CLONE_NEWUTS) != 0 || ::sethostname(host.data(), host.size()) != 0)
            ::_exit(notAllowed);
        ::unsetenv("USER");
        ::unsetenv("LOGNAME");
        const auto text = withoutPaths("made by nobody on canaryhost.");
        ::_exit(text == "made by <user> on <host>." ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == notAllowed)
        GTEST_SKIP() << "this system gives nobody namespaces of their own";
    EXPECT_EQ(status, 0);
}

TEST(Privacy, SecretsOfTheEnvironmentAreRemoved)
{
    ::setenv("CANARY_API_KEY", "/9canary+key=", 1);
    ::setenv("canary_password", "resnet", 1); // as short as an ordinary word
    ::setenv("CANARY_COLOUR", "turquoise", 1);

    EXPECT_EQ(withoutPaths("401 for /9canary+key=: resnet is no turquoise"),
        "401 for <secret>: resnet is no turquoise");

    for (const auto& [first, second] :
        {std::pair("/9canary+key=", "/9canary+key=more"), std::pair("/9canary+key=more", "/9canary+key=")}) {
        ::setenv("CANARY_API_KEY", first, 1);
        ::setenv("canary_password", second, 1);
        EXPECT_EQ(withoutPaths("401 for /9canary+key=more"), "401 for <secret>");
    }

    for (const auto* name : {"CANARY_API_KEY", "canary_password", "CANARY_COLOUR"})
        ::unsetenv(name);
}

TEST(Privacy, APathThatIsMissingElsewhereIsNamedWithoutWhoseItIs)
{
    EXPECT_EQ(withoutHome("/home/alice/pictures/cat.png"), "~/pictures/cat.png");
    EXPECT_EQ(withoutHome("/data/cat.png"), "/data/cat.png");
    EXPECT_EQ(withoutHome("/home"), "/home");
    EXPECT_EQ(withoutHome("resnet"), "resnet");
}
