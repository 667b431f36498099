// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/captured_program.h"
#include "core/engine/visit.h"
#include "tests/engine/artefacts.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>

#include <gtest/gtest.h>

#include <c10/util/Exception.h>

namespace inferometer::engine {
namespace {

/// What happens to a scripted device, and what it does when.
struct Script {
    std::vector<std::string> steps; ///< of graphs
    std::string endFails; ///< what `end` throws
    std::string replayFails; ///< what every replay throws, and after the first one everything else
    int replaysBefore = 0; ///< that do not fail
    bool recordsOtherwise = false; ///< what is recorded is not what runs
    std::function<void()> onReplay; ///< the recorded work, done again
    std::uint64_t reserved_bytes = 1 << 20;
    std::uint64_t peak_bytes = 0; ///< of whatever is watched
    std::uint64_t reached_bytes = 0;
    int replays = 0;
    bool isLost = false;
};

class ScriptedGraph final : public DeviceGraph {
public:
    explicit ScriptedGraph(Script& script)
        : m_script(script)
    {
        m_script.steps.emplace_back("new");
    }
    void begin() override
    {
        m_script.steps.emplace_back("begin");
        at::autocast::set_autocast_enabled(at::kCPU, m_script.recordsOtherwise);
    }
    void end() override
    {
        m_script.steps.emplace_back("end");
        at::autocast::set_autocast_enabled(at::kCPU, false);
        TORCH_CHECK(m_script.endFails.empty(), m_script.endFails);
        m_script.reserved_bytes += 4096;
        m_script.reached_bytes = 2048;
    }
    void abandon() noexcept override { m_script.steps.emplace_back("abandon"); }
    void replay() override
    {
        const bool fails = !m_script.replayFails.empty() && m_script.replays++ >= m_script.replaysBefore;
        m_script.isLost = m_script.isLost || fails;
        TORCH_CHECK(!fails, m_script.replayFails);
        if (m_script.onReplay)
            m_script.onReplay();
    }
    std::uint64_t reserved_bytes() const override { return m_script.reserved_bytes; }

private:
    Script& m_script;
};

/// A device that computes on the CPU and otherwise does what its script says.
class ScriptedAccelerator final : public Accelerator {
public:
    explicit ScriptedAccelerator(Script& script)
        : m_script(script)
    {
    }
    at::Device device() const override { return at::kCPU; }
    std::string name() const override { return "scripted"; }
    std::string capability() const override { return "90"; }
    void synchronise() override { TORCH_CHECK(!m_script.isLost, m_script.replayFails); }
    void begin() override { }
    void end() override { }
    std::optional<double> elapsed_s() override { return std::nullopt; }
    void watchMemory() override { m_script.reached_bytes = m_script.peak_bytes; }
    std::optional<std::uint64_t> memoryReached() override { return m_script.reached_bytes; }
    std::unique_ptr<DeviceGraph> newGraph() override { return std::make_unique<ScriptedGraph>(m_script); }

    std::optional<double> busy_s(const std::function<void()>& submit, double) override
    {
        submit();
        return 1e-9;
    }
    std::unique_ptr<core::DeviceMonitor> monitor() const override { return std::make_unique<Monitor>(); }

private:
    struct Monitor final : core::DeviceMonitor {
        core::DeviceState state() override { return {1410, 1215, 60, 250, {"power-cap"}}; }
        std::optional<double> energy_j() override { return total_j += 500; }
        std::optional<int> processes() override { return 2; }
        double total_j = 0;
    };

    Script& m_script;
};

/// Doubles its buffer into an output that stays where it is.
class Doubling final : public TorchProgram {
public:
    Doubling(at::Tensor buffer, Script& script)
        : m_script(script)
        , m_buffer(std::move(buffer))
        , m_output(at::empty_like(m_buffer))
    {
        m_script.onReplay = [this] { m_output.copy_(m_buffer * 2); };
    }
    std::vector<at::Tensor> run() override
    {
        m_script.steps.emplace_back("work");
        const bool fails = !failsWhileRecording.empty() && m_script.steps.rbegin()[1] == "begin";
        TORCH_CHECK(!fails, failsWhileRecording);
        m_script.onReplay();
        return {m_output};
    }

    std::string failsWhileRecording;

private:
    Script& m_script;
    at::Tensor m_buffer;
    at::Tensor m_output;
};

struct Captured {
    Captured()
        : doubling(std::make_unique<Doubling>(buffer, script))
        , inner(*doubling)
        , program(std::move(doubling), {input}, {buffer}, accelerator)
    {
    }

    using Steps = std::vector<std::string>;

    Script script;
    ScriptedAccelerator accelerator{script};
    at::Tensor input = at::ones({3});
    at::Tensor buffer = at::zeros({3});
    std::unique_ptr<Doubling> doubling;
    Doubling& inner;
    CapturedProgram program;
};

TEST(CapturedProgram, WarmsUpBesideAndRecordsOnce)
{
    Captured captured;

    ASSERT_TRUE(captured.program.prepare());

    EXPECT_EQ(captured.script.steps, (Captured::Steps{"new", "work", "work", "work", "begin", "work", "end"}))
        << "three times, as torch.cuda.make_graphed_callables";
}

TEST(CapturedProgram, ReplaysWithTheInputsOfEachRun)
{
    Captured captured;
    ASSERT_TRUE(captured.program.prepare());
    const auto prepared = captured.script.steps.size();

    const auto first = captured.program.run()[0].clone();
    captured.input.fill_(5);
    const auto second = captured.program.run()[0].clone();

    EXPECT_TRUE(at::equal(first, at::full({3}, 2.f)));
    EXPECT_TRUE(at::equal(second, at::full({3}, 10.f)));
    EXPECT_EQ(captured.script.steps.size(), prepared) << "it was replayed, not run";
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
    Script script;
    ScriptedAccelerator accelerator(script);
    const auto buffer = at::ones({3});
    CapturedProgram program(std::make_unique<Doubling>(buffer, script), {}, {buffer}, accelerator);
    ASSERT_TRUE(program.prepare());

    buffer.fill_(7);

    EXPECT_TRUE(at::equal(program.run()[0], at::full({3}, 14.f)));
}

TEST(CapturedProgram, AFailedRecordingIsAbandonedAndNeverARunWithoutOne)
{
    constexpr const char* text = "CUDA error: operation not permitted when stream is capturing";
    for (const bool isFoundAtTheEnd : {false, true}) {
        Captured captured;
        (isFoundAtTheEnd ? captured.script.endFails : captured.inner.failsWhileRecording) = text;

        const auto prepared = captured.program.prepare();

        ASSERT_FALSE(prepared);
        EXPECT_EQ(prepared.failure().outcome, core::Outcome::CaptureFailed);
        EXPECT_EQ(prepared.failure().reason.code, "capture-error");
        EXPECT_NE(prepared.failure().detail.find("not permitted"), std::string::npos);
        EXPECT_EQ(captured.script.steps.back(), "abandon") << "or the device would stay in the recording";
        EXPECT_FALSE(captured.program.keptBytes());
        EXPECT_THROW(captured.program.run(), c10::Error);
    }
}

TEST(CapturedProgram, MemoryThatRunsOutWhileRecordingIsSaidAsThat)
{
    Captured captured;
    captured.inner.failsWhileRecording = "CUDA out of memory. Tried to allocate 2.00 GiB.";

    const auto prepared = captured.program.prepare();

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.failure().outcome, core::Outcome::OutOfMemory);
    EXPECT_EQ(prepared.failure().reason.code, "device-memory");
}

/// A visit of a CUDA device, all but the device: the scripted one computes on the CPU.
class DeviceVisitTest : public testing::Test {
protected:
    DeviceVisitTest() { m_recorded.cudaGraph = true; }

    core::RunnerEvent run()
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
        job.variants = {{core::Variant{core::Engine::Cpp}, "", ""}, {m_recorded, "", ""}};
        job.memoryLimit_bytes = m_limit_bytes;
        const auto open = [&](const core::Device&, const core::CudaChoices&) {
            return Attempt<std::unique_ptr<Accelerator>>(std::make_unique<ScriptedAccelerator>(m_script));
        };
        return runVisit(job, m_client, {.hasOwnProcess = m_limit_bytes.has_value()}, {}, {.open = open});
    }

    core::VisitResult measure()
    {
        const auto end = run();
        EXPECT_TRUE(std::holds_alternative<core::VisitResult>(end));
        return std::get<core::VisitResult>(end);
    }

    static long count(const std::vector<core::Note>& notes, const std::string& code)
    {
        return std::count_if(
            notes.begin(), notes.end(), [&](const core::Note& note) { return note.code == code; });
    }

    Script m_script;
    core::Variant m_recorded{core::Engine::Cpp};
    std::optional<std::uint64_t> m_limit_bytes;

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
        EXPECT_EQ(count(row.warnings, "device-slowed"), 1);
    }
    EXPECT_FALSE(result.variants[0].graph_bytes);
    EXPECT_EQ(result.variants[1].graph_bytes, 4096u);
    EXPECT_EQ(count(result.warnings, "device-shared"), 1) << "seen before and after, said once";
    EXPECT_EQ(result.conditions.versions.at("tf32_conv"), "true");
}

TEST_F(DeviceVisitTest, TheMemoryOfAReplayIsThatOfItsRecording)
{
    const auto result = measure();

    EXPECT_EQ(result.variants[0].peak_bytes, 0u);
    EXPECT_EQ(result.variants[1].peak_bytes, 2048u) << "a replay itself takes none";
}

TEST_F(DeviceVisitTest, WeightsCountAmongWhatVariantsNeedTogether)
{
    m_limit_bytes = 1ull << 40;
    const auto half = *m_limit_bytes * 7 / 20; // of what two variants may need
    for (const bool fits : {true, false}) {
        m_script = Script();
        m_script.peak_bytes = half - (fits ? 1u << 30 : 8); // the weights have more than 16 bytes

        const auto result = measure();

        ASSERT_EQ(result.variants.size(), 2u);
        for (const auto& row : result.variants) {
            EXPECT_EQ(row.outcome, fits ? core::Outcome::Measured : core::Outcome::NotRun);
            EXPECT_EQ(row.reason.code, fits ? "" : "peaks-too-large");
        }
    }
}

TEST_F(DeviceVisitTest, ACaptureThatFailsCostsItsOwnRowOnly)
{
    m_script.endFails = "CUDA error: operation not permitted when stream is capturing";

    const auto result = measure();

    EXPECT_EQ(result.variants[0].outcome, core::Outcome::Measured);
    EXPECT_EQ(result.variants[1].outcome, core::Outcome::CaptureFailed);
    EXPECT_EQ(result.variants[1].reason.code, "capture-error");
    EXPECT_TRUE(result.variants[1].rounds.empty());
}

TEST_F(DeviceVisitTest, AReplayThatGivesSomethingElseIsWrong)
{
    m_script.recordsOtherwise = true;

    const auto result = measure();

    EXPECT_EQ(result.variants[0].outcome, core::Outcome::Measured);
    EXPECT_EQ(result.variants[1].outcome, core::Outcome::WrongOutput);
}

/// Whatever else would be run in this process would fail as well, and be blamed.
TEST_F(DeviceVisitTest, AnErrorThatStaysWithTheProcessEndsItAndNamesItsVariant)
{
    for (const int replaysBefore : {0, 1, 4}) {
        m_script = Script();
        m_script.replayFails = "CUDA error: an illegal memory access was encountered";
        m_script.replaysBefore = replaysBefore;

        const auto end = run();

        ASSERT_TRUE(std::holds_alternative<core::VisitFailure>(end)) << replaysBefore;
        const auto& failure = std::get<core::VisitFailure>(end);
        EXPECT_EQ(failure.outcome, core::Outcome::DeviceLost);
        EXPECT_EQ(failure.reason.code, "device-error");
        EXPECT_EQ(failure.variant, m_recorded);
    }
}

} // namespace
} // namespace inferometer::engine
