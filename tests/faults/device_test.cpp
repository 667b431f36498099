// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

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

TEST(Device, AnErrorOnACpuAsksNobody)
{
    FakeWorld world;
    world.scriptRunner("phase=measure,fault=sticky,times=1");

    ASSERT_TRUE(world.run(world.plan()));

    EXPECT_TRUE(world.recorded("probes").empty());
}
