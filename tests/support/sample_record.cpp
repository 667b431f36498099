// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"

#include "core/plan/selection.h"

#include <cmath>
#include <random>

namespace inferometer::test {

using namespace core;

namespace {

struct SampleModel {
    const char* name;
    const char* label;
    const char* hubId;
    Task task;
    double parameters;
    double base_s; ///< no compile, batch 1, C++
    double compiledShare; ///< of it when compiled
};

const SampleModel models[] = {
    {"mobilenet", "MobileNet", "google/deeplabv3_mobilenet_v2_1.0_513", Task::Segmentation, 2.5e6, 0.0824,
        0.43},
    {"resnet", "ResNet", "microsoft/resnet-50", Task::Classification, 25.6e6, 0.0412, 1.06},
    {"segformer", "Segformer", "nvidia/segformer-b0-finetuned-ade-512-512", Task::Segmentation, 3.8e6, 0.2123,
        0.455},
    {"vit", "ViT", "google/vit-base-patch16-224", Task::Classification, 86.6e6, 0.2746, 0.968},
    {"beit", "BeiT", "microsoft/beit-base-patch16-224-pt22k-ft22k", Task::Classification, 102.6e6, 0.2981,
        0.91},
    {"convnext", "ConvNeXT", "facebook/convnext-large-224", Task::Classification, 197.8e6, 0.5531, 0.985},
    {"mask2former", "Mask2former", "facebook/mask2former-swin-tiny-coco-panoptic", Task::Segmentation, 47.4e6,
        0.9102, 0.71},
    {"owlvit", "OwlViT", "google/owlvit-base-patch32", Task::Detection, 153.2e6, 0.7421, 0.88},
    {"detr", "DETR", "facebook/detr-resnet-50", Task::Detection, 41.5e6, 1.2044, 0.52},
    {"conditional-detr", "Conditional-DETR", "microsoft/conditional-detr-resnet-50", Task::Detection, 43.4e6,
        1.3312, 0.49},
    {"resnet-101", "Resnet-101", "facebook/detr-resnet-101", Task::Detection, 60.5e6, 1.7203, 0.55},
    {"maskformer", "Maskformer", "facebook/maskformer-swin-base-ade", Task::Segmentation, 101.8e6, 2.4105,
        0.83},
};

const Variant cppNone{Engine::Cpp, CompileMode::None, false, Layout::Contiguous};
const Variant cppDefault{Engine::Cpp, CompileMode::Default, false, Layout::Contiguous};
const Variant cppTuned{Engine::Cpp, CompileMode::MaxAutotune, false, Layout::Contiguous};
const Variant pythonNone{Engine::Python, CompileMode::None, false, Layout::Contiguous};
const Variant pythonDefault{Engine::Python, CompileMode::Default, false, Layout::Contiguous};

class Maker {
public:
    explicit Maker(int rounds = 20, int block = 5)
        : m_rounds(rounds)
        , m_block(block)
    {
    }

    std::vector<RoundSamples> samples(double mean_s)
    {
        std::vector<RoundSamples> rounds;
        for (int round = 0; round < m_rounds; ++round) {
            const double drift = 1.0 + 0.004 * std::sin(round / 3.0);
            RoundSamples samples{round, {}, {}, mean_s * 1.18};
            for (int i = 0; i < m_block; ++i)
                samples.samples_s.push_back(mean_s * drift * (1.0 + 0.012 * normal()));
            rounds.push_back(std::move(samples));
        }
        return rounds;
    }

    VariantResult timed(const Variant& variant, double mean_s)
    {
        VariantResult result;
        result.variant = variant;
        result.outcome = Outcome::Measured;
        result.rounds = samples(mean_s);
        result.warmUp = {12, mean_s * 12, true};
        result.load_s = 0.005;
        result.firstRun_s = mean_s * 1.7;
        result.peak_bytes = static_cast<std::uint64_t>(mean_s * 900e6 + 30e6);
        result.minorFaultsPerRun = 12;
        result.before = Verification{"float32-relative", 1e-3, variant.isBaseline() ? 0.0 : 3.1e-6,
            variant.isBaseline() ? 0.0 : 8.0e-7, true, {}};
        result.after = result.before;
        return result;
    }

private:
    double normal()
    {
        // The distributions of the standard library differ between libraries; these sums do not.
        double sum = 0;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(m_random()) / static_cast<double>(std::mt19937::max());
        return sum - 6.0;
    }

    std::mt19937 m_random{42};
    int m_rounds;
    int m_block;
};

Rounds roundsOf(const VariantResult& result)
{
    Rounds rounds;
    for (const auto& round : result.rounds)
        rounds.push_back(round.samples_s);
    return rounds;
}

void concludeRows(VisitRecord& record)
{
    for (auto& row : record.rows) {
        if (!isTimed(row.result.outcome))
            continue;
        Against against;
        Rounds baseline;
        for (const auto& other : record.rows) {
            const bool isBaseline = other.result.variant == baselineOf(row.result.variant) && &other != &row;
            if (isBaseline && isTimed(other.result.outcome) && row.result.outcome == Outcome::Measured)
                baseline = roundsOf(other.result);
        }
        against.baseline = baseline.empty() ? nullptr : &baseline;
        against.compile_s = row.cost.compile_s;
        against.options.resamples = 400;
        row.conclusions = conclude(roundsOf(row.result), against);
    }
}

VisitRecord recordOf(const Visit& visit)
{
    VisitRecord record;
    record.visit = visit.id;
    record.workload = visit.workload;
    record.weights = "random-seed-0";
    record.image = "sample";
    record.stoppedBecause = "criteria-met";
    record.measuring_s = 12.4;
    record.insideShare = 0.991;
    record.conditions.threads = 2;
    record.conditions.affinity = "0-1";
    record.conditions.deviceName = "Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz";
    record.conditions.cpuCapability = "AVX512";
    record.conditions.allocator = "retain";
    record.conditions.versions = {{"torch", "2.15.0"}};
    record.executor = "process";
    record.target = "local";
    record.finished_utc = "2026-03-01T12:40:00Z";
    return record;
}

RunRecord blank(const char* id, const char* label)
{
    RunRecord run;
    run.id = id;
    run.label = label;
    run.created_utc = "2026-03-01T12:34:56Z";
    run.plan.label = label;
    run.plan.policy = policyOf(Preset::Standard);
    run.plan.threads = 2;
    run.sessions = {Environment{{"cpu_model", "Intel Xeon Platinum 8481C"}, {"cores", "2"},
        {"torch", "2.15.0"}, {"transformers", "5.23.0"}, {"python", "3.11.2"}, {"os", "Debian GNU/Linux 12"},
        {"governor", "performance"}, {"inferometer", "0.1.0"}}};
    run.ending = Ending::Completed;
    return run;
}

void addModel(RunRecord& run, const SampleModel& model)
{
    run.models[model.name] = {model.label, model.hubId, model.task};
}

Row failedRow(const Variant& variant, Outcome outcome, Note reason, std::string detail = {})
{
    Row row;
    row.result.variant = variant;
    row.result.outcome = outcome;
    row.result.reason = std::move(reason);
    row.result.detail = std::move(detail);
    return row;
}

Row timedRow(Maker& maker, const SampleModel& model, int batch, const Variant& variant)
{
    const double batchFactor = batch == 1 ? 1.0 : std::pow(batch, 0.93);
    double mean_s = model.base_s * batchFactor;
    if (variant.engine == Engine::Python)
        mean_s *= 1.04;
    if (!variant.isBaseline())
        mean_s *= model.compiledShare * (variant.mode == CompileMode::MaxAutotune ? 0.97 : 1.0);
    Row row;
    row.result = maker.timed(variant, mean_s);
    if (!variant.isBaseline()) {
        row.cost.export_s = 2.4;
        row.cost.compile_s =
            16.0 + model.base_s * 38 * (variant.mode == CompileMode::MaxAutotune ? 3.1 : 1.0);
        row.cost.isCompileCached = variant.engine == Engine::Cpp;
    }
    return row;
}

/// The rows that did not go well, to be seen in every chart.
std::optional<Row> exceptionOf(const SampleModel& model, int batch, const Variant& variant)
{
    const std::string name = model.name;
    if ((name == "owlvit" && batch == 16)
        || (name == "maskformer" && batch == 16 && variant.engine == Engine::Python))
        return failedRow(variant, Outcome::OutOfMemory, {"host-memory", {}},
            "DefaultCPUAllocator: can't allocate memory: you tried to allocate 9663676416 bytes.");
    if (name == "mask2former" && variant.mode == CompileMode::MaxAutotune)
        return failedRow(variant, Outcome::CompileFailed, {"compile-error", {}},
            "torch._inductor.exc.InductorError: CppCompileError: C++ compile error");
    if (name == "resnet-101" && batch == 16 && variant == cppDefault)
        return failedRow(variant, Outcome::TimedOut, {"deadline", {"measure", "120"}});
    return std::nullopt;
}

RunRecord madeStudy()
{
    auto run = blank("20260301T123456Z-k3x9", "Twelve models, CPU");
    Maker maker;
    for (const auto& model : models) {
        addModel(run, model);
        for (const int batch : {1, 4, 16}) {
            const Workload workload{model.name, {}, batch, DataType::Float32};
            const Visit visit{
                visitId(workload), workload, {cppNone, cppDefault, cppTuned, pythonNone, pythonDefault}};
            run.plan.visits.push_back(visit);
            if (std::string(model.name) == "maskformer" && batch == 4)
                continue; // planned and not run
            auto record = recordOf(visit);
            for (const auto& variant : visit.variants) {
                const auto exception = exceptionOf(model, batch, variant);
                record.rows.push_back(exception ? *exception : timedRow(maker, model, batch, variant));
            }
            if (std::string(model.name) == "beit" && batch == 1)
                record.rows[2].result.outcome = Outcome::WrongOutput;
            concludeRows(record);
            run.visits.push_back(std::move(record));
        }
    }
    run.ending = Ending::Cancelled;
    return run;
}

RunRecord madeFirst()
{
    RunRecord run = *emptyRecord();
    Maker maker;
    auto record = recordOf(run.plan.visits.front());
    for (const auto& variant : run.plan.visits.front().variants)
        record.rows.push_back(timedRow(maker, models[1], 1, variant));
    concludeRows(record);
    run.visits.push_back(std::move(record));
    run.ending = Ending::Completed;
    return run;
}

RunRecord madeOutcomes()
{
    auto run = blank("20260303T090000Z-zz99", "Every outcome");
    addModel(run, models[1]);
    Maker maker;
    int batch = 1;
    for (const auto& outcome : Words<Outcome>::all) {
        const Workload workload{"resnet", {}, batch++, DataType::Float32};
        const Visit visit{visitId(workload), workload, {cppNone, cppDefault}};
        run.plan.visits.push_back(visit);
        auto record = recordOf(visit);
        record.rows.push_back(timedRow(maker, models[1], 1, cppNone));
        if (isTimed(outcome.value)) {
            record.rows.push_back(timedRow(maker, models[1], 1, cppDefault));
            record.rows.back().result.outcome = outcome.value;
        } else {
            record.rows.push_back(failedRow(cppDefault, outcome.value, {"cancelled", {}}));
        }
        concludeRows(record);
        run.visits.push_back(std::move(record));
    }
    return run;
}

/// Made once: conclusions take a while under a sanitizer, and every window of a test starts from these.
template <RunRecord (*make)()> std::shared_ptr<const RunRecord> madeOnce()
{
    static const auto record = std::make_shared<const RunRecord>(make());
    return record;
}

} // namespace

std::shared_ptr<const RunRecord> emptyRecord()
{
    auto run = blank("20260302T080000Z-a1b2", "");
    addModel(run, models[1]);
    const Workload workload{"resnet", {}, 1, DataType::Float32};
    run.plan.visits.push_back(
        {visitId(workload), workload, {cppNone, cppDefault, pythonNone, pythonDefault}});
    run.ending = Ending::Interrupted;
    return std::make_shared<const RunRecord>(std::move(run));
}

std::shared_ptr<const RunRecord> studyRecord()
{
    return madeOnce<madeStudy>();
}

std::shared_ptr<const RunRecord> firstRecord()
{
    return madeOnce<madeFirst>();
}

std::shared_ptr<const RunRecord> outcomesRecord()
{
    return madeOnce<madeOutcomes>();
}

std::shared_ptr<const RunRecord> placesRecord()
{
    RunRecord run = *firstRecord();
    auto planned = run.plan.visits.front();
    auto record = run.visits.front();
    planned.workload.device.target = record.workload.device.target = record.target = "old";
    planned.id = record.visit = "old/" + planned.id;
    record.conditions.versions["torch"] = "2.13.0";
    run.plan.visits.push_back(std::move(planned));
    run.visits.push_back(std::move(record));
    return std::make_shared<const RunRecord>(std::move(run));
}

std::shared_ptr<const RunRecord> movedRecord()
{
    RunRecord run = *placesRecord();
    auto planned = run.plan.visits.back();
    auto record = run.visits.back();
    planned.workload.batch = record.workload.batch = 4;
    planned.id = record.visit = visitId(planned.workload);
    auto& moved = run.visits.back();
    moved.target = "new";
    moved.conditions.deviceName = "AMD EPYC 9654 96-Core Processor";
    moved.conditions.versions["torch"] = "2.14.0";
    run.plan.visits.push_back(std::move(planned));
    run.visits.push_back(std::move(record));
    return std::make_shared<const RunRecord>(std::move(run));
}

std::shared_ptr<const RunRecord> largeRecord()
{
    auto run = blank("20260304T100000Z-big0", "Large");
    Maker maker(20, 15);
    for (const auto& model : models) {
        addModel(run, model);
        for (const int batch : {1, 4, 16}) {
            const Workload workload{model.name, {}, batch, DataType::Float32};
            const Visit visit{visitId(workload), workload, {cppNone, cppDefault, cppTuned, pythonNone}};
            run.plan.visits.push_back(visit);
            auto record = recordOf(visit);
            for (const auto& variant : visit.variants)
                record.rows.push_back(timedRow(maker, model, batch, variant));
            concludeRows(record);
            run.visits.push_back(std::move(record));
        }
    }
    return std::make_shared<const RunRecord>(std::move(run));
}

} // namespace inferometer::test
