// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/run_comparison.h"
#include "core/study/study_table.h"

#include <QLocale>
#include <QString>

/// How rows that were not necessarily measured here are put into cells and labels.
namespace inferometer::ui {

bool hasTime(const core::StudyRow& row);
/// "OOM", "not published": what stands in place of a time.
QString missingWord(const core::StudyRow& row);
/// "12.3 ms", or the word; a dash for a row that is not there.
QString timeText(const core::StudyRow* row, const QLocale& locale);
/// What a difference is worth: "same", "published mean only".
QString judgement(const core::Difference& difference);

} // namespace inferometer::ui
