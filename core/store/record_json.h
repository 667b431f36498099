// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/own_model_json.h"
#include "core/protocol/json.h"
#include "core/store/record.h"

/// How plans and records stand in JSON. Private to the sources that read or write them.
namespace inferometer::core {

template <> struct Fields<Plan> {
    static constexpr auto all = std::tuple{
        Field{"label", &Plan::label},
        Field{"visits", &Plan::visits, Presence::Required},
        Field{"models", &Plan::models},
        Field{"policy", &Plan::policy, Presence::Required},
        Field{"attention", &Plan::attention},
        Field{"allocator", &Plan::allocator},
        Field{"cuda", &Plan::cuda},
        Field{"threads", &Plan::threads, Presence::Required},
        Field{"weights_seed", &Plan::weightsSeed},
        Field{"allow_download", &Plan::allowDownload},
        Field{"memory_limit_bytes", &Plan::memoryLimit_bytes},
        Field{"try_larger_after_out_of_memory", &Plan::triesLargerAfterOutOfMemory},
        Field{"compile_timeout_s", &Plan::compileTimeout_s},
        Field{"in_process", &Plan::inProcess},
        Field{"parallel_devices", &Plan::parallelDevices},
        Field{"image_path", &Plan::imagePath},
        Field{"peer_python", &Plan::peerPython},
        Field{"names_python", &Plan::namesPython},
    };
};

template <> struct Fields<Interval> {
    static constexpr auto all = std::tuple{Field{"low", &Interval::low}, Field{"high", &Interval::high}};
};

template <> struct Fields<Estimate> {
    static constexpr auto all = std::tuple{
        Field{"value", &Estimate::value, Presence::Required},
        Field{"low", &Estimate::low},
        Field{"high", &Estimate::high},
    };
};

template <> struct Fields<Conclusions> {
    static constexpr auto all = std::tuple{
        Field{"statistics_version", &Conclusions::statisticsVersion},
        Field{"n", &Conclusions::n, Presence::Required},
        Field{"mean_s", &Conclusions::mean_s, Presence::Required},
        Field{"sd_s", &Conclusions::sd_s},
        Field{"median_s", &Conclusions::median_s},
        Field{"median_interval_s", &Conclusions::medianInterval_s},
        Field{"min_s", &Conclusions::min_s},
        Field{"max_s", &Conclusions::max_s},
        Field{"q1_s", &Conclusions::q1_s},
        Field{"q3_s", &Conclusions::q3_s},
        Field{"mad_s", &Conclusions::mad_s},
        Field{"p90_s", &Conclusions::p90_s},
        Field{"p95_s", &Conclusions::p95_s},
        Field{"p99_s", &Conclusions::p99_s},
        Field{"mild_outliers", &Conclusions::mildOutliers},
        Field{"severe_outliers", &Conclusions::severeOutliers},
        Field{"improvement_percent", &Conclusions::improvement_percent},
        Field{"speedup", &Conclusions::speedup},
        Field{"p_value", &Conclusions::pValue},
        Field{"verdict", &Conclusions::verdict},
        Field{"verdict_reason", &Conclusions::verdictReason},
        Field{"break_even_runs", &Conclusions::breakEven_runs},
        Field{"break_even_warm_runs", &Conclusions::breakEvenWarm_runs},
        Field{"warnings", &Conclusions::warnings},
    };
};

template <> struct Fields<PreparationCost> {
    static constexpr auto all = std::tuple{
        Field{"export_s", &PreparationCost::export_s},
        Field{"compile_s", &PreparationCost::compile_s},
        Field{"compile_cached", &PreparationCost::isCompileCached},
    };
};

template <> struct Fields<Row> {
    static constexpr auto all = std::tuple{
        Field{"result", &Row::result, Presence::Required},
        Field{"cost", &Row::cost},
        Field{"conclusions", &Row::conclusions},
    };
};

template <> struct Fields<VisitRecord> {
    static constexpr auto all = std::tuple{
        Field{"visit", &VisitRecord::visit, Presence::Required},
        Field{"workload", &VisitRecord::workload, Presence::Required},
        Field{"weights", &VisitRecord::weights},
        Field{"image", &VisitRecord::image},
        Field{"parameters", &VisitRecord::parameters},
        Field{"flops", &VisitRecord::flops},
        Field{"attention", &VisitRecord::attention},
        Field{"rows", &VisitRecord::rows, Presence::Required},
        Field{"stopped_because", &VisitRecord::stoppedBecause},
        Field{"not_reached", &VisitRecord::notReached},
        Field{"measuring_s", &VisitRecord::measuring_s},
        Field{"inside_share", &VisitRecord::insideShare},
        Field{"noise_floor_percent", &VisitRecord::noiseFloor_percent},
        Field{"conditions", &VisitRecord::conditions},
        Field{"warnings", &VisitRecord::warnings},
        Field{"executor", &VisitRecord::executor},
        Field{"target", &VisitRecord::target},
        Field{"in_parallel", &VisitRecord::isInParallel},
        Field{"session", &VisitRecord::session},
        Field{"finished_utc", &VisitRecord::finished_utc},
        Field{"attempts", &VisitRecord::attempts},
    };
};

template <> struct Fields<ModelFacts> {
    static constexpr auto all = std::tuple{
        Field{"label", &ModelFacts::label},
        Field{"hub_id", &ModelFacts::hubId},
        Field{"task", &ModelFacts::task},
    };
};

} // namespace inferometer::core
