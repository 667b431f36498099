// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"
#include "core/study/study_table.h"

#include <vector>

namespace inferometer::core::report {

struct PublishedTable {
    Note name; ///< torch and mode of the guide's series
    Table table;
    std::vector<Note> remarks; ///< on the published rows that stand in it
};

/// The improvements of a run beside those of one series of the guide for its devices, row by row where both
/// planned the model and batch in the series' mode; without rows where they have nothing in common.
PublishedTable publishedBeside(const StudyTable& own, const StudyTable& published);

} // namespace inferometer::core::report
