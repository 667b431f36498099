// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/model_trial.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/plan/selection.h"
#include "core/protocol/json.h"
#include "core/run/doctor.h"
#include "core/run/preparation.h"

namespace inferometer::core {

namespace {

/// The part of a graph's facts.json that a user wants to see.
struct GraphTensors {
    std::vector<TensorFacts> inputs;
    std::vector<TensorFacts> outputs;
};

} // namespace

template <> struct Fields<TensorFacts> {
    static constexpr auto all = std::tuple{
        Field{"name", &TensorFacts::name},
        Field{"shape", &TensorFacts::shape},
        Field{"dtype", &TensorFacts::dtype},
    };
};

template <> struct Fields<GraphTensors> {
    static constexpr auto all = std::tuple{
        Field{"inputs", &GraphTensors::inputs},
        Field{"outputs", &GraphTensors::outputs},
    };
};

namespace {

constexpr std::size_t maxFacts_bytes = 4u << 20;

Result<GraphTensors> tensorsOf(const Artifact& graph)
{
    const auto text = readFile(graph.folder / "facts.json", maxFacts_bytes);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, ErrorCode::FileInvalid, {maxFacts_bytes, 32, 100'000});
    return json ? fromJson<GraphTensors>(*json, ErrorCode::FileInvalid) : Result<GraphTensors>(json.error());
}

/// One visit of the model: on the CPU, without compiling.
Result<Plan> planFor(const TrialOrder& order, const Catalog& catalog, int batch, const Machine& machine)
{
    Selection selection;
    selection.models = {order.model.name};
    selection.devices = {"cpu"};
    selection.batches = {std::to_string(batch)};
    selection.engines = {"cpp"};
    selection.modes = {"none"};
    selection.imagePath = order.imagePath;
    selection.allowDownload = order.allowDownload;
    return makePlan(selection, catalog, machine);
}

/// The only batch that a model takes, where that is why it was refused.
std::optional<int> onlyBatch(const WorkerFailure& failure)
{
    constexpr int most = 1024;
    const auto& reason = failure.reason;
    const auto batch =
        reason.code == "batch-fixed" && reason.args.size() == 2 ? integerFrom(reason.args[1]) : std::nullopt;
    return batch && *batch > 1 && *batch <= most ? std::optional(static_cast<int>(*batch)) : std::nullopt;
}

} // namespace

Result<TrialEnd> tryModel(const TrialOrder& order, const Catalog& catalog, const RunServices& services,
    Loop& loop, const std::function<void(const std::string& step)>& onStep, const std::stop_token& stop)
{
    const std::stop_callback wake(stop, [&loop] { loop.wake(); });
    if (const auto checked = checkPrerequisites(services); !checked)
        return checked.error();
    const auto extended = catalog.with({order.model});
    auto cache = ArtifactCache::open(services.paths.cache, services.cacheLimit_bytes);
    const auto image = imageFacts(order.imagePath, services.tools.resources);
    if (!extended || !cache || !image)
        return !extended ? extended.error() : !cache ? cache.error() : image.error();
    const auto devices = findDevices(services.systemRoot, services.driver);
    const auto machine = machineFrom(devices, usableCores(services.systemRoot));
    const PreparationObserver observer{
        [&](const std::string& step, const std::optional<Variant>&) { onStep(step); }, {}, {}};
    int batch = 1;
    while (true) {
        const auto plan = planFor(order, *extended, batch, machine);
        if (!plan)
            return plan.error();
        Preparer preparer(loop, services, *plan, *cache, *image, stop);
        auto end = preparer.prepare(plan->visits.front(), *extended->findByName(order.model.name),
            factsOf(devices, plan->visits.front().workload.device), observer);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "The preparation was cancelled."};
        if (auto* failure = std::get_if<WorkerFailure>(&end)) {
            const auto other = batch == 1 ? onlyBatch(*failure) : std::nullopt;
            if (!other)
                return TrialEnd(std::move(*failure));
            batch = *other;
            continue;
        }
        const auto& prepared = std::get<PreparedVisit>(end);
        auto tensors = tensorsOf(prepared.graph);
        if (!tensors)
            return tensors.error();
        return TrialEnd(ModelTrial{prepared.parameters, batch, std::move(tensors->inputs),
            std::move(tensors->outputs), taskOf(order.model.source, services.paths.hub)});
    }
}

} // namespace inferometer::core
