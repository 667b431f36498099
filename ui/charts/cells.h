// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_options.h"

#include <QLocale>

/// Parts that the chart builders share.
namespace inferometer::ui {

constexpr double msPerSecond = 1e3; ///< charts show milliseconds

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

/// The run's rows that the panels show.
std::vector<int> rowsShown(const BarChart& chart);
/// What to do, conditions of the rows that a chart shows, the run, and the mark of sample data.
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

/// The workload of every model with the device, batch size and data type chosen: one per group.
std::vector<core::Workload> workloadsOf(const RunView& view, const ChartOptions& options);

/// Durations of one variant, a cell per group.
BarSeries durationSeries(const RunView& view, const core::Variant& variant, const QString& name,
    const std::vector<core::Workload>& groups, const ChartOptions& options, const QLocale& locale);
/// Durations of every variant shown, each with what is pinned beside it.
void addDurations(BarPanel& panel, const RunView& view, const std::vector<core::Workload>& groups,
    const ChartOptions& options, const QLocale& locale);

/// The pinned row beside one of the run's, in the unit and share of the options; nothing where nothing is
/// pinned there, or where only a mean is known of it and another metric is shown.
BarCell pinnedDuration(const RunView& view, int row, const ChartOptions& options, const QLocale& locale);
BarCell pinnedImprovement(const RunView& view, int row, const QLocale& locale);
/// What is pinned of one variant, a cell per group.
BarSeries pinnedDurations(const RunView& view, const PinnedVariant& variant,
    const std::vector<core::Workload>& groups, const ChartOptions& options, const QLocale& locale);
BarSeries pinnedImprovements(const RunView& view, const PinnedVariant& variant,
    const std::vector<core::Workload>& groups, const QLocale& locale);
/// The row among those of a workload that something of a pinned variant stands beside; -1: none.
int pinnedPlace(const RunView& view, const core::Workload& workload, const PinnedVariant& variant);
/// "A100, 2.0.1-default · Python · default"; the variant is the pinned row's.
QString pinnedName(const RunView& view, const core::Variant& variant);
/// What is pinned with the conditions of its rows beside some of the run's, as a line of a footer.
QString pinnedConditions(const RunView& view, const std::vector<int>& rows, const QLocale& locale);
/// The hue of a run among those side by side.
Paint hueBeside(std::size_t place);
/// The same with the hatch of the variant.
BarStyle besideStyle(std::size_t place, const core::Variant& variant);
/// The look of the run's own rows: that of a run among several where something is pinned.
BarStyle ownStyle(const RunView& view, const core::Variant& variant);

/// Groups by the first value they have, largest first; those without one last.
void arrangeByValue(BarChart& chart, BarPanel& panel);

} // namespace inferometer::ui
