// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/study/report/document.h"
#include "core/study/study_table.h"
#include "ui/models/run_view.h"

#include <QStringList>

namespace inferometer::ui {

/// Writes the report of a run in the language in force: .html carries its pictures inside, .md has them in a
/// folder beside it, .pdf is ready for the printer; another suffix is refused. `published` are the guide's
/// tables, put beside the run's figures where there are any. The names of the files, the document first.
core::Result<QStringList> writeReport(
    const RunView& view, const std::vector<core::StudyTable>& published, const QString& path);

/// "20260301T123456Z-k3x9.report.html"
QString reportName(const RunView& view, const QString& suffix);

/// Notes as the reader's sentences.
core::report::Phrases phrases();

} // namespace inferometer::ui
