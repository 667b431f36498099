// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_memory.h"
#include "core/store/flat_rows.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using Rows = std::vector<std::string>;

constexpr double shortestDeadline_s = 1;

#if defined(INFEROMETER_SANITIZED)
constexpr bool isSanitized = true; // and keeps freed memory for a while
#else
constexpr bool isSanitized = false;
#endif

struct Death {
    const char* fault;
    const char* phase;
};

std::vector<Death> deaths()
{
    std::vector<Death> all;
    for (const auto* fault : {"segv", "abort", "ill", "bus", "terminate", "exit3", "stack", "silent"}) {
        for (const auto* phase : {"load", "first-run", "verify", "memory", "warm-up", "measure"})
            all.push_back({fault, phase});
    }
    return all;
}

class DeathTest : public testing::TestWithParam<Death> { };

std::string nameOf(const testing::TestParamInfo<Death>& info)
{
    auto name = std::string(info.param.fault) + "_" + info.param.phase;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// By how much an action raised this process's memory at any instant, though it was freed again; 0 where
/// nobody can know.
std::uint64_t peakOf(const std::function<void()>& action)
{
    const MemoryWatch watch;
    action();
    return isSanitized ? 0 : watch.increase().value_or(0);
}

std::string ruleFor(const std::string& fault, const std::string& phase, const std::string& more)
{
    return "fault=" + fault + ",phase=" + phase + "," + more;
}

} // namespace

/// The runner dies while a variant is at work: that row says so, the others and the next workload are
/// measured.
TEST_P(DeathTest, CostsOneRow)
{
    FakeWorld world;
    // In the measuring phase the runner names no variant.
    const bool isNamed = std::string(GetParam().phase) != "measure";
    const auto rule = isNamed ? "variant=cpp/default,batch=1" : "batch=1,times=1";
    world.scriptRunner(ruleFor(GetParam().fault, GetParam().phase, rule));

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end) << end.error().detail;
    const auto expected = isNamed ? Rows{"cpp/none: measured", "cpp/default: crashed"} : allMeasured;
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), expected);
    EXPECT_EQ(world.rowsOf(*end->run, secondVisit), allMeasured);
    EXPECT_EQ(findVisit(*end->run, firstVisit)->attempts, 2);
    EXPECT_EQ(world.processesLeft(3), 0);
}

INSTANTIATE_TEST_SUITE_P(Runner, DeathTest, testing::ValuesIn(deaths()), nameOf);

TEST(Deaths, TheSecondOneWithoutACulpritIsFinal)
{
    FakeWorld world;
    world.scriptRunner(ruleFor("segv", "measure", "batch=1"));

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: crashed", "cpp/default: crashed"}));
    EXPECT_EQ(world.rowsOf(*end->run, secondVisit).front(), "cpp/none: measured");
    EXPECT_TRUE(world.observer.hasNoted("retrying"));
}

TEST(Deaths, AHangEndsWithItsDeadline)
{
    std::vector<const char*> phases{
        "measure", "load", "spawn", "first-run", "verify", "memory", "warm-up", "exit"};
    if (isSanitized)
        phases.resize(3); // the same code for all of them, and most of the time is spent waiting
    for (const auto* phase : phases) {
        // Once, in a runner that ignores SIGTERM: what is left is measured.
        {
            FakeWorld world;
            world.services.deadlineFactor = 1e-4;
            world.scriptRunner(ruleFor("hang-deaf", phase, "times=1"));

            const SteadyClock clock;
            const auto begin = clock.now();

            const auto end = world.run(world.plan());

            ASSERT_TRUE(end);
            EXPECT_LT(seconds(clock.now() - begin), (shortestDeadline_s + 1) * 5) << phase;
            const auto rows = world.rowsOf(*end->run, firstVisit);
            const auto timedOut = std::count_if(rows.begin(), rows.end(),
                [](const auto& row) { return row.find("timed-out") != std::string::npos; });
            EXPECT_LE(timedOut, 1) << phase;
            EXPECT_TRUE(world.observer.hasNoted("retrying")) << phase;
            EXPECT_EQ(world.processesLeft(3), 0);
        }
        // Again and again: the row says in which phase.
        FakeWorld world;
        world.services.deadlineFactor = 1e-4;
        world.scriptRunner(ruleFor("hang", phase, "batch=1"));
        const auto end = world.run(world.plan({"1", "4"}, {"none"}));
        ASSERT_TRUE(end);
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit), Rows{"cpp/none: timed-out"}) << phase;
        EXPECT_EQ(
            findVisit(*end->run, firstVisit)->rows[0].result.reason, (Note{"deadline-passed", {phase, "1"}}));
        EXPECT_EQ(world.rowsOf(*end->run, secondVisit), Rows{"cpp/none: measured"}) << phase;
    }
}

TEST(Deaths, WhateverComesOutOfARunnerIsNoMoreThanAnError)
{
    for (const std::string fault : {"bad-line", "garbage", "long-line", "other-job"}) {
        FakeWorld world;
        world.scriptRunner(ruleFor(fault, "verify", "batch=1"));
        const double written_MB = fault == "long-line" ? 100 : 1;
        constexpr double goal_s = 1; // for each MB
        const SteadyClock clock;
        const auto begin = clock.now();
        Result<RunEnd> end = Error{};

        const auto peak = peakOf([&] { end = world.run(world.plan({"1", "4"})); });

        ASSERT_TRUE(end);
        EXPECT_LT(peak, 32u << 20) << fault;
        EXPECT_LT(seconds(clock.now() - begin), written_MB * goal_s * 5) << fault;
        for (const auto& row : world.rowsOf(*end->run, firstVisit))
            EXPECT_NE(row.find("protocol-error"), std::string::npos) << fault << ": " << row;
        EXPECT_EQ(world.rowsOf(*end->run, secondVisit).back(), "cpp/default: measured");
    }
}

TEST(Deaths, TooLittleMemoryIsAResultAndLargerBatchesAreSkipped)
{
    for (const auto* fault : {"oom", "oom-text", "bad-alloc", "oom-row"}) {
        FakeWorld world;
        const auto* phase = std::string(fault) == "oom-row" ? "measure" : "first-run";
        world.scriptRunner(ruleFor(fault, phase, "batch=4,variant=cpp/default"));
        Result<RunEnd> end = Error{};

        const auto peak = peakOf([&] { end = world.run(world.plan({"1", "4", "16"})); });

        ASSERT_TRUE(end);
        EXPECT_LT(peak, 10u << 20) << fault;
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit).back(), "cpp/default: measured") << fault;
        EXPECT_EQ(
            world.rowsOf(*end->run, secondVisit), (Rows{"cpp/none: measured", "cpp/default: out-of-memory"}))
            << fault;
        EXPECT_EQ(world.rowsOf(*end->run, "resnet.cpu.b16.float32"),
            (Rows{"cpp/none: measured", "cpp/default: skipped"}));
    }
}

TEST(Deaths, AVisitThatASuspendVoidedIsMeasuredOnceMore)
{
    FakeWorld world;
    world.scriptRunner("fault=suspended,phase=measure,batch=1,times=1");

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Completed);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
    EXPECT_EQ(findVisit(*end->run, firstVisit)->attempts, 2);
    EXPECT_TRUE(world.observer.hasNoted("retrying"));
    for (const auto& row : findVisit(*end->run, firstVisit)->rows)
        EXPECT_EQ(row.result.warnings, (std::vector<Note>{{"measured-anew-after-sleep", {"3"}}}));
    for (const auto& row : findVisit(*end->run, secondVisit)->rows)
        EXPECT_TRUE(row.result.warnings.empty());
}

TEST(Deaths, AMachineThatSleepsAgainAndAgainIsNoCancelAndCanBeResumed)
{
    FakeWorld world;
    world.scriptRunner("fault=suspended,phase=measure,batch=1");

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Interrupted) << "nobody asked for a stop";
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: not-run", "cpp/default: not-run"}));
    EXPECT_EQ(findVisit(*end->run, firstVisit)->rows[0].result.reason, (Note{"suspended", {"3"}}));
    EXPECT_EQ(world.rowsOf(*end->run, secondVisit).front(), "cpp/none: measured");

    world.scriptRunner("");
    const auto resumed = world.resume(end->file);
    ASSERT_TRUE(resumed);
    EXPECT_EQ(resumed->run->ending, Ending::Completed);
    EXPECT_EQ(world.rowsOf(*resumed->run, firstVisit).front(), "cpp/none: measured");
}

TEST(Deaths, WhatAVariantsOwnRunnerDoubtsStandsOnItsRow)
{
    FakeWorld world;
    world.scriptRunner("doubt=others-busy,variant=cpp/default;stop=time-limit,variant=cpp/default");
    auto plan = world.plan();
    plan.allocator = Allocator::Default; // each variant in a runner of its own

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    const auto rows = flatRows(*end->run);
    const auto isBusy = [](const FlatRow& row) {
        const auto warnings = warningsOf(row);
        return std::count(warnings.begin(), warnings.end(), Note{"others-busy", {"20"}});
    };
    EXPECT_EQ(isBusy(rows[0]), 0);
    EXPECT_EQ(isBusy(rows[1]), 1);
    EXPECT_EQ(stopReasonOf(rows[0]), "criteria-met");
    EXPECT_EQ(stopReasonOf(rows[1]), "time-limit");
    EXPECT_EQ(readRun(end->file)->run.visits[0].rows[1].result.stoppedBecause, "time-limit");
}

TEST(Deaths, WhatNeedsTheMemoryAloneGetsItAlone)
{
    FakeWorld world;
    world.scriptRunner("fault=oom,phase=first-run,variant=cpp/default,variants=2");

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
    const auto& row = findVisit(*end->run, firstVisit)->rows[1];
    EXPECT_EQ(row.result.warnings.front().code, "measured-alone");
    EXPECT_NE(row.conclusions->verdict, Verdict::Same);
}

TEST(Deaths, AMissingRunnerOrPythonIsSaidBeforeAnythingIsWritten)
{
    FakeWorld world;
    world.services.tools.runner = "/no/such/runner";
    EXPECT_EQ(world.run(world.plan()).error().code, ErrorCode::EnvironmentMissing);

    FakeWorld other;
    other.services.tools.python = "/no/such/python";
    EXPECT_EQ(other.run(other.plan()).error().code, ErrorCode::EnvironmentMissing);
    EXPECT_FALSE(std::filesystem::exists(other.services.paths.history));

    FakeWorld silent;
    silent.scriptWorker("no-hello=1");
    silent.services.deadlineFactor = 1e-3;
    EXPECT_EQ(silent.run(silent.plan()).error().code, ErrorCode::EnvironmentMissing);
    EXPECT_FALSE(std::filesystem::exists(silent.services.paths.history));
}
