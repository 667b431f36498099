// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/plan/cuda_choices.h"
#include "core/plan/workload.h"

#include <optional>
#include <string_view>

namespace inferometer::core {

/// Why a variant cannot be measured on a device at all; nothing where it can. Such a row is planned, and is
/// reported with this reason instead of being left out. `capability` is what CUDA says of the device ("7.5"),
/// here and below, empty where nobody has asked.
std::optional<Note> whyUnsupported(
    const Workload& workload, const Variant& variant, std::string_view capability = {});

/// Why a data type is not measured on a device: older GPUs emulate bfloat16, and Triton refuses it there.
std::optional<Note> whyTypeUnsupported(DataType dtype, const Device& device, std::string_view capability);

/// Why TF32 changes nothing on a device: older GPUs do not have it.
std::optional<Note> whyNoTf32(const Device& device, std::string_view capability);
/// The same where somebody asked for it: for convolutions it is allowed without being asked for, as PyTorch
/// does.
std::optional<Note> doubtAboutTf32(
    const CudaChoices& choices, const Workload& workload, std::string_view capability);

} // namespace inferometer::core
