// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"
#include "core/study/study_table.h"

namespace inferometer::core::report {

/// One row per compiled variant: improvement with its interval, verdict, compile time, break-even counts,
/// peak memory.
Table trustTable(const StudyTable& table);

} // namespace inferometer::core::report
