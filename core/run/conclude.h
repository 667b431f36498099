// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/policy.h"
#include "core/store/record.h"

namespace inferometer::core {

/// Draws the conclusions of every timed row: each variant against the baseline of its engine, over the rounds
/// that both have. A row with wrong outputs, or beside a baseline with wrong outputs, has durations and no
/// improvement.
void concludeRows(VisitRecord& record, const Policy& policy);

} // namespace inferometer::core
