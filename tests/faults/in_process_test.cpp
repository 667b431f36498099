// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using namespace inferometer::tests;

using Rows = std::vector<std::string>;

TEST(InProcess, MeasuresOnAThreadOfItsOwn)
{
    FakeWorld world;
    auto plan = world.plan({"1", "4"});
    plan.inProcess = true;

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: measured", "cpp/default: measured"}));
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
