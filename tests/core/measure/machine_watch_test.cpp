// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine_watch.h"

#include "tests/support/processor_times.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

using namespace inferometer::core;
using inferometer::tests::firstProcessor;
using inferometer::tests::TemporaryFolder;
using inferometer::tests::writeProcessorTimes;

namespace {

void write(const TemporaryFolder& root, int user, int idle, int stolen, int throttled = 0, int held = 0)
{
    const auto name = "cpu" + std::to_string(firstProcessor());
    writeProcessorTimes(root, user, idle, stolen);
    root.write("sys/devices/system/cpu/" + name + "/thermal_throttle/core_throttle_count",
        std::to_string(throttled) + "\n");
    root.write("sys/fs/cgroup/cpu.stat", "usage_usec 5\nnr_throttled " + std::to_string(held) + "\n");
}

std::vector<Note> doubts(const TemporaryFolder& root, const MachineCounts& before, double ours_s)
{
    return doubtsBetween(before, readMachineCounts(root.path()), ours_s);
}

} // namespace

TEST(MachineWatch, AMachineOfOnesOwnIsNoDoubt)
{
    const TemporaryFolder root;
    write(root, 100, 100, 0, 3, 5);
    const auto before = readMachineCounts(root.path());
    EXPECT_EQ(before.processors, 1);
    write(root, 1100, 100, 0, 3, 5);

    EXPECT_TRUE(doubts(root, before, 10).empty());
}

TEST(MachineWatch, OthersOnTheSameProcessorsAreNamed)
{
    const TemporaryFolder root;
    write(root, 100, 100, 0);
    const auto before = readMachineCounts(root.path());
    write(root, 1100, 100, 0);

    const auto found = doubts(root, before, 8);

    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], (Note{"others-busy", {"20"}}));
    EXPECT_TRUE(doubts(root, before, 9.6).empty()) << "4 % is below the threshold";
}

TEST(MachineWatch, StolenTimeHeatAndQuotaAreNamed)
{
    const TemporaryFolder root;
    write(root, 0, 0, 0, 1, 1);
    const auto before = readMachineCounts(root.path());
    write(root, 950, 0, 50, 4, 3);

    EXPECT_EQ(doubts(root, before, 9.5),
        (std::vector<Note>{
            {"time-stolen", {"5.0"}}, {"thermally-throttled", {"3"}}, {"quota-throttled", {"2"}}}));
}

TEST(MachineWatch, AJobThatIsHeldBackFarBelowTheRootIsNamed)
{
    const TemporaryFolder root;
    write(root, 0, 0, 0);
    root.write("proc/self/cgroup", "0::/system.slice/job_42\n");
    root.write("sys/fs/cgroup/system.slice/job_42/cpu.stat", "nr_periods 9\nnr_throttled 4\n");
    const auto before = readMachineCounts(root.path());
    root.write("sys/fs/cgroup/system.slice/job_42/cpu.stat", "nr_periods 99\nnr_throttled 11\n");

    EXPECT_EQ(doubts(root, before, 0), (std::vector<Note>{{"quota-throttled", {"7"}}}));
}

TEST(MachineWatch, ASystemThatSaysNothingIsNoDoubt)
{
    const TemporaryFolder root;

    EXPECT_TRUE(doubts(root, readMachineCounts(root.path()), 0).empty());
}

TEST(MachineWatch, KnowsTheProcessorTimeOfAProcess)
{
    const TemporaryFolder root;
    const auto second = std::to_string(sysconf(_SC_CLK_TCK));
    root.write("proc/42/stat",
        "42 (a) b) S 1 2 3 4 5 6 7 8 9 10 " + second + " " + second + " " + second + " 0 9 9\n");

    EXPECT_DOUBLE_EQ(processorTimeOf_s(42, root.path()), 3) << "with that of its children";
    EXPECT_DOUBLE_EQ(processorTimeOf_s(43, root.path()), 0);
    EXPECT_GT(ownProcessorTime_s(), 0);
}

TEST(MachineWatch, TheTimeOfAChildStaysWhenItHasEnded)
{
    const auto before_s = ownProcessorTime_s();

    const auto child = fork();
    if (child == 0) {
        while (ownProcessorTime_s() < 0.05) { }
        _exit(0);
    }
    ASSERT_EQ(waitpid(child, nullptr, 0), child);

    EXPECT_GE(ownProcessorTime_s() - before_s, 0.04);
}
