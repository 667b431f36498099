// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/out_of_memory_rule.h"

namespace inferometer::core {

std::optional<int> smallerBatchWithoutMemory(
    const RunRecord& run, const Workload& workload, const Variant& variant)
{
    if (run.plan.triesLargerAfterOutOfMemory)
        return std::nullopt;
    for (const auto& record : run.visits) {
        const auto& other = record.workload;
        const bool isSame =
            other.model == workload.model && other.device == workload.device && other.dtype == workload.dtype;
        if (!isSame || other.batch >= workload.batch)
            continue;
        for (const auto& row : record.rows) {
            if (row.result.variant == variant && row.result.outcome == Outcome::OutOfMemory)
                return other.batch;
        }
    }
    return std::nullopt;
}

} // namespace inferometer::core
