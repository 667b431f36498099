// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/visit.h"

#include "core/base/numbers.h"
#include "core/engine/conditions.h"
#include "core/engine/device_watch.h"
#include "core/engine/entrant.h"
#include "core/engine/guarded.h"
#include "core/engine/host_memory.h"
#include "core/engine/rounds.h"
#include "core/engine/verification.h"
#include "core/protocol/device_summary.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>

namespace inferometer::engine {

using core::Outcome;
using core::Phase;
namespace reasons = core::reasons;

namespace {

core::Note note(const reasons::Reason& reason)
{
    return {std::string(reason.code), {}};
}

/// Torch starts its threads with the first operator that is large enough for all of them. They are to exist
/// before memory is limited: one that meets the limit while it starts ends the process.
void startThreads(int count)
{
    constexpr std::int64_t share = 65536; // twice the grain size of element-wise operators
    at::zeros({share * count}).add_(1);
}

at::ScalarType elementType(core::DataType type)
{
    switch (type) {
    case core::DataType::Float32:
        return at::kFloat;
    case core::DataType::Float16:
        return at::kHalf;
    case core::DataType::BFloat16:
        return at::kBFloat16;
    }
    return at::kFloat;
}

/// The first convolution and the first matrix product of a process start the libraries behind them. Whoever
/// came first would pay for that in its first inference, and the others not.
void startLibraries(const at::Device& device, core::DataType type)
{
    const c10::InferenceMode noGradients;
    const auto options = at::TensorOptions().device(device).dtype(elementType(type));
    const auto matrix = at::ones({16, 16}, options);
    (void)at::mm(matrix, matrix);
    (void)at::conv2d(at::ones({1, 3, 16, 16}, options), at::ones({8, 3, 3, 3}, options));
}

class Visit {
public:
    Visit(const core::VisitJob& job, VisitClient& client, const VisitOptions& options,
        const Surroundings& surroundings, std::stop_token stop)
        : m_job(job)
        , m_client(client)
        , m_options(options)
        , m_surroundings(surroundings)
        , m_stop(std::move(stop))
    {
    }

    core::RunnerEvent run();

private:
    void prepareProcess();
    void limitMemory();
    void makeEntrants();
    void makeCandidate(Entrant& entrant);
    /// Runs a step for every entrant that is still in; one that fails it is out.
    template <typename Step> void forEach(Phase phase, const Step& step);
    /// Who cost this process its device, if somebody did.
    const Entrant* loserOfDevice() const;
    Attempt<core::Verification> check(Entrant& entrant);
    Attempt<void> restoreData();
    void verifyBefore();
    void verifyAfter();
    void measureMemory();
    /// True: each variant is to be measured in a process of its own.
    bool needTooMuchTogether();
    void observeDevice();
    void lookForOthers();
    core::RunnerEvent result();

    const core::VisitJob& m_job;
    VisitClient& m_client;
    VisitOptions m_options;
    const Surroundings& m_surroundings;
    std::stop_token m_stop;
    VisitData m_data;
    std::unique_ptr<core::DeviceMonitor> m_monitor; ///< null on a CPU
    std::vector<Entrant> m_entrants; ///< in the order of the job; candidates go before the data
    core::VisitResult m_result;
    std::optional<std::uint64_t> m_shareOfMemory;
};

core::RunnerEvent Visit::run()
{
    announce(m_client, Phase::Load);
    prepareProcess();
    auto data = loadVisitData(m_job, m_surroundings.open);
    if (!data)
        return core::VisitFailure{data.failure().outcome, data.failure().reason, data.failure().detail, {}};
    m_data = *std::move(data);
    m_monitor = m_data.accelerator->monitor();
    lookForOthers();
    // Where it fails, so does a step of the variants, which says why.
    (void)guarded([this] {
        startLibraries(m_data.accelerator->device(), m_job.workload.dtype);
        m_data.accelerator->synchronise();
    });
    makeEntrants();

    forEach(Phase::Load, [](Entrant& entrant) -> Attempt<void> {
        auto load_s = entrant.candidate->load();
        if (!load_s)
            return load_s.failure();
        entrant.result.load_s = *load_s;
        entrant.result.versions = entrant.candidate->versions();
        return {};
    });
    forEach(Phase::FirstRun, [](Entrant& entrant) -> Attempt<void> {
        auto first_s = entrant.candidate->firstRun();
        if (!first_s)
            return first_s.failure();
        entrant.result.firstRun_s = *first_s;
        entrant.result.warnings = entrant.candidate->notes();
        return {};
    });
    verifyBefore();
    measureMemory();
    if (loserOfDevice() || needTooMuchTogether())
        return result();
    Rounds rounds(m_job, m_client, m_entrants, m_monitor.get(), m_stop, m_surroundings);
    rounds.measure(m_result);
    if (rounds.voidedBecause())
        return core::VisitFailure{
            Outcome::NotRun, *rounds.voidedBecause(), "The machine was suspended meanwhile.", {}};
    if (loserOfDevice())
        return result();
    observeDevice();
    lookForOthers();
    verifyAfter();
    return result();
}

void Visit::prepareProcess()
{
    applyAllocator(m_job.allocator);
    at::set_num_threads(m_job.threads);
    startThreads(m_job.threads);
    if (m_options.hasOwnProcess)
        limitMemory();
}

/// Runner and peers hold a model each: they share what the visit may use.
void Visit::limitMemory()
{
    if (!m_job.memoryLimit_bytes)
        return;
    const auto peers = std::ranges::count_if(
        m_job.variants, [](const auto& variant) { return variant.variant.engine == core::Engine::Python; });
    m_shareOfMemory = *m_job.memoryLimit_bytes / (1 + static_cast<std::uint64_t>(peers));
    limitFurtherData(*m_shareOfMemory);
}

void Visit::makeEntrants()
{
    for (const auto& variant : m_job.variants) {
        auto& entrant = m_entrants.emplace_back();
        entrant.job = &variant;
        entrant.result.variant = variant.variant;
        makeCandidate(entrant);
    }
}

void Visit::makeCandidate(Entrant& entrant)
{
    if (entrant.job->variant.engine == core::Engine::Cpp)
        entrant.candidate = makeLocalCandidate(m_job, *entrant.job, m_data, m_surroundings.clock);
    else if (m_options.hasOwnProcess)
        entrant.candidate =
            makePeerCandidate(m_job, *entrant.job, m_shareOfMemory, m_surroundings.systemRoot);
    else
        entrant.fail(failure(Outcome::Unsupported, reasons::pythonNotHere));
}

template <typename Step> void Visit::forEach(Phase phase, const Step& step)
{
    for (auto& entrant : m_entrants) {
        if (!entrant.candidate || m_stop.stop_requested())
            continue;
        if (loserOfDevice())
            return;
        announce(m_client, phase, &entrant);
        entrant.candidate->watchMemory();
        const auto done = step(entrant);
        if (done)
            continue;
        if (done.failure().outcome == Outcome::OutOfMemory)
            entrant.result.peak_bytes = entrant.candidate->memoryReached();
        entrant.fail(done.failure());
    }
}

const Entrant* Visit::loserOfDevice() const
{
    const auto found = std::ranges::find_if(m_entrants, &Entrant::hasLostDevice);
    return found == m_entrants.end() ? nullptr : &*found;
}

/// Weights and inputs as they were loaded.
Attempt<void> Visit::restoreData()
{
    auto restored = guarded([this]() -> Attempt<void> {
        if (m_data.currentHash() == m_data.hash)
            return {};
        return m_data.restore(m_job);
    });
    if (!restored)
        return failureOf(restored.error(), Outcome::Crashed, reasons::runError);
    return *std::move(restored);
}

Attempt<core::Verification> Visit::check(Entrant& entrant)
{
    // Whoever ran before, for the first time or timed, may have changed them: that is not this one's doing.
    if (auto restored = restoreData(); !restored)
        return restored.failure();
    auto outputs = entrant.candidate->outputs();
    if (!outputs)
        return outputs.failure();
    auto verdict = guarded([&] {
        return verify(outputs->tensors, m_data.reference,
            ruleFor(m_job.workload, entrant.job->variant, m_data.reference));
    });
    if (!verdict)
        return failureOf(verdict.error(), Outcome::WrongOutput, reasons::runError);
    if (outputs->areInputsUnchanged)
        return *std::move(verdict);
    if (auto restored = restoreData(); !restored)
        return restored.failure();
    // Not timed: it would spoil the outputs of the others.
    return failure(Outcome::LoadFailed, reasons::changedItsInputs);
}

void Visit::verifyBefore()
{
    forEach(Phase::Verify, [this](Entrant& entrant) -> Attempt<void> {
        auto checked = check(entrant);
        if (!checked)
            return checked.failure();
        entrant.result.outcome = checked->isPassed ? Outcome::NotRun : Outcome::WrongOutput;
        entrant.result.reason = checked->reason;
        entrant.result.before = *std::move(checked);
        return {};
    });
}

void Visit::verifyAfter()
{
    forEach(Phase::Verify, [this](Entrant& entrant) -> Attempt<void> {
        auto checked = check(entrant);
        if (!checked)
            return checked.failure();
        if (!checked->isPassed && entrant.result.outcome == Outcome::Measured) {
            entrant.result.outcome = Outcome::WrongOutput;
            entrant.result.reason = checked->reason;
        }
        entrant.result.after = *std::move(checked);
        entrant.result.counters = entrant.candidate->counters();
        for (auto& doubt : doubtsAbout(entrant.result.counters))
            entrant.result.warnings.push_back(std::move(doubt));
        return {};
    });
}

void Visit::measureMemory()
{
    forEach(Phase::Memory, [](Entrant& entrant) -> Attempt<void> {
        const auto peak = entrant.candidate->peakBytes();
        if (!peak)
            return peak.failure();
        entrant.result.peak_bytes = *peak;
        if (!*peak)
            entrant.result.warnings.push_back(note(reasons::memoryPeakUnknown));
        return {};
    });
}

bool Visit::needTooMuchTogether()
{
    const auto weights = m_data.weights.bytes(); // held by this process and by each peer
    auto together = weights;
    std::vector<Entrant*> open;
    for (auto& entrant : m_entrants) {
        if (!entrant.candidate)
            continue;
        together += entrant.result.peak_bytes.value_or(0);
        if (entrant.job->variant.engine == core::Engine::Python)
            together += weights;
        open.push_back(&entrant);
    }
    if (!m_options.hasOwnProcess || !m_job.memoryLimit_bytes || open.size() < 2
        || isSafeTogether(together, *m_job.memoryLimit_bytes))
        return false;
    for (auto* entrant : open) {
        entrant->fail(failure(Outcome::NotRun, reasons::peaksTooLarge,
            {core::bytesText(together), core::bytesText(*m_job.memoryLimit_bytes)}));
    }
    return true;
}

/// Apart from the samples. A failure here is none of the row: the check that follows sees whether the device
/// works.
void Visit::observeDevice()
{
    if (m_job.workload.device.kind == core::DeviceKind::Cpu)
        return;
    for (auto& entrant : m_entrants) {
        const auto mean_s = core::hostMean_s(entrant.result);
        if (!entrant.candidate || !mean_s || m_stop.stop_requested())
            continue;
        announce(m_client, Phase::Measure, &entrant, energyBlock_s);
        entrant.result.deviceBusy_s = entrant.candidate->deviceBusy_s(*mean_s);
        entrant.result.graph_bytes = entrant.candidate->graphBytes();
        if (m_monitor && m_job.policy.preset != core::Preset::Quick)
            entrant.result.energy_j = energyPerRun_j(entrant.candidate->subject(), *m_monitor, *mean_s);
    }
}

void Visit::lookForOthers()
{
    const auto peers = std::ranges::count_if(m_entrants, [](const Entrant& entrant) {
        return entrant.candidate && entrant.job->variant.engine == core::Engine::Python;
    });
    const auto shared = m_monitor ? sharedNote(*m_monitor, 1 + static_cast<int>(peers)) : std::nullopt;
    if (!shared)
        return;
    // Asked before and after: the greater number stands.
    const auto known = std::ranges::find(m_result.warnings, shared->code, &core::Note::code);
    if (known == m_result.warnings.end())
        m_result.warnings.push_back(*shared);
    else if (core::integerFrom(known->args.front()) < core::integerFrom(shared->args.front()))
        *known = *shared;
}

/// Where the device is lost, the others are innocent: they are measured in another process.
core::RunnerEvent Visit::result()
{
    if (const auto* loser = loserOfDevice())
        return core::VisitFailure{
            loser->result.outcome, loser->result.reason, loser->result.detail, loser->job->variant};
    for (auto& entrant : m_entrants) {
        const auto isUntimed = entrant.result.outcome == Outcome::NotRun || isTimed(entrant.result.outcome);
        if (m_stop.stop_requested() && isUntimed && entrant.result.rounds.empty()) {
            entrant.result.outcome = Outcome::Cancelled;
            entrant.result.reason = note(reasons::cancelled);
        }
        if (m_data.writesWeights || m_data.writesInputs)
            entrant.result.warnings.push_back(note(reasons::copiesItsInputs));
        m_result.variants.push_back(std::move(entrant.result));
    }
    m_result.conditions = foundConditions();
    m_result.conditions.deviceName = m_data.accelerator->name();
    m_result.conditions.allocator = toWord(m_job.allocator);
    if (m_job.workload.device.kind == core::DeviceKind::Cuda)
        m_result.conditions.versions.merge(conditionsOf(m_job.cuda));
    const auto doubts = doubtsAbout(m_result.conditions, m_job.threads);
    m_result.warnings.insert(m_result.warnings.end(), doubts.begin(), doubts.end());
    return std::move(m_result);
}

} // namespace

core::RunnerEvent runVisit(const core::VisitJob& job, VisitClient& client, const VisitOptions& options,
    std::stop_token stop, const Surroundings& surroundings)
{
    auto ended = guarded([&] { return Visit(job, client, options, surroundings, std::move(stop)).run(); });
    if (ended)
        return *std::move(ended);
    const auto failed = failureOf(ended.error(), Outcome::Crashed, reasons::runError);
    return core::VisitFailure{failed.outcome, failed.reason, failed.detail, {}};
}

} // namespace inferometer::engine
