// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_options.h"

#include <QLocale>

/// From a run to what its charts show. Texts are in the language in force, numbers in the given locale.
namespace inferometer::ui {

Chart buildChart(
    ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale = QLocale());

/// The parts of one kind, without what every chart says below and of itself.
BarChart durationChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
BarChart batchChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
BarChart improvementChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
BarChart modesChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
/// What leaving Python and what compiling contributed to compiled C++.
BarChart splitChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
BarChart placesChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
/// Time per image over the batch size of the chosen models, and where compiling pays.
BarChart scalingChart(const RunView& view, const ChartOptions& options, const QLocale& locale);
SamplesChart samplesChart(const RunView& view, const ChartOptions& options, const QLocale& locale);

} // namespace inferometer::ui
