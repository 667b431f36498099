// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_builder.h"

#include "ui/charts/cells.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

Chart chartOf(ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    switch (kind) {
    case ChartKind::Duration:
        return durationChart(view, options, locale);
    case ChartKind::Batch:
        return batchChart(view, options, locale);
    case ChartKind::Improvement:
        return improvementChart(view, options, locale);
    case ChartKind::Modes:
        return modesChart(view, options, locale);
    case ChartKind::Scaling:
        return scalingChart(view, options, locale);
    case ChartKind::Samples:
        return samplesChart(view, options, locale);
    case ChartKind::Places:
        return placesChart(view, options, locale);
    case ChartKind::Split:
        return splitChart(view, options, locale);
    }
    Q_UNREACHABLE();
}

bool hasPinned(const BarChart& chart)
{
    return std::any_of(chart.panels.begin(), chart.panels.end(), [](const BarPanel& panel) {
        return std::any_of(panel.series.begin(), panel.series.end(),
            [](const BarSeries& series) { return series.isPinned; });
    });
}

/// The rows of the run that a chart is of.
std::vector<int> rowsOf(const Chart& chart, const RunView& view, const ChartOptions& options)
{
    if (const auto* bars = std::get_if<BarChart>(&chart))
        return rowsShown(*bars);
    if (options.row < 0 || options.row >= view.rowCount())
        return {};
    return {view.row(options.row).baseline, options.row};
}

/// What has no samples is a sentence of the chart instead of a series.
bool hasPinnedSamples(const RunView& view, const std::vector<int>& rows)
{
    return std::any_of(rows.begin(), rows.end(), [&](int row) { return view.pinnedCell(row); });
}

/// Why a chart has nothing of what is pinned.
QString whyWithoutPinned(ChartKind kind, const RunView& view, const ChartOptions& options)
{
    const bool hangsOnMetric =
        kind != ChartKind::Improvement && kind != ChartKind::Split && kind != ChartKind::Samples;
    return hangsOnMetric && options.metric != Metric::Mean && !view.pinned()->run
        ? Tr::tr("Only means are known of what is pinned: they are shown beside means.")
        : Tr::tr("Nothing that is pinned stands beside these rows.");
}

/// The conditions of what is pinned below those of the run, or why nothing of it is shown.
void tellOfPinned(
    Chart& chart, ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    const auto rows = rowsOf(chart, view, options);
    const auto* bars = std::get_if<BarChart>(&chart);
    auto& text = std::visit([](auto& each) -> ChartText& { return each.text; }, chart);
    if (bars ? hasPinned(*bars) : hasPinnedSamples(view, rows))
        text.footer += QLatin1Char('\n') + pinnedConditions(view, rows, locale);
    else if (bars || !rows.empty())
        text.subtitle +=
            QLatin1String(text.subtitle.isEmpty() ? "" : "\n") + whyWithoutPinned(kind, view, options);
}

} // namespace

Chart buildChart(ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    Chart chart = chartOf(kind, view, options, locale);
    if (auto* bars = std::get_if<BarChart>(&chart)) {
        describeBars(*bars);
        addFooter(bars->text, view, rowsShown(*bars), options, locale);
    }
    if (view.pinned())
        tellOfPinned(chart, kind, view, options, locale);
    return chart;
}

} // namespace inferometer::ui
