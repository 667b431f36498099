// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include <QLocale>
#include <QStringList>

namespace inferometer::ui {

/// The conditions that some rows share, as the footer of a chart and the caption of a table name them:
/// device, engine with its versions, CUDA, data type, attention, threads, weights, image, date. What differs
/// among the rows is listed with all values.
QStringList conditions(const QLocale& locale, const RunView& view, const std::vector<int>& rows);
QString conditionsLine(const QLocale& locale, const RunView& view, const std::vector<int>& rows);

/// Adds the texts that say something, each once and in their order, as one part.
void addDistinct(QStringList& parts, QStringList texts);
/// Which attention was computed, as a part.
QString attentionPart(const QString& name);

/// A version as recorded with the rows, or in the run's sessions; empty where unknown.
QString recordedVersion(const RunView& view, const std::string& name);

/// The run's label, or its date where it has none.
QString runTitle(const QLocale& locale, const core::RunRecord& record);

} // namespace inferometer::ui
