// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/candidate.h"
#include "core/engine/captured_program.h"
#include "core/engine/device_watch.h"
#include "core/engine/graph_program.h"
#include "core/engine/guarded.h"
#include "core/engine/package_program.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <map>

namespace inferometer::engine {

using core::CompileMode;
using core::DeviceKind;
using core::Layout;
using core::Outcome;
namespace reasons = core::reasons;

namespace {

/// As `module.to(memory_format=torch.channels_last)` does to weights and the worker to images.
at::Tensor inLayout(const at::Tensor& tensor, Layout layout)
{
    return layout == Layout::ChannelsLast && tensor.dim() == 4
        ? tensor.contiguous(at::MemoryFormat::ChannelsLast)
        : tensor;
}

/// Two modes of the same name differ: on CUDA these replay a recorded graph.
bool isCaptured(const core::Variant& variant)
{
    return variant.cudaGraph || variant.mode == CompileMode::ReduceOverhead
        || variant.mode == CompileMode::MaxAutotune;
}

class LocalCandidate final : public Candidate, private core::Program {
public:
    LocalCandidate(
        const core::VisitJob& job, const core::VariantJob& variant, VisitData& data, const core::Clock& clock)
        : m_job(job)
        , m_variant(variant)
        , m_data(data)
        , m_clock(clock)
        , m_subject(*this, m_clock)
    {
    }

    Attempt<double> load() override;
    Attempt<double> firstRun() override;
    Attempt<CandidateOutputs> outputs() override;
    Attempt<std::optional<std::uint64_t>> peakBytes() override;
    void watchMemory() override
    {
        (void)guarded(
            [this] { m_data.accelerator->watchMemory(); }); // a lost device fails the step that follows
    }
    std::optional<std::uint64_t> memoryReached() const override
    {
        const auto reached = guarded([this] { return m_data.accelerator->memoryReached(); });
        return reached ? *reached : std::nullopt;
    }
    core::Subject& subject() override { return m_subject; }
    std::optional<double> deviceBusy_s(double mean_s) override;
    std::optional<std::uint64_t> graphBytes() const override { return m_program->keptBytes(); }
    Failure failureOfBlock(const core::Error& error) const override
    {
        return failureOf(error, Outcome::Crashed, reasons::runError);
    }

private:
    core::Result<void> runAndRelease() override;
    std::optional<double> lastDevice_s() override { return m_data.accelerator->elapsed_s(); }

    Attempt<void> checkSupported() const;
    Attempt<std::unique_ptr<TorchProgram>> makeProgram(std::vector<at::Tensor> inputs, bool isForCapture);
    Attempt<std::unique_ptr<TorchProgram>> makeGraphProgram(std::vector<at::Tensor> inputs);
    std::vector<at::Tensor> ownInputs() const;
    bool isOnCuda() const { return m_job.workload.device.kind == DeviceKind::Cuda; }

    const core::VisitJob& m_job;
    const core::VariantJob& m_variant;
    VisitData& m_data;
    const core::Clock& m_clock;
    core::TimedProgram m_subject;
    std::map<std::string, at::Tensor> m_ownConstants; ///< where the shared ones do not fit
    std::unique_ptr<TorchProgram> m_program;
    std::optional<std::uint64_t> m_recording_bytes; ///< taken while it was recorded
};

Attempt<double> LocalCandidate::load()
{
    if (auto supported = checkSupported(); !supported)
        return supported.failure();
    const auto begin = m_clock.now();
    auto loaded = guarded([this]() -> Attempt<std::unique_ptr<TorchProgram>> {
        const c10::InferenceMode noGradients;
        auto inputs = ownInputs();
        if (!isOnCuda() || !isCaptured(m_variant.variant))
            return makeProgram(std::move(inputs), false);
        std::vector<at::Tensor> buffers;
        for (const auto& input : inputs)
            buffers.push_back(input.clone());
        auto inner = makeProgram(buffers, true);
        if (!inner)
            return inner.failure();
        if (m_job.cuda.staticInputs)
            inputs.clear();
        return std::unique_ptr<TorchProgram>(std::make_unique<CapturedProgram>(
            *std::move(inner), std::move(inputs), std::move(buffers), *m_data.accelerator));
    });
    if (!loaded)
        return engine::failureOf(loaded.error(), Outcome::LoadFailed, reasons::loadError);
    if (!*loaded)
        return loaded->failure();
    m_program = **std::move(loaded);
    return core::seconds(m_clock.now() - begin);
}

Attempt<void> LocalCandidate::checkSupported() const
{
    const auto& variant = m_variant.variant;
    if (!isOnCuda() && variant.cudaGraph)
        return failure(Outcome::Unsupported, reasons::cudaGraphNeedsCuda);
    if (!isOnCuda() && variant.mode == CompileMode::ReduceOverhead)
        return failure(Outcome::Unsupported, reasons::modeNeedsCuda, {std::string(toWord(variant.mode))});
    if (variant.frozen && variant.mode == CompileMode::None)
        return failure(Outcome::Unsupported, reasons::frozenNeedsCompile);
    return {};
}

std::vector<at::Tensor> LocalCandidate::ownInputs() const
{
    std::vector<at::Tensor> inputs;
    for (const auto& input : m_data.inputs) {
        auto arranged = input.is_floating_point() ? inLayout(input, m_variant.variant.layout) : input;
        inputs.push_back(m_data.writesInputs ? arranged.clone() : arranged);
    }
    return inputs;
}

Attempt<std::unique_ptr<TorchProgram>> LocalCandidate::makeProgram(
    std::vector<at::Tensor> inputs, bool isForCapture)
{
    if (m_variant.variant.mode == CompileMode::None)
        return makeGraphProgram(std::move(inputs));
    auto host = thisHost();
    host.threads = m_job.threads;
    host.device = toWord(m_job.workload.device.kind);
    host.capability = m_data.accelerator->capability();
    auto program = PackageProgram::load({.folder = m_variant.packageFolder,
        .host = std::move(host),
        .device = m_data.accelerator->device(),
        .weights = &m_data.weights,
        .graphConstants = &m_data.graphConstants,
        .inputs = std::move(inputs),
        .ownsConstants = m_data.writesWeights,
        .isForCapture = isForCapture});
    if (!program)
        return program.failure();
    return std::unique_ptr<TorchProgram>(*std::move(program));
}

Attempt<std::unique_ptr<TorchProgram>> LocalCandidate::makeGraphProgram(std::vector<at::Tensor> inputs)
{
    const auto find = [this](const std::string& name, bool isWeight) -> const at::Tensor* {
        const auto* shared = (isWeight ? m_data.weights : m_data.graphConstants).find(name);
        if (shared == nullptr)
            return nullptr;
        auto arranged = isWeight ? inLayout(*shared, m_variant.variant.layout) : *shared;
        if (!m_data.writesWeights && arranged.is_same(*shared))
            return shared;
        if (m_data.writesWeights)
            arranged = arranged.clone();
        return &m_ownConstants.try_emplace((isWeight ? "w." : "c.") + name, std::move(arranged))
                    .first->second;
    };
    auto program = GraphProgram::build(m_data.graph, find, std::move(inputs), m_data.accelerator->device());
    m_ownConstants.clear(); // the program holds them now
    if (!program)
        return program.failure();
    return std::unique_ptr<TorchProgram>(*std::move(program));
}

Attempt<double> LocalCandidate::firstRun()
{
    const auto begin = m_clock.now();
    if (auto prepared = m_program->prepare(); !prepared)
        return prepared.failure();
    if (m_program->keptBytes())
        m_recording_bytes = memoryReached();
    if (const auto ran = runAndRelease(); !ran)
        return failureOfBlock(ran.error());
    return core::seconds(m_clock.now() - begin);
}

Attempt<CandidateOutputs> LocalCandidate::outputs()
{
    auto outputs = guarded([this] {
        const c10::InferenceMode noGradients;
        CandidateOutputs found;
        for (const auto& tensor : m_program->run())
            found.tensors.push_back(tensor.to(at::kCPU, tensor.scalar_type(), false, isOnCuda()));
        m_data.accelerator->synchronise();
        found.areInputsUnchanged = m_data.currentHash() == m_data.hash;
        return found;
    });
    if (!outputs)
        return failureOfBlock(outputs.error());
    return *std::move(outputs);
}

Attempt<std::optional<std::uint64_t>> LocalCandidate::peakBytes()
{
    auto peak = guarded([this] {
        m_data.accelerator->watchMemory();
        {
            const auto outputs = m_program->run();
            m_data.accelerator->synchronise();
        }
        return m_data.accelerator->memoryReached();
    });
    if (!peak)
        return failureOfBlock(peak.error());
    // A replay takes no memory: what it works in was taken when it was recorded.
    return std::max(*peak, m_recording_bytes);
}

std::optional<double> LocalCandidate::deviceBusy_s(double mean_s)
{
    return typicalBusy_s(mean_s, [this](double hold_s) {
        const auto once =
            guarded([&] { return m_data.accelerator->busy_s([this] { (void)m_program->run(); }, hold_s); });
        return once ? *once : std::nullopt;
    });
}

core::Result<void> LocalCandidate::runAndRelease()
{
    return guarded([this] {
        auto& accelerator = *m_data.accelerator;
        accelerator.begin();
        {
            const auto outputs = m_program->run();
            accelerator.end();
        }
        accelerator.synchronise();
    });
}

} // namespace

std::unique_ptr<Candidate> makeLocalCandidate(
    const core::VisitJob& job, const core::VariantJob& variant, VisitData& data, const core::Clock& clock)
{
    return std::make_unique<LocalCandidate>(job, variant, data, clock);
}

} // namespace inferometer::engine
