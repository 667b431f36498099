// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <optional>

namespace inferometer::core {

/// The smaller batch of the same model, device, type and variant that ran out of memory in this run; nothing
/// where none did, or where the plan says to try all the same.
std::optional<int> smallerBatchWithoutMemory(
    const RunRecord& run, const Workload& workload, const Variant& variant);

} // namespace inferometer::core
