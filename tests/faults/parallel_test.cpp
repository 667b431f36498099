// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/targets.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using Rows = std::vector<std::string>;

const Rows cancelled{"cpp/none: cancelled", "cpp/default: cancelled"};

/// A world with two GPUs that every process of a run sees.
struct TwoGpus {
    TwoGpus()
    {
        world.addGpus();
        world.services.tools.commandLine = INFEROMETER_TWO_GPUS_PATH;
        world.services.paths.targets = world.folder.path() / "targets.json";
        world.services.reconnectPause_s = 0;
    }

    Plan plan(const std::vector<std::string>& devices) const
    {
        auto plan = world.plan({"1", "4"}, {"default"}, {"resnet"}, devices);
        plan.parallelDevices = true;
        return plan;
    }

    FakeWorld world;
};

bool saysInParallel(const VisitRecord& record)
{
    return std::any_of(record.warnings.begin(), record.warnings.end(),
        [](const Note& note) { return note.code == "devices-in-parallel"; });
}

} // namespace

TEST(ParallelDevices, OneIsMeasuredWhileAnotherIsAtWork)
{
    TwoGpus gpus;
    auto& world = gpus.world;
    world.scriptRunner("device=cuda:0,phase=measure,fault=hang");
    world.observer.onFinished = [&](const VisitRecord&) {
        if (world.observer.finished.size() == 2) // while the first one of the other hangs
            world.stopNow.request_stop();
    };

    const auto end = world.run(gpus.plan({"cuda:0", "cuda:1"}));

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_EQ(world.rowsOf(*end->run, "resnet.cuda:1.b1.float32"), allMeasured);
    EXPECT_EQ(world.rowsOf(*end->run, "resnet.cuda:1.b4.float32"), allMeasured);
    EXPECT_EQ(world.rowsOf(*end->run, "resnet.cuda:0.b1.float32"), cancelled);
    const auto file = readRun(end->file);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE(file->run.plan.parallelDevices);
    for (const auto& record : file->run.visits) {
        EXPECT_TRUE(record.isInParallel);
        EXPECT_EQ(record.target, "local");
        EXPECT_TRUE(saysInParallel(record)) << record.visit;
    }
    EXPECT_EQ(world.processesLeft(10), 0);
}

TEST(ParallelDevices, WhatIsLeftIsResumedAndTheLastOneAloneIsNotInParallel)
{
    TwoGpus gpus;
    auto& world = gpus.world;
    world.scriptRunner("device=cuda:0,phase=measure,fault=hang");
    world.observer.onFinished = [&](const VisitRecord&) {
        if (world.observer.finished.size() == 2)
            world.stopNow.request_stop();
    };
    const auto begun = world.run(gpus.plan({"cuda:0", "cuda:1"}));
    ASSERT_TRUE(begun) << begun.error().detail;
    world.observer = RecordingObserver();
    world.stopNow = std::stop_source();
    world.scriptRunner("");

    const auto end = world.resume(begun->file);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(world.observer.finished, (Rows{"resnet.cuda:0.b1.float32", "resnet.cuda:0.b4.float32"}));
    for (const auto* batch : {"1", "4"}) {
        const auto* record = findVisit(*end->run, std::string("resnet.cuda:0.b") + batch + ".float32");
        ASSERT_TRUE(record);
        EXPECT_FALSE(record->isInParallel) << "the other one was through";
        EXPECT_FALSE(saysInParallel(*record));
    }
}

TEST(ParallelDevices, TheProcessorIsMeasuredAlone)
{
    TwoGpus gpus;
    auto& world = gpus.world;
    std::set<DeviceKind> atWork;
    std::size_t finishedBefore = 0;
    world.observer.onProgress = [&](const Progress& progress) {
        if (atWork.insert(progress.workload.device.kind).second && atWork.size() == 2)
            finishedBefore = world.observer.finished.size();
    };

    const auto end = world.run(gpus.plan({"cuda:0", "cuda:1", "cpu"}));

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(finishedBefore, 4u) << "all visits of the GPUs";
    for (const auto& record : end->run->visits)
        EXPECT_EQ(record.isInParallel, record.workload.device.kind == DeviceKind::Cuda) << record.visit;
}

TEST(ParallelDevices, WhoDoesNotAskGetsOneAfterTheOther)
{
    TwoGpus gpus;
    auto& world = gpus.world;
    auto plan = gpus.plan({"cuda:0", "cuda:1"});
    plan.parallelDevices = false;

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(end->run->sessions.size(), 1u) << "one process went through all of them";
    for (const auto& record : end->run->visits)
        EXPECT_FALSE(record.isInParallel);
}

TEST(ParallelDevices, ATargetDealsWithItsOwn)
{
    TwoGpus gpus;
    auto& world = gpus.world;
    ASSERT_TRUE(writeTargets(world.services.paths.targets, {{"box", {}, INFEROMETER_TWO_GPUS_PATH, {}}}));
    auto plan = gpus.plan({"cuda:0", "cuda:1"});
    for (auto& visit : plan.visits) {
        visit.workload.device.target = "box";
        visit.id = visitId(visit.workload);
    }

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    ASSERT_FALSE(end->failure) << end->failure->detail;
    EXPECT_EQ(end->run->ending, Ending::Completed);
    ASSERT_EQ(end->run->visits.size(), 4u);
    ASSERT_EQ(end->run->sessions.size(), 2u) << "one per GPU";
    std::map<int, std::set<int>> gpusOfSessions;
    for (const auto& record : end->run->visits) {
        EXPECT_TRUE(record.isInParallel);
        EXPECT_EQ(record.target, "box");
        gpusOfSessions[record.session].insert(record.workload.device.index);
    }
    EXPECT_EQ(gpusOfSessions.size(), 2u);
    for (const auto& [session, indices] : gpusOfSessions)
        EXPECT_EQ(indices.size(), 1u) << session;
}
