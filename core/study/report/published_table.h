// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"
#include "core/study/study_table.h"

namespace inferometer::core::report {

/// The improvements of a table's plain default variants beside those that the guide publishes for its
/// devices, row by row where both planned it; without rows where they have nothing in common.
Table publishedBeside(const StudyTable& own, const StudyTable& published);

} // namespace inferometer::core::report
