// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_table.h"

#include <vector>

namespace inferometer::core {

/// What repeating the compilation, or the process, changed: least and largest mean of the programs that were
/// made in the same way, apart from what samples vary. One sentence per repeated variant, and per repeated
/// visit.
std::vector<Note> repeatsOf(const StudyTable& table);

} // namespace inferometer::core
