// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/captured_program.h"
#include "core/engine/visit.h"
#include "tests/engine/artefacts.h"

#include <ATen/ATen.h>

#include <gtest/gtest.h>

#include <c10/util/Exception.h>

namespace inferometer::engine {
namespace {

/// Records what a device's graph would do, on the CPU: warm-ups, one recording, replays.
class ScriptedAccelerator final : public Accelerator {
public:
    at::Device device() const override { return at::kCPU; }
    std::string name() const override { return "scripted"; }
    std::string capability() const override { return "90"; }
    void synchronise() override { }
    void begin() override { }
    void end() override { }
    std::optional<double> elapsed_s() override { return std::nullopt; }
    void watchMemory() override { }
    std::optional<std::uint64_t> memoryReached() override { return std::nullopt; }

    std::unique_ptr<DeviceGraph> capture(const std::function<void()>& work) override
    {
        for (warmUps = 0; warmUps < 3; ++warmUps)
            work();
        TORCH_CHECK(failure.empty(), failure);
        work();
        return std::make_unique<Graph>(work, replays);
    }

    struct Graph final : DeviceGraph {
        Graph(std::function<void()> recordedWork, int& replayCount)
            : work(std::move(recordedWork))
            , replays(replayCount)
        {
        }
        void replay() override
        {
            ++replays;
            work();
        }
        std::optional<std::uint64_t> memory_bytes() const override { return 4096; }
        std::function<void()> work;
        int& replays;
    };

    std::optional<double> busy_s(const std::function<void()>& submit, double) override
    {
        submit();
        return 1e-9;
    }
    std::unique_ptr<core::DeviceMonitor> monitor() const override { return std::make_unique<Monitor>(); }

    struct Monitor final : core::DeviceMonitor {
        core::DeviceState state() override { return {1410, 1215, 60, 250, {"power-cap"}}; }
        std::optional<double> energy_j() override { return total_j += 500; }
        std::optional<int> processes() override { return 2; }
        double total_j = 0;
    };

    std::string failure;
    int warmUps = 0;
    int replays = 0;
};

/// Doubles its buffer into an output that stays where it is.
class Doubling final : public TorchProgram {
public:
    explicit Doubling(at::Tensor buffer)
        : m_buffer(std::move(buffer))
        , m_output(at::empty_like(m_buffer))
    {
    }
    std::vector<at::Tensor> run() override
    {
        ++runs;
        m_output.copy_(m_buffer * 2);
        return {m_output};
    }

    int runs = 0;

private:
    at::Tensor m_buffer;
    at::Tensor m_output;
};

struct Captured {
    Captured()
        : input(at::ones({3}))
        , buffer(at::zeros({3}))
        , program(std::make_unique<Doubling>(buffer), {input}, {buffer}, accelerator)
    {
    }

    ScriptedAccelerator accelerator;
    at::Tensor input;
    at::Tensor buffer;
    CapturedProgram program;
};

TEST(CapturedProgram, ReplaysWithTheInputsOfEachRun)
{
    Captured captured;
    ASSERT_TRUE(captured.program.prepare());

    const auto first = captured.program.run()[0].clone();
    captured.input.fill_(5);
    const auto second = captured.program.run()[0].clone();

    EXPECT_TRUE(at::equal(first, at::full({3}, 2.f)));
    EXPECT_TRUE(at::equal(second, at::full({3}, 10.f)));
    EXPECT_EQ(captured.accelerator.warmUps, 3);
    EXPECT_EQ(captured.accelerator.replays, 2);
}

TEST(CapturedProgram, SaysWhatItsGraphKeeps)
{
    Captured captured;
    EXPECT_FALSE(captured.program.keptBytes());
    ASSERT_TRUE(captured.program.prepare());

    EXPECT_EQ(captured.program.keptBytes(), 4096u);
}

TEST(CapturedProgram, WithStaticInputsCopiesNothing)
{
    ScriptedAccelerator accelerator;
    const auto buffer = at::ones({3});
    CapturedProgram program(std::make_unique<Doubling>(buffer), {}, {buffer}, accelerator);
    ASSERT_TRUE(program.prepare());

    buffer.fill_(7);

    EXPECT_TRUE(at::equal(program.run()[0], at::full({3}, 14.f)));
}

TEST(CapturedProgram, AFailedRecordingIsAFailureAndNeverARunWithoutOne)
{
    Captured captured;
    captured.accelerator.failure = "CUDA error: operation not permitted when stream is capturing";

    const auto prepared = captured.program.prepare();

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.failure().outcome, core::Outcome::CaptureFailed);
    EXPECT_EQ(prepared.failure().reason.code, "capture-error");
    EXPECT_NE(prepared.failure().detail.find("not permitted"), std::string::npos);
    EXPECT_THROW(captured.program.run(), c10::Error);
}

TEST(CapturedProgram, MemoryThatRunsOutWhileRecordingIsSaidAsThat)
{
    Captured captured;
    captured.accelerator.failure = "CUDA out of memory. Tried to allocate 2.00 GiB.";

    const auto prepared = captured.program.prepare();

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.failure().outcome, core::Outcome::OutOfMemory);
    EXPECT_EQ(prepared.failure().reason.code, "device-memory");
}

/// A visit of a CUDA device, all but the device: the scripted one computes on the CPU.
class DeviceVisitTest : public testing::Test {
protected:
    core::VisitResult measure(const std::string& captureFails = {})
    {
        const auto model = std::filesystem::path(TEST_ARTEFACTS) / "resnet";
        core::VisitJob job;
        job.job = "scripted";
        job.workload = {"resnet", {core::DeviceKind::Cuda, 0}, 1, core::DataType::Float32};
        job.policy.exactSamples = 6;
        job.policy.minRounds = 2;
        job.policy.warmup = 1;
        job.weightsFolder = model / "weights";
        job.graphFolder = model / "graph";
        auto recorded = core::Variant{core::Engine::Cpp};
        recorded.cudaGraph = true;
        job.variants = {{core::Variant{core::Engine::Cpp}, "", ""}, {recorded, "", ""}};
        const auto open = [&](const core::Device&, const core::CudaChoices&) {
            auto device = std::make_unique<ScriptedAccelerator>();
            device->failure = captureFails;
            return Attempt<std::unique_ptr<Accelerator>>(std::move(device));
        };
        const auto end = runVisit(job, m_client, {.hasOwnProcess = false}, {}, open);
        EXPECT_TRUE(std::holds_alternative<core::VisitResult>(end));
        return std::get<core::VisitResult>(end);
    }

    static bool says(const std::vector<core::Note>& notes, const std::string& code)
    {
        return std::any_of(
            notes.begin(), notes.end(), [&](const core::Note& note) { return note.code == code; });
    }

private:
    struct Silent final : VisitClient {
        void phase(const core::PhaseEvent&) override { }
        void round(const core::RoundEvent&) override { }
        void waitForGo(int) override { }
    } m_client;
};

TEST_F(DeviceVisitTest, ChecksReplaysBeforeAndAfterAndKeepsWhatTheDeviceTells)
{
    const auto result = measure();

    ASSERT_EQ(result.variants.size(), 2u);
    for (const auto& row : result.variants) {
        EXPECT_EQ(row.outcome, core::Outcome::Measured) << row.reason.code << row.detail;
        ASSERT_TRUE(row.before && row.after);
        EXPECT_TRUE(row.before->isPassed && row.after->isPassed);
        ASSERT_FALSE(row.rounds.empty());
        ASSERT_TRUE(row.rounds[0].device);
        EXPECT_EQ(row.rounds[0].device->temperature_c, 60);
        EXPECT_TRUE(row.deviceBusy_s);
        EXPECT_TRUE(row.energy_j);
        EXPECT_TRUE(says(row.warnings, "device-slowed"));
    }
    EXPECT_FALSE(result.variants[0].graph_bytes);
    EXPECT_EQ(result.variants[1].graph_bytes, 4096u);
    EXPECT_TRUE(says(result.warnings, "device-shared"));
    EXPECT_EQ(result.conditions.versions.at("tf32_conv"), "true");
}

TEST_F(DeviceVisitTest, ACaptureThatFailsCostsItsOwnRowOnly)
{
    const auto result = measure("CUDA error: operation not permitted when stream is capturing");

    EXPECT_EQ(result.variants[0].outcome, core::Outcome::Measured);
    EXPECT_EQ(result.variants[1].outcome, core::Outcome::CaptureFailed);
    EXPECT_EQ(result.variants[1].reason.code, "capture-error");
    EXPECT_TRUE(result.variants[1].rounds.empty());
}

} // namespace
} // namespace inferometer::engine
