// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sys/resource.h>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

namespace {

long entriesOf(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

/// The application sleeps while a block is timed.
TEST(Soak, TheApplicationIsIdleWhileARoundRuns)
{
    FakeWorld world;
    ASSERT_TRUE(world.run(world.plan())); // everything is in the cache
    world.scriptRunner("rounds=1,round_ms=3000");
    const auto cpuTime = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
    };
    double before = 0;
    double used = -1; // no round was measured
    world.observer.onProgress = [&](const Progress& progress) {
        before = progress.step == "measure" ? cpuTime() : before;
    };
    world.observer.onRound = [&] { used = cpuTime() - before; };

    ASSERT_TRUE(world.run(world.plan()));

    std::printf("processor time in a round of 3 s: %.4f s\n", used);
    EXPECT_GE(used, 0);
    EXPECT_LT(used, 5 * 0.01 * 3);
}

/// Many visits leave memory, descriptors, threads, processes and temporary folders where they were.
TEST(Soak, ManyVisitsLeaveNothingBehind)
{
    const int visits = countFrom("INFEROMETER_SOAK_VISITS", 2000);
    constexpr int settling = 1000; // until then allocators and caches still grow
    const int perRun = std::clamp(visits / 4, 1, 100);
    const int settled = std::min(visits / 2, settling);
    FakeWorld world;
    world.scriptRunner("rounds=1,samples=1");
    std::vector<std::string> batches;
    for (int batch = 1; batch <= perRun; ++batch)
        batches.push_back(std::to_string(batch));
    auto plan = world.plan(batches, {"none"});
    long memoryBefore = 0;
    long descriptorsBefore = 0;
    for (int done = 0; done < visits; done += perRun) {
        world.observer = RecordingObserver();
        const auto end = world.run(plan);
        ASSERT_TRUE(end) << end.error().detail;
        ASSERT_EQ(end->run->ending, Ending::Completed);
        if (done < settled) {
            memoryBefore = residentBytes();
            descriptorsBefore = entriesOf("/proc/self/fd");
        }
    }
    if (settled == settling) {
        const auto growth = static_cast<double>(residentBytes() - memoryBefore) / (visits - settled);
        std::printf("%d visits, growth of memory per visit: %.0f bytes\n", visits, growth);
        EXPECT_LT(growth, 1024);
    }
    EXPECT_EQ(entriesOf("/proc/self/fd"), descriptorsBefore);
    EXPECT_EQ(entriesOf("/proc/self/task"), 1);
    EXPECT_EQ(entriesOf(world.services.paths.cache / "tmp"), 0);
    EXPECT_EQ(world.processesLeft(3), 0);
}
