// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/workload.h"
#include "core/protocol/runner_messages.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace inferometer::engine {

/// What the outputs should be: Python's eager ones, and those of the same weights in float64 where eager
/// rounds to fewer bits than float32 has: half types, and TF32 on CUDA.
struct Reference {
    std::vector<at::Tensor> eager;
    std::vector<at::Tensor> exact;
};

/// float32: the largest error of each output, relative to that output's largest magnitude. The operators of
/// an uncompiled graph in C++ are those of the reference, so on a CPU only the order of their sums may
/// differ; a compiler reorders and fuses (largest seen on correct packages of the twelve models: 6e-4).
inline constexpr double uncompiledTolerance = 1e-5;
inline constexpr double compiledTolerance = 1e-3;

/// float16, bfloat16, TF32: root mean square error against float64 at most 3 times that of eager, for outputs
/// of at most ten values 10 times: `torch._dynamo.utils.same` with its multipliers, the judge of PyTorch's
/// own benchmarks. Its floor (a tenth of a tolerance of 1e-3) is taken relative to the scale of the output,
/// and applies instead of being added, so that an output off by three times eager's error cannot hide in it.
inline constexpr double halfMultiplier = 3;
inline constexpr double halfMultiplierOfSmall = 10;
inline constexpr std::int64_t smallOutput = 10;
inline constexpr double halfFloor = 1e-4;
/// A single wrong value drowns in a mean: so the largest error may be at most 10 times eager's largest.
inline constexpr double halfPeakMultiplier = 10;

/// A program may use TF32 in fewer places than eager, or nowhere: what passes in float32 passes here. Eager's
/// own error is not small: 1.4e-2 of the scale for ResNet-50 on an H100, convolutions in TF32.
inline constexpr double tf32Floor = compiledTolerance;

/// The rule and tolerance that apply to a variant.
core::Verification ruleFor(
    const core::Workload& workload, const core::Variant& variant, const Reference& reference);

/// Fills in `rule` what the outputs come to: the worst output decides.
core::Verification verify(
    const std::vector<at::Tensor>& outputs, const Reference& reference, core::Verification rule);

} // namespace inferometer::engine
