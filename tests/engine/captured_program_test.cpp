// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/captured_program.h"

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
    std::optional<std::uint64_t> peakOf(const std::function<void()>&) override { return std::nullopt; }

    std::unique_ptr<DeviceGraph> capture(const std::function<void()>& work) override
    {
        for (int i = 0; i < 3; ++i)
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
        std::function<void()> work;
        int& replays;
    };

    std::string failure;
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
    EXPECT_EQ(captured.accelerator.replays, 2);
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

} // namespace
} // namespace inferometer::engine
