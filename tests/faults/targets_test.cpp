// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/fleet.h"
#include "core/store/failure_logs.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "tests/faults/machines.h"

#include <cstdlib>
#include <set>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

/// Visits with a record whose rows were all measured, as often as the file holds one.
std::map<std::string, int> measuredRecords(const std::filesystem::path& file)
{
    std::map<std::string, int> counts;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("{\"type\":\"record") || line.find("\"measured\"") == std::string::npos)
            continue;
        const auto start = line.rfind("\"visit\":\"") + 9;
        ++counts[line.substr(start, line.find('"', start) - start)];
    }
    return counts;
}

/// Lets a shell do something before, or around, what a target's launcher does: that is "$@" for it, behind
/// `words`.
void wrap(Target& target, const std::string& script, const std::vector<std::string>& words)
{
    auto launcher = std::vector<std::string>{"/bin/sh", "-c", "cd \"$INFEROMETER_FAKE_STATE\"; " + script};
    launcher.insert(launcher.end(), words.begin(), words.end());
    launcher.insert(launcher.end(), target.launcher.begin(), target.launcher.end());
    target.launcher = std::move(launcher);
}

} // namespace

TEST(Targets, MeasureTheirSharesAndKeepNameAndEnvironment)
{
    Machines machines(2);
    auto& world = machines.world;

    const auto end = world.run(machines.plan(2, 1, {"1", "4"}));

    ASSERT_TRUE(end) << end.error().detail;
    ASSERT_FALSE(end->failure) << end->failure->detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(measuredRows(*end->run), 8);
    const auto file = readRun(end->file);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE(file->problems.empty());
    ASSERT_EQ(file->run.visits.size(), 4u);
    for (const auto& record : file->run.visits) {
        EXPECT_EQ(record.target, record.workload.device.target);
        EXPECT_TRUE(record.visit.starts_with(record.target + "/resnet.cpu"));
        EXPECT_EQ(
            valueOf(file->run.sessions[static_cast<std::size_t>(record.session)], "target"), record.target);
    }
    EXPECT_EQ(world.processesLeft(5), 0);
}

/// Each one starts only after the other one has begun.
TEST(Targets, OnTwoMachinesAreAtWorkAtTheSameTime)
{
    Machines machines(2);
    auto& world = machines.world;
    const auto plan = machines.plan(2, 1);
    auto targets = *readTargets(world.services.paths.targets);
    const auto* meet = "echo yes >\"$0\"; for i in $(seq 500); do "
                       "if [ -e \"$1\" ]; then shift; exec \"$@\"; fi; sleep 0.02; done";
    wrap(targets[0], meet, {"first", "second"});
    wrap(targets[1], meet, {"second", "first"});
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_FALSE(end->failure) << end->failure->detail;
    EXPECT_EQ(measuredRows(*end->run), 4);
}

TEST(Targets, WithOneLauncherTakeTurns)
{
    Machines machines(2);
    auto& world = machines.world;
    const auto plan = machines.plan(2, 1);
    auto targets = *readTargets(world.services.paths.targets);
    wrap(targets[0], "mkdir \"$0\" || echo yes >overlap; \"$@\"; rmdir \"$0\"", {"at-work"});
    targets[1].launcher = targets[0].launcher;
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(measuredRows(*end->run), 4);
    EXPECT_TRUE(world.recorded("overlap").empty());
}

TEST(Targets, APlanOf500VisitsSurvivesRandomLosses)
{
    constexpr int count = 8;
    const auto visits = static_cast<std::size_t>(countFrom("INFEROMETER_TARGET_VISITS", 500));
    Machines machines(count);
    auto& world = machines.world;
    machines.setLoss(count, 90);
    world.scriptRunner("rounds=1,samples=1");
    auto plan = machines.plan(count, 9, {"1", "2", "3", "4", "5", "6", "7"});
    plan.visits.resize(visits);

    auto end = world.run(plan);
    int resumed = 0;
    for (; end && end->run->ending != Ending::Completed && resumed < 60; ++resumed)
        end = world.resume(end->file);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    const auto file = readRun(end->file);
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->problems.empty());
    EXPECT_EQ(file->run.visits.size(), visits);
    const auto records = measuredRecords(end->file);
    EXPECT_EQ(records.size(), visits);
    for (const auto& [visit, times] : records)
        EXPECT_EQ(times, 1) << visit;
    std::size_t lost = 0;
    std::istringstream lines(contentOf(end->file));
    for (std::string line; std::getline(lines, line);)
        lost += line.find("connection-lost") != std::string::npos;
    EXPECT_GT(lost, 0u) << "nothing was lost: this shows nothing";
    std::printf("%d resumptions, %zu visits lost on the way\n", resumed, lost);
    EXPECT_EQ(world.processesLeft(60), 0) << "what a lost connection leaves behind ends by itself";
}

TEST(Targets, ALostConnectionIsTheOutcomeOfTheVisitAtWorkAndResumeMeasuresIt)
{
    Machines machines(1);
    auto& world = machines.world;
    world.scriptRunner("fault=hang,phase=measure,batch=4");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.workload.batch != 4 || progress.step != "measure")
            return;
        for (const auto& entry :
            std::filesystem::directory_iterator("/proc")) { // ends the launcher, as a cut line
            const auto command = readSystemFile(entry.path() / "comm");
            const auto variables = readSystemFile(entry.path() / "environ");
            if (command == "lossy_launcher\n"
                && variables.find(world.folder.path().string()) != std::string::npos)
                ::kill(std::atoi(entry.path().filename().c_str()), SIGKILL);
        }
    };
    const auto plan = machines.plan(1, 1, {"1", "4"});

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    ASSERT_TRUE(end->failure);
    EXPECT_NE(end->failure->detail.find("m0"), std::string::npos) << end->failure->detail;
    EXPECT_EQ(world.rowsOf(*end->run, "m0/resnet.cpu.b1.float32").front(), "cpp/none: measured");
    EXPECT_EQ(world.rowsOf(*end->run, "m0/resnet.cpu.b4.float32"),
        (std::vector<std::string>{"cpp/none: connection-lost", "cpp/default: connection-lost"}));
    EXPECT_EQ(world.processesLeft(10), 0);

    world.observer = RecordingObserver();
    world.scriptRunner("");
    const auto resumed = world.resume(end->file);

    ASSERT_TRUE(resumed) << resumed.error().detail;
    EXPECT_EQ(resumed->run->ending, Ending::Completed);
    EXPECT_EQ(world.observer.finished, std::vector<std::string>{"m0/resnet.cpu.b4.float32"});
}

TEST(Targets, TheWholeLogOfAFailureThereIsKeptBesideTheRunHere)
{
    Machines machines(1);
    auto& world = machines.world;
    world.scriptWorker("fault=failed,step=compile");

    const auto end = world.run(machines.plan(1, 1));

    ASSERT_TRUE(end) << end.error().detail;
    const auto& record = end->run->visits.front();
    const auto log = findFailureLog(end->file, record.visit, record.rows[1].result.variant);
    ASSERT_TRUE(log);
    EXPECT_EQ(contentOf(*log), "Traceback");
    EXPECT_EQ(contentOf(end->file).find("Traceback"), std::string::npos);
}

/// As Slurm does with a job that is cancelled: the run there ends in good order, but nobody here asked for
/// it.
TEST(Targets, ARunThatSomebodyThereEndsIsLostAndCanBeResumed)
{
    Machines machines(1);
    auto& world = machines.world;
    world.scriptRunner("fault=hang,phase=measure");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step != "measure")
            return;
        for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
            const auto command = readSystemFile(entry.path() / "comm");
            const auto variables = readSystemFile(entry.path() / "environ");
            if (command == "inferometer-cli\n"
                && variables.find(world.folder.path().string()) != std::string::npos)
                ::kill(std::atoi(entry.path().filename().c_str()), SIGTERM);
        }
    };

    const auto end = world.run(machines.plan(1, 1));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    EXPECT_TRUE(end->failure);
    EXPECT_EQ(world.rowsOf(*end->run, "m0/resnet.cpu.b1.float32"),
        (std::vector<std::string>{"cpp/none: connection-lost", "cpp/default: connection-lost"}));
    world.observer = RecordingObserver();
    world.scriptRunner("");
    EXPECT_EQ(world.resume(end->file)->run->ending, Ending::Completed);
}

TEST(Targets, AStopReachesTheProcessesThere)
{
    Machines machines(2);
    auto& world = machines.world;
    world.scriptRunner("fault=hang-deaf,phase=measure");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "measure")
            world.stopNow.request_stop();
    };

    const auto end = world.run(machines.plan(2, 1));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_EQ(measuredRows(*end->run), 0);
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(Targets, ARunGoesOnElsewhere)
{
    Machines machines(2);
    const auto plan = machines.plan(1, 1, {"1", "4"});
    std::set<std::string> shown;
    machines.world.observer.onProgress = [&](const Progress& progress) {
        shown.insert(progress.workload.device.target);
    };

    const auto end = machines.runOn("m1", plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(shown, std::set<std::string>{"m1"});
    EXPECT_EQ(end->run->ending, Ending::Completed);
    for (const auto& record : end->run->visits) {
        EXPECT_EQ(record.workload.device.target, "m0") << "where it was planned";
        EXPECT_EQ(record.target, "m1") << "where it was measured";
    }
}

TEST(Targets, WhatNobodyMeasuresIsACancelOnlyAfterAStop)
{
    for (const bool isAskedFor : {false, true}) {
        Machines machines(1);
        auto& world = machines.world;
        RunRecord run;
        run.plan = machines.plan(1, 1);
        auto writer = RunWriter::create(world.folder.path() / "left.jsonl");
        ASSERT_TRUE(writer) << writer.error().detail;
        Journal journal(*std::move(writer), world.services, world.loop, {}, [](const Note&) {});
        const SteadyClock clock;
        std::stop_source stop;
        if (isAskedFor)
            stop.request_stop();

        Fleet fleet(
            {world.services, clock, world.loop, journal, world.observer, {stop.get_token(), {}}, {}}, run);

        EXPECT_EQ(fleet.execute(), isAskedFor ? Ending::Cancelled : Ending::Interrupted);
    }
}

TEST(Targets, OneThatDoesNotAnswerCostsOnlyItsShare)
{
    Machines machines(2);
    auto& world = machines.world;
    const auto plan = machines.plan(2, 1);
    auto targets = *readTargets(world.services.paths.targets);
    targets[1].launcher = {"/bin/sh", "-c", "echo Welcome; echo Permission denied >&2; exit 255"};
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    EXPECT_EQ(measuredRows(*end->run), 2);
    ASSERT_TRUE(end->failure);
    EXPECT_EQ(end->failure->reasons,
        (std::vector{
            Note{"target-did-not-answer", {"m1", "Permission denied"}}, Note{"run-can-be-resumed", {}}}));
    EXPECT_EQ(contentOf(end->file).find("Permission"), std::string::npos) << "what it says may name hosts";
}

TEST(Targets, AnotherVersionIsSaidAndNotGuessedAround)
{
    Machines machines(1);
    auto& world = machines.world;
    const auto plan = machines.plan(1, 1);
    const auto hello =
        sealedLine("hello", R"({"stream":99,"schema_major":1,"schema_minor":0,"version":"9.9.9"})");
    world.folder.write("hello", hello + "\n");
    auto targets = *readTargets(world.services.paths.targets);
    targets[0].launcher = {
        "/bin/sh", "-c", "cat '" + (world.folder.path() / "hello").string() + "'; cat >/dev/null"};
    ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    ASSERT_TRUE(end->failure);
    EXPECT_NE(end->failure->detail.find("9.9.9 (stream 99, schema 1.0)"), std::string::npos)
        << end->failure->detail;
}
