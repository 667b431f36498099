// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_options.h"

#include <QLocale>

/// Parts that the chart builders share.
namespace inferometer::ui {

/// The look of a way to execute: hue and hatch by compile mode, light for Python.
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

/// What to do, conditions of the rows that the panels show, the run, and the mark of sample data.
void addFooter(BarChart& chart, const RunView& view, const ChartOptions& options, const QLocale& locale);
void addFooter(ChartText& text, const RunView& view, const std::vector<int>& rows,
    const ChartOptions& options, const QLocale& locale);

/// The series without those whose every cell is empty.
void dropEmptySeries(BarPanel& panel);

/// Gives series that only their hues tell apart hatches of their own, diagonal ones to what is compiled.
void distinguish(BarPanel& panel);

/// Says the extremes of the first panel, and what is missing there, in the spoken description.
void describeBars(BarChart& chart);

/// Gives a chart its one panel, without empty series, each told from the others, drawn as chosen.
void addOnlyPanel(BarChart& chart, BarPanel panel, const ChartOptions& options);

/// The pinned row beside one of the run's: its mean, in the unit and share of the options; nothing where
/// nothing is pinned there, or where the metric is not the mean, the only one that published tables have.
BarCell pinnedDuration(const RunView& view, int row, const ChartOptions& options, const QLocale& locale);
BarCell pinnedImprovement(const RunView& view, int row, const QLocale& locale);
/// The row among those of a workload that something of a pinned variant stands beside; -1: none.
int pinnedPlace(const RunView& view, const core::Workload& workload, const PinnedVariant& variant);
/// "A100, 2.0.1-default · Python · default"; the variant is the pinned row's.
QString pinnedName(const RunView& view, const core::Variant& variant);
/// The hue of a run among those side by side, with the hatch of the variant.
BarStyle besideStyle(std::size_t place, const core::Variant& variant);

/// Groups by the first value they have, largest first; those without one last.
void arrangeByValue(BarChart& chart, BarPanel& panel);

} // namespace inferometer::ui
