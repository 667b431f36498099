// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/visit_data.h"

#include "core/protocol/json.h"

#include <c10/core/InferenceMode.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;
namespace fs = std::filesystem;

namespace {

struct GraphFacts {
    bool writesInputs = false;
    bool writesWeights = false;
};

Failure damagedGraph(const std::string& detail)
{
    return failure(Outcome::LoadFailed, reasons::graphDamaged, {detail}, detail);
}

} // namespace

} // namespace inferometer::engine

namespace inferometer::core {

template <> struct Fields<engine::GraphFacts> {
    static constexpr auto all = std::tuple{
        Field{"writes_inputs", &engine::GraphFacts::writesInputs},
        Field{"writes_weights", &engine::GraphFacts::writesWeights},
    };
};

} // namespace inferometer::core

namespace inferometer::engine {

namespace {

Attempt<GraphFacts> readGraphFacts(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(Outcome::LoadFailed, reasons::fileMissing, {path.filename().string()});
    const auto json = core::parseJson(std::string(std::istreambuf_iterator<char>(file), {}));
    if (!json)
        return damagedGraph("The file facts.json is not valid.");
    const auto facts = core::fromJson<GraphFacts>(*json, core::ErrorCode::FileInvalid, "file facts.json");
    if (!facts)
        return damagedGraph(facts.error().detail);
    return *facts;
}

Attempt<void> loadGraph(VisitData& data, const fs::path& folder)
{
    auto graph = readGraph(folder / "graph.json");
    if (!graph) {
        if (graph.error().code == core::ErrorCode::FileNotFound)
            return failure(Outcome::LoadFailed, reasons::fileMissing, {"graph.json"}, graph.error().detail);
        return damagedGraph(graph.error().detail);
    }
    data.graph = *std::move(graph);
    const auto facts = readGraphFacts(folder / "facts.json");
    if (!facts)
        return facts.failure();
    data.writesInputs = facts->writesInputs;
    data.writesWeights = facts->writesWeights;
    return {};
}

/// Inputs go to the device, references stay on the host, where they are compared.
Attempt<void> loadTensors(VisitData& data, const core::VisitJob& job)
{
    const auto device = data.accelerator->device();
    const fs::path graphFolder = job.graphFolder;
    auto weights = TensorFile::read(fs::path(job.weightsFolder) / "weights.safetensors", device);
    if (!weights)
        return weights.failure();
    data.weights = *std::move(weights);
    if (fs::exists(graphFolder / "constants.safetensors")) {
        auto constants = TensorFile::read(graphFolder / "constants.safetensors", device);
        if (!constants)
            return constants.failure();
        data.graphConstants = *std::move(constants);
    }
    auto stored = TensorFile::read(graphFolder / "io.safetensors", at::kCPU);
    if (!stored)
        return stored.failure();
    for (const auto& input : stored->list("input"))
        data.inputs.push_back(input.to(device));
    data.reference = {stored->list("output"), stored->list("reference")};
    return {};
}

} // namespace

std::uint64_t VisitData::currentHash() const
{
    auto combined = weights.hash() * 31 + graphConstants.hash();
    for (const auto& input : inputs)
        combined = combined * 31 + hashOf(input);
    return combined;
}

Attempt<void> VisitData::restore(const core::VisitJob& job)
{
    const c10::InferenceMode noGradients;
    VisitData fresh;
    fresh.accelerator = std::move(accelerator);
    const auto loaded = loadTensors(fresh, job);
    accelerator = std::move(fresh.accelerator);
    if (!loaded)
        return loaded.failure();
    weights.restoreFrom(fresh.weights);
    graphConstants.restoreFrom(fresh.graphConstants);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        inputs[i].copy_(fresh.inputs[i]);
    return {};
}

Attempt<VisitData> loadVisitData(const core::VisitJob& job, const OpenAccelerator& open)
{
    const c10::InferenceMode noGradients;
    VisitData data;
    auto accelerator = open(job.workload.device, job.cuda);
    if (!accelerator)
        return accelerator.failure();
    data.accelerator = *std::move(accelerator);
    if (auto graph = loadGraph(data, job.graphFolder); !graph)
        return graph.failure();
    if (auto tensors = loadTensors(data, job); !tensors)
        return tensors.failure();
    if (data.reference.eager.empty() || data.inputs.empty())
        return damagedGraph("Inputs or outputs are missing in io.safetensors.");
    const auto isHalf = job.workload.dtype != core::DataType::Float32;
    if ((isHalf || !data.reference.exact.empty())
        && data.reference.exact.size() != data.reference.eager.size())
        return damagedGraph("The float64 reference is missing in io.safetensors.");
    data.hash = data.currentHash();
    return data;
}

} // namespace inferometer::engine
