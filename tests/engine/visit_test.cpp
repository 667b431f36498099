// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/visit.h"
#include "tests/engine/jobs.h"
#include "tests/support/fake_clock.h"
#include "tests/support/processor_times.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/library.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace inferometer::engine {
namespace {

using core::Outcome;
using core::Phase;
using tests::compiled;
using tests::uncompiled;

constexpr core::Variant python{core::Engine::Python, core::CompileMode::None};

using OperatorSeen = std::function<void(const c10::OperatorHandle&, const c10::IValue& first)>;
OperatorSeen operatorSeen;

/// Stands before every operator where the dispatcher is told to come here.
void seeOperator(const c10::OperatorHandle& called, torch::jit::Stack* stack)
{
    const c10::impl::ExcludeDispatchKeyGuard onwards(c10::DispatchKey::TESTING_ONLY_GenericMode);
    operatorSeen(called, stack->at(stack->size() - called.schema().arguments().size()));
    called.callBoxed(stack);
}

TORCH_LIBRARY_IMPL(_, TESTING_ONLY_GenericMode, library)
{
    library.fallback(torch::CppFunction::makeFromBoxedFunction<&seeOperator>());
}

/// Tells of every operator that this thread calls, as long as it lives; one at a time.
class OperatorWatch {
public:
    explicit OperatorWatch(OperatorSeen seen) { operatorSeen = std::move(seen); }

private:
    c10::impl::IncludeDispatchKeyGuard m_detour{c10::DispatchKey::TESTING_ONLY_GenericMode};
};

/// A visit of real programs on a CPU, all but the time: an inference takes what the test says.
class VisitTest : public testing::Test {
protected:
    VisitTest() { std::signal(SIGPIPE, SIG_IGN); }
    ~VisitTest() override { at::autocast::set_autocast_enabled(at::kCPU, false); }

    core::RunnerEvent run()
    {
        const auto open = [this](const core::Device&, const core::CudaChoices&) {
            return Attempt<std::unique_ptr<Accelerator>>(std::make_unique<Timeless>(*this));
        };
        return runVisit(
            m_job, m_client, {}, {}, {.open = open, .clock = m_clock, .systemRoot = m_root.path()});
    }

    core::VisitResult measure()
    {
        const auto end = run();
        EXPECT_TRUE(std::holds_alternative<core::VisitResult>(end));
        return std::get<core::VisitResult>(end);
    }

    static long count(const std::vector<core::Note>& notes, const std::string& code)
    {
        return std::ranges::count(notes, code, &core::Note::code);
    }

    core::VisitJob m_job = tests::jobFor("resnet", {uncompiled, compiled});
    tests::FakeClock m_clock;
    tests::TemporaryFolder m_root; ///< what the system counts
    double m_inference_s = 0.001;
    std::function<void()> m_afterRun; ///< after each run of a program of this process

    struct Client final : VisitClient {
        void phase(const core::PhaseEvent& event) override
        {
            variant = event.variant;
            if (onPhase)
                onPhase(event.phase);
        }
        void round(const core::RoundEvent&) override
        {
            if (onRound)
                onRound();
        }
        void waitForGo(int) override { }

        std::optional<core::Variant> variant; ///< at work
        std::function<void(Phase)> onPhase;
        std::function<void()> onRound;
    } m_client;

private:
    class Timeless final : public Accelerator {
    public:
        explicit Timeless(VisitTest& test)
            : m_test(test)
        {
        }
        at::Device device() const override { return at::kCPU; }
        std::string name() const override { return "timeless"; }
        std::string capability() const override { return {}; }
        void synchronise() override
        {
            if (m_test.m_afterRun)
                m_test.m_afterRun();
        }
        void begin() override { }
        void end() override { m_test.m_clock.advance_s(m_test.m_inference_s); }
        std::optional<double> elapsed_s() override { return std::nullopt; }
        void watchMemory() override { }
        std::optional<std::uint64_t> memoryReached() override { return std::nullopt; }
        std::unique_ptr<DeviceGraph> newGraph() override { TORCH_CHECK(false, "It records no graphs."); }

    private:
        VisitTest& m_test;
    };
};

TEST_F(VisitTest, TheFirstInferenceStandsByItselfAndIsNoSample)
{
    m_job.policy.warmup = 0;
    m_client.onPhase = [this](Phase phase) { m_inference_s = phase == Phase::FirstRun ? 0.75 : 0.001; };

    const auto result = measure();

    ASSERT_EQ(result.variants.size(), 2u);
    for (const auto& row : result.variants) {
        EXPECT_EQ(row.outcome, Outcome::Measured) << row.reason.code << row.detail;
        EXPECT_EQ(row.firstRun_s, 0.75);
        ASSERT_EQ(row.rounds.size(), 5u);
        for (const auto& round : row.rounds) {
            EXPECT_EQ(round.opening_s, 0.001);
            EXPECT_EQ(round.samples_s, std::vector<double>(2, 0.001));
        }
    }
}

TEST_F(VisitTest, NobodysFirstInferenceStartsTheLibraries)
{
    std::set<std::string> before;
    const OperatorWatch watch([&](const c10::OperatorHandle& called, const c10::IValue&) {
        if (!m_client.variant)
            before.insert(called.schema().name());
    });
    bool isTimed = false;
    m_client.onPhase = [&](Phase) {
        if (m_client.variant && !std::exchange(isTimed, true)) {
            EXPECT_TRUE(before.contains("aten::conv2d"));
            EXPECT_TRUE(before.contains("aten::mm"));
        }
    };

    measure();

    EXPECT_TRUE(isTimed);
}

/// Its first inference comes before the others are checked, so that they meet what it left behind.
TEST_F(VisitTest, WhoChangesTheInputsIsToldFromTheOthers)
{
    at::Tensor image;
    std::optional<OperatorWatch> watch;
    m_client.onPhase = [&](Phase phase) {
        watch.reset();
        if (phase != Phase::FirstRun || image.defined())
            return;
        watch.emplace([&](const c10::OperatorHandle&, const c10::IValue& first) {
            if (!image.defined() && first.isTensor())
                image = first.toTensor(); // of the graph's first operator
        });
    };
    m_afterRun = [&] {
        const c10::InferenceMode noGradients;
        if (m_client.variant == compiled)
            image.add_(1);
    };

    const auto result = measure();

    EXPECT_EQ(result.variants[0].outcome, Outcome::Measured)
        << result.variants[0].reason.code << result.variants[0].detail;
    EXPECT_EQ(result.variants[1].outcome, Outcome::LoadFailed);
    EXPECT_EQ(result.variants[1].reason.code, "program-changed-its-inputs");
}

TEST_F(VisitTest, AProgramThatBeginsToBeWrongWhileItIsTimedIsWrong)
{
    m_job.variants.resize(1);
    m_client.onRound = [] { at::autocast::set_autocast_enabled(at::kCPU, true); };

    const auto result = measure();

    const auto& row = result.variants[0];
    EXPECT_EQ(row.outcome, Outcome::WrongOutput);
    ASSERT_TRUE(row.before && row.after);
    EXPECT_TRUE(row.before->isPassed);
    EXPECT_FALSE(row.after->isPassed);
    EXPECT_EQ(row.reason, row.after->reason);
    EXPECT_EQ(row.rounds.size(), 5u) << "timed all the same";
}

TEST_F(VisitTest, IsVoidWhenTheMachineSleptMeanwhile)
{
    bool hasSlept = false;
    m_client.onRound = [&] {
        if (!std::exchange(hasSlept, true))
            m_clock.sleep(std::chrono::seconds(3));
    };

    const auto end = run();

    ASSERT_TRUE(std::holds_alternative<core::VisitFailure>(end));
    const auto& failure = std::get<core::VisitFailure>(end);
    EXPECT_EQ(failure.outcome, Outcome::NotRun);
    EXPECT_EQ(failure.reason, (core::Note{"suspended", {"3"}}));
    EXPECT_FALSE(failure.variant);
}

TEST_F(VisitTest, SaysThatOthersUsedTheMachine)
{
    tests::writeProcessorTimes(m_root, 0, 0);
    m_client.onRound = [&] { tests::writeProcessorTimes(m_root, 100'000, 0); };

    EXPECT_EQ(count(measure().warnings, "others-busy"), 1);
}

/// What a peer did before the rounds is no work of others when it dies in them.
TEST_F(VisitTest, APeerThatDiesLeavesItsTimeBehind)
{
    m_job.variants = {{uncompiled, "", ""}, {python, "", ""}};
    m_job.peer = core::PeerSetup{
        TEST_PYTHON, TEST_FAKE_PEER, R"({"behaviour":"crash-after-4-blocks","busy_s":0.3})", ""};
    tests::writeProcessorTimes(m_root, 0, 0);
    m_client.onRound = [&] { tests::writeProcessorTimes(m_root, 0, 10); };

    const auto result = measure();

    EXPECT_EQ(result.variants[0].outcome, Outcome::Measured);
    EXPECT_EQ(count(result.variants[0].warnings, "samples-discarded"), 1);
    EXPECT_EQ(result.variants[1].outcome, Outcome::Crashed);
    EXPECT_EQ(count(result.warnings, "others-busy"), 0);
}

TEST_F(VisitTest, EachRowSaysWhatItDidNotReach)
{
    m_job.policy.maxTime_s = 0.0105; // five blocks of an opening inference and one sample

    const auto result = measure();

    EXPECT_EQ(result.stoppedBecause, "time-limit");
    for (const auto& row : result.variants)
        EXPECT_EQ(row.notReached, (std::vector<core::Note>{{"samples-not-reached", {"5", "10"}}}));
}

} // namespace
} // namespace inferometer::engine
