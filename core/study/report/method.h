// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"
#include "core/study/study_table.h"

#include <vector>

namespace inferometer::core::report {

/// How the run was measured, in sentences.
std::vector<Note> methodOf(const RunRecord& run, const StudyTable& table);
/// Where that differs from the guide's method.
std::vector<Note> differencesFromGuide(const RunRecord& run, const StudyTable& table);

} // namespace inferometer::core::report
