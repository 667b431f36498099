// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <string>

namespace inferometer::cli {

/// What stands below the Markdown table of a run: how it differs from the guide's method, why rows are not
/// measured, what the verdicts rest on, and every warning with the rows that it concerns.
std::string notesBelow(const core::RunRecord& run);

} // namespace inferometer::cli
