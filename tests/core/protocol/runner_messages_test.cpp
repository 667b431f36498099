// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/runner_messages.h"

#include "core/protocol/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace inferometer::core {
namespace {

VisitJob aJob()
{
    VisitJob job;
    job.job = "visit-1";
    job.workload = {"resnet", {DeviceKind::Cuda, 1}, 4, DataType::BFloat16};
    job.attention = Attention::Eager;
    job.allocator = Allocator::Default;
    job.threads = 2;
    job.memoryLimit_bytes = 1u << 30;
    job.policy.preset = Preset::Guide;
    job.policy.exactSamples = 300;
    job.policy.targetHalfWidth_percent.reset();
    job.weightsFolder = "/cache/weights";
    job.graphFolder = "/cache/graph";
    job.variants = {{{Engine::Cpp, CompileMode::None, false, Layout::Contiguous}, "", ""},
        {{Engine::Python, CompileMode::MaxAutotune, true, Layout::ChannelsLast}, "", "/cache/inductor"}};
    job.peer = PeerSetup{"/env/bin/python", "/share/worker", R"({"name":"resnet"})", "/tmp/x"};
    job.gated = true;
    return job;
}

VisitResult aResult()
{
    VariantResult variant;
    variant.variant = {Engine::Cpp, CompileMode::Default, false, Layout::Contiguous};
    variant.outcome = Outcome::WrongOutput;
    variant.reason = {"output-differs", {"0", "0.01", "0.001"}};
    variant.detail = "first line";
    variant.rounds = {{0, {0.03, 0.031}, {0.02, 0.021}, 0.04}, {1, {0.029}, {}, 0.05}};
    variant.warmUp = {12, 0.5, true};
    variant.load_s = 0.01;
    variant.peak_bytes = 123456;
    variant.minorFaultsPerRun = 1.5;
    variant.before = Verification{"float32-relative", 1e-3, 0.2, 1e-2, false, {"output-differs", {}}};
    variant.counters = {{"graph_breaks", 2}};
    variant.warnings = {{"noisy", {"12"}}};
    variant.notReached = {{"samples-not-reached", {"3", "50"}}};

    VisitResult result;
    result.variants = {variant};
    result.stoppedBecause = "time-limit";
    result.measuring_s = 3.5;
    result.insideShare = 0.99;
    result.conditions.threads = 2;
    result.conditions.versions = {{"torch", "2.15.0"}};
    return result;
}

TEST(RunnerMessages, AJobSurvivesItsWayToTheRunner)
{
    const auto job = aJob();

    const auto read = decodeJob(encode(job));

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(writeJson(*read), writeJson(job));
    EXPECT_EQ(read->workload, job.workload);
    EXPECT_EQ(read->variants[1].variant, job.variants[1].variant);
    EXPECT_FALSE(read->policy.targetHalfWidth_percent) << "nothing is not the default";
}

TEST(RunnerMessages, AResultSurvivesItsWayBack)
{
    const auto line = encode("visit-1", 7, aResult());

    const auto read = decodeEvent(line);

    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->job, "visit-1");
    EXPECT_EQ(read->sequence, 7);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(writeJson(std::get<VisitResult>(*read->event)), writeJson(aResult()));
}

TEST(RunnerMessages, EveryEventKeepsItsType)
{
    const auto typeOf = [](const RunnerEvent& event) {
        return decodeEvent(encode("j", 0, event))->event->index();
    };

    EXPECT_EQ(typeOf(HelloEvent{}), RunnerEvent(HelloEvent{}).index());
    EXPECT_EQ(typeOf(PhaseEvent{}), RunnerEvent(PhaseEvent{}).index());
    EXPECT_EQ(typeOf(RoundEvent{}), RunnerEvent(RoundEvent{}).index());
    EXPECT_EQ(typeOf(VisitResult{}), RunnerEvent(VisitResult{}).index());
    EXPECT_EQ(typeOf(VisitFailure{}), RunnerEvent(VisitFailure{}).index());
}

TEST(RunnerMessages, AMissingMeanIsNoNumber)
{
    RoundEvent round{3, 0.5, {0.25, std::nan("")}};

    const auto read = decodeEvent(encode("j", 1, round));

    const auto& means = std::get<RoundEvent>(*read->event).mean_s;
    EXPECT_EQ(means[0], 0.25);
    EXPECT_TRUE(std::isnan(means[1]));
}

TEST(RunnerMessages, UnknownTypesAndKeysAreIgnored)
{
    const auto unknown = decodeEvent(R"({"v":1,"job":"j","seq":2,"type":"weather"})");
    const auto extended =
        decodeEvent(R"({"v":1,"job":"j","seq":2,"type":"phase","phase":"load","mood":"good"})");

    ASSERT_TRUE(unknown);
    EXPECT_FALSE(unknown->event);
    ASSERT_TRUE(extended);
    EXPECT_EQ(std::get<PhaseEvent>(*extended->event).phase, Phase::Load);
}

TEST(RunnerMessages, GoCarriesItsRound)
{
    EXPECT_EQ(*decodeGo(encodeGo("visit-1", 5)), 5);
    EXPECT_FALSE(decodeGo(R"({"v":1,"job":"j","seq":2,"type":"go"})"));
    EXPECT_FALSE(decodeGo(encode(aJob())));
}

class BadLines : public testing::TestWithParam<const char*> { };

TEST_P(BadLines, AreProtocolErrors)
{
    const auto read = decodeEvent(GetParam());

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::ProtocolError);
    EXPECT_FALSE(read.error().detail.empty());
}

INSTANTIATE_TEST_SUITE_P(All, BadLines,
    testing::Values("", "Segmentation fault", "[]", "null", R"({"type":"phase"})",
        R"({"v":2,"type":"phase"})", R"({"v":"1","type":"phase"})", R"({"v":1,"type":7})",
        R"({"v":1,"seq":-99999999999,"type":"hello"})", R"({"v":1,"type":"phase","phase":"lunch"})",
        R"({"v":1,"type":"result"})",
        R"({"v":1,"type":"result","variants":[{"variant":{"engine":"cpp","mode":"none"},"outcome":"fine"}]})"));

TEST(RunnerMessages, JobsThatCannotBeRunAreRefused)
{
    const auto refused = [](const auto& change) {
        auto job = aJob();
        change(job);
        return !decodeJob(encode(job));
    };

    EXPECT_TRUE(refused([](VisitJob& job) { job.workload.batch = 0; }));
    EXPECT_TRUE(refused([](VisitJob& job) { job.threads = 0; }));
    EXPECT_TRUE(refused([](VisitJob& job) { job.variants.clear(); }));
    EXPECT_TRUE(refused([](VisitJob& job) { job.variants.resize(1000); }));
    EXPECT_TRUE(refused([](VisitJob& job) { job.peer.reset(); }));
    EXPECT_TRUE(refused([](VisitJob& job) { job.job.clear(); }));
}

TEST(RunnerMessages, NoChangedByteMakesThemCrash)
{
    const auto line = encode("visit-1", 7, aResult());
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        auto changed = line;
        for (auto flips = random() % 4 + 1; flips > 0; --flips)
            changed[random() % changed.size()] = static_cast<char>(random());
        if (random() % 4 == 0)
            changed.resize(random() % changed.size());
        const auto read = decodeEvent(changed);
        EXPECT_TRUE(read || read.error().code == ErrorCode::ProtocolError);
    }
}

} // namespace
} // namespace inferometer::core
