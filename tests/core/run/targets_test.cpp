// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/targets.h"

#include "core/base/files.h"
#include "core/run/slurm.h"
#include "core/run/stream.h"
#include "core/store/run_lines.h"
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <thread>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

using List = std::vector<std::string>;

const Target gpubox{"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}};

} // namespace

TEST(Devices, AreNamedWithTheirTarget)
{
    const Device device{DeviceKind::Cuda, 1, "gpubox"};
    EXPECT_EQ(toText(device), "gpubox/cuda:1");
    EXPECT_EQ(deviceFromText("gpubox/cuda:1"), device);
    EXPECT_EQ(textWithoutTarget(device), "cuda:1");
    for (const auto* text : {"/cpu", "local/cpu", "a b/cpu", "gpubox/", "gpubox/tpu", "a/b/cpu", "-x/cpu"})
        EXPECT_FALSE(deviceFromText(text)) << text;
}

TEST(TargetSettings, AreReadAsTheyWereWritten)
{
    TemporaryFolder folder;
    auto known = gpubox;
    known.facts = TargetFacts{{{Device{DeviceKind::Cuda, 0}, "A100", 40u << 20, "8.0", "13.0"}}, 16, "0.1.0",
        "2.15.0", "2026-01-01T00:00:00Z"};

    ASSERT_TRUE(writeTargets(folder.path() / "settings/targets.json", {known, {"old", {}, "/opt/old", {}}}));
    const auto targets = readTargets(folder.path() / "settings/targets.json");

    ASSERT_TRUE(targets) << targets.error().detail;
    ASSERT_EQ(targets->size(), 2u);
    EXPECT_EQ(targets->front().launcher, gpubox.launcher);
    EXPECT_EQ(devicesOf(targets->front()).front().device, (Device{DeviceKind::Cuda, 0, "gpubox"}));
    EXPECT_FALSE(targets->back().facts);
    EXPECT_TRUE(readTargets(folder.path() / "none.json")->empty());
}

TEST(TargetSettings, SayWhatIsWrongInAFileMadeByHand)
{
    TemporaryFolder folder;
    const auto file = folder.path() / "targets.json";
    ASSERT_TRUE(writeFileAtomically(file, R"({"targets":[{"name":"a b","installation":"/opt/x"}]})"));

    const auto targets = readTargets(file);

    ASSERT_FALSE(targets);
    EXPECT_EQ(targets.error().reasons,
        (std::vector{Note{"targets-not-usable", {file.string()}}, Note{"target-name-bad", {"a b"}}}));
}

TEST(TargetSettings, AreChangedAsTheFileHoldsThem)
{
    TemporaryFolder folder;
    const auto file = folder.path() / "settings/targets.json";
    ASSERT_TRUE(addTarget(file, gpubox));
    ASSERT_TRUE(addTarget(file, {"old", {}, "/opt/old", {}}));
    ASSERT_TRUE(rememberFacts(file, "gpubox", {{}, 16, "0.1.0", "2.15.0", "2026-01-01T00:00:00Z"}));

    const auto replaced = addTarget(file, {"old", {}, "/opt/other", {}});

    ASSERT_TRUE(replaced) << replaced.error().detail;
    ASSERT_EQ(replaced->size(), 2u);
    EXPECT_EQ(replaced->front().facts->torch, "2.15.0");
    EXPECT_EQ(replaced->back().installation, "/opt/other");
    EXPECT_FALSE(removeTarget(file, "gone"));
    EXPECT_EQ(removeTarget(file, "gpubox")->size(), 1u);
    EXPECT_EQ(readTargets(file)->front().name, "old");
}

TEST(TargetSettings, AreLeftAsTheyAreWhereTheyCannotBeRead)
{
    TemporaryFolder folder;
    const auto file = folder.path() / "targets.json";
    const std::string typo = R"({"targets":[{"name":"gpubox","installation":"/opt/x"},]})";
    ASSERT_TRUE(writeFileAtomically(file, typo));

    for (const auto& changed :
        {addTarget(file, gpubox), removeTarget(file, "gpubox"), rememberFacts(file, "gpubox", {})}) {
        ASSERT_FALSE(changed);
        EXPECT_EQ(changed.error().code, ErrorCode::FileInvalid);
    }

    EXPECT_EQ(readFile(file, 1000).value(), typo);
}

TEST(TargetSettings, LoseNothingWhenTwoChangeThemAtOnce)
{
    TemporaryFolder folder;
    const auto file = folder.path() / "targets.json";
    const auto addFive = [&](const std::string& name) {
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(addTarget(file, {name + std::to_string(i), {}, "/opt/x", {}}));
    };

    std::thread other(addFive, "a");
    addFive("b");
    other.join();

    EXPECT_EQ(readTargets(file)->size(), 10u);
}

TEST(TargetSettings, RefuseWhatAShellOrAFileNameWouldChange)
{
    EXPECT_TRUE(checkTarget(gpubox));
    for (const auto* name : {"", "local", "a/b", "a b", "../x", "-x"})
        EXPECT_FALSE(checkTarget({name, {}, "/opt/inferometer", {}})) << name;
    for (const auto* path : {"", "opt", "/opt/my programs", "/opt/$(id)", "/opt/;ls", "~/inferometer"})
        EXPECT_FALSE(checkTarget({"x", {}, path, {}})) << path;
    EXPECT_FALSE(checkTarget({"x", {"ssh", ""}, "/opt", {}}));
}

TEST(TargetSettings, LeadToTheProgramThere)
{
    const auto command = commandOf(gpubox, {"doctor", "--lines"}, "/opt/guard");
    EXPECT_EQ(command.guard, "/opt/guard");
    EXPECT_EQ(command.program, "ssh");
    EXPECT_EQ(
        command.arguments, (List{"gpubox", "/opt/inferometer/bin/inferometer-cli", "doctor", "--lines"}));
    EXPECT_EQ(
        commandOf({"x", {}, "/usr/bin/inferometer-cli", {}}, {}, {}).program, "/usr/bin/inferometer-cli");
}

TEST(Stream, OnlyWholeLinesOfItsOwnCount)
{
    const auto line = encode(Note{"retrying", {"a"}});

    EXPECT_TRUE(decodeStreamLine(line));
    EXPECT_TRUE(decodeStreamLine(line + "\r")) << "a terminal stood on the way";
    EXPECT_TRUE(decodeStreamLine("user@host$ " + line)) << "a prompt without a newline";
    for (std::size_t length = 0; length < line.size(); ++length)
        EXPECT_FALSE(decodeStreamLine(line.substr(0, length))) << length;
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto damaged = line;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        EXPECT_FALSE(decodeStreamLine(damaged)) << i;
    }
    for (const auto* other :
        {"", "Welcome to the machine!", "{\"type\":\"record\"}", "{\"type\":", "\xff\xfe"})
        EXPECT_FALSE(decodeStreamLine(other)) << other;
}

TEST(Stream, WhatALaterVersionSaysBesidesIsLeftOut)
{
    EXPECT_FALSE(decodeStreamLine(sealedLine("later", R"({"text":"news"})")));
}

TEST(Stream, ALogIsBoundedAndKeepsItsEnd)
{
    const FailureLog log{"resnet.cpu.b1.float32", Variant{}, std::string(20u << 20, '\x01') + "the error"};

    const auto line = encode(log);

    EXPECT_LT(line.size(), maxLineBytes);
    const auto there = std::get<FailureLog>(*decodeStreamLine(line));
    EXPECT_EQ(there.visit, log.visit);
    EXPECT_EQ(there.variant, log.variant);
    EXPECT_EQ(there.text, keptText(log));
    EXPECT_TRUE(there.text.ends_with("the error"));
}

TEST(Stream, TellsVersionsThatDoNotFit)
{
    StreamHello hello;
    hello.schemaMajor = schemaMajor;
    hello.schemaMinor = schemaMinor;
    EXPECT_FALSE(mismatchOf(hello));
    hello.schemaMinor = schemaMinor + 1;
    EXPECT_FALSE(mismatchOf(hello)) << "what is new there is kept here";
    hello.schemaMinor = schemaMinor - 1;
    EXPECT_TRUE(mismatchOf(hello));
    hello.schemaMinor = schemaMinor;
    hello.stream = streamVersion + 1;
    EXPECT_TRUE(mismatchOf(hello));
}

TEST(Stream, APlanTakesTheUsersPathsAlongAndRunFilesDoNot)
{
    RunRecord run;
    run.plan.threads = 2;
    run.plan.visits = {{"resnet.cpu.b1.float32", {"resnet", Device{}, 1, DataType::Float32}, {Variant{}}, 1}};
    run.plan.imagePath = "/home/me/cat.png";

    run.plan.peerPython = "env/bin/python";
    const ModelSource source{ModelKind::Code, "", "make", "/home/me/net.py", "net.py", "ab"};
    run.plan.models = {{"net", "Net", Task::Other, source, {}, 0, "ab"}};

    const auto plan = planFromText(planLine(run));

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(plan->imagePath, "/home/me/cat.png");
    EXPECT_EQ(plan->peerPython, (std::filesystem::current_path() / "env/bin/python").string());
    EXPECT_EQ(plan->models.front().source.path, "/home/me/net.py");
    EXPECT_EQ(plan->models.front().allowedSha256, "") << "a consent travels in no plan";
    EXPECT_EQ(headerLine(run).find("/home/me"), std::string::npos);
}

TEST(Stream, AnAdoptedRecordKeepsWhatThisVersionDoesNotKnow)
{
    VisitRecord there;
    there.visit = "resnet.cpu.b1.float32";
    auto content = withoutCheck(recordLine(there));
    content.insert(content.size() - 1, ",\"later\":7");
    const auto line = sealedLine("record", "{" + content.substr(content.find("\"record\",") + 9));
    auto here = std::get<VisitRecord>(*decodeStreamLine(line));
    here.visit = "gpubox/resnet.cpu.b1.float32";
    here.target = "gpubox";

    const auto adopted = adoptedLine(here.line, here);

    EXPECT_TRUE(isIntact(adopted));
    EXPECT_NE(adopted.find("\"later\":7"), std::string::npos);
    EXPECT_EQ(std::get<VisitRecord>(*decodeStreamLine(adopted)).target, "gpubox");
}

TEST(Slurm, JobsAreAskedForWhereTheyAreStarted)
{
    const auto job = slurmJob({"ssh", "login", "srun", "--gres=gpu:1"}, "inferometer-abc");
    ASSERT_TRUE(job);
    EXPECT_EQ(job->launcher, (List{"ssh", "login", "srun", "--job-name=inferometer-abc", "--gres=gpu:1"}));
    EXPECT_EQ(job->query,
        (List{"ssh", "login", "squeue", "--noheader", "--me", "--format=%T,%r", "--name=inferometer-abc"}));
    EXPECT_EQ(slurmJob({"/opt/slurm/bin/srun", "-J", "mine"}, "x")->query.front(), "/opt/slurm/bin/squeue");
    EXPECT_EQ(job->cancel, (List{"ssh", "login", "scancel", "--quiet", "--name=inferometer-abc"}));
    EXPECT_FALSE(slurmJob({"ssh", "gpubox"}, "x"));
}

TEST(Slurm, AJobThatTheUserNamedIsToldFromOthersOfThatName)
{
    for (const auto& words :
        {List{"-J", "mine"}, List{"-Jmine"}, List{"--job-name", "mine"}, List{"--job-name=mine"}}) {
        List launcher{"srun"};
        launcher.insert(launcher.end(), words.begin(), words.end());

        const auto job = slurmJob(launcher, "x");

        launcher.back() += "-x";
        EXPECT_EQ(job->launcher, launcher);
        EXPECT_EQ(job->query.back(), "--name=mine-x");
        EXPECT_EQ(job->cancel.back(), "--name=mine-x");
    }
}

TEST(Slurm, WordsInFrontOfItAreNotItsOwn)
{
    const auto job = slurmJob({"ssh", "-J", "bastion", "login", "srun"}, "inferometer-abc");

    EXPECT_EQ(job->query.back(), "--name=inferometer-abc");
    EXPECT_EQ(job->launcher, (List{"ssh", "-J", "bastion", "login", "srun", "--job-name=inferometer-abc"}));
}

TEST(Slurm, StatesAndReasonsBecomeNotes)
{
    const auto codeOf = [](const char* line) {
        const auto note = noteOfJob("a100", line);
        return note ? note->code : std::string();
    };
    EXPECT_EQ(codeOf("PENDING,Resources"), "job-waits-for-resources");
    EXPECT_EQ(codeOf("PENDING,Priority"), "job-waits-for-priority");
    EXPECT_EQ(codeOf("PENDING,ReqNodeNotAvail, UnavailableNodes:n1"), "job-waits-for-nodes");
    EXPECT_EQ(codeOf("PENDING,PartitionDown"), "job-waits-for-partition");
    EXPECT_EQ(codeOf("PENDING,QOSMaxGRESPerUser"), "job-waits-for-limit");
    EXPECT_EQ(codeOf("PENDING,JobHeldUser"), "job-is-held");
    EXPECT_EQ(codeOf("RUNNING,None"), "job-starts");
    EXPECT_EQ(codeOf("PENDING,SomethingNew"), "job-is");
    EXPECT_EQ(codeOf("slurm_load_jobs error: Unable to contact slurm controller"), "");
    EXPECT_EQ(codeOf(""), "");
}
