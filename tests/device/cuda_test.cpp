// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What only a CUDA device can show. Everything else about devices is tested with scripted ones.
#include "core/base/clock.h"
#include "core/engine/accelerator.h"
#include "core/engine/captured_program.h"
#include "core/engine/graph_program.h"
#include "core/engine/guarded.h"
#include "core/engine/package_program.h"
#include "core/engine/verification.h"
#include "core/engine/visit.h"
#include "tests/engine/artefacts.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#if INFEROMETER_TEST_WITH_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#endif

#include <gtest/gtest.h>

#include <cstdlib>

namespace inferometer::engine {
namespace {

namespace fs = std::filesystem;

class CudaTest : public testing::Test {
protected:
    void SetUp() override
    {
        const auto facts = cudaFacts();
        if (facts.devices.empty())
            GTEST_SKIP() << "No CUDA device: " << facts.whyNone;
        auto opened = openCuda(0, {.tf32Conv = false}); // as the CPU computes
        ASSERT_TRUE(opened) << opened.failure().detail;
        m_cuda = *std::move(opened);
        m_weights = *TensorFile::read(m_model.folder / "weights" / "weights.safetensors", m_cuda->device());
        if (const auto constants = m_model.folder / "graph" / "constants.safetensors"; fs::exists(constants))
            m_constants = *TensorFile::read(constants, m_cuda->device());
    }

    std::vector<at::Tensor> inputsOnDevice() const
    {
        std::vector<at::Tensor> inputs;
        for (const auto& input : m_model.io.list("input"))
            inputs.push_back(input.to(m_cuda->device()));
        return inputs;
    }

    std::unique_ptr<GraphProgram> program(std::vector<at::Tensor> inputs) const
    {
        const auto find = [this](const std::string& name, bool isWeight) {
            return (isWeight ? m_weights : m_constants).find(name);
        };
        auto built = GraphProgram::build(m_model.graph, find, std::move(inputs), m_cuda->device());
        EXPECT_TRUE(built);
        return *std::move(built);
    }

    core::Verification judged(const std::vector<at::Tensor>& outputs) const
    {
        const core::Workload workload{"resnet", {core::DeviceKind::Cuda, 0}, 1, core::DataType::Float32};
        return verify(outputs, {m_model.io.list("output"), {}}, ruleFor(workload, {}, {}));
    }

    tests::Artefact m_model{"resnet"};
    std::unique_ptr<Accelerator> m_cuda;
    TensorFile m_weights;
    TensorFile m_constants;
};

struct SilentClient final : VisitClient {
    void phase(const core::PhaseEvent&) override { }
    void round(const core::RoundEvent&) override { }
    void waitForGo(int) override { }
};

/// The eager program of a model, to be measured briefly.
core::VisitJob jobOf(const fs::path& model)
{
    core::VisitJob job;
    job.job = "device";
    job.threads = 1; // as compiled
    job.cuda.tf32Conv = false; // as the CPU computed what the outputs are compared with
    job.workload = {"resnet", {core::DeviceKind::Cuda, 0}, 1, core::DataType::Float32};
    job.policy.exactSamples = 10;
    job.policy.minRounds = 5;
    job.policy.warmup = 3;
    job.weightsFolder = model / "weights";
    job.graphFolder = model / "graph";
    job.variants.push_back({{core::Engine::Cpp, core::CompileMode::None}, "", ""});
    return job;
}

/// Writes where no memory is, after which a context is good for nothing.
core::Outcome outcomeOfAnIllegalAccess(Accelerator& device)
{
    const auto written = guarded([&] {
        auto nowhere = at::for_blob(reinterpret_cast<void*>(0x1000), {1})
                           .options(at::TensorOptions().dtype(at::kFloat).device(device.device()))
                           .target_device(device.device())
                           .make_tensor();
        nowhere.fill_(1);
        device.synchronise();
    });
    return written ? core::Outcome::Measured
                   : failureOf(written.error(), core::Outcome::Crashed, core::reasons::runError).outcome;
}

TEST_F(CudaTest, EagerEqualsTheCpuWithinTolerance)
{
    const auto result = judged(program(inputsOnDevice())->run());

    EXPECT_TRUE(result.isPassed) << result.reason.code << " " << result.relativeError;
}

TEST_F(CudaTest, AReplayedGraphEqualsEagerAndFollowsItsInputs)
{
    auto inputs = inputsOnDevice();
    std::vector<at::Tensor> buffers;
    for (const auto& input : inputs)
        buffers.push_back(input.clone());
    CapturedProgram captured(program(buffers), inputs, buffers, *m_cuda);
    const auto prepared = captured.prepare();
    ASSERT_TRUE(prepared) << prepared.failure().detail;

    const auto first = captured.run()[0].clone();
    inputs[0].mul_(0.5);
    const auto second = captured.run()[0].clone();
    const auto eager = program(inputs)->run()[0];

    EXPECT_GT(captured.keptBytes().value_or(0), 0u);
    EXPECT_TRUE(judged({first}).isPassed);
    EXPECT_TRUE(at::allclose(second, eager, 1e-3, 1e-3));
    EXPECT_FALSE(at::allclose(first, second, 1e-5, 1e-5));
}

TEST_F(CudaTest, WorkThatCannotBeRecordedFailsAndTheDeviceGoesOn)
{
    /// Waits for the device, which no recording allows.
    struct Waiting final : TorchProgram {
        explicit Waiting(at::Tensor input)
            : m_input(std::move(input))
        {
        }
        std::vector<at::Tensor> run() override { return {m_input.to(at::kCPU)}; }
        at::Tensor m_input;
    };
    auto inputs = inputsOnDevice();
    CapturedProgram captured(std::make_unique<Waiting>(inputs[0]), {}, inputs, *m_cuda);

    const auto prepared = captured.prepare();

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.failure().outcome, core::Outcome::CaptureFailed) << prepared.failure().detail;
    EXPECT_TRUE(judged(program(inputs)->run()).isPassed);
    CapturedProgram another(program(inputs), {}, inputs, *m_cuda);
    EXPECT_TRUE(another.prepare()) << "something else can be recorded";
}

TEST_F(CudaTest, TheDevicesClockNeverExceedsTheHosts)
{
    auto eager = program(inputsOnDevice());
    const core::SteadyClock watch;
    for (int i = 0; i < 20; ++i) {
        const auto begin = watch.now();
        m_cuda->begin();
        eager->run();
        m_cuda->end();
        m_cuda->synchronise();
        const auto host_s = core::seconds(watch.now() - begin);
        ASSERT_TRUE(m_cuda->elapsed_s());
        EXPECT_LE(*m_cuda->elapsed_s(), host_s);
        EXPECT_GT(*m_cuda->elapsed_s(), 0);
    }
}

TEST_F(CudaTest, ThePeakIsThatOfTheWork)
{
    constexpr std::int64_t bytes = 64 << 20;

    m_cuda->watchMemory();
    at::zeros({bytes}, at::TensorOptions().dtype(at::kByte).device(m_cuda->device()));
    const auto peak = m_cuda->memoryReached();

    ASSERT_TRUE(peak);
    EXPECT_GE(*peak, static_cast<std::uint64_t>(bytes));
    EXPECT_LT(*peak, static_cast<std::uint64_t>(bytes) + (4 << 20));
}

#if INFEROMETER_TEST_WITH_CUDA
TEST_F(CudaTest, AFractionOfTheMemoryIsAllThatIsTaken)
{
    namespace allocator = c10::cuda::CUDACachingAllocator;
    const auto total = static_cast<double>(cudaFacts().devices.at(0).memory_bytes);
    allocator::setMemoryFraction(0.05, 0);

    const auto tooMuch = guarded([&] {
        return at::empty({static_cast<std::int64_t>(0.06 * total)},
            at::TensorOptions().dtype(at::kByte).device(m_cuda->device()));
    });
    allocator::setMemoryFraction(1, 0);
    const auto enough = guarded(
        [&] { return at::empty({1 << 20}, at::TensorOptions().dtype(at::kByte).device(m_cuda->device())); });

    ASSERT_FALSE(tooMuch);
    const auto failure = failureOf(tooMuch.error(), core::Outcome::Crashed, core::reasons::runError);
    EXPECT_EQ(failure.outcome, core::Outcome::OutOfMemory);
    EXPECT_EQ(failure.reason.code, "device-memory");
    EXPECT_TRUE(enough) << "the device goes on after it";
}
#endif

TEST_F(CudaTest, AtWorkIsNeverLongerThanFromTheFirstToTheLastWork)
{
    auto eager = program(inputsOnDevice());
    for (int i = 0; i < 3; ++i)
        eager->run();
    m_cuda->synchronise();
    m_cuda->begin();
    eager->run();
    m_cuda->end();
    m_cuda->synchronise();
    const auto spanned_s = *m_cuda->elapsed_s();

    const auto busy_s = m_cuda->busy_s([&] { eager->run(); }, 1.0);

    ASSERT_TRUE(busy_s) << "submitting took longer than a second";
    EXPECT_GT(*busy_s, 0);
    EXPECT_LE(*busy_s, spanned_s * 1.2 + 1e-4);
}

TEST_F(CudaTest, TheDriversAccountIsOfThisDevice)
{
    const auto monitor = m_cuda->monitor();
    if (!monitor)
        GTEST_SKIP() << "NVML is missing or does not know this device.";

    const auto state = monitor->state();
    const auto processes = monitor->processes();

    EXPECT_TRUE(state.temperature_c) << "not told on a slice";
    EXPECT_GT(state.clock_mhz.value_or(101), 100);
    EXPECT_GE(processes.value_or(0), 0) << "0 in a container";
}

TEST_F(CudaTest, MemoryThatRunsOutIsRecognised)
{
    const auto huge = guarded([&] {
        return at::empty(
            {std::int64_t{1} << 46}, at::TensorOptions().dtype(at::kByte).device(m_cuda->device()));
    });

    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code, core::ErrorCode::OutOfMemory);
    EXPECT_EQ(failureOf(huge.error(), core::Outcome::Crashed, core::reasons::runError).reason.code,
        "device-memory");
}

TEST_F(CudaTest, AnIllegalAccessIsALostDeviceAndTheNextVisitIsMeasured)
{
    GTEST_FLAG_SET(death_test_style, "threadsafe"); // a process of its own: no context survives a fork
    EXPECT_EXIT(std::_Exit(outcomeOfAnIllegalAccess(*m_cuda) == core::Outcome::DeviceLost ? 0 : 1),
        testing::ExitedWithCode(0), "");
    SilentClient client;

    const auto end = runVisit(jobOf(m_model.folder), client, {.hasOwnProcess = false}, {});

    ASSERT_TRUE(std::holds_alternative<core::VisitResult>(end)) << std::get<core::VisitFailure>(end).detail;
    const auto& row = std::get<core::VisitResult>(end).variants.at(0);
    EXPECT_EQ(row.outcome, core::Outcome::Measured) << row.reason.code << row.detail;
}

TEST_F(CudaTest, ASecondDeviceComputesTheSame)
{
    if (cudaFacts().devices.size() < 2)
        GTEST_SKIP() << "Only one CUDA device.";
    auto second = openCuda(1, {});
    ASSERT_TRUE(second) << second.failure().detail;
    auto weights = TensorFile::read(m_model.folder / "weights" / "weights.safetensors", (*second)->device());
    ASSERT_TRUE(weights);
    const auto find = [&](const std::string& name, bool) { return weights->find(name); };
    auto built = GraphProgram::build(
        m_model.graph, find, {m_model.io.list("input")[0].to((*second)->device())}, (*second)->device());
    ASSERT_TRUE(built);

    EXPECT_TRUE(judged((*built)->run()).isPassed);
}

TEST(CudaFacts, SayWhyThereIsNoDevice)
{
    const auto facts = cudaFacts();

    EXPECT_EQ(facts.devices.empty(), !facts.whyNone.empty());
    for (const auto& device : facts.devices) {
        EXPECT_FALSE(device.name.empty());
        EXPECT_GT(device.memory_bytes, 0u);
        EXPECT_GT(device.capabilityMajor, 0);
    }
}

TEST(CudaFacts, ADeviceThatIsNotThereIsUnsupported)
{
    const auto opened = openCuda(99, {});

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.failure().outcome, core::Outcome::Unsupported);
}

/// Prepares and compiles for the device first, which takes a minute for each package.
class CudaPackageTest : public CudaTest {
protected:
    void SetUp() override
    {
        CudaTest::SetUp();
        const auto probe = std::string(TEST_PYTHON)
            + " -c 'import timm, safetensors; from transformers.masking_utils import "
              "is_torchdynamo_exporting'";
        if (!IsSkipped() && std::system(probe.c_str()) != 0)
            GTEST_SKIP() << "This Python lacks a Transformers near the locked one, timm or safetensors: it "
                            "cannot compile.";
    }

    fs::path made(const std::string& model) const
    {
        const auto command = std::string(TEST_PYTHON) + " -B " + TEST_MAKE_ARTEFACTS + " "
            + m_folder.path().string() + " cuda " + model;
        EXPECT_EQ(std::system(command.c_str()), 0);
        return m_folder.path() / (model + "-cuda");
    }

    tests::TemporaryFolder m_folder;
};

TEST_F(CudaPackageTest, PackagesEqualEagerAlsoWhenReplayed)
{
    const auto model = made("resnet");
    auto job = jobOf(model);
    job.cuda = {}; // the worker computed its outputs on the device, with PyTorch's choices
    for (const auto mode :
        {core::CompileMode::Default, core::CompileMode::ReduceOverhead, core::CompileMode::MaxAutotune})
        job.variants.push_back({{core::Engine::Cpp, mode},
            (model / ("package-" + std::string(core::toWord(mode)))).string(), ""});
    auto recorded = core::Variant{core::Engine::Cpp};
    recorded.cudaGraph = true;
    job.variants.push_back({recorded, "", ""});
    SilentClient client;

    const auto end = runVisit(job, client, {.hasOwnProcess = false}, {});

    ASSERT_TRUE(std::holds_alternative<core::VisitResult>(end)) << std::get<core::VisitFailure>(end).detail;
    for (const auto& row : std::get<core::VisitResult>(end).variants) {
        EXPECT_EQ(row.outcome, core::Outcome::Measured)
            << core::toText(row.variant) << row.reason.code << row.detail;
        ASSERT_TRUE(row.before && row.after);
        EXPECT_FALSE(row.rounds.at(0).device_s.empty());
        EXPECT_TRUE(row.deviceBusy_s) << core::toText(row.variant);
        const auto isReplayed = row.variant.cudaGraph || row.variant.mode == core::CompileMode::ReduceOverhead
            || row.variant.mode == core::CompileMode::MaxAutotune;
        EXPECT_EQ(row.graph_bytes.has_value(), isReplayed) << core::toText(row.variant);
        EXPECT_GT(row.peak_bytes.value_or(0), 0u) << core::toText(row.variant);
    }
}

/// Mask2Former's torch.tensor(...) is a constant of the host in its graph, and in its package beside a copy.
TEST_F(CudaPackageTest, APackageGetsConstantsWhereItExpectsThem)
{
    const auto model = made("mask2former");
    EXPECT_NE(tests::contentOf(model / "package-default" / "package.json").find("\"device\": \"cpu\""),
        std::string::npos);
    auto job = jobOf(model);
    job.variants.push_back(
        {{core::Engine::Cpp, core::CompileMode::Default}, (model / "package-default").string(), ""});
    SilentClient client;

    const auto end = runVisit(job, client, {.hasOwnProcess = false}, {});

    ASSERT_TRUE(std::holds_alternative<core::VisitResult>(end)) << std::get<core::VisitFailure>(end).detail;
    for (const auto& row : std::get<core::VisitResult>(end).variants)
        EXPECT_EQ(row.outcome, core::Outcome::Measured)
            << core::toText(row.variant) << row.reason.code << row.detail;
}

} // namespace
} // namespace inferometer::engine
