// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/selection.h"

#include <vector>

namespace inferometer::core {

/// The variants that a selection's words ask for: of each engine the baseline first.
Result<std::vector<Variant>> chosenVariants(const Selection& selection, Preset preset);
Result<CudaChoices> chosenCuda(const Selection& selection);

} // namespace inferometer::core
