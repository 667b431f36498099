// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"
#include "core/engine/package_facts.h"
#include "core/engine/tensor_file.h"
#include "core/engine/torch_program.h"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace inferometer::engine {

class PackageRunner;

/// What a package is given.
struct PackageOrder {
    std::filesystem::path folder;
    PackageHost host;
    at::Device device = at::kCPU;
    const TensorFile* weights = nullptr; ///< outlive the program and are used where they lie
    const TensorFile* graphConstants = nullptr; ///< likewise
    std::vector<at::Tensor> inputs;
    bool ownsConstants = false; ///< the package writes into its constants, so it gets copies
    bool isForCapture = false;
};

/// "Compiled": the shared object that the compiler made, with the weights of the visit.
class PackageProgram final : public TorchProgram {
public:
    static Attempt<std::unique_ptr<PackageProgram>> load(PackageOrder order);

    ~PackageProgram() override;
    std::vector<at::Tensor> run() override;

private:
    PackageProgram() = default;
    Attempt<void> bindConstants(const PackageOrder& order, const PackageFacts& facts);

    TensorFile m_ownConstants; ///< those that the compiler made
    std::unordered_map<std::string, at::Tensor> m_bound; ///< kept as long as the runner uses them
    std::unique_ptr<PackageRunner> m_runner;
    std::vector<at::Tensor> m_inputs;
};

} // namespace inferometer::engine
