// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/plan/workload.h"

#include <optional>
#include <string_view>

namespace inferometer::core {

/// Why a variant cannot be measured on a device at all; nothing where it can. Such a row is planned, and is
/// reported with this reason instead of being left out.
std::optional<Note> whyUnsupported(const Workload& workload, const Variant& variant);

/// Why a data type cannot be compiled for a device: older GPUs emulate bfloat16, and Triton refuses it there.
/// `capability` is what CUDA says of the device ("7.5"), empty where nobody has asked.
std::optional<Note> whyNotCompiled(DataType dtype, const Device& device, std::string_view capability);

} // namespace inferometer::core
