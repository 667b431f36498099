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

/// What has no samples is a sentence of the chart instead of a series.
bool hasPinnedSamples(const RunView& view, int row)
{
    return row < 0 || row >= view.rowCount() || view.pinnedCell(row)
        || view.pinnedCell(view.row(row).baseline);
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

} // namespace

Chart buildChart(ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    Chart chart = chartOf(kind, view, options, locale);
    auto* bars = std::get_if<BarChart>(&chart);
    if (bars) {
        describeBars(*bars);
        addFooter(*bars, view, options, locale);
    }
    if (view.pinned() && !(bars ? hasPinned(*bars) : hasPinnedSamples(view, options.row))) {
        auto& subtitle = std::visit([](auto& each) -> QString& { return each.text.subtitle; }, chart);
        subtitle += QLatin1String(subtitle.isEmpty() ? "" : "\n") + whyWithoutPinned(kind, view, options);
    }
    return chart;
}

} // namespace inferometer::ui
