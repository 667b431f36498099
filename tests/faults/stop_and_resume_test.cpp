// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/artifact_cache.h"
#include "core/store/flat_rows.h"
#include "core/store/history.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "core/store/run_writer.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using Rows = std::vector<std::string>;

/// Lines of a kind in a run file.
std::size_t countLines(const std::filesystem::path& file, const std::string& type)
{
    const auto text = contentOf(file);
    std::size_t count = 0;
    for (auto place = text.find("{\"type\":\"" + type); place != std::string::npos;
         place = text.find("{\"type\":\"" + type, place + 1))
        ++count;
    return count;
}

double elapsed(const std::function<void()>& action)
{
    const SteadyClock clock;
    const auto begin = clock.now();
    action();
    return seconds(clock.now() - begin);
}

/// How long a run takes here and now: a sanitizer or other work makes it several times as long.
std::chrono::milliseconds durationOf(const std::vector<std::string>& batches, const std::string& script)
{
    FakeWorld world;
    world.scriptRunner(script);
    const auto took_s = elapsed([&] { ::waitpid(world.runElsewhere(world.plan(batches)), nullptr, 0); });
    return std::chrono::milliseconds(static_cast<int>(took_s * 1000));
}

} // namespace

TEST(Stop, NowKeepsWhatIsMeasuredAndResumeMeasuresTheRest)
{
    for (const auto* phase : {"spawn", "load", "verify", "warm-up", "measure"}) {
        FakeWorld world;
        world.scriptRunner(std::string("fault=hang,batch=4,phase=") + phase);
        double asked_s = 0;
        const SteadyClock clock;
        world.observer.onProgress = [&](const Progress& progress) {
            if (progress.workload.batch != 4 || progress.step != phase)
                return;
            asked_s = seconds(clock.now());
            world.stopNow.request_stop();
        };

        const auto end = world.run(world.plan({"1", "4", "16"}));

        ASSERT_TRUE(end) << end.error().detail;
        EXPECT_LT(seconds(clock.now()) - asked_s, 2 * 5) << phase;
        EXPECT_EQ(end->run->ending, Ending::Cancelled);
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit).front(), "cpp/none: measured");
        EXPECT_EQ(
            world.rowsOf(*end->run, secondVisit), (Rows{"cpp/none: cancelled", "cpp/default: cancelled"}))
            << phase;
        EXPECT_EQ(world.processesLeft(3), 0);

        world.stopNow = std::stop_source();
        world.scriptRunner("");
        world.observer = RecordingObserver();
        const auto resumed = world.resume(end->file);

        ASSERT_TRUE(resumed) << resumed.error().detail;
        EXPECT_EQ(resumed->run->ending, Ending::Completed);
        EXPECT_EQ(world.observer.finished, (Rows{secondVisit, "resnet.cpu.b16.float32"}))
            << "the first is not measured again";
        EXPECT_EQ(resumed->run->visits.size(), 3u);
        EXPECT_EQ(
            world.rowsOf(*resumed->run, secondVisit), (Rows{"cpp/none: measured", "cpp/default: measured"}));
    }
}

TEST(Stop, AfterTheVisitFinishesIt)
{
    FakeWorld world;
    world.observer.onRound = [&] { world.stopAfterVisit.request_stop(); };

    const auto end = world.run(world.plan({"1", "4"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit).front(), "cpp/none: measured");
    EXPECT_EQ(world.rowsOf(*end->run, secondVisit).front(), "no record");
}

TEST(Stop, WhileCompilingEndsTheWorkerWithItsCompilers)
{
    FakeWorld world;
    world.scriptWorker("fault=fork,step=compile");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "compile")
            world.stopNow.request_stop();
    };

    const auto took = elapsed([&] {
        const auto end = world.run(world.plan());
        ASSERT_TRUE(end);
        EXPECT_EQ(
            world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: cancelled", "cpp/default: cancelled"}));
    });

    EXPECT_LT(took, 3 * 5);
    EXPECT_EQ(world.processesLeft(3), 0);
}

struct Occasion {
    const char* name;
    const char* step; ///< at which the stop is asked for
    const char* runner; ///< scripts
    const char* worker;
    double goal_s;
};

class StopTest : public testing::TestWithParam<Occasion> { };

/// Whoever is at work ends in time with all it started: compilers that ignore SIGTERM or are stopped, and a
/// runner that ignores SIGTERM.
TEST_P(StopTest, ManyTimesLeavesNoGenerationBehind)
{
    const int trials = countFrom("INFEROMETER_STOP_TRIALS", 5);
    double slowest_s = 0;
    for (int trial = 0; trial < trials; ++trial) {
        FakeWorld world;
        world.scriptRunner(GetParam().runner);
        world.scriptWorker(GetParam().worker);
        const SteadyClock clock;
        Nanoseconds asked{};
        world.observer.onProgress = [&](const Progress& progress) {
            if (progress.step != GetParam().step)
                return;
            while (world.recorded("hanging").empty())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            asked = clock.now();
            world.stopNow.request_stop();
        };

        ASSERT_TRUE(world.run(world.plan()));

        slowest_s = std::max(slowest_s, seconds(clock.now() - asked));
        ASSERT_EQ(world.processesLeft(3), 0) << "trial " << trial;
    }
    std::printf("%d stops, the slowest %.2f s\n", trials, slowest_s);
    EXPECT_LT(slowest_s, GetParam().goal_s * 5);
}

INSTANTIATE_TEST_SUITE_P(Stop, StopTest,
    testing::Values(Occasion{"Measuring", "measure", "fault=hang,phase=measure", "", 2},
        Occasion{"Compiling", "compile", "", "fault=fork,step=compile", 3},
        Occasion{"Deaf", "measure", "fault=hang-deaf,phase=measure", "", 5}),
    [](const auto& occasion) { return std::string(occasion.param.name); });

TEST(Stop, AnotherThreadCanAskForIt)
{
    FakeWorld world;
    world.scriptRunner("fault=hang-deaf,phase=verify");
    std::jthread asker([&](const std::stop_token& isOver) {
        while (world.recorded("visits").empty() && !isOver.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        world.stopNow.request_stop();
    });

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end);
    EXPECT_EQ(end->run->ending, Ending::Cancelled);
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(Resume, ATornLineIsCutOffAndTheRestIsMeasured)
{
    FakeWorld world;
    const auto whole = world.run(world.plan({"1", "4"}));
    ASSERT_TRUE(whole);
    const auto text = contentOf(whole->file);
    const auto secondRecord = text.find("{\"type\":\"record", text.find("{\"type\":\"record") + 1);
    std::filesystem::resize_file(whole->file, secondRecord + 100);

    const auto resumed = world.resume(whole->file);

    ASSERT_TRUE(resumed) << resumed.error().detail;
    EXPECT_EQ(resumed->run->ending, Ending::Completed);
    EXPECT_EQ(countLines(whole->file, "record"), 2u);
    EXPECT_EQ(countLines(whole->file, "session"), 2u);
    EXPECT_TRUE(readRun(whole->file)->problems.empty());
}

TEST(Resume, KnowsWhichVisitWasAtWorkWhenTheApplicationDied)
{
    FakeWorld world;
    world.scriptRunner("fault=hang,phase=load");
    const auto child = world.runElsewhere(world.plan({"1", "4"}));
    while (world.recorded("visits").empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(world.processesLeft(5), 0);

    const auto file = readRun(runFiles(world.services.paths.history).front());

    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ(file->openAttempts, (std::map<std::string, int>{{firstVisit, 1}}));
}

TEST(Resume, DoesNotLoopOnACompileThatEndsTheApplication)
{
    FakeWorld world;
    world.scriptWorker("fault=hang,step=compile");
    const auto child = world.runElsewhere(world.plan({"1", "4"}));
    while (world.recorded("hanging").empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(world.processesLeft(5), 0);

    const auto path = runFiles(world.services.paths.history).front();
    const auto file = readRun(path);
    ASSERT_TRUE(file) << file.error().detail;
    EXPECT_EQ(file->openAttempts, (std::map<std::string, int>{{firstVisit, 1}}));
    ASSERT_TRUE(RunWriter::reopen(path, file->intactBytes)->append(attemptLine({firstVisit, 1, 1, {}})));
    world.scriptWorker("");
    const auto resumed = world.resume(path);

    ASSERT_TRUE(resumed);
    EXPECT_EQ(world.rowsOf(*resumed->run, firstVisit), (Rows{"cpp/none: crashed", "cpp/default: crashed"}));
}

TEST(Resume, DoesNotLoopOnAVisitThatEndsTheApplication)
{
    FakeWorld world;
    const auto run = world.run(world.plan({"1", "4"}));
    ASSERT_TRUE(run);
    auto text = contentOf(run->file);
    text.resize(text.find("{\"type\":\"record"));
    std::ofstream(run->file, std::ios::trunc) << text;
    {
        auto writer = RunWriter::reopen(run->file, text.size());
        ASSERT_TRUE(writer->append(attemptLine({firstVisit, 1, 1, {}})));
    }

    const auto resumed = world.resume(run->file);

    ASSERT_TRUE(resumed);
    EXPECT_EQ(world.rowsOf(*resumed->run, firstVisit), (Rows{"cpp/none: crashed", "cpp/default: crashed"}));
    EXPECT_EQ(world.rowsOf(*resumed->run, secondVisit).front(), "cpp/none: measured");
}

TEST(Resume, SaysWhatHasChangedOfMachineAndSoftware)
{
    FakeWorld world;
    const auto run = world.run(world.plan());
    ASSERT_TRUE(run);
    const auto now = run->run->sessions.front();
    auto before = now;
    for (const auto key : decisiveConditions())
        before[std::string(key)] = "another";
    const auto text = contentOf(run->file);
    std::ofstream(run->file, std::ios::trunc)
        << text.substr(0, text.find("{\"type\":\"session")) << sessionLine(0, before) << "\n";

    ASSERT_TRUE(world.resume(run->file));

    for (const auto key : decisiveConditions()) {
        const Note said{"resumed-elsewhere", {std::string(key), "another", valueOf(now, key)}};
        EXPECT_EQ(std::count(world.observer.notes.begin(), world.observer.notes.end(), said), 1) << key;
    }
}

TEST(Locks, ASecondRunOnTheSameDeviceIsRefusedWithTheFirstOnesProcess)
{
    FakeWorld world;
    world.scriptRunner("fault=hang,phase=load");
    const auto child = world.runElsewhere(world.plan());
    while (world.recorded("visits").empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(20));

    FakeWorld other;
    other.services.machine = world.services.machine; // with a cache of its own, as another user has
    Result<RunEnd> second = Error{};
    const auto took = elapsed([&] { second = other.run(other.plan()); });

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_EQ(
        second.error().reasons, (std::vector{Note{"device-in-use-by", {"cpu", std::to_string(child)}}}));
    EXPECT_LT(took, 1 * 5);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(world.processesLeft(5), 0) << "children of a killed application end with it";
    other.scriptRunner("");
    EXPECT_TRUE(other.run(other.plan())) << "the lock went with its owner";
}

/// The application is killed at random instants; what was finished stays, nothing is doubled, and the run can
/// go on.
TEST(Resume, AfterKillsAtRandomInstantsNothingIsLostOrDoubled)
{
    const int trials = countFrom("INFEROMETER_KILL_TRIALS", 100);
    const std::vector<std::string> batches{"1", "2", "3", "4"};
    const std::string script = "rounds=3,round_ms=5";
    const auto whole = durationOf(batches, script);
    unsigned state = 12345;
    std::size_t finishedBefore = 0; // the kills
    for (int trial = 0; trial < trials; ++trial) {
        FakeWorld world;
        world.scriptRunner(script);
        const auto plan = world.plan(batches);
        state = state * 1103515245u + 12345u;
        const auto delay = whole * ((state >> 16) % 1000) / 1000;
        const auto child = world.runElsewhere(plan);
        std::this_thread::sleep_for(delay);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ASSERT_EQ(world.processesLeft(5), 0);

        // A runner is started only when the record of the one before it is on the disk.
        const auto started = world.recorded("visits").size();
        if (!std::filesystem::exists(world.services.paths.history)) {
            ASSERT_EQ(started, 0u) << "measured without a run";
            continue; // killed before there was one
        }
        for (const auto& entry : std::filesystem::directory_iterator(world.services.paths.history)) {
            const auto before = readRun(entry.path());
            if (!before) { // killed before the header was whole
                ASSERT_EQ(contentOf(entry.path()).find('\n'), std::string::npos) << before.error().detail;
                ASSERT_EQ(started, 0u);
                continue;
            }
            ASSERT_TRUE(before->problems.empty());
            const auto done = before->run.visits.size();
            ASSERT_GE(done + 1, started) << "a finished visit is lost";
            finishedBefore += done;
            const auto resumed = world.resume(entry.path());
            ASSERT_TRUE(resumed) << resumed.error().detail;
            EXPECT_EQ(resumed->run->ending, Ending::Completed);
            EXPECT_EQ(world.observer.finished.size(), 4 - done) << "only what was not finished is measured";
            EXPECT_EQ(countLines(entry.path(), "record"), 4u);
            EXPECT_EQ(readRun(entry.path())->run.visits.size(), 4u);
        }
        // As the next start does; resuming a run that was killed after its last line starts nothing.
        auto cache = ArtifactCache::open(world.services.paths.cache);
        ASSERT_TRUE(cache);
        cache->removeLeftovers();
        for (const auto& left : std::filesystem::directory_iterator(world.services.paths.cache / "tmp"))
            ADD_FAILURE() << "left behind: " << left.path();
    }
    EXPECT_GT(finishedBefore, 0u) << "no kill came after a finished visit";
}
