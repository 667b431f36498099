// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/forecast.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

TEST(Forecast, KnowsTheCacheAndTheHistory)
{
    FakeWorld world;
    world.makeEnvironment();
    const auto small = world.plan({"1"}, {"default", "reduce-overhead"});
    const auto before = forecast(small, world.catalog, world.services);
    const auto end = world.run(small);
    ASSERT_TRUE(end);
    const auto after = forecast(small, world.catalog, world.services);
    const auto larger = forecast(world.plan({"1", "4"}, {"default"}), world.catalog, world.services);
    fs::remove_all(world.services.paths.cache);
    const auto cleared = forecast(small, world.catalog, world.services);

    EXPECT_EQ(before.rows, 3);
    EXPECT_EQ(before.unsupportedRows, 1);
    EXPECT_EQ(before.unknownCompiles, 1);
    EXPECT_EQ(before.unknownVisits, 1);
    EXPECT_FALSE(before.compile_s);
    EXPECT_GE(before.disk_bytes.value_or(0), 4 * 25'000'000u) << "the weights of ResNet-50";
    EXPECT_EQ(after.compiles, 0);
    EXPECT_FALSE(after.disk_bytes);
    EXPECT_EQ(after.unknownVisits, 0);
    EXPECT_GT(findVisit(*end->run, firstVisit)->measuring_s, 0);
    EXPECT_EQ(after.measuring_s, findVisit(*end->run, firstVisit)->measuring_s)
        << "the unsupported variant takes no time";
    EXPECT_EQ(larger.unknownCompiles, 1);
    EXPECT_EQ(cleared.compile_s, 12.5) << "the history knows it";
}

TEST(Forecast, KnowsWhatIsMoreThanTheCacheMayHold)
{
    FakeWorld world;
    const auto plan = world.plan();
    const auto disk_bytes = forecast(plan, world.catalog, world.services).disk_bytes.value_or(0);
    const auto limitAt = [&](std::uint64_t limit_bytes) {
        world.services.cacheLimit_bytes = limit_bytes;
        return forecast(plan, world.catalog, world.services).outgrownLimit_bytes;
    };

    EXPECT_FALSE(limitAt(disk_bytes));
    EXPECT_EQ(limitAt(disk_bytes - 1), disk_bytes - 1);
}

TEST(Forecast, OfMeasuringIsThatOfTheSamePolicyOnly)
{
    FakeWorld world;
    world.makeEnvironment();
    const auto plan = world.plan({"1"}, {"default"});
    ASSERT_TRUE(world.run(plan));
    auto fewer = plan;
    fewer.policy.exactSamples = 3;
    auto shorter = plan;
    shorter.policy.maxTime_s = 1;
    auto slower = plan;
    slower.threads = 1;
    auto calmer = plan;
    calmer.policy.cooldown_s = 5;
    const auto of = [&](const Plan& what) { return forecast(what, world.catalog, world.services); };

    for (const auto& other : {fewer, shorter, slower}) {
        EXPECT_EQ(of(other).unknownVisits, 1);
        EXPECT_FALSE(of(other).measuring_s);
    }
    ASSERT_TRUE(of(plan).measuring_s);
    EXPECT_NEAR(of(calmer).measuring_s.value_or(0), *of(plan).measuring_s + 5, 1e-9);
}

TEST(Forecast, OfTheDiskKnowsGraphsAndCountsWhatIsSharedOnce)
{
    FakeWorld world;
    world.makeEnvironment();
    const auto diskOf = [&](const Plan& plan) {
        return static_cast<double>(forecast(plan, world.catalog, world.services).disk_bytes.value_or(0));
    };
    // Sizes of io.safetensors as the worker wrote them for these workloads in float32.
    constexpr double detrOfFour_bytes = 72269296;
    constexpr double maskformerOfFour_bytes = 250589712;
    const double detr_bytes = 4 * world.catalog.findByName("detr")->parameters;
    const double maskformer_bytes = 4 * world.catalog.findByName("maskformer")->parameters;
    const auto detr = world.plan({"4"}, {"none"}, {"detr"});
    auto twice = detr;
    twice.visits.push_back(detr.visits.front());
    twice.visits.back().repetition = 2;
    auto half = detr;
    half.visits.front().workload.dtype = DataType::Float16;

    EXPECT_NEAR(diskOf(detr), detr_bytes + detrOfFour_bytes, 1e5);
    EXPECT_NEAR(diskOf(twice), diskOf(detr), 1);
    EXPECT_NEAR(
        diskOf(world.plan({"4"}, {"none"}, {"maskformer"})), maskformer_bytes + maskformerOfFour_bytes, 1e5);
    EXPECT_NEAR(diskOf(world.plan({"4", "16"}, {"none"}, {"detr"})), detr_bytes + 5 * detrOfFour_bytes, 1e6);
    const auto& sizes = world.catalog.findByName("detr")->sizes;
    EXPECT_NEAR(
        diskOf(half), detr_bytes / 2 + 4 * (2 * sizes.values + 8 * sizes.integers + 10 * sizes.outputs), 1)
        << "with a reference in float64";
    ASSERT_TRUE(world.run(detr));
    EXPECT_EQ(diskOf(detr), 0);
}
