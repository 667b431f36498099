// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer.h"

#include "tests/support/note_printing.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <csignal>

namespace inferometer::engine {
namespace {

class PeerTest : public testing::Test {
protected:
    void SetUp() override { std::signal(SIGPIPE, SIG_IGN); }

    static core::VisitJob jobWith(const std::string& behaviour)
    {
        core::VisitJob job;
        job.job = "j";
        job.threads = 3;
        job.variants = {{{core::Engine::Python, core::CompileMode::None}, "", ""}};
        job.peer = core::PeerSetup{TEST_PYTHON, TEST_FAKE_PEER, R"({"behaviour":")" + behaviour + "\"}", ""};
        return job;
    }

    static Attempt<std::unique_ptr<Peer>> loaded(
        const std::string& behaviour = "", const std::filesystem::path& systemRoot = "/nowhere")
    {
        const auto job = jobWith(behaviour);
        auto peer = Peer::start(job, systemRoot);
        if (!peer)
            return peer;
        if (const auto load_s = (*peer)->load(job, job.variants[0]); !load_s)
            return load_s.failure();
        return peer;
    }
};

TEST_F(PeerTest, TellsWhatTheDevicesClockSays)
{
    const auto peer = loaded("device");
    ASSERT_TRUE(peer);

    EXPECT_EQ((*peer)->block(2)->device_s, std::vector<double>(2, 0.001));
    EXPECT_EQ((*peer)->busy_s(0.003), 0.001);
    EXPECT_TRUE((*loaded())->block(2)->device_s.empty());
    EXPECT_FALSE((*loaded())->busy_s(0.003));
}

TEST_F(PeerTest, SaysTheVersionsOfItsOwnEnvironment)
{
    const auto job = jobWith("");
    auto peer = Peer::start(job);
    ASSERT_TRUE(peer);

    const auto answer = (*peer)->load(job, job.variants[0]);

    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->seconds, 0.25);
    EXPECT_EQ(answer->versions,
        (std::map<std::string, std::string>{
            {"python", "3.12.1"}, {"torch", "2.11.0+other"}, {"cuda", ""}, {"transformers", "4.57.0"}}));
}

TEST_F(PeerTest, GivesBlocksByItsOwnClock)
{
    const auto peer = loaded();
    ASSERT_TRUE(peer) << peer.failure().detail;

    const auto first = (*peer)->firstRun();
    const auto block = (*peer)->block(4);
    const auto peak = (*peer)->peakBytes();
    const auto counters = (*peer)->counters();

    ASSERT_TRUE(first);
    EXPECT_EQ(first->seconds, 1.5);
    ASSERT_TRUE(block);
    EXPECT_EQ(block->samples_s, std::vector<double>(4, 0.002));
    EXPECT_EQ(block->opening_s, 0.004);
    EXPECT_EQ(block->minorFaults, 3);
    EXPECT_EQ(*peak, 4096u);
    EXPECT_EQ(*counters,
        (std::map<std::string, double>{{"graph_breaks", 2}, {"recompiles", 1}, {"cudagraph_skips", 0}}));
}

TEST_F(PeerTest, ACrashSaysHowItEnded)
{
    const auto peer = loaded("crash-in-block");
    ASSERT_TRUE(peer);

    const auto block = (*peer)->block(4);

    ASSERT_FALSE(block);
    ASSERT_TRUE((*peer)->lastFailure());
    EXPECT_EQ((*peer)->lastFailure()->outcome, core::Outcome::Crashed);
    EXPECT_EQ((*peer)->lastFailure()->reason, (core::Note{"peer-ended", {"signal 9"}}));
}

TEST_F(PeerTest, OneThatTheKernelKilledRanOutOfMemory)
{
    const tests::TemporaryFolder system;
    system.write("proc/vmstat", "oom_kill 3\n");
    const auto peer = loaded("crash-in-block", system.path());
    ASSERT_TRUE(peer);

    system.write("proc/vmstat", "oom_kill 4\n");
    const auto block = (*peer)->block(4);

    ASSERT_FALSE(block);
    ASSERT_TRUE((*peer)->lastFailure());
    EXPECT_EQ((*peer)->lastFailure()->outcome, core::Outcome::OutOfMemory);
    EXPECT_EQ((*peer)->lastFailure()->reason, (core::Note{"host-memory", {}}));
    EXPECT_EQ((*peer)->lastFailure()->detail, "The Python process ended with signal 9.");
}

TEST_F(PeerTest, AFailureKeepsItsOutcomeAndReason)
{
    const auto peer = loaded("fail-in-first_run");
    ASSERT_TRUE(peer);

    const auto first = (*peer)->firstRun();

    ASSERT_FALSE(first);
    EXPECT_EQ(first.failure().outcome, core::Outcome::OutOfMemory);
    EXPECT_EQ(first.failure().reason.code, "host-memory");
}

TEST_F(PeerTest, NonsenseIsAProtocolError)
{
    const auto peer = loaded("nonsense-in-load");

    ASSERT_FALSE(peer);
    EXPECT_EQ(peer.failure().outcome, core::Outcome::ProtocolError);
    EXPECT_EQ(peer.failure().detail, "Segmentation fault");
}

TEST_F(PeerTest, APythonThatIsNotThereIsSaid)
{
    auto job = jobWith("");
    job.peer->python = "/nowhere/python";

    const auto peer = Peer::start(job);

    ASSERT_FALSE(peer);
    EXPECT_EQ(peer.failure().outcome, core::Outcome::LoadFailed);
}

} // namespace
} // namespace inferometer::engine
