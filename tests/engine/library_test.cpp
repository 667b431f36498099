// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "tests/engine/jobs.h"

#include <gtest/gtest.h>

#include <thread>

#include <dlfcn.h>

namespace inferometer {
namespace {

class Silent final : public engine::VisitClient {
public:
    void phase(const core::PhaseEvent&) override { }
    void round(const core::RoundEvent&) override { ++rounds; }
    void waitForGo(int) override { }

    int rounds = 0;
};

core::VisitJob aJob()
{
    auto job =
        tests::jobFor("resnet", {tests::uncompiled, tests::compiled, core::Variant{core::Engine::Python}});
    job.policy.exactSamples = 4;
    job.policy.minRounds = 2;
    job.policy.warmup = 1;
    job.peer = core::PeerSetup{};
    return job;
}

TEST(EngineLibrary, MeasuresOnAnotherThreadOfAProcessWithoutTorch)
{
    void* library = dlopen(TEST_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    const auto entry = reinterpret_cast<engine::Engine* (*)()>(dlsym(library, "inferometerEngine"));
    ASSERT_NE(entry, nullptr);

    Silent client;
    core::RunnerEvent end;
    std::thread([&] { end = entry()->runVisit(aJob(), client, {.hasOwnProcess = false}, {}); }).join();

    ASSERT_TRUE(std::holds_alternative<core::VisitResult>(end));
    const auto& rows = std::get<core::VisitResult>(end).variants;
    EXPECT_EQ(rows[0].outcome, core::Outcome::Measured) << rows[0].reason.code << rows[0].detail;
    EXPECT_EQ(rows[1].outcome, core::Outcome::Measured) << rows[1].reason.code << rows[1].detail;
    EXPECT_EQ(rows[2].outcome, core::Outcome::Unsupported);
    EXPECT_EQ(rows[2].reason.code, "python-not-here");
    EXPECT_EQ(client.rounds, 2);
}

TEST(EngineLibrary, StopsBetweenBlocksWhenAskedTo)
{
    void* library = dlopen(TEST_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library, nullptr) << dlerror();
    const auto entry = reinterpret_cast<engine::Engine* (*)()>(dlsym(library, "inferometerEngine"));
    struct Stopping final : engine::VisitClient {
        void phase(const core::PhaseEvent&) override { }
        void round(const core::RoundEvent&) override { source.request_stop(); }
        void waitForGo(int) override { }
        std::stop_source source;
    } client;

    const auto end = entry()->runVisit(aJob(), client, {.hasOwnProcess = false}, client.source.get_token());

    const auto& result = std::get<core::VisitResult>(end);
    EXPECT_EQ(result.stoppedBecause, "cancelled");
    EXPECT_EQ(result.variants[0].rounds.size(), 1u) << "what was measured until then is kept";
}

} // namespace
} // namespace inferometer
