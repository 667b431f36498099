// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/doctor.h"

#include "core/run/stream.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

constexpr const char* completeCuda =
    "cuda=13.2,cuda_archs=sm_75 sm_80 sm_90 compute_90,cuda_headers=yes,ptxas=yes";

std::vector<Check> withCode(const std::vector<Check>& checks, const std::string& code)
{
    std::vector<Check> found;
    std::copy_if(checks.begin(), checks.end(), std::back_inserter(found),
        [&](const Check& check) { return check.finding.code == code; });
    return found;
}

} // namespace

TEST(Doctor, SaysOfEveryGpuWhetherTorchHasCodeForIt)
{
    FakeWorld world;
    world.addGpus(guideDevices());
    world.scriptWorker(completeCuda);

    const auto checks = examine(world.services, world.loop);

    const auto found = withCode(checks, "gpu-found");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(
        found[1].finding.args, (std::vector<std::string>{"cuda:1", "Tesla V100-SXM2-16GB", "7.0", "13.0"}));
    const auto without = withCode(checks, "torch-without-code");
    ASSERT_EQ(without.size(), 1u) << "the V100 with a wheel for CUDA 13";
    EXPECT_EQ(without[0].state, CheckState::Bad);
    EXPECT_EQ(without[0].remedy.code, "other-torch");
    EXPECT_EQ(without[0].finding.args.front(), "cuda:1");
    EXPECT_EQ(withCode(checks, "cuda-compiler-found").size(), 1u);
    EXPECT_TRUE(withCode(checks, "gpu-none").empty());
}

TEST(Doctor, NamesWhatCompilingForAGpuLacks)
{
    FakeWorld world;
    world.addGpus(guideDevices());
    world.scriptWorker("cuda=13.2,cuda_archs=sm_70 sm_75 sm_80,cuda_headers=yes");

    const auto checks = examine(world.services, world.loop);

    const auto incomplete = withCode(checks, "cuda-compiler-incomplete");
    ASSERT_EQ(incomplete.size(), 1u);
    EXPECT_EQ(incomplete[0].state, CheckState::Bad);
    EXPECT_TRUE(withCode(checks, "torch-without-code").empty());
}

TEST(Doctor, PassesOnWhatTheDriverSaysInsteadOfDevices)
{
    FakeWorld world;
    world.addGpus().cudaError = 999;

    const auto problem = withCode(examine(world.services, world.loop), "gpu-problem");

    ASSERT_EQ(problem.size(), 1u);
    EXPECT_EQ(problem[0].state, CheckState::Doubtful);
    EXPECT_NE(problem[0].finding.args.front().find("unknown error"), std::string::npos);
}

TEST(Doctor, AMachineWithoutADriverHasNoGpuAndNothingIsWrongWithThat)
{
    FakeWorld world;
    world.services.driver = [](const char*, const char*) -> void* { return nullptr; };
    world.scriptWorker(completeCuda);

    const auto checks = examine(world.services, world.loop);

    EXPECT_EQ(withCode(checks, "gpu-none").size(), 1u);
    EXPECT_TRUE(withCode(checks, "torch-without-code").empty());
    EXPECT_TRUE(withCode(checks, "gpu-problem").empty());
}

TEST(Doctor, ATargetSaysHelloWithItsGpus)
{
    FakeWorld world;
    world.addGpus(guideDevices());

    const auto hello = ownHello(world.services);

    ASSERT_EQ(hello.devices.size(), 4u);
    EXPECT_EQ(hello.devices[3].name, "Tesla T4");
}
