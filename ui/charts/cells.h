// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_options.h"

#include <QLocale>

/// Parts that the chart builders share.
namespace inferometer::ui {

/// The look of a way to execute: hue by compile mode, light for Python, hatched where compiled.
BarStyle styleOf(const core::Variant& variant);

/// A bar of the duration of one row; a word where it was not timed; nothing for a row that is not planned.
BarCell durationCell(const RunView& view, int row, const ChartOptions& options, const QLocale& locale);

/// One row in a sentence: model, batch, variant, duration, improvement.
QString spokenRow(const RunView& view, int row, const ChartOptions& options, const QLocale& locale);

/// Groups in the order of the run's models, under their tasks where there are several.
std::vector<BarGroup> modelGroups(const RunView& view);

QString durationAxisTitle(const ChartOptions& options);
/// "Mean time of one inference; whiskers: standard deviation. Shorter is better."
QString durationSubtitle(const ChartOptions& options);

/// Conditions of the rows that the panels show, the run, and the mark of sample data.
void addFooter(BarChart& chart, const RunView& view, const QLocale& locale);
void addFooter(ChartText& text, const RunView& view, const std::vector<int>& rows, const QLocale& locale);

/// The series without those whose every cell is empty.
void dropEmptySeries(BarPanel& panel);

} // namespace inferometer::ui
