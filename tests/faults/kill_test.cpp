// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_facts.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

constexpr double goal_s = 5;

void waitFor(const FakeWorld& world, const char* file)
{
    while (world.recorded(file).empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void killAndWait(int process)
{
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
}

} // namespace

/// Compilers watch no parent, ignore SIGTERM, leave their session or are stopped: they end all the same.
TEST(Kill, OfTheApplicationEndsTheCompilersOfItsWorker)
{
    FakeWorld world;
    world.scriptWorker("fault=fork,step=compile");
    const int application = world.runElsewhere(world.plan());
    waitFor(world, "generations");
    ASSERT_GE(world.processesLeft(0), 5) << "the guard, the worker and three generations below it";

    killAndWait(application);

    EXPECT_EQ(world.processesLeft(goal_s), 0);
}

TEST(Kill, OfTheApplicationEndsTheCompilersOfPeers)
{
    FakeWorld world;
    world.scriptRunner("fault=fork,phase=first-run");
    const int application = world.runElsewhere(world.plan());
    waitFor(world, "generations");

    killAndWait(application);

    EXPECT_EQ(world.processesLeft(goal_s), 0);
}

/// Each step of the worker and each phase of the runner leave processes behind; the instant is not chosen.
TEST(Kill, OfTheApplicationAtAnyInstantLeavesNoProcess)
{
    const int trials = std::max(countFrom("INFEROMETER_KILL_TRIALS", 100) / 5, 1);
    double slowest_s = 0;
    for (int trial = 0; trial < trials; ++trial) {
        FakeWorld world;
        world.scriptWorker("fault=litter");
        world.scriptRunner("rounds=3,round_ms=5;fault=litter,phase=load");
        const int application = world.runElsewhere(world.plan({"1", "2"}));
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + 577 * trial % 400));
        killAndWait(application);
        const SteadyClock clock;
        const auto begin = clock.now();

        ASSERT_EQ(world.processesLeft(goal_s), 0) << "trial " << trial;

        slowest_s = std::max(slowest_s, seconds(clock.now() - begin));
    }
    std::printf("%d kills, everything gone after at most %.2f s\n", trials, slowest_s);
}

TEST(Kill, OfAGuardCostsItsStep)
{
    FakeWorld world;
    world.scriptWorker("fault=hang,model=resnet,step=compile");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "compile" && progress.workload.model == "resnet")
            ::kill(descendantsOf(::getpid()).front(), SIGKILL);
    };

    const auto end = world.run(world.plan({"1"}, {"default"}, {"resnet", "vit"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit).back(), "cpp/default: compile-failed");
    EXPECT_EQ(world.rowsOf(*end->run, "vit.cpu.b1.float32").back(), "cpp/default: measured");
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(Kill, WhatAProgramLeavesBehindEndsWithItAlsoWithoutAFault)
{
    FakeWorld world;
    world.scriptWorker("fault=litter");
    world.scriptRunner("fault=litter,phase=load");

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_FALSE(world.recorded("generations").empty());
    EXPECT_EQ(world.processesLeft(0), 0);
}
