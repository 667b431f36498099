// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exports.h"
#include "core/store/failure_logs.h"
#include "core/store/flat_rows.h"
#include "core/store/markdown.h"
#include "core/store/run_reader.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <unistd.h>

using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;
using std::string_literals::operator""s;

namespace {

using Rows = std::vector<std::string>;

} // namespace

TEST(Worker, AFailureOfOneModelCostsItsOwnRowsOnly)
{
    for (const auto* step : {"load", "export", "compile"}) {
        FakeWorld world;
        world.scriptWorker(std::string("fault=failed,model=resnet,step=") + step);

        const auto end = world.run(world.plan({"1"}, {"default"}, {"resnet", "vit"}));

        ASSERT_TRUE(end);
        const bool isCompile = std::string(step) == "compile";
        const auto outcome = isCompile      ? "compile-failed"
            : std::string(step) == "export" ? "export-failed"
                                            : "prepare-failed";
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit),
            (Rows{std::string("cpp/none: ") + (isCompile ? "measured" : outcome),
                std::string("cpp/default: ") + outcome}));
        EXPECT_EQ(world.rowsOf(*end->run, "vit.cpu.b1.float32"), allMeasured);
    }
}

TEST(Worker, ItsDeathIsAFailureOfItsStepAndTheNextOneWorks)
{
    for (const auto* fault : {"segv", "kill", "silent", "garbage", "bad-alloc"}) {
        FakeWorld world;
        world.scriptWorker(std::string("fault=") + fault + ",model=resnet,step=compile");

        const auto end = world.run(world.plan({"1"}, {"default"}, {"resnet", "vit"}));

        ASSERT_TRUE(end);
        const auto rows = world.rowsOf(*end->run, firstVisit);
        EXPECT_EQ(rows[0], "cpp/none: measured") << fault;
        EXPECT_EQ(rows[1],
            std::string("cpp/default: ")
                + (std::string(fault) == "bad-alloc" ? "out-of-memory" : "compile-failed"))
            << fault;
        EXPECT_EQ(world.rowsOf(*end->run, "vit.cpu.b1.float32").back(), "cpp/default: measured") << fault;
        EXPECT_EQ(world.processesLeft(3), 0);
    }
}

TEST(Worker, ACompileThatHangsEndsWithItsDeadlineAndItsProcesses)
{
    FakeWorld world;
    world.scriptWorker("fault=fork,model=resnet,step=compile");
    auto plan = world.plan({"1"}, {"default"}, {"resnet", "vit"});
    plan.compileTimeout_s = 0.5;

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: measured", "cpp/default: timed-out"}));
    EXPECT_EQ(world.rowsOf(*end->run, "vit.cpu.b1.float32").back(), "cpp/default: measured");
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(Worker, OneThatBreaksOffIsTriedOnceMoreInAFreshProcess)
{
    for (const auto* fault : {"segv", "garbage", "hang"}) {
        for (const auto* step : {"export", "compile"}) {
            FakeWorld world;
            world.services.deadlineFactor = std::string(fault) == "hang" ? 1e-3 : 1; // of half an hour
            world.scriptWorker(std::string("fault=") + fault + ",step=" + step + ",times=1");

            const auto end = world.run(world.plan());

            ASSERT_TRUE(end);
            EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured) << fault << " in " << step;
            EXPECT_EQ(world.recorded("workers").size(), 2u) << fault << " in " << step;
            EXPECT_TRUE(world.observer.hasNoted("retrying"));
        }
    }
}

TEST(Worker, WhatItSaysItselfIsNotAskedForAgain)
{
    FakeWorld world;
    world.scriptWorker("fault=failed,step=compile,times=1");

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end);
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit).back(), "cpp/default: compile-failed");
    EXPECT_EQ(world.recorded("workers").size(), 1u);
    EXPECT_FALSE(world.observer.hasNoted("retrying"));
}

TEST(Worker, OneThatTheSystemKillsForMemoryIsOutOfMemoryAndLargerBatchesAreSkipped)
{
    FakeWorld world;
    world.services.systemRoot = world.folder.path() / "system";
    world.folder.write("system/proc/vmstat", "oom_kill 3\n");
    world.scriptWorker("fault=kill,step=compile,batch=4");
    world.observer.onProgress = [&](const Progress& progress) {
        if (progress.step == "compile" && progress.workload.batch == 4)
            world.folder.write("system/proc/vmstat", "oom_kill 4\n");
    };

    const auto end = world.run(world.plan({"1", "4", "16"}));

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit).back(), "cpp/default: measured");
    EXPECT_EQ(
        world.rowsOf(*end->run, secondVisit), (Rows{"cpp/none: measured", "cpp/default: out-of-memory"}));
    EXPECT_EQ(world.rowsOf(*end->run, "resnet.cpu.b16.float32"),
        (Rows{"cpp/none: measured", "cpp/default: skipped"}));
    EXPECT_FALSE(world.observer.hasNoted("retrying"));
}

TEST(Worker, ItHasTheMemoryThatARunnerHasAndRunningOutOfItIsAResult)
{
    for (const std::string step : {"export", "compile"}) {
        FakeWorld world;
        world.scriptWorker("needs_mib=96,batch=4,step=" + step);
        auto plan = world.plan({"1", "4", "16"});
        plan.memoryLimit_bytes = 64u << 20;

        const auto end = world.run(plan);

        ASSERT_TRUE(end) << end.error().detail;
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit).back(), "cpp/default: measured") << step;
        EXPECT_EQ(world.rowsOf(*end->run, secondVisit),
            (Rows{step == "export" ? "cpp/none: out-of-memory" : "cpp/none: measured",
                "cpp/default: out-of-memory"}));
        EXPECT_EQ(world.rowsOf(*end->run, "resnet.cpu.b16.float32"),
            (Rows{step == "export" ? "cpp/none: skipped" : "cpp/none: measured", "cpp/default: skipped"}));
        const auto& result = findVisit(*end->run, secondVisit)->rows.back().result;
        EXPECT_EQ(result.reason, (Note{"worker-memory", {step, "64.0 MiB"}}));
        ASSERT_TRUE(result.peak_bytes);
        EXPECT_GT(*result.peak_bytes, 40u << 20);
        EXPECT_LT(*result.peak_bytes, 80u << 20);
        EXPECT_TRUE(world.observer.hasNoted("retrying")) << "where nothing else takes room";
        EXPECT_EQ(world.recorded("workers").size(), step == "export" ? 2u : 3u);
    }
}

TEST(Worker, MemoryThatSufficesIsNoFailure)
{
    for (const auto limit : {std::optional<std::uint64_t>(512u << 20), std::optional<std::uint64_t>()}) {
        FakeWorld world;
        world.scriptWorker("needs_mib=96,step=compile");
        auto plan = world.plan();
        plan.memoryLimit_bytes = limit;

        const auto end = world.run(plan);

        ASSERT_TRUE(end);
        EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
        EXPECT_EQ(world.recorded("workers").size(), 1u);
    }
}

TEST(Worker, WithoutALimitItHasASafeShareOfWhatThereIs)
{
    FakeWorld world;
    world.services.systemRoot = world.folder.path() / "system";
    world.folder.write("system/proc/meminfo", "MemTotal: 999999 kB\nMemAvailable: 81920 kB\n");
    world.scriptWorker("needs_mib=96,step=compile");

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end) << end.error().detail;
    EXPECT_EQ(
        world.rowsOf(*end->run, firstVisit), (Rows{"cpp/none: measured", "cpp/default: out-of-memory"}));
    EXPECT_EQ(findVisit(*end->run, firstVisit)->rows.back().result.reason.args.front(), "compile");
}

TEST(Worker, TheSecondTimeNothingIsCompiledAndPythonIsNotStarted)
{
    FakeWorld world;
    world.makeEnvironment();
    const auto first = world.run(world.plan({"1", "4"}, {"default", "max-autotune"}));
    ASSERT_TRUE(first);
    ASSERT_EQ(world.recorded("workers").size(), 1u);
    const auto requests = world.recorded("requests");

    const auto second = world.run(world.plan({"1", "4"}, {"default", "max-autotune"}));

    ASSERT_TRUE(second);
    EXPECT_EQ(world.recorded("requests"), requests);
    EXPECT_EQ(world.recorded("workers").size(), 1u) << "Python was started";
    const auto& row = findVisit(*second->run, firstVisit)->rows[1];
    EXPECT_EQ(row.cost.isCompileCached, true);
    EXPECT_EQ(row.cost.compile_s, 12.5) << "the cost of the compilation that made it";
    EXPECT_EQ(findVisit(*first->run, firstVisit)->rows[1].cost.isCompileCached, false);
}

TEST(Worker, WeightsAreMadeOnceForAllBatchesAndModes)
{
    FakeWorld world;
    ASSERT_TRUE(world.run(world.plan({"1", "4", "16"}, {"default", "max-autotune"})));

    const auto count = [&](const char* kind) {
        const fs::directory_iterator entries(world.services.paths.cache / kind);
        return std::distance(begin(entries), end(entries));
    };
    EXPECT_EQ(count("weights"), 1);
    EXPECT_EQ(count("graphs"), 3);
    EXPECT_EQ(count("packages"), 6);
    EXPECT_EQ(count("tmp"), 0);
}

TEST(Worker, ADamagedEntryIsPutAsideAndMadeAgain)
{
    FakeWorld world;
    world.makeEnvironment();
    ASSERT_TRUE(world.run(world.plan()));
    for (const auto& entry : fs::directory_iterator(world.services.paths.cache / "packages"))
        std::ofstream(entry.path() / "model.so") << "something else";

    const auto end = world.run(world.plan());

    ASSERT_TRUE(end);
    EXPECT_TRUE(world.observer.hasNoted("entry-rebuilt"));
    EXPECT_EQ(world.rowsOf(*end->run, firstVisit), allMeasured);
    EXPECT_EQ(findVisit(*end->run, firstVisit)->rows[1].cost.isCompileCached, false);
}

constexpr const char* commit = "0123456789abcdef0123456789abcdef01234567";

/// ResNet-50 as the hub's cache has it, with this file for its weights.
void publish(FakeWorld& world, const std::string& weights)
{
    const std::string repository = "hub/models--microsoft--resnet-50/";
    world.folder.write(repository + "refs/main", commit);
    world.folder.write(repository + "snapshots/" + commit + "/config.json", "{}");
    world.folder.write(repository + "snapshots/" + commit + "/" + weights, "x");
}

TEST(Worker, SnapshotsOfTheHubAreUsedAndNamed)
{
    FakeWorld world;
    publish(world, "model.safetensors");

    const auto end = world.run(world.plan({"1"}, {"default"}, {"resnet", "vit"}));

    ASSERT_TRUE(end);
    EXPECT_EQ(findVisit(*end->run, firstVisit)->weights, std::string("pretrained-") + commit);
    EXPECT_EQ(findVisit(*end->run, "vit.cpu.b1.float32")->weights, "random-seed-0");
    EXPECT_EQ(world.recorded("weights"), (Rows{"hub", "random"}));
}

TEST(Worker, PickledWeightsAreNotUsedAndThatIsSaid)
{
    FakeWorld world;
    publish(world, "pytorch_model.bin");

    const auto end = world.run(world.plan({"1"}, {"none"}, {"resnet", "vit"}));

    ASSERT_TRUE(end);
    const auto warnsOf = [&](const char* visit) {
        return std::ranges::count(
            findVisit(*end->run, visit)->warnings, Note{"pickles-not-used", {"microsoft/resnet-50"}});
    };
    EXPECT_EQ(findVisit(*end->run, firstVisit)->weights, "random-seed-0");
    EXPECT_EQ(warnsOf(firstVisit), 1);
    EXPECT_EQ(warnsOf("vit.cpu.b1.float32"), 0);
}

TEST(Worker, ADownloadIsMadeOnlyWhenItIsAllowed)
{
    FakeWorld world;
    auto plan = world.plan();
    plan.allowDownload = true;

    const auto end = world.run(plan);

    ASSERT_TRUE(end);
    EXPECT_TRUE(findVisit(*end->run, firstVisit)->weights.starts_with("pretrained-"));
    EXPECT_EQ(world.recorded("weights"), (Rows{"download", "hub"}));
}

TEST(Worker, TheTaskOfAModelThatIsFetchedStandsInItsRun)
{
    for (const bool isAllowed : {true, false}) {
        FakeWorld world;
        const auto extended = withWords(world.catalog, {"org/some-net"}, world.services.paths.hub);
        ASSERT_TRUE(extended);
        ASSERT_EQ(extended->catalog.findByName("some-net")->task, Task::Other);
        world.catalog = extended->catalog;
        auto plan = world.plan({"1"}, {"default"}, {"some-net"});
        plan.allowDownload = isAllowed;

        const auto end = world.run(plan);

        ASSERT_TRUE(end) << end.error().detail;
        const auto file = readRun(end->file);
        ASSERT_TRUE(file);
        EXPECT_EQ(file->run.models.at("some-net").task, isAllowed ? Task::Classification : Task::Other);
        EXPECT_EQ(world.rowsOf(*end->run, "some-net.cpu.b1.float32").front(),
            isAllowed ? "cpp/none: measured" : "cpp/none: prepare-failed");
    }
}

TEST(Worker, TheWholeLogOfAFailureIsKeptBesideTheRunAndNotInIt)
{
    for (const auto* step : {"export", "compile"}) {
        FakeWorld world;
        world.scriptWorker(std::string("fault=failed,step=") + step);

        const auto end = world.run(world.plan());

        ASSERT_TRUE(end);
        const auto& rows = findVisit(*end->run, firstVisit)->rows;
        const auto log = findFailureLog(end->file, firstVisit, rows[1].result.variant);
        ASSERT_TRUE(log) << step;
        EXPECT_EQ(contentOf(*log), "Traceback");
        EXPECT_EQ(contentOf(end->file).find("Traceback"), std::string::npos);
        const bool isOfAll = std::string(step) == "export";
        EXPECT_EQ(findFailureLog(end->file, firstVisit, rows[0].result.variant).has_value(), isOfAll);
    }
}

TEST(Worker, ARowSaysTheAttentionThatWasComputed)
{
    FakeWorld world;
    auto plan = world.plan({"1"}, {"none"}, {"vit", "mask2former", "resnet"});
    const auto found = [&] {
        const auto end = world.run(plan);
        const auto read = end ? readRun(end->file) : Result<RunFile>(end.error());
        const auto run = read ? read->run : RunRecord{};
        std::map<std::string, std::string> words;
        for (const auto& row : flatRows(run))
            words[row.visit->workload.model] = attentionOf(row);
        return words;
    };
    using Words = std::map<std::string, std::string>;

    EXPECT_EQ(found(), (Words{{"vit", "sdpa"}, {"mask2former", "eager"}, {"resnet", ""}}));
    EXPECT_EQ(found(), (Words{{"vit", "sdpa"}, {"mask2former", "eager"}, {"resnet", ""}}))
        << "from the cache";
    plan.attention = Attention::Eager;
    EXPECT_EQ(found(), (Words{{"vit", "eager"}, {"mask2former", "eager"}, {"resnet", ""}}));
}

TEST(Worker, NothingThatLeavesTheMachineSaysWhoOrWhere)
{
    ::setenv("USER", "canaryuser", 1);
    ::setenv("CANARY_TOKEN", "canarytoken", 1);
    FakeWorld world;
    const auto image = world.folder.write("canaryfolder/photo.png", "pixels");
    world.scriptWorker("fault=failed,model=vit,step=export");
    world.scriptRunner("fault=oom-text,phase=load,batch=4");
    auto plan = world.plan({"1", "4"}, {"default"}, {"resnet", "vit"});
    plan.imagePath = image.string();

    const auto end = world.run(plan);

    ASSERT_TRUE(end) << end.error().detail;
    const auto everything = contentOf(end->file) + toCsv(*end->run) + toJson(*end->run)
        + toJsonLines(*end->run) + toMarkdown(*end->run);
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    const std::string known = host;
    const bool isWord = known.size() < 3 || known == "localhost"; // which texts have for other reasons
    for (const auto& canary : {"canary"s, "/home/"s, "/tmp/"s, "/work/"s, isWord ? "canary"s : known})
        EXPECT_EQ(everything.find(canary), std::string::npos) << canary;
    EXPECT_NE(everything.find("photo.png sha256:"), std::string::npos);
    const auto said = "GuardOnDataDependentSymNode in model.py for <user> on " + (isWord ? known : "<host>"s)
        + " with <secret>";
    EXPECT_NE(contentOf(end->file).find(said), std::string::npos);
    const auto& failed = *findVisit(*end->run, "vit.cpu.b1.float32");
    const auto log = findFailureLog(end->file, failed.visit, failed.rows.front().result.variant);
    ASSERT_TRUE(log);
    EXPECT_TRUE(contentOf(*log).ends_with(" with <secret>")) << "it stays here, and is shown to others";
    ::unsetenv("CANARY_TOKEN");
    ::unsetenv("USER");
}
