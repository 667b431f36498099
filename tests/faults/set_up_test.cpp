// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/downloads.h"
#include "core/run/environment_setup.h"
#include "core/run/model_trial.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <thread>

// What is done before a run: a model is tried, the environment is made, weights are fetched.
using namespace inferometer::core;
using namespace inferometer::tests;
namespace fs = std::filesystem;

namespace {

using Rows = std::vector<std::string>;

Result<TrialEnd> tried(FakeWorld& world, const std::stop_token& stop = {},
    const std::string& word = "timm:resnet18", bool allowDownload = false)
{
    auto model = ownModelFrom(word, world.services.paths.hub);
    return tryModel(
        {**model, {}, allowDownload}, world.catalog, world.services, world.loop, [](const std::string&) {},
        stop);
}

/// Gives a world a program that makes its environment.
void writeSetup(FakeWorld& world, const std::string& script)
{
    const auto setup = world.folder.write("inferometer-setup", "#!/bin/sh\n" + script);
    fs::permissions(setup, fs::perms::owner_all);
    world.services.tools.setup = setup;
}

} // namespace

TEST(Trial, TellsWhatAModelIsAndLeavesItForTheRun)
{
    FakeWorld world;
    world.makeEnvironment();

    const auto first = tried(world);
    const auto requests = world.recorded("requests");
    const auto again = tried(world);

    ASSERT_TRUE(first) << first.error().detail;
    const auto* trial = std::get_if<ModelTrial>(&first.value());
    ASSERT_TRUE(trial);
    EXPECT_EQ(trial->parameters, 25557032);
    EXPECT_FALSE(trial->task) << "timm's models have no configuration of Transformers";
    ASSERT_EQ(trial->inputs.size(), 1u);
    EXPECT_EQ(trial->inputs[0].name, "pixel_values");
    EXPECT_EQ(trial->inputs[0].shape, (std::vector<std::int64_t>{1, 3, 224, 224}));
    ASSERT_TRUE(again);
    EXPECT_EQ(std::get<ModelTrial>(again.value()).parameters, 25557032);
    EXPECT_EQ(world.recorded("requests"), requests) << "it was in the cache";
}

TEST(Trial, TheTaskOfAModelThatIsFetchedIsReadAfterwards)
{
    FakeWorld world;

    const auto end = tried(world, {}, "org/some-net", true);

    ASSERT_TRUE(end) << end.error().detail;
    const auto* trial = std::get_if<ModelTrial>(&end.value());
    ASSERT_TRUE(trial);
    EXPECT_EQ(trial->task, Task::Classification);
}

TEST(Trial, AModelThatCannotBeExportedIsAnAnswerWithItsLog)
{
    FakeWorld world;
    world.scriptWorker("fault=failed,step=export");

    const auto end = tried(world);

    ASSERT_TRUE(end) << end.error().detail;
    const auto* failure = std::get_if<WorkerFailure>(&end.value());
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->outcome, Outcome::ExportFailed);
    EXPECT_EQ(failure->log, "Traceback");
}

TEST(Trial, CancelledItLeavesNothing)
{
    FakeWorld world;
    world.scriptWorker("fault=hang,step=export");
    std::stop_source stop;
    std::thread other([&] {
        while (world.recorded("requests").empty())
            std::this_thread::yield();
        stop.request_stop();
    });

    const auto end = tried(world, stop.get_token());
    other.join();

    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(SetUp, TellsWhichPackageIsAtWork)
{
    FakeWorld world;
    EXPECT_FALSE(canSetUp(world.services));
    writeSetup(world, "echo '1 of 2: numpy'; echo 'something else'; echo '2 of 2: torch'; echo '9 of 2: no'");
    std::vector<std::string> steps;

    const auto done = setUpEnvironment(world.services, world.loop,
        [&](const SetupStep& step) {
            steps.push_back(
                step.name + " " + std::to_string(step.package) + "/" + std::to_string(step.packages));
        },
        {});

    EXPECT_TRUE(canSetUp(world.services));
    EXPECT_TRUE(done) << done.error().detail;
    EXPECT_EQ(steps, (Rows{"numpy 1/2", "torch 2/2"}));
}

TEST(SetUp, AFailureIsTheLastThingThatWasSaid)
{
    FakeWorld world;
    writeSetup(
        world, "echo 'pip: no such host' >&2; echo 'inferometer-setup: is there a network?' >&2; exit 1");

    const auto done = setUpEnvironment(world.services, world.loop, [](const SetupStep&) {}, {});

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::EnvironmentMissing);
    EXPECT_NE(done.error().detail.find("is there a network?"), std::string::npos) << done.error().detail;
}

TEST(SetUp, CancelledItsProcessesAreGone)
{
    FakeWorld world;
    writeSetup(world, "echo '1 of 2: torch'; sleep 600 & wait");
    std::stop_source stop;

    const auto done = setUpEnvironment(
        world.services, world.loop, [&](const SetupStep&) { stop.request_stop(); }, stop.get_token());

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(world.processesLeft(3), 0);
}

TEST(Downloads, FetchWhatIsMissingAndStopAtTheFirstFailure)
{
    FakeWorld world;
    const auto python = world.folder.path() / "python";
    world.folder.write("python", R"(#!/bin/sh
case $4 in microsoft/*) ;; *) echo 'no such host' >&2; exit 1;; esac
repository=$HF_HUB_CACHE/models--microsoft--resnet-50
commit=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
mkdir -p $repository/refs $repository/snapshots/$commit
printf $commit > $repository/refs/main
echo '{}' > $repository/snapshots/$commit/config.json
echo x > $repository/snapshots/$commit/model.safetensors
)");
    fs::permissions(python, fs::perms::owner_all);
    world.services.tools.python = python;
    const std::vector<const CatalogModel*> models{world.catalog.findByName("resnet"),
        world.catalog.findByName("resnet"), world.catalog.findByName("vit")};
    std::vector<int> begun;

    const auto done =
        downloadWeights(models, world.services, world.loop, [&](int index) { begun.push_back(index); }, {});

    EXPECT_EQ(begun, (std::vector<int>{0, 2}));
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().detail.find("no such host"), std::string::npos) << done.error().detail;
    EXPECT_NE(done.error().detail.find("google/vit"), std::string::npos) << done.error().detail;
}
