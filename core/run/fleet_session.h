// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/beginning.h"

namespace inferometer::core {

/// Measures a run, new or resumed, on the targets that its plan names, or on several GPUs of this machine at
/// the same time.
Result<RunEnd> executeOnTargets(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop, Beginning& beginning);

} // namespace inferometer::core
