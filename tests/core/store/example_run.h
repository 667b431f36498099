// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

namespace inferometer::tests {

/// ResNet at batch 1 (measured) and 4 (compiled variant out of memory), no compile and default.
core::RunRecord exampleRun();

} // namespace inferometer::tests
