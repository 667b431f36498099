// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inferometer::tests {

/// A job on an artefact: short, so that tests are.
inline core::VisitJob jobFor(const std::string& artefact, const std::vector<core::Variant>& variants)
{
    const auto folder = std::filesystem::path(TEST_ARTEFACTS) / artefact;
    core::VisitJob job;
    job.job = "test";
    job.workload = {"resnet", {}, 1, core::DataType::Float32};
    job.threads = 1;
    job.policy.preset = core::Preset::Custom;
    job.policy.exactSamples = 10;
    job.policy.minRounds = 5;
    job.policy.minBlock = 2;
    job.policy.maxTime_s = 30;
    job.policy.targetHalfWidth_percent.reset();
    job.policy.warmup = 2;
    job.weightsFolder = folder / "weights";
    job.graphFolder = folder / "graph";
    for (const auto& variant : variants) {
        const auto* package = variant.frozen ? "package-default-frozen" : "package-default";
        job.variants.push_back({variant, variant.isBaseline() ? "" : (folder / package).string(), ""});
    }
    return job;
}

inline constexpr core::Variant uncompiled{core::Engine::Cpp, core::CompileMode::None};
inline constexpr core::Variant compiled{core::Engine::Cpp, core::CompileMode::Default};

} // namespace inferometer::tests
