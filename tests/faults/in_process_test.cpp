// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using namespace inferometer::tests;

using Rows = std::vector<std::string>;

namespace {

class Executors : public testing::TestWithParam<bool> { };

} // namespace

/// Nothing else runs beside a round: whoever follows has drawn the one before when it begins.
TEST_P(Executors, WaitUntilARoundIsSeen)
{
    FakeWorld world;
    world.scriptRunner("marks=1");
    auto plan = world.plan();
    plan.inProcess = GetParam();
    std::vector<std::size_t> begun;
    world.observer.onRound = [&] { begun.push_back(world.recorded("rounds").size()); };

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    ASSERT_EQ(begun.size(), 20u);
    for (std::size_t i = 0; i < begun.size(); ++i)
        EXPECT_EQ(begun[i], i + 1);
}

INSTANTIATE_TEST_SUITE_P(All, Executors, testing::Bool(),
    [](const auto& way) { return std::string(way.param ? "InProcess" : "Process"); });

TEST(InProcess, MeasuresOnAThreadOfItsOwn)
{
    FakeWorld world;
    auto plan = world.plan({"1", "4"});
    plan.inProcess = true;

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
    EXPECT_EQ(findVisit(*end->run, secondVisit)->executor, "in-process");
    EXPECT_EQ(world.observer.rounds, 40);
    EXPECT_TRUE(world.recorded("visits").empty()) << "no runner was started";
}

TEST(InProcess, CanBeStoppedBetweenRounds)
{
    FakeWorld world;
    auto plan = world.plan({"1", "4"});
    plan.inProcess = true;
    world.observer.onRound = [&] {
        if (world.observer.rounds == 5)
            world.stopNow.request_stop();
    };

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: cancelled", "cpp/default: cancelled"}));
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
}

TEST(InProcess, AMissingLibraryIsAnOutcome)
{
    FakeWorld world;
    world.services.tools.engineLibrary = "/no/such/library.so";
    auto plan = world.plan();
    plan.inProcess = true;

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(
        world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: load-failed", "cpp/default: load-failed"}));
}
