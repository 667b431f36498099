// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using Rows = std::vector<std::string>;

/// Two workloads on the first GPU, then the same on the second and on the CPU.
Plan planOf(const FakeWorld& world)
{
    return world.plan({"1", "4"}, {"default"}, {"resnet"}, {"cuda:0", "cuda:1", "cpu"});
}

Rows rowsOn(const RunRecord& run, const char* device, const char* batch)
{
    return FakeWorld::rowsOf(run, std::string("resnet.") + device + ".b" + batch + ".float32");
}

const Rows measured{"cpp/none: measured", "cpp/default: measured"};
const Rows lost{"cpp/none: device-lost", "cpp/default: device-lost"};

} // namespace

TEST(Device, TheDriversListIsTheMachines)
{
    FakeWorld world;
    world.addGpus();

    const auto plan = planOf(world);

    ASSERT_EQ(plan.visits.size(), 6u);
    EXPECT_EQ(plan.visits.front().workload.device, (Device{DeviceKind::Cuda, 0}));
}

TEST(Device, TwoProbesWithoutAnAnswerQuarantineItAndTheOthersGoOn)
{
    for (const auto* fault : {"sticky", "hang"}) {
        FakeWorld world;
        world.addGpus();
        world.services.deadlineFactor = 1e-4;
        world.scriptRunner(std::string("device=cuda:0,phase=measure,fault=") + fault
            + ";device=cuda:0,phase=probe,fault=silent");

        const auto end = world.run(planOf(world));

        ASSERT_TRUE(end) << end.error().detail;
        EXPECT_EQ(rowsOn(*end->run, "cuda:0", "1"), lost) << fault;
        EXPECT_EQ(rowsOn(*end->run, "cuda:0", "4"), lost) << fault;
        EXPECT_EQ(rowsOn(*end->run, "cuda:1", "1"), measured);
        EXPECT_EQ(rowsOn(*end->run, "cuda:1", "4"), measured);
        EXPECT_EQ(rowsOn(*end->run, "cpu", "4"), measured);
        EXPECT_EQ(world.recorded("probes"), (Rows{"cuda:0", "cuda:0"})) << fault;
        EXPECT_EQ(world.recorded("visits").size(), 5u) << "one on the lost device, none after it";
        EXPECT_TRUE(world.observer.hasNoted("device-quarantined"));
        EXPECT_EQ(end->run->visits.front().rows.front().result.reason.code, "device-quarantined");
    }
}

TEST(Device, OneThatAnswersAFreshProcessIsTriedAgain)
{
    FakeWorld world;
    world.addGpus();
    world.scriptRunner("device=cuda:0,phase=measure,fault=sticky,times=1;"
                       "device=cuda:0,phase=probe,fault=silent,times=1");

    const auto end = world.run(planOf(world));

    ASSERT_TRUE(end);
    EXPECT_EQ(rowsOn(*end->run, "cuda:0", "1"), measured);
    EXPECT_EQ(world.recorded("probes"), (Rows{"cuda:0", "cuda:0"})) << "the second one answered";
    EXPECT_FALSE(world.observer.hasNoted("device-quarantined"));
}

TEST(Device, AProbeThatHangsIsNoAnswer)
{
    FakeWorld world;
    world.addGpus();
    world.services.deadlineFactor = 1e-4;
    world.scriptRunner("device=cuda:1,phase=load,fault=sticky;device=cuda:1,phase=probe,fault=hang-deaf");

    const auto end = world.run(planOf(world));

    ASSERT_TRUE(end);
    EXPECT_EQ(rowsOn(*end->run, "cuda:0", "4"), measured);
    EXPECT_EQ(rowsOn(*end->run, "cuda:1", "4"), lost);
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(Device, AStopEndsAProbe)
{
    FakeWorld world;
    world.addGpus();
    world.scriptRunner("device=cuda:0,phase=load,fault=sticky;device=cuda:0,phase=probe,fault=hang");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "probe")
            world.stopNow.request_stop();
    };

    const auto end = world.run(planOf(world));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_EQ(world.processesLeft(3), 0);
}

/// The runner ends with the first one: its context is no good for the others, which are innocent.
TEST(Device, AnErrorThatStaysWithItsProcessCostsItsOwnVariantOnly)
{
    FakeWorld world;
    world.addGpus();
    world.scriptRunner("device=cuda:0,batch=1,variant=cpp/default,phase=warm-up,fault=device-lost");

    const auto end = world.run(planOf(world));

    ASSERT_TRUE(end);
    EXPECT_EQ(rowsOn(*end->run, "cuda:0", "1"), (Rows{"cpp/none: measured", "cpp/default: device-lost"}));
    EXPECT_EQ(rowsOn(*end->run, "cuda:0", "4"), measured);
    EXPECT_EQ(world.recorded("probes"), Rows{"cuda:0"}) << "it answered";
    EXPECT_EQ(end->run->visits.front().attempts, 2);
    EXPECT_EQ(end->run->visits.front().rows.back().result.reason.code, "device-error");
}

/// Its context and its model would take memory, and the runner would count it as a stranger on the device.
TEST(Device, PythonIsGoneWhileAGpuIsMeasured)
{
    FakeWorld world;
    world.addGpus();
    std::map<DeviceKind, std::vector<bool>> isThere;
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "measure")
            isThere[progress.workload.device.kind].push_back(world.isAtWork("fake_worker"));
    };

    const auto end = world.run(world.plan({"1", "4"}, {"default"}, {"resnet"}, {"cuda:0", "cpu"}));

    ASSERT_TRUE(end);
    ASSERT_FALSE(isThere[DeviceKind::Cuda].empty());
    EXPECT_EQ(isThere[DeviceKind::Cuda], std::vector<bool>(isThere[DeviceKind::Cuda].size(), false));
    EXPECT_TRUE(isThere[DeviceKind::Cpu].front()) << "it holds nothing that a processor's row needs";
    EXPECT_EQ(world.recorded("workers").size(), 3u) << "one per workload on the GPU, one for the CPU";
    EXPECT_EQ(rowsOn(*end->run, "cuda:0", "4"), measured);
}

TEST(Device, ATypeThatItWouldOnlyEmulateIsUnsupportedBeforeAnythingIsPrepared)
{
    FakeWorld world;
    world.addGpus(guideDevices());
    auto plan = world.plan({"1"}, {"default"}, {"resnet"}, {"cuda:1"});
    plan.visits.front().workload.dtype = DataType::BFloat16;
    plan.visits.front().id = visitId(plan.visits.front().workload, 1);

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    for (const auto& row : end->run->visits.front().rows) {
        EXPECT_EQ(row.result.outcome, Outcome::Unsupported);
        EXPECT_EQ(row.result.reason, (Note{"dtype-emulated", {"7.0"}}));
    }
    EXPECT_TRUE(world.recorded("requests").empty());
}

TEST(Device, Tf32ThatWasAskedForAndIsNotThereIsSaid)
{
    FakeWorld world;
    world.addGpus(guideDevices());
    auto plan = world.plan({"1"}, {"default"}, {"resnet"}, {"cuda:0", "cuda:2"});
    plan.cuda.tf32Matmul = true;

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    const auto doubts = [&](const char* device) {
        const auto* record = findVisit(*end->run, std::string("resnet.") + device + ".b1.float32");
        return std::count(
            record->warnings.begin(), record->warnings.end(), Note{"tf32-without-effect", {"7.5"}});
    };
    EXPECT_EQ(doubts("cuda:0"), 0);
    EXPECT_EQ(doubts("cuda:2"), 1);
}

TEST(Device, AnErrorOnACpuAsksNobody)
{
    FakeWorld world;
    world.scriptRunner("phase=measure,fault=sticky,times=1");

    ASSERT_TRUE(world.run(world.plan()));

    EXPECT_TRUE(world.recorded("probes").empty());
}
