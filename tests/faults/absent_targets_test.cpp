// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/run/stream.h"
#include "core/run/target_doctor.h"
#include "tests/faults/machines.h"

#include <algorithm>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

/// Makes the only target one behind Slurm, whose own words are scripted; a real one is asked in the long
/// tests. The words of `scancel` go to the file that this returns.
std::filesystem::path putBehindSlurm(
    const FakeWorld& world, const std::string& srun, const std::vector<std::string>& words)
{
    auto log = world.folder.path() / "cancelled";
    const auto folder = world.folder.write("slurm/srun", "#!/bin/sh\n" + srun + "\n").parent_path();
    world.folder.write("slurm/squeue", "#!/bin/sh\necho PENDING,Resources\n");
    world.folder.write("slurm/scancel", "#!/bin/sh\necho \"$@\" >>'" + log.string() + "'\n");
    for (const auto* program : {"srun", "squeue", "scancel"})
        std::filesystem::permissions(folder / program, std::filesystem::perms::owner_all);
    auto target = readTargets(world.services.paths.targets)->front();
    target.launcher = {(folder / "srun").string()};
    target.launcher.insert(target.launcher.end(), words.begin(), words.end());
    EXPECT_TRUE(writeTargets(world.services.paths.targets, {target}));
    return log;
}

} // namespace

TEST(AbsentTargets, OneMachineMeasuresWhatWasPlannedForTwo)
{
    Machines machines(3);
    const auto plan = machines.plan(2, 2, {"1"});

    const auto end = machines.runOn("m2", plan);

    ASSERT_TRUE(end) << end.error().detail;
    ASSERT_FALSE(end->failure) << end->failure->detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(end->run->visits.size(), 4u);
    EXPECT_EQ(measuredRows(*end->run), 8);
    for (const auto& visit : plan.visits) {
        const auto* record = findVisit(*end->run, visit.id);
        ASSERT_TRUE(record) << visit.id;
        EXPECT_EQ(record->workload.device, visit.workload.device) << "where it was planned";
        EXPECT_EQ(record->target, "m2") << "where it was measured";
    }
}

/// As a machine that restarts: the connection breaks off, the next one is refused, the third one holds.
TEST(AbsentTargets, OneThatHasWorkedAndIsAwayForAWhileIsTriedAgain)
{
    Machines machines(1);
    auto& world = machines.world;
    auto targets = *readTargets(world.services.paths.targets);
    const auto count = (world.folder.path() / "connections").string();
    const std::string script = "echo >>'" + count + "'; case $(wc -l <'" + count
        + "') in 1) \"$@\" | sed -u '/\"type\":\"record\"/q'; exit 255;; 2) exit 255;; esac; exec \"$@\"";
    // Without the lossy launcher, whose other machine does not end with its reader.
    targets[0].launcher.erase(targets[0].launcher.begin(), targets[0].launcher.begin() + 3);
    targets[0].launcher.insert(targets[0].launcher.begin(), {"/bin/sh", "-c", script, "launcher"});
    const auto plan = machines.plan(1, 1, {"1", "4", "16"});
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_FALSE(end->failure) << end->failure->detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(measuredRows(*end->run), 6);
    EXPECT_EQ(contentOf(count), "\n\n\n");
    EXPECT_TRUE(world.observer.hasNoted("target-is-tried-again"));
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(AbsentTargets, OneThatSaysHelloAndThenNothingIsGivenUp)
{
    Machines machines(1);
    auto& world = machines.world;
    world.services.deadlineFactor = 1e-6;
    const auto plan = machines.plan(1, 1);
    world.folder.write("hello", encode(ownHello(world.services)) + "\n");
    auto targets = *readTargets(world.services.paths.targets);
    targets[0].launcher = {
        "/bin/sh", "-c", "cat '" + (world.folder.path() / "hello").string() + "'; exec sleep 600"};
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    ASSERT_TRUE(end->failure);
    EXPECT_EQ(end->failure->reasons.front().code, "target-ended-early") << end->failure->detail;
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(AbsentTargets, OneThatNeverSaysWhoItIsIsGivenUp)
{
    Machines machines(1);
    auto& world = machines.world;
    world.services.answerLimit_s = 0.2;
    const auto plan = machines.plan(1, 1);
    ASSERT_TRUE(writeTargets(world.services.paths.targets, {machines.silentTarget()}));

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    ASSERT_TRUE(end->failure);
    EXPECT_EQ(end->failure->reasons.front(),
        (Note{"target-did-not-answer", {"m0", "nothing was heard of it for 0 s"}}));
    EXPECT_EQ(world.processesLeft(10), 0);
}

/// Nobody is left to end it: one that waits in a queue would wait for ever.
TEST(AbsentTargets, OneThatWaitsIsAskedToEndWhenTheApplicationIsKilled)
{
    Machines machines(1);
    auto& world = machines.world;
    const auto plan = machines.plan(1, 1);
    auto target = machines.silentTarget();
    target.launcher.back() = "cd \"$INFEROMETER_FAKE_STATE\"; trap 'echo yes >asked; exit' TERM; "
                             "echo yes >waiting; sleep 600 & wait";
    ASSERT_TRUE(writeTargets(world.services.paths.targets, {target}));
    const int application = world.runElsewhere(plan);
    while (world.recorded("waiting").empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));

    ::kill(application, SIGKILL);
    ::waitpid(application, nullptr, 0);

    EXPECT_EQ(world.processesLeft(5), 0);
    EXPECT_FALSE(world.recorded("asked").empty()) << "a job would have stayed in its queue";
}

TEST(AbsentTargets, OneThatNeverSaysWhoItIsCannotBeAsked)
{
    Machines machines(1);
    auto& world = machines.world;
    world.services.answerLimit_s = 0.1;

    const auto report =
        examineTarget(world.services, world.loop, machines.silentTarget(), {}, [](const Note&) {});

    ASSERT_FALSE(report);
    EXPECT_NE(report.error().detail.find("nothing was heard of it"), std::string::npos)
        << report.error().detail;
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(AbsentTargets, AStopEndsAQuestion)
{
    Machines machines(1);
    auto& world = machines.world;
    world.stopNow.request_stop();

    const auto report = examineTarget(
        world.services, world.loop, machines.silentTarget(), world.stopNow.get_token(), [](const Note&) {});

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(AbsentTargets, AStopCancelsAJobThatWaits)
{
    Machines machines(1);
    auto& world = machines.world;
    world.services.deadlineFactor = 1e-2; // how often the queue is looked at
    const auto plan = machines.plan(1, 1);
    const auto log = putBehindSlurm(world, "exec sleep 600", {"--partition=a100"});
    world.observer.onNote = [&](const Note& note) {
        if (note.code == "job-waits-for-resources")
            world.stopNow.request_stop();
    };

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_TRUE(contentOf(log).starts_with("--quiet --name=inferometer-")) << contentOf(log);
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(AbsentTargets, ALostLineLeavesNoJobInTheQueue)
{
    Machines machines(1);
    auto& world = machines.world;
    const auto plan = machines.plan(1, 1);
    const auto log = putBehindSlurm(world, "exit 255", {"-J", "mine"});

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    EXPECT_TRUE(contentOf(log).starts_with("--quiet --name=mine-inferometer-")) << contentOf(log);
}

/// The line breaks off after a record and cannot be had again, for longer than scancel takes.
TEST(AbsentTargets, AJobIsNotCancelledAgainWhenSlurmHasBeenTold)
{
    Machines machines(1);
    auto& world = machines.world;
    const auto plan = machines.plan(1, 1, {"1", "4"});
    const auto count = (world.folder.path() / "connections").string();
    // Without the lossy launcher, whose other machine does not end with its reader.
    auto words = readTargets(world.services.paths.targets)->front().launcher;
    words.erase(words.begin(), words.begin() + 3);
    words.insert(words.begin(), {"-J", "mine"});
    const auto log = putBehindSlurm(world,
        "shift 2; echo >>'" + count + "'; case $(wc -l <'" + count
            + "') in 1) \"$@\" | sed -u '/\"type\":\"record\"/q';; *) sleep 0.1;; esac; exit 255",
        words);

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    EXPECT_EQ(contentOf(count), "\n\n\n\n");
    const auto told = split(contentOf(log), '\n');
    EXPECT_LE(std::ranges::count(told, told.front()), 2) << contentOf(log);
}
