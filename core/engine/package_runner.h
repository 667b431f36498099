// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/DynamicLibrary.h>
#include <ATen/core/Tensor.h>
#include <torch/csrc/inductor/aoti_runner/model_container_runner.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace inferometer::engine {

/// A tensor that a compiled package works with and does not hold itself.
struct PackageConstant {
    std::string internalName;
    std::string name; ///< as in the weights
    at::ScalarType type = at::kFloat;
    std::uint64_t bytes = 0;
    bool isFolded = false; ///< made by the package out of others
};

/// The shared object of a compiled package, as LibTorch runs it. Calls throw what Torch throws.
class PackageRunner {
public:
    virtual ~PackageRunner() = default;
    virtual std::vector<PackageConstant> constants() const = 0;
    /// By internal name. The tensors are used where they lie: whoever gives them keeps them.
    virtual void setConstants(std::unordered_map<std::string, at::Tensor>& constants) = 0;
    virtual std::vector<at::Tensor> run(const std::vector<at::Tensor>& inputs) = 0;
};

/// Implements PackageRunner on one of LibTorch's container runners.
template <typename Container> class ContainerRunner final : public PackageRunner {
public:
    template <typename... Arguments>
    explicit ContainerRunner(const Arguments&... arguments)
        : m_container(arguments...)
    {
    }

    std::vector<PackageConstant> constants() const override { return m_container.constants(); }
    void setConstants(std::unordered_map<std::string, at::Tensor>& constants) override
    {
        m_container.update_constant_buffer(constants, false, true, true);
    }
    std::vector<at::Tensor> run(const std::vector<at::Tensor>& inputs) override
    {
        return m_container.run(inputs);
    }

private:
    /// Reaches the questions about sizes that the runner's public face does not have.
    class Open final : public Container {
    public:
        using Container::Container;

        std::vector<PackageConstant> constants() const
        {
            const auto isFolded = symbol<decltype(&AOTInductorModelContainerGetConstantFromFolded)>(
                "AOTInductorModelContainerGetConstantFromFolded");
            const auto dataSize = symbol<decltype(&AOTInductorModelContainerGetConstantDataSize)>(
                "AOTInductorModelContainerGetConstantDataSize");
            std::size_t count = 0;
            check(this->get_num_constants_func_(this->container_handle_, &count));
            std::vector<PackageConstant> found(count);
            for (std::size_t i = 0; i < count; ++i) {
                const char* name = nullptr;
                const char* original = nullptr;
                std::int32_t type = 0;
                std::size_t bytes = 0;
                check(this->get_constant_name_func_(this->container_handle_, i, &name));
                check(this->get_constant_original_fqn_func_(this->container_handle_, i, &original));
                check(this->get_constant_dtype_func_(this->container_handle_, i, &type));
                check(dataSize(this->container_handle_, i, &bytes));
                check(isFolded(this->container_handle_, i, &found[i].isFolded));
                found[i].internalName = name;
                found[i].name = original;
                found[i].type = static_cast<at::ScalarType>(type);
                found[i].bytes = bytes;
            }
            return found;
        }

    private:
        template <typename Function> Function symbol(const char* name) const
        {
            return reinterpret_cast<Function>(this->model_so_->sym(name));
        }
        static void check(AOTIRuntimeError error)
        {
            TORCH_CHECK(
                error == AOTI_RUNTIME_SUCCESS, "The package does not answer questions about its constants.");
        }
    };

    Open m_container;
};

std::unique_ptr<PackageRunner> openCpuPackage(const std::string& sharedObject);
/// `folder` holds the kernels. `isForCapture`: without the locks and events that no graph can record.
std::unique_ptr<PackageRunner> openCudaPackage(
    const std::string& sharedObject, const at::Device& device, const std::string& folder, bool isForCapture);

} // namespace inferometer::engine
