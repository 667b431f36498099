// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/conversation.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace inferometer {
namespace {

using core::Outcome;
using tests::Conversation;
using tests::jobFor;
using tests::uncompiled;
namespace fs = std::filesystem;

constexpr core::Variant python{core::Engine::Python, core::CompileMode::None};
constexpr core::Variant pythonCompiled{core::Engine::Python, core::CompileMode::Default};

class RunnerPeerTest : public testing::Test {
protected:
    void SetUp() override { std::signal(SIGPIPE, SIG_IGN); }

    static core::VisitJob jobWith(const std::string& behaviour)
    {
        auto job = jobFor("resnet", {uncompiled, python});
        job.peer = core::PeerSetup{TEST_PYTHON, TEST_FAKE_PEER, R"({"behaviour":")" + behaviour + "\"}", ""};
        return job;
    }

    static std::vector<int> childrenOf(int pid)
    {
        std::ifstream file("/proc/" + std::to_string(pid) + "/task/" + std::to_string(pid) + "/children");
        return {std::istream_iterator<int>(file), {}};
    }
};

TEST_F(RunnerPeerTest, APeerTakesPartInTheSameRounds)
{
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobWith("")));

    ASSERT_EQ(rows.size(), 2u);
    const auto& peer = rows[1];
    EXPECT_EQ(peer.outcome, Outcome::Measured) << peer.reason.code << " " << peer.detail;
    EXPECT_EQ(tests::samplesOf(peer), std::vector<double>(10, 0.002));
    EXPECT_EQ(peer.rounds.size(), rows[0].rounds.size());
    EXPECT_EQ(peer.load_s, 0.25);
    EXPECT_EQ(peer.firstRun_s, 1.5);
    EXPECT_EQ(peer.peak_bytes, 4096u);
    EXPECT_EQ(peer.counters.at("graph_breaks"), 2);
    EXPECT_EQ(peer.warnings, (std::vector<core::Note>{{"graph-breaks", {"2"}}, {"recompiles", {"1"}}}));
    EXPECT_EQ(peer.versions.at("torch"), "2.11.0+other");
    EXPECT_TRUE(rows[0].versions.empty()) << "those of the engine are the visit's";
    EXPECT_TRUE(peer.before->isPassed && peer.after->isPassed);
}

/// The first inference of this peer is 750 times as long as every other one, whichever step runs it.
TEST_F(RunnerPeerTest, TheSlowFirstInferenceIsNoSample)
{
    auto job = jobWith("");
    job.policy.warmup = 0;
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(job));

    EXPECT_EQ(rows[1].firstRun_s, 1.5);
    for (const double sample : tests::samplesOf(rows[1]))
        EXPECT_LT(sample, 0.01);
}

TEST_F(RunnerPeerTest, WhatWasTakenBesideOneThatFailsIsDiscardedAndSaid)
{
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobWith("crash-after-4-blocks")));

    EXPECT_EQ(rows[1].outcome, Outcome::Crashed);
    EXPECT_EQ(rows[0].outcome, Outcome::Measured);
    EXPECT_EQ(tests::samplesOf(rows[0]).size(), 10u);
    ASSERT_EQ(rows[0].warnings.size(), 1u);
    EXPECT_EQ(rows[0].warnings[0].code, "samples-discarded");
    EXPECT_EQ(rows[0].warnings[0].args.at(1), "python/none");
    const auto taken = runner.all<core::RoundEvent>().size() - rows[0].rounds.size(); // whole rounds before
    EXPECT_GE(std::stoul(rows[0].warnings[0].args.at(0)), 2 * taken);
    EXPECT_GE(taken, 1u);
}

TEST_F(RunnerPeerTest, WhatItsCompilerSaysStandsInItsRow)
{
    Conversation runner;

    const auto rows = tests::rowsOf(runner.finish(jobWith("device")));

    EXPECT_TRUE(rows[0].warnings.empty());
    ASSERT_FALSE(rows[1].warnings.empty());
    EXPECT_EQ(rows[1].warnings.front(), (core::Note{"matrix-products-not-tuned", {"Not enough SMs"}}));
}

TEST_F(RunnerPeerTest, APeerThatFailsCostsItsOwnRowOnly)
{
    struct Case {
        const char* behaviour;
        Outcome outcome;
        const char* reason;
    };
    for (const auto& [behaviour, outcome, reason] : {Case{"crash-in-load", Outcome::Crashed, "peer-ended"},
             Case{"crash-in-block", Outcome::Crashed, "peer-ended"},
             Case{"fail-in-memory", Outcome::OutOfMemory, "host-memory"},
             Case{"nonsense-in-verify", Outcome::ProtocolError, "peer-protocol"},
             Case{"change-inputs", Outcome::LoadFailed, "program-changed-its-inputs"}}) {
        Conversation runner;

        const auto rows = tests::rowsOf(runner.finish(jobWith(behaviour)));

        EXPECT_EQ(rows[0].outcome, Outcome::Measured) << behaviour;
        EXPECT_EQ(tests::samplesOf(rows[0]).size(), 10u) << behaviour;
        EXPECT_EQ(rows[1].outcome, outcome) << behaviour;
        EXPECT_EQ(rows[1].reason.code, reason) << behaviour;
    }
}

TEST_F(RunnerPeerTest, TheEndOfInputEndsPeersToo)
{
    Conversation runner;
    runner.say(encode(jobWith("hang-in-block")));
    while (const auto event = runner.take()) {
        const auto* phase = std::get_if<core::PhaseEvent>(&*event);
        if (phase != nullptr && phase->phase == core::Phase::WarmUp && phase->variant == python)
            break;
    }
    const auto peers = childrenOf(runner.pid());
    ASSERT_EQ(peers.size(), 1u);

    runner.waitForEnd();

    for (int tries = 0; kill(peers[0], 0) == 0 && tries < 300; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_NE(kill(peers[0], 0), 0);
}

TEST_F(RunnerPeerTest, LeavesNoFilesOfItsOwn)
{
    const tests::TemporaryFolder scratch;
    auto job = jobWith("");
    job.peer->scratchFolder = scratch.path();
    Conversation runner;

    tests::rowsOf(runner.finish(job));

    EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST_F(RunnerPeerTest, ARealPythonComputesTheSameAndIsMeasured)
{
    const tests::TemporaryFolder cache;
    auto job = jobFor("resnet", {uncompiled, python, pythonCompiled});
    job.variants[2].packageFolder.clear();
    job.variants[2].inductorCache = cache.path();
    std::ifstream entry(fs::path(TEST_ARTEFACTS) / "resnet" / "entry.json");
    job.peer =
        core::PeerSetup{TEST_PYTHON, TEST_WORKER, std::string(std::istreambuf_iterator<char>(entry), {}), ""};
    Conversation runner;

    const auto end = runner.finish(job);

    const auto rows = tests::rowsOf(end);
    for (const auto& row : rows) {
        EXPECT_EQ(row.outcome, Outcome::Measured) << row.reason.code << " " << row.detail;
        EXPECT_EQ(tests::samplesOf(row).size(), 10u);
    }
    for (const auto& [name, value] : std::get<core::VisitResult>(end).conditions.versions)
        EXPECT_EQ(rows[1].versions.at(name), value) << "the same environment, in the same words";
    EXPECT_EQ(rows[1].before->maxAbsError, 0);
    EXPECT_GT(*rows[2].firstRun_s, 1.0) << "the first run of torch.compile compiles";
    EXPECT_TRUE(rows[2].counters.contains("graph_breaks"));
}

} // namespace
} // namespace inferometer
