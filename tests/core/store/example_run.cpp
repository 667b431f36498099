// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/example_run.h"

#include "core/plan/selection.h"

namespace inferometer::tests {

using namespace core;

namespace {

Row measuredRow(const Variant& variant, double mean_s)
{
    Row row;
    row.result.variant = variant;
    row.result.outcome = Outcome::Measured;
    for (int round = 0; round < 2; ++round)
        row.result.rounds.push_back({round, {mean_s * 0.99, mean_s * 1.01}, {}, mean_s * 1.1});
    row.result.load_s = 0.25;
    row.result.firstRun_s = 0.5;
    row.result.peak_bytes = 123456789;
    row.result.before = Verification{"float32-relative", 1e-4, 2.5e-6, 1e-6, true, {}};
    row.result.after = row.result.before;
    row.cost.export_s = 1.5;
    Conclusions conclusions;
    conclusions.n = 4;
    conclusions.mean_s = mean_s;
    conclusions.median_s = mean_s;
    conclusions.sd_s = mean_s * 0.01;
    conclusions.min_s = mean_s * 0.99;
    conclusions.max_s = mean_s * 1.01;
    row.conclusions = conclusions;
    return row;
}

VisitRecord recordOf(const Visit& visit)
{
    VisitRecord record;
    record.visit = visit.id;
    record.workload = visit.workload;
    record.weights = "random-seed-0";
    record.image = "sample";
    record.parameters = 25557032;
    record.flops = 4.1e9;
    record.stoppedBecause = "criteria-met";
    record.executor = "process";
    record.target = "local";
    record.finished_utc = "2026-03-01T12:00:00Z";
    record.conditions.threads = 2;
    record.conditions.deviceName = "Example CPU";
    record.conditions.versions = {{"torch", "2.15.0"}};
    return record;
}

} // namespace

RunRecord exampleRun()
{
    RunRecord run;
    run.id = "20260301T120000Z-test";
    run.created_utc = "2026-03-01T12:00:00Z";
    run.plan.policy = policyOf(Preset::Quick);
    run.plan.threads = 2;
    run.models["resnet"] = ModelFacts{"ResNet", "microsoft/resnet-50", Task::Classification};
    run.sessions.push_back({{"cpu_model", "Example CPU"}, {"transformers", "5.23.0"}, {"threads", "2"}});
    const Variant none{};
    const Variant compiled{Engine::Cpp, CompileMode::Default};
    for (const int batch : {1, 4}) {
        const Workload workload{"resnet", Device{}, batch, DataType::Float32};
        run.plan.visits.push_back({visitId(workload), workload, {none, compiled}});
        auto record = recordOf(run.plan.visits.back());
        record.rows.push_back(measuredRow(none, 0.032 * batch));
        record.rows.push_back(measuredRow(compiled, 0.024 * batch));
        run.visits.push_back(record);
    }
    auto& compared = run.visits[0].rows[1];
    compared.cost.compile_s = 20.0;
    compared.cost.isCompileCached = true;
    compared.conclusions->improvement_percent = Estimate{25.0, 24.5, 25.5};
    compared.conclusions->speedup = Estimate{4.0 / 3, std::nullopt, std::nullopt};
    compared.conclusions->verdict = Verdict::Faster;
    Row failed;
    failed.result.variant = compiled;
    failed.result.outcome = Outcome::OutOfMemory;
    failed.result.reason = Note{"host-memory", {}};
    failed.result.detail = "=1+1, can't allocate \"memory\"";
    run.visits[1].rows[1] = failed;
    return run;
}

} // namespace inferometer::tests
