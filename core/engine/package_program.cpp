// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/package_program.h"

#include "core/engine/guarded.h"
#include "core/engine/package_runner.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/inductor/aoti_runner/model_container_runner_cpu.h>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;

namespace {

constexpr const char* constantsName = "constants.safetensors";
constexpr const char* onHost = "cpu"; ///< where a constant is expected, whatever the device of the package
constexpr std::uint64_t storageUnit = 64;

Failure mismatch(const std::string& name)
{
    return failure(Outcome::LoadFailed, reasons::constantMismatch, {name});
}

/// The tensor as the code of the package expects it: where it lies if its layout and its device allow that.
at::Tensor arranged(const at::Tensor& tensor, const ConstantPlace& place, bool isCopied)
{
    const auto options = place.device == onHost ? tensor.options().device(at::kCPU) : tensor.options();
    const at::IntArrayRef strides(place.strides);
    if (!isCopied && tensor.device() == options.device() && tensor.strides() == strides)
        return tensor;
    return at::empty_strided(tensor.sizes(), strides, options).copy_(tensor);
}

/// The package's sizes are those of its own storage, which on a CPU is a multiple of 64 bytes.
bool hasSize(const at::Tensor& tensor, std::uint64_t bytes)
{
    return tensor.nbytes() <= bytes && bytes - tensor.nbytes() < storageUnit;
}

bool isPossible(const ConstantPlace& place, const std::string& device)
{
    return (place.device == onHost || place.device == device) && place.shape.size() == place.strides.size()
        && std::all_of(place.strides.begin(), place.strides.end(), [](auto stride) { return stride >= 0; });
}

} // namespace

std::unique_ptr<PackageRunner> openCpuPackage(const std::string& sharedObject)
{
    return std::make_unique<ContainerRunner<torch::inductor::AOTIModelContainerRunnerCpu>>(
        sharedObject, std::size_t{1}, false);
}

PackageProgram::~PackageProgram() = default;

Attempt<std::unique_ptr<PackageProgram>> PackageProgram::load(PackageOrder order)
{
    const c10::InferenceMode noGradients;
    auto facts = readPackageFacts(order.folder);
    if (!facts)
        return facts.failure();
    if (auto suits = checkPackageSuits(*facts, order.host); !suits)
        return suits.failure();
    const auto sharedObject = order.folder / facts->sharedObject;
    if (auto whole = checkSharedObject(sharedObject); !whole)
        return whole.failure();

    std::unique_ptr<PackageProgram> program(new PackageProgram);
    if (std::filesystem::exists(order.folder / constantsName)) {
        auto own = TensorFile::read(order.folder / constantsName, order.device);
        if (!own)
            return own.failure();
        program->m_ownConstants = *std::move(own);
    }
    auto loaded = guarded([&]() -> Attempt<void> {
        program->m_runner = order.device.is_cpu()
            ? openCpuPackage(sharedObject.string())
            : openCudaPackage(sharedObject.string(), order.device, order.folder.string(), order.isForCapture);
        return program->bindConstants(order, *facts);
    });
    if (!loaded)
        return failureOf(loaded.error(), Outcome::LoadFailed, reasons::packageDamaged, {facts->sharedObject});
    if (!*loaded)
        return loaded->failure();
    program->m_inputs = std::move(order.inputs);
    return program;
}

Attempt<void> PackageProgram::bindConstants(const PackageOrder& order, const PackageFacts& facts)
{
    if (facts.isFrozen)
        return {}; // its constants are inside; replacing them would undo the folding
    std::unordered_map<std::string, const ConstantPlace*> places;
    for (const auto& place : facts.constants)
        places.emplace(place.name, &place);

    for (const auto& constant : m_runner->constants()) {
        if (constant.isFolded)
            continue;
        const auto place = places.find(constant.name);
        if (place == places.end())
            return failure(Outcome::LoadFailed, reasons::constantMissing, {constant.name});
        const auto& wanted = *place->second;
        const auto* file = wanted.from == "weights" ? order.weights
            : wanted.from == "graph"                ? order.graphConstants
                                                    : &m_ownConstants;
        const auto* tensor = file != nullptr ? file->find(wanted.source) : nullptr;
        if (tensor == nullptr)
            return failure(Outcome::LoadFailed, reasons::constantMissing, {wanted.source});
        // A package reads as many bytes as it was compiled for, whatever it is given.
        if (!isPossible(wanted, order.host.device) || tensor->sizes() != at::IntArrayRef(wanted.shape)
            || tensor->scalar_type() != constant.type || !hasSize(*tensor, constant.bytes))
            return mismatch(wanted.source);
        m_bound.emplace(constant.internalName, arranged(*tensor, wanted, order.ownsConstants));
    }
    m_runner->setConstants(m_bound);
    return {};
}

std::vector<at::Tensor> PackageProgram::run()
{
    const c10::InferenceMode noGradients;
    return m_runner->run(m_inputs);
}

} // namespace inferometer::engine
