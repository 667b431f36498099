// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for cuda.cpp where LibTorch has no CUDA.
#include "core/engine/accelerator.h"
#include "core/engine/package_runner.h"

#include <c10/util/Exception.h>

namespace inferometer::engine {

namespace {
constexpr const char* absent = "This LibTorch is built without CUDA.";
}

Attempt<std::unique_ptr<Accelerator>> openCuda(int, const core::CudaChoices&)
{
    return failure(core::Outcome::Unsupported, core::reasons::engineWithoutCuda, {}, absent);
}

CudaFacts cudaFacts()
{
    CudaFacts facts;
    facts.whyNone = absent;
    return facts;
}

std::unique_ptr<PackageRunner> openCudaPackage(
    const std::string&, const at::Device&, const std::string&, bool)
{
    TORCH_CHECK(false, absent);
}

} // namespace inferometer::engine
