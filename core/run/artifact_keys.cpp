// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/json.h"
#include "core/run/preparation.h"

#include <initializer_list>
#include <string>

namespace inferometer::core {

namespace {

/// Of the environment that prepares and compiles.
void addVersions(KeyParts& parts, const KeyInputs& inputs, std::initializer_list<const char*> keys)
{
    for (const auto* key : keys)
        parts[key] = valueOf(*inputs.python, key);
}

std::string word(DeviceKind kind)
{
    return std::string(toWord(kind));
}

} // namespace

ArtifactKey weightsKey(const KeyInputs& inputs)
{
    KeyParts parts{
        {"model", inputs.model->identity},
        {"dtype", std::string(toWord(inputs.workload.dtype))},
        {"weights", inputs.weightsName},
        {"sample", inputs.sampleSha256},
    };
    addVersions(parts, inputs, {"torch_git", "torch", "transformers", "timm", "weights_recipe"});
    return artifactKey(ArtifactKind::Weights, parts);
}

ArtifactKey graphKey(const KeyInputs& inputs)
{
    KeyParts parts{
        {"weights", weightsKey(inputs).digest},
        {"batch", std::to_string(inputs.workload.batch)},
        {"device", word(inputs.workload.device.kind)},
        {"capability", inputs.capability},
        {"attention", std::string(toWord(inputs.plan->attention))},
        {"threads", std::to_string(inputs.plan->threads)},
        {"image", inputs.imageSha256},
        {"worker", inputs.workerDigest},
    };
    if (inputs.workload.device.kind == DeviceKind::Cuda) // the reference is computed under these
        parts["choices"] = toLine(writeJson(inputs.plan->cuda));
    addVersions(parts, inputs,
        {"torch_git", "cuda", "transformers", "torchvision", "pillow", "numpy", "cpu_capability"});
    return artifactKey(ArtifactKind::Graph, parts);
}

ArtifactKey packageKey(const KeyInputs& inputs, const Variant& variant)
{
    KeyParts parts{
        {"graph", graphKey(inputs).digest},
        {"mode", std::string(toWord(variant.mode))},
        {"frozen", variant.frozen ? "yes" : "no"},
        {"layout", std::string(toWord(variant.layout))},
    };
    if (inputs.workload.device.kind == DeviceKind::Cuda) {
        // What the compiler's own measurements depend on, beside the graph's choices.
        parts["driver"] = inputs.driver;
        parts["device_name"] = inputs.deviceName;
    }
    if (variant.repetition > 1)
        parts["repetition"] = std::to_string(variant.repetition);
    addVersions(parts, inputs, {"compiler", "inductor_isa", "triton"});
    return artifactKey(ArtifactKind::Package, parts);
}

} // namespace inferometer::core
