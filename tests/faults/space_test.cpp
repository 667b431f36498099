// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"
#include "tests/support/file_size_limit.h"

#include <gtest/gtest.h>

#include <limits>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using Rows = std::vector<std::string>;

constexpr auto moreThanThereIs = std::numeric_limits<std::uint64_t>::max();

} // namespace

TEST(Space, TooLittleIsWaitedFor)
{
    FakeWorld world;
    world.services.minFree_bytes = moreThanThereIs;
    world.services.pauseLimit_s = 5;
    world.observer.onNote = [&](const Note& note) {
        if (note.code == "waiting-for-space")
            world.services.minFree_bytes = 0;
    };

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_TRUE(world.observer.hasNoted("waiting-for-space"));
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
    EXPECT_EQ(world.rowsOf(*end->run, secondVisit), allMeasured);
}

TEST(Space, WhenPatienceEndsTheRunEndsWithoutFailedRowsAndCanBeResumed)
{
    FakeWorld world;
    world.services.minFree_bytes = moreThanThereIs;
    world.services.pauseLimit_s = 0.2;

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end) << end.error().detail;
    ASSERT_TRUE(end->failure);
    EXPECT_EQ(end->failure->code, ErrorCode::StorageFailed);
    EXPECT_EQ(end->run->ending, Ending::Interrupted);
    EXPECT_TRUE(world.recorded("visits").empty()) << "no runner was started";
    world.services.minFree_bytes = 0;
    const auto resumed = world.resume(end->file);
    ASSERT_TRUE(resumed) << resumed.error().detail;
    EXPECT_EQ(resumed->run->ending, Ending::Completed);
    EXPECT_EQ(world.rowsOf(*resumed->run, firstVisit), allMeasured);
}

TEST(Space, AStopEndsTheWait)
{
    FakeWorld world;
    world.services.minFree_bytes = moreThanThereIs;
    world.services.pauseLimit_s = 600;
    world.observer.onNote = [&](const Note&) { world.stopNow.request_stop(); };

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_FALSE(end->failure);
}

/// The disk is full in the middle of a record: what was written of it goes, and all of it is written later.
TEST(Space, ALineThatDoesNotFitIsWrittenOnceThereIsRoom)
{
    FakeWorld world;
    world.services.pauseLimit_s = 5;
    std::optional<FileSizeLimit> limit;
    bool wasFull = false;
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step != "measure" || wasFull)
            return;
        wasFull = true;
        const auto file = runFiles(world.services.paths.history).front();
        limit.emplace(std::filesystem::file_size(file) + 40);
    };
    Rows waited;
    world.observer.onNote = [&](const Note& note) {
        limit.reset();
        waited.push_back(note.code + " " + note.args.front());
    };

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(waited, (Rows{"waiting-for-space run"}));
    EXPECT_EQ(end->run->ending, Ending::Completed);
    const auto file = readRun(end->file);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_TRUE(file->problems.empty()) << file->problems.front().code;
    EXPECT_EQ(world.rowsOf(file->run, firstVisit), allMeasured);
    EXPECT_EQ(world.rowsOf(file->run, secondVisit), allMeasured);
}
