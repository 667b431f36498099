// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/conversation.h"
#include "tests/support/note_printing.h"
#include "tests/support/temporary_folder.h"

#include "core/protocol/json.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <numeric>

namespace inferometer {
namespace {

using core::Outcome;
using core::Phase;
using tests::compiled;
using tests::Conversation;
using tests::jobFor;
using tests::uncompiled;
namespace fs = std::filesystem;

class RunnerTest : public testing::Test {
protected:
    void SetUp() override { std::signal(SIGPIPE, SIG_IGN); }

    /// A copy of an artefact that a test may damage, and a job on it.
    core::VisitJob copied(const std::string& artefact, const std::vector<core::Variant>& variants)
    {
        fs::copy(fs::path(TEST_ARTEFACTS) / artefact, m_folder.path() / "a", fs::copy_options::recursive);
        auto job = jobFor(artefact, variants);
        const auto move = [&](std::string& folder) {
            if (!folder.empty())
                folder = m_folder.path() / "a" / fs::path(folder).filename();
        };
        move(job.weightsFolder);
        move(job.graphFolder);
        for (auto& variant : job.variants)
            move(variant.packageFolder);
        return job;
    }

    /// Multiplies the first number of an output by a factor, in the file that holds the expected ones.
    static void scaleOutput(const fs::path& file, float factor)
    {
        auto text = tests::contentOf(file);
        std::uint64_t length = 0;
        std::memcpy(&length, text.data(), sizeof length);
        const auto header = core::Json::parse(text.substr(8, length));
        const auto begin = 8 + length + header["output.0"]["data_offsets"][0].get<std::uint64_t>();
        const auto end = 8 + length + header["output.0"]["data_offsets"][1].get<std::uint64_t>();
        for (auto place = begin; place < end; place += sizeof(float)) {
            float number = 0;
            std::memcpy(&number, text.data() + place, sizeof number);
            number *= factor;
            std::memcpy(text.data() + place, &number, sizeof number);
        }
        std::ofstream(file, std::ios::binary) << text;
    }

    tests::TemporaryFolder m_folder;
};

TEST_F(RunnerTest, MeasuresAndVerifiesBothWays)
{
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobFor("resnet", {uncompiled, compiled})));

    ASSERT_EQ(rows.size(), 2u);
    for (const auto& row : rows) {
        EXPECT_EQ(row.outcome, Outcome::Measured) << row.reason.code << " " << row.detail;
        EXPECT_EQ(tests::samplesOf(row).size(), 10u);
        EXPECT_EQ(row.warmUp.count, 2);
        ASSERT_TRUE(row.before && row.after);
        EXPECT_TRUE(row.before->isPassed && row.after->isPassed);
        EXPECT_TRUE(row.load_s && row.firstRun_s && row.peak_bytes && row.minorFaultsPerRun);
        EXPECT_GT(*row.firstRun_s, 0);
    }
    EXPECT_EQ(rows[0].before->maxAbsError, 0) << "eager in C++ is eager in Python";
    EXPECT_LT(rows[1].before->relativeError, 1e-4);
}

TEST_F(RunnerTest, SaysItsConditions)
{
    Conversation runner;

    const auto result = std::get<core::VisitResult>(runner.finish(jobFor("resnet", {uncompiled})));

    EXPECT_EQ(result.conditions.threads, 1);
    EXPECT_EQ(result.conditions.allocator, "retain");
    EXPECT_FALSE(result.conditions.deviceName.empty());
    EXPECT_FALSE(result.conditions.affinity.empty());
    EXPECT_TRUE(result.conditions.versions.at("torch").starts_with("2."));
    EXPECT_EQ(result.stoppedBecause, "exact-samples");
    EXPECT_GT(result.insideShare, 0);
}

TEST_F(RunnerTest, ComputesInTheThreadsThatItIsGiven)
{
    Conversation runner;
    auto job = jobFor("resnet", {uncompiled});
    job.threads = 2;

    const auto result = std::get<core::VisitResult>(runner.finish(job));

    EXPECT_EQ(result.conditions.threads, 2);
    ASSERT_EQ(result.variants.size(), 1u);
    EXPECT_EQ(result.variants[0].outcome, Outcome::Measured) << result.variants[0].detail;
    EXPECT_EQ(tests::samplesOf(result.variants[0]).size(), 10u);
}

TEST_F(RunnerTest, ReportsPhasesInTheirOrder)
{
    Conversation runner;

    runner.finish(jobFor("resnet", {uncompiled, compiled}));

    std::vector<Phase> phases;
    for (const auto& event : runner.all<core::PhaseEvent>()) {
        if (phases.empty() || phases.back() != event.phase)
            phases.push_back(event.phase);
    }
    EXPECT_EQ(phases,
        (std::vector{Phase::Load, Phase::FirstRun, Phase::Verify, Phase::Memory, Phase::WarmUp,
            Phase::Measure, Phase::Verify}));
    EXPECT_EQ(runner.all<core::RoundEvent>().size(), 5u);
}

class SlowInferences : public RunnerTest, public testing::WithParamInterface<std::optional<int>> { };

/// However warming up is chosen: until its trend is gone, so often, not at all.
TEST_P(SlowInferences, HaveTheTimeTheyNeedWhateverTheLimit)
{
    Conversation runner;
    auto job = jobFor("resnet", {uncompiled, compiled});
    job.policy.warmup = GetParam();
    job.policy.exactSamples.reset();
    job.policy.maxWarmup_s = job.policy.maxTime_s = 1e-9;

    const auto rows = tests::rowsOf(runner.finish(job));

    double fewest_s = 0;
    for (const auto& row : rows) {
        const auto samples = tests::samplesOf(row);
        fewest_s += core::fewestSamples * *std::ranges::min_element(samples) / 2;
    }
    for (const auto& event : runner.all<core::PhaseEvent>()) {
        if (event.phase == Phase::Measure) {
            EXPECT_GT(event.expected_s, fewest_s);
        }
        if (event.phase == Phase::WarmUp) {
            EXPECT_GE(event.expected_s, job.policy.warmup.value_or(1) * rows[0].rounds[0].samples_s[0] / 2);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(WarmUps, SlowInferences, testing::Values(std::nullopt, 2, 0));

TEST_F(RunnerTest, AWrongOutputIsTimedButFlagged)
{
    const auto job = copied("resnet", {uncompiled, compiled});
    scaleOutput(fs::path(job.graphFolder) / "io.safetensors", 1.01f);
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    for (const auto& row : rows) {
        EXPECT_EQ(row.outcome, Outcome::WrongOutput);
        EXPECT_EQ(row.reason.code, "output-differs");
        EXPECT_NEAR(row.before->relativeError, 0.01, 0.001);
        EXPECT_EQ(tests::samplesOf(row).size(), 10u);
    }
}

TEST_F(RunnerTest, AVariantThatCannotBeLoadedCostsItsOwnRowOnly)
{
    const auto job = copied("resnet", {uncompiled, compiled});
    fs::remove(fs::path(job.variants[1].packageFolder) / "model.so");
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[0].outcome, Outcome::Measured);
    EXPECT_EQ(rows[1].outcome, Outcome::LoadFailed);
    EXPECT_EQ(rows[1].reason, (core::Note{"file-missing", {"model.so"}}));
    EXPECT_TRUE(rows[1].rounds.empty());
}

TEST_F(RunnerTest, WhatACpuCannotDoIsUnsupportedWithItsReason)
{
    const core::Variant overhead{core::Engine::Cpp, core::CompileMode::ReduceOverhead};
    const core::Variant frozen{core::Engine::Cpp, core::CompileMode::None, true};
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobFor("resnet", {overhead, frozen, uncompiled})));

    EXPECT_EQ(rows[0].outcome, Outcome::Unsupported);
    EXPECT_EQ(rows[0].reason, (core::Note{"mode-needs-cuda", {"reduce-overhead"}}));
    EXPECT_EQ(rows[1].outcome, Outcome::Unsupported);
    EXPECT_EQ(rows[2].outcome, Outcome::Measured);
}

TEST_F(RunnerTest, ADeviceThatIsNotThereIsUnsupported)
{
    auto job = jobFor("resnet", {uncompiled});
    job.workload.device = {core::DeviceKind::Cuda, 31};
    Conversation runner;

    const auto end = runner.finish(job);

    ASSERT_TRUE(std::holds_alternative<core::VisitFailure>(end));
    EXPECT_EQ(std::get<core::VisitFailure>(end).outcome, Outcome::Unsupported);
}

TEST_F(RunnerTest, DamagedWeightsAndGraphsAreSaid)
{
    const auto job = copied("resnet", {uncompiled});
    const auto reasonFor = [&] {
        Conversation runner;
        const auto end = runner.finish(job);
        const auto* failure = std::get_if<core::VisitFailure>(&end);
        return failure != nullptr && failure->outcome == Outcome::LoadFailed ? failure->reason.code : "none";
    };
    const auto damage = [](const fs::path& file) {
        const auto whole = tests::contentOf(file);
        std::ofstream(file, std::ios::binary) << whole.substr(0, whole.size() / 2);
        return whole;
    };

    const auto weights = fs::path(job.weightsFolder) / "weights.safetensors";
    const auto whole = damage(weights);
    EXPECT_EQ(reasonFor(), "weights-damaged");
    std::ofstream(weights, std::ios::binary) << whole;
    damage(fs::path(job.graphFolder) / "graph.json");
    EXPECT_EQ(reasonFor(), "graph-damaged");
    fs::remove(fs::path(job.graphFolder) / "graph.json");
    EXPECT_EQ(reasonFor(), "file-missing");
}

TEST_F(RunnerTest, AGraphThatWritesIntoItsWeightsGetsItsOwn)
{
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobFor("counting", {uncompiled})));

    EXPECT_EQ(rows[0].outcome, Outcome::Measured) << rows[0].reason.code;
    EXPECT_EQ(rows[0].warnings, (std::vector<core::Note>{{"copies-its-inputs", {}}}));
}

TEST_F(RunnerTest, AProgramThatChangesItsWeightsUnannouncedIsNotTimed)
{
    const auto job = copied("counting", {uncompiled});
    const auto graph = fs::path(job.graphFolder);
    auto text = tests::contentOf(graph / "graph.json");
    const std::string harmless = R"("value": 1.0)";
    ASSERT_NE(text.find(harmless), std::string::npos);
    text.replace(text.find(harmless), harmless.size(), R"("value": 1.5)");
    std::ofstream(graph / "graph.json") << text;
    std::ofstream(graph / "facts.json") << R"({"version":1})";
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[0].outcome, Outcome::LoadFailed);
    EXPECT_EQ(rows[0].reason.code, "program-changed-its-inputs");
    EXPECT_TRUE(rows[0].rounds.empty());
}

TEST_F(RunnerTest, MemoryThatRunsOutIsAnOutcomeOfItsOwn)
{
    auto job = jobFor("hungry", {uncompiled});
    job.memoryLimit_bytes = 400u << 20; // its first tensor needs 256 MiB, two more follow
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[0].outcome, Outcome::OutOfMemory) << rows[0].reason.code << rows[0].detail;
    EXPECT_EQ(rows[0].reason.code, "host-memory");
    EXPECT_FALSE(rows[0].detail.empty());
    ASSERT_TRUE(rows[0].peak_bytes);
    EXPECT_GT(*rows[0].peak_bytes, 200u << 20) << "with its first tensor";
    EXPECT_LT(*rows[0].peak_bytes, 450u << 20);
}

TEST_F(RunnerTest, MemoryThatSufficesChangesNothing)
{
    auto job = jobFor("hungry", {uncompiled});
    job.memoryLimit_bytes = 8ull << 30;
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[0].outcome, Outcome::Measured) << rows[0].reason.code << rows[0].detail;
    EXPECT_GT(*rows[0].peak_bytes, 500u << 20);
}

TEST_F(RunnerTest, WhatLibrariesPrintDoesNotReachTheProtocol)
{
    const auto job = copied("counting", {uncompiled});
    auto text = tests::contentOf(fs::path(job.graphFolder) / "graph.json");
    const std::string nodes = R"("nodes": [)";
    text.insert(text.find(nodes) + nodes.size(),
        R"({"op":"aten::_print","overload":"","args":[{"name":"s","kind":"string","value":"{\"type\":\"result\"}"}],"outputs":[]},)");
    std::ofstream(fs::path(job.graphFolder) / "graph.json") << text;
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[0].outcome, Outcome::Measured) << rows[0].reason.code;
}

TEST_F(RunnerTest, ALineThatIsNoJobIsAProtocolError)
{
    for (const char* line : {"hello", "{}", R"({"v":1,"job":"j","seq":0,"type":"go","round":1})"}) {
        Conversation runner;
        runner.say(line);
        const auto end = runner.take();
        ASSERT_TRUE(end && std::holds_alternative<core::VisitFailure>(*end));
        EXPECT_EQ(std::get<core::VisitFailure>(*end).outcome, Outcome::ProtocolError);
        EXPECT_FALSE(runner.hasMore());
        EXPECT_EQ(runner.waitForEnd(), "exit 0");
    }
}

TEST_F(RunnerTest, WaitsForGoBetweenRoundsWhenAskedTo)
{
    auto job = jobFor("resnet", {uncompiled});
    job.gated = true;
    Conversation runner;
    runner.say(encode(job));

    std::vector<int> rounds;
    while (const auto event = runner.take()) {
        if (const auto* round = std::get_if<core::RoundEvent>(&*event)) {
            rounds.push_back(round->round);
            runner.say(core::encodeGo(job.job, round->round));
        }
        if (std::holds_alternative<core::VisitResult>(*event))
            break;
    }

    EXPECT_EQ(rounds, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST_F(RunnerTest, WithoutGoNoRoundFollows)
{
    auto job = jobFor("resnet", {uncompiled});
    job.gated = true;
    Conversation runner;
    runner.say(encode(job));
    while (const auto event = runner.take()) {
        if (std::holds_alternative<core::RoundEvent>(*event))
            break;
    }

    // The end of input is the only way on: it ends a runner that waits.
    EXPECT_EQ(runner.waitForEnd(), "signal 9");
    EXPECT_FALSE(runner.hasMore());
}

TEST_F(RunnerTest, TheEndOfInputEndsItWhileItWorks)
{
    auto job = jobFor("resnet", {uncompiled});
    job.policy.exactSamples = 1'000'000;
    job.policy.maxTime_s = 600;
    Conversation runner;
    runner.say(encode(job));
    while (const auto event = runner.take()) {
        const auto* phase = std::get_if<core::PhaseEvent>(&*event);
        if (phase != nullptr && phase->phase == Phase::Measure)
            break;
    }

    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(runner.waitForEnd(), "signal 9");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(900))
        << "by itself, not killed";
}

TEST_F(RunnerTest, ARunnerWithAnotherParentEndsAtOnce)
{
    auto runner = engine::ChildProcess::start({TEST_RUNNER}, {{"INFEROMETER_PARENT_PID", "1"}});
    ASSERT_TRUE(runner);

    EXPECT_FALSE(runner->readLine());
    EXPECT_EQ(runner->waitForEnd(), "exit 70");
}

TEST_F(RunnerTest, ShowsDevicesAndVersionsAsOneLine)
{
    auto devices = engine::ChildProcess::start({TEST_RUNNER, "--devices"}, {});
    auto version = engine::ChildProcess::start({TEST_RUNNER, "--version"}, {});

    const auto seen = core::parseJson(devices->readLine().value_or(""));
    const auto versions = core::parseJson(version->readLine().value_or(""));

    ASSERT_TRUE(seen && versions);
    EXPECT_TRUE(seen->at("cpu").contains("name"));
    EXPECT_TRUE(!seen->at("cuda").at("devices").empty() || !seen->at("cuda").at("why_none").empty());
    EXPECT_TRUE(versions->at("versions").contains("torch"));
    EXPECT_EQ(seen->at("cuda").at("compiled_in").get<bool>(), *TEST_TORCH_CUDA != '\0')
        << "exactly where torch has CUDA";
}

} // namespace
} // namespace inferometer
