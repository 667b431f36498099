// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/columns.h"

#include "core/base/text.h"
#include "core/protocol/device_summary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inferometer::core {

namespace {

Cell cell(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? Cell(*value) : Cell();
}

Cell cell(std::string text)
{
    return text.empty() ? Cell() : Cell(std::move(text));
}

template <typename Enum> Cell word(Enum value)
{
    return std::string(toWord(value));
}

const Conclusions* conclusionsOf(const FlatRow& row)
{
    return row.row && row.row->conclusions ? &*row.row->conclusions : nullptr;
}

/// A number of the conclusions, by pointer to member.
template <auto member> Cell concluded(const FlatRow& row)
{
    const auto* conclusions = conclusionsOf(row);
    return conclusions ? cell(std::optional<double>(conclusions->*member)) : Cell();
}

template <auto member> Cell estimated(const FlatRow& row)
{
    const auto* conclusions = conclusionsOf(row);
    const auto* estimate = conclusions && conclusions->*member ? &*(conclusions->*member) : nullptr;
    return estimate ? cell(std::optional(estimate->value)) : Cell();
}

template <auto member, auto bound> Cell boundOf(const FlatRow& row)
{
    const auto* conclusions = conclusionsOf(row);
    const auto* estimate = conclusions && conclusions->*member ? &*(conclusions->*member) : nullptr;
    return estimate ? cell(std::optional<double>(estimate->*bound)) : Cell();
}

template <auto member> Cell measured(const FlatRow& row)
{
    return row.row ? cell(row.row->result.*member) : Cell();
}

template <auto member> Cell costed(const FlatRow& row)
{
    return row.row ? cell(row.row->cost.*member) : Cell();
}

template <auto member> Cell recorded(const FlatRow& row)
{
    return row.record ? cell(row.record->*member) : Cell();
}

Cell positive(double value)
{
    return value > 0 ? Cell(value) : Cell();
}

Cell verified(const FlatRow& row)
{
    const auto areRight = row.row ? areOutputsRight(row.row->result) : std::nullopt;
    return areRight ? Cell(*areRight) : Cell();
}

Cell largestError(const FlatRow& row)
{
    if (!row.row || !row.row->result.before)
        return {};
    const auto& result = row.row->result;
    return cell(
        std::optional(std::max(result.before->maxAbsError, result.after ? result.after->maxAbsError : 0.0)));
}

Cell imagesPerSecond(const FlatRow& row)
{
    const auto* conclusions = conclusionsOf(row);
    return conclusions ? positive(row.visit->workload.batch / conclusions->mean_s) : Cell();
}

Cell codesOf(const std::vector<Note>& notes)
{
    std::vector<std::string> codes;
    for (const auto& note : notes)
        codes.push_back(note.code);
    return cell(join(codes, " "));
}

Cell deviceMean(const FlatRow& row)
{
    return row.row ? cell(deviceMean_s(row.row->result)) : Cell();
}

Cell launchBound(const FlatRow& row)
{
    const auto share = row.row ? launchBoundShare(row.row->result) : std::nullopt;
    return share ? Cell(*share * 100) : Cell();
}

template <auto member> Cell summed(const FlatRow& row)
{
    return row.row ? cell(summaryOf(row.row->result).*member) : Cell();
}

Cell slowedSamples(const FlatRow& row)
{
    const bool isTold = row.row && summaryOf(row.row->result).warmest_c;
    return isTold ? Cell(static_cast<std::int64_t>(summaryOf(row.row->result).slowedSamples)) : Cell();
}

template <typename Pointer> Cell integer(const Pointer& value)
{
    return value ? Cell(static_cast<std::int64_t>(*value)) : Cell();
}

Cell sampleCount(const FlatRow& row)
{
    const auto* conclusions = conclusionsOf(row);
    return conclusions ? Cell(std::int64_t{conclusions->n}) : Cell();
}

std::string targetOf(const FlatRow& row)
{
    return row.record ? row.record->target : row.visit->workload.device.target;
}

template <const char* const& key> Cell condition(const FlatRow& row)
{
    return cell(conditionOf(row, key));
}

constexpr const char* graphBreaksKey = "graph_breaks";
constexpr const char* recompilesKey = "recompiles";
constexpr const char* cudagraphSkipsKey = "cudagraph_skips";
constexpr const char* torchKey = "torch";
constexpr const char* cudaKey = "cuda";
constexpr const char* driverKey = "driver";
constexpr const char* transformersKey = "transformers";
constexpr const char* tf32MatmulKey = "tf32_matmul";
constexpr const char* tf32ConvKey = "tf32_conv";
constexpr const char* cudnnBenchmarkKey = "cudnn_benchmark";
constexpr const char* staticInputsKey = "static_inputs";
constexpr const char* governorKey = "governor";
constexpr const char* programKey = "inferometer";
constexpr const char* gitKey = "inferometer_git";

/// What torch.compile counted in a Python peer.
template <const char* const& key> Cell counted(const FlatRow& row)
{
    if (!row.row)
        return {};
    const auto& counters = row.row->result.counters;
    const auto found = counters.find(key);
    return found == counters.end() ? Cell() : cell(std::optional(found->second));
}

using F = const FlatRow&;

const std::array allColumns{
    Column{"task", [](F r) { return word(modelOf(r).task); }},
    Column{"model", [](F r) { return cell(r.visit->workload.model); }},
    Column{"label", [](F r) { return cell(modelOf(r).label); }},
    Column{"device", [](F r) { return cell(textWithoutTarget(r.visit->workload.device)); }},
    Column{"dtype", [](F r) { return word(r.visit->workload.dtype); }},
    Column{"batch", [](F r) { return Cell(std::int64_t{r.visit->workload.batch}); }},
    Column{"engine", [](F r) { return word(r.variant.engine); }},
    Column{"mode", [](F r) { return word(r.variant.mode); }},
    Column{"frozen", [](F r) { return Cell(r.variant.frozen); }},
    Column{"outcome", [](F r) { return word(outcomeOf(r)); }},
    Column{"reason", [](F r) { return cell(reasonOf(r).code); }},
    Column{"n", sampleCount},
    Column{"mean_s", concluded<&Conclusions::mean_s>},
    Column{"sd_s", concluded<&Conclusions::sd_s>},
    Column{"median_s", concluded<&Conclusions::median_s>},
    Column{"min_s", concluded<&Conclusions::min_s>},
    Column{"max_s", concluded<&Conclusions::max_s>},
    Column{"q1_s", concluded<&Conclusions::q1_s>},
    Column{"q3_s", concluded<&Conclusions::q3_s>},
    Column{"p90_s", concluded<&Conclusions::p90_s>},
    Column{"p95_s", concluded<&Conclusions::p95_s>},
    Column{"p99_s", concluded<&Conclusions::p99_s>},
    Column{"improvement_percent", estimated<&Conclusions::improvement_percent>},
    Column{"improvement_low_percent", boundOf<&Conclusions::improvement_percent, &Estimate::low>},
    Column{"improvement_high_percent", boundOf<&Conclusions::improvement_percent, &Estimate::high>},
    Column{"speedup", estimated<&Conclusions::speedup>},
    Column{"verdict",
        [](F r) {
            const auto* conclusions = conclusionsOf(r);
            return conclusions && conclusions->verdict ? word(*conclusions->verdict) : Cell();
        }},
    Column{"verified", verified},
    Column{"max_abs_error", largestError},
    Column{"export_s", costed<&PreparationCost::export_s>},
    Column{"compile_s", costed<&PreparationCost::compile_s>},
    Column{"compile_cached",
        [](F r) {
            return r.row && r.row->cost.isCompileCached ? Cell(*r.row->cost.isCompileCached) : Cell();
        }},
    Column{"load_s", measured<&VariantResult::load_s>},
    Column{"first_run_s", measured<&VariantResult::firstRun_s>},
    Column{"peak_bytes", [](F r) { return r.row ? integer(r.row->result.peak_bytes) : Cell(); }},
    Column{"images_per_s", imagesPerSecond},
    Column{"break_even_runs", estimated<&Conclusions::breakEven_runs>},
    Column{"stopped_because", [](F r) { return cell(stopReasonOf(r)); }},
    Column{"warnings", [](F r) { return codesOf(warningsOf(r)); }},
    Column{"device_name", [](F r) { return r.record ? cell(r.record->conditions.deviceName) : Cell(); }},
    Column{"target", [](F r) { return cell(targetOf(r)); }},
    Column{"executor", recorded<&VisitRecord::executor>},
    Column{"torch", condition<torchKey>},
    Column{"cuda", condition<cudaKey>},
    Column{"driver", condition<driverKey>},
    Column{"transformers", condition<transformersKey>},
    Column{"weights", recorded<&VisitRecord::weights>},
    Column{"image", recorded<&VisitRecord::image>},
    Column{"attention", [](F r) { return cell(attentionOf(r)); }},
    Column{"layout", [](F r) { return word(r.variant.layout); }},
    Column{"tf32_matmul", condition<tf32MatmulKey>},
    Column{"tf32_conv", condition<tf32ConvKey>},
    Column{"cudnn_benchmark", condition<cudnnBenchmarkKey>},
    Column{"threads", [](F r) { return threadsOf(r) > 0 ? Cell(std::int64_t{threadsOf(r)}) : Cell(); }},
    Column{"allocator", [](F r) { return word(r.run->plan.allocator); }},
    Column{"device_mean_s", deviceMean},
    // Further ones may follow; their order is not promised.
    Column{"run", [](F r) { return cell(r.run->id); }},
    Column{"run_label", [](F r) { return cell(r.run->label); }},
    Column{"finished_utc", recorded<&VisitRecord::finished_utc>},
    Column{"preset", [](F r) { return word(r.run->plan.policy.preset); }},
    Column{"order", [](F r) { return word(r.run->plan.policy.order); }},
    Column{"rounds",
        [](F r) {
            return r.row && !r.row->result.rounds.empty()
                ? Cell(static_cast<std::int64_t>(r.row->result.rounds.size()))
                : Cell();
        }},
    Column{"not_reached", [](F r) { return codesOf(notReachedBy(r)); }},
    Column{"repetition", [](F r) { return Cell(static_cast<std::int64_t>(r.variant.repetition)); }},
    Column{"visit_repetition", [](F r) { return Cell(static_cast<std::int64_t>(r.visit->repetition)); }},
    Column{"parameters", [](F r) { return r.record ? positive(r.record->parameters) : Cell(); }},
    Column{"flops", [](F r) { return r.record ? positive(r.record->flops) : Cell(); }},
    Column{"minor_faults_per_run", measured<&VariantResult::minorFaultsPerRun>},
    Column{"break_even_low_runs", boundOf<&Conclusions::breakEven_runs, &Estimate::low>},
    Column{"break_even_high_runs", boundOf<&Conclusions::breakEven_runs, &Estimate::high>},
    Column{"break_even_warm_runs", estimated<&Conclusions::breakEvenWarm_runs>},
    Column{"break_even_warm_low_runs", boundOf<&Conclusions::breakEvenWarm_runs, &Estimate::low>},
    Column{"break_even_warm_high_runs", boundOf<&Conclusions::breakEvenWarm_runs, &Estimate::high>},
    Column{"graph_breaks", counted<graphBreaksKey>},
    Column{"recompiles", counted<recompilesKey>},
    Column{"cudagraph_skips", counted<cudagraphSkipsKey>},
    Column{"noise_floor_percent", [](F r) { return r.record ? cell(r.record->noiseFloor_percent) : Cell(); }},
    Column{"cuda_graph", [](F r) { return Cell(r.variant.cudaGraph); }},
    Column{"static_inputs", condition<staticInputsKey>},
    Column{"device_busy_s", measured<&VariantResult::deviceBusy_s>},
    Column{"launch_bound_percent", launchBound},
    Column{"energy_j", measured<&VariantResult::energy_j>},
    Column{"graph_bytes", [](F r) { return r.row ? integer(r.row->result.graph_bytes) : Cell(); }},
    Column{"slowest_clock_mhz", summed<&DeviceSummary::slowest_mhz>},
    Column{"warmest_c", summed<&DeviceSummary::warmest_c>},
    Column{"device_memory_bytes", summed<&DeviceSummary::mostMemory_bytes>},
    Column{"slowed_samples", slowedSamples},
    Column{"in_parallel", [](F r) { return r.record ? Cell(r.record->isInParallel) : Cell(); }},
    Column{"governor", condition<governorKey>},
    Column{"inferometer", condition<programKey>},
    Column{"inferometer_git", condition<gitKey>},
    Column{"detail", [](F r) { return r.row ? cell(r.row->result.detail) : Cell(); }},
};

} // namespace

std::span<const Column> columns()
{
    return allColumns;
}

} // namespace inferometer::core
