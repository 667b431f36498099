// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/json.h"

/// The keys of what the core's messages and records are made of.
namespace inferometer::core {

template <> struct Fields<Note> {
    static constexpr auto all = std::tuple{
        Field{"code", &Note::code, Presence::Required},
        Field{"args", &Note::args},
    };
};

template <> struct Fields<Workload> {
    static constexpr auto all = std::tuple{
        Field{"model", &Workload::model, Presence::Required},
        Field{"device", &Workload::device, Presence::Required},
        Field{"batch", &Workload::batch, Presence::Required},
        Field{"dtype", &Workload::dtype, Presence::Required},
    };
};

template <> struct Fields<Variant> {
    static constexpr auto all = std::tuple{
        Field{"engine", &Variant::engine, Presence::Required},
        Field{"mode", &Variant::mode, Presence::Required},
        Field{"frozen", &Variant::frozen},
        Field{"layout", &Variant::layout},
        Field{"repetition", &Variant::repetition},
        Field{"cuda_graph", &Variant::cudaGraph},
    };
};

template <> struct Fields<Visit> {
    static constexpr auto all = std::tuple{
        Field{"id", &Visit::id, Presence::Required},
        Field{"workload", &Visit::workload, Presence::Required},
        Field{"variants", &Visit::variants, Presence::Required},
        Field{"repetition", &Visit::repetition},
    };
};

template <> struct Fields<Policy> {
    static constexpr auto all = std::tuple{
        Field{"preset", &Policy::preset, Presence::Required},
        Field{"order", &Policy::order},
        Field{"exact_samples", &Policy::exactSamples},
        Field{"min_samples", &Policy::minSamples},
        Field{"min_rounds", &Policy::minRounds},
        Field{"min_time_s", &Policy::minTime_s},
        Field{"max_time_s", &Policy::maxTime_s},
        Field{"target_half_width_percent", &Policy::targetHalfWidth_percent},
        Field{"sample_room", &Policy::sampleRoom},
        Field{"min_block", &Policy::minBlock},
        Field{"warmup", &Policy::warmup},
        Field{"max_warmup_s", &Policy::maxWarmup_s},
        Field{"cooldown_s", &Policy::cooldown_s},
        Field{"cool_to_c", &Policy::coolTo_c},
        Field{"seed", &Policy::seed},
    };
};

template <> struct Fields<VariantJob> {
    static constexpr auto all = std::tuple{
        Field{"variant", &VariantJob::variant, Presence::Required},
        Field{"package_folder", &VariantJob::packageFolder},
        Field{"inductor_cache", &VariantJob::inductorCache},
    };
};

template <> struct Fields<PeerSetup> {
    static constexpr auto all = std::tuple{
        Field{"python", &PeerSetup::python, Presence::Required},
        Field{"worker_folder", &PeerSetup::workerFolder, Presence::Required},
        Field{"model_entry", &PeerSetup::modelEntry},
        Field{"scratch_folder", &PeerSetup::scratchFolder},
    };
};

template <> struct Fields<CudaChoices> {
    static constexpr auto all = std::tuple{
        Field{"tf32_matmul", &CudaChoices::tf32Matmul},
        Field{"tf32_conv", &CudaChoices::tf32Conv},
        Field{"cudnn_benchmark", &CudaChoices::cudnnBenchmark},
        Field{"static_inputs", &CudaChoices::staticInputs},
    };
};

template <> struct Fields<VisitJob> {
    static constexpr auto all = std::tuple{
        Field{"job", &VisitJob::job, Presence::Required},
        Field{"workload", &VisitJob::workload, Presence::Required},
        Field{"attention", &VisitJob::attention},
        Field{"allocator", &VisitJob::allocator},
        Field{"threads", &VisitJob::threads, Presence::Required},
        Field{"memory_limit_bytes", &VisitJob::memoryLimit_bytes},
        Field{"policy", &VisitJob::policy, Presence::Required},
        Field{"weights_folder", &VisitJob::weightsFolder, Presence::Required},
        Field{"graph_folder", &VisitJob::graphFolder, Presence::Required},
        Field{"variants", &VisitJob::variants, Presence::Required},
        Field{"peer", &VisitJob::peer},
        Field{"compile_timeout_s", &VisitJob::compileTimeout_s},
        Field{"gated", &VisitJob::gated},
        Field{"cuda", &VisitJob::cuda},
    };
};

template <> struct Fields<HelloEvent> {
    static constexpr auto all = std::tuple{
        Field{"protocol", &HelloEvent::protocol, Presence::Required},
        Field{"versions", &HelloEvent::versions},
    };
};

template <> struct Fields<PhaseEvent> {
    static constexpr auto all = std::tuple{
        Field{"phase", &PhaseEvent::phase, Presence::Required},
        Field{"variant", &PhaseEvent::variant},
        Field{"expected_s", &PhaseEvent::expected_s},
    };
};

template <> struct Fields<RoundEvent> {
    static constexpr auto all = std::tuple{
        Field{"round", &RoundEvent::round, Presence::Required},
        Field{"progress", &RoundEvent::progress},
        Field{"mean_s", &RoundEvent::mean_s},
    };
};

template <> struct Fields<Verification> {
    static constexpr auto all = std::tuple{
        Field{"rule", &Verification::rule, Presence::Required},
        Field{"tolerance", &Verification::tolerance},
        Field{"max_abs_error", &Verification::maxAbsError},
        Field{"relative_error", &Verification::relativeError},
        Field{"passed", &Verification::isPassed, Presence::Required},
        Field{"reason", &Verification::reason},
    };
};

template <> struct Fields<DeviceState> {
    static constexpr auto all = std::tuple{
        Field{"clock_mhz", &DeviceState::clock_mhz},
        Field{"memory_clock_mhz", &DeviceState::memoryClock_mhz},
        Field{"temperature_c", &DeviceState::temperature_c},
        Field{"power_w", &DeviceState::power_w},
        Field{"slowed_by", &DeviceState::slowedBy},
        Field{"memory_bytes", &DeviceState::memory_bytes},
    };
};

template <> struct Fields<RoundSamples> {
    static constexpr auto all = std::tuple{
        Field{"round", &RoundSamples::round, Presence::Required},
        Field{"samples_s", &RoundSamples::samples_s, Presence::Required},
        Field{"device_s", &RoundSamples::device_s},
        Field{"opening_s", &RoundSamples::opening_s},
        Field{"device", &RoundSamples::device},
    };
};

template <> struct Fields<WarmUpRecord> {
    static constexpr auto all = std::tuple{
        Field{"count", &WarmUpRecord::count},
        Field{"duration_s", &WarmUpRecord::duration_s},
        Field{"trend_gone", &WarmUpRecord::isTrendGone},
    };
};

template <> struct Fields<VariantResult> {
    static constexpr auto all = std::tuple{
        Field{"variant", &VariantResult::variant, Presence::Required},
        Field{"outcome", &VariantResult::outcome, Presence::Required},
        Field{"reason", &VariantResult::reason},
        Field{"detail", &VariantResult::detail},
        Field{"rounds", &VariantResult::rounds},
        Field{"warm_up", &VariantResult::warmUp},
        Field{"load_s", &VariantResult::load_s},
        Field{"first_run_s", &VariantResult::firstRun_s},
        Field{"peak_bytes", &VariantResult::peak_bytes},
        Field{"device_busy_s", &VariantResult::deviceBusy_s},
        Field{"energy_j", &VariantResult::energy_j},
        Field{"graph_bytes", &VariantResult::graph_bytes},
        Field{"minor_faults_per_run", &VariantResult::minorFaultsPerRun},
        Field{"before", &VariantResult::before},
        Field{"after", &VariantResult::after},
        Field{"counters", &VariantResult::counters},
        Field{"warnings", &VariantResult::warnings},
        Field{"versions", &VariantResult::versions},
        Field{"stopped_because", &VariantResult::stoppedBecause},
        Field{"not_reached", &VariantResult::notReached},
    };
};

template <> struct Fields<RunnerConditions> {
    static constexpr auto all = std::tuple{
        Field{"threads", &RunnerConditions::threads},
        Field{"affinity", &RunnerConditions::affinity},
        Field{"device_name", &RunnerConditions::deviceName},
        Field{"cpu_capability", &RunnerConditions::cpuCapability},
        Field{"allocator", &RunnerConditions::allocator},
        Field{"optimised", &RunnerConditions::isOptimised},
        Field{"sanitizers", &RunnerConditions::sanitizers},
        Field{"versions", &RunnerConditions::versions},
    };
};

template <> struct Fields<VisitResult> {
    static constexpr auto all = std::tuple{
        Field{"variants", &VisitResult::variants, Presence::Required},
        Field{"stopped_because", &VisitResult::stoppedBecause},
        Field{"measuring_s", &VisitResult::measuring_s},
        Field{"inside_share", &VisitResult::insideShare},
        Field{"conditions", &VisitResult::conditions},
        Field{"warnings", &VisitResult::warnings},
    };
};

template <> struct Fields<VisitFailure> {
    static constexpr auto all = std::tuple{
        Field{"outcome", &VisitFailure::outcome, Presence::Required},
        Field{"reason", &VisitFailure::reason},
        Field{"detail", &VisitFailure::detail},
        Field{"variant", &VisitFailure::variant},
    };
};

} // namespace inferometer::core
