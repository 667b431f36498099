// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

namespace {

SampleSeries seriesOf(const RunView& view, int row, const ChartOptions& options)
{
    const auto& result = view.row(row);
    SampleSeries series;
    series.name = variantName(result.variant());
    series.style = styleOf(result.variant());
    const double unit = 1e3 / (options.isPerImage ? result.workload().batch : 1);
    if (!result.row())
        return series;
    for (const auto& round : result.row()->result.rounds) {
        const auto count = static_cast<double>(round.samples_s.size());
        for (std::size_t i = 0; i < round.samples_s.size(); ++i) {
            series.x.push_back(round.round + 1 + (static_cast<double>(i) + 0.5) / count - 0.5);
            series.value.push_back(round.samples_s[i] * unit);
        }
    }
    if (const auto found = reading(result, options.metric, options.isPerImage, ErrorBars::None))
        series.centre = found->value_s * 1e3;
    return series;
}

} // namespace

SamplesChart samplesChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    SamplesChart chart;
    chart.axisTitle = durationAxisTitle(options);
    chart.roundTitle = Tr::tr("Round");
    chart.countTitle = Tr::tr("Inferences");
    chart.hasLegend = options.hasLegend;
    chart.isLogarithmic = options.isLogarithmic;
    if (options.row < 0 || options.row >= view.rowCount())
        return chart;
    const auto& result = view.row(options.row);
    chart.text.title =
        Tr::tr("Single Inferences of %1 on %2 with Batch Size of %3")
            .arg(view.guideLabel(result.workload().model), view.hardwareName(result.workload().device),
                locale.toString(result.workload().batch));
    std::vector<int> rows;
    for (const int row : {result.baseline, options.row}) {
        if (row < 0)
            continue;
        auto series = seriesOf(view, row, options);
        if (!series.value.empty()) {
            chart.series.push_back(std::move(series));
            rows.push_back(row);
        }
    }
    chart.text.subtitle =
        Tr::tr("Every timed inference in its round, and how they are distributed; lines: %1.")
            .arg(metricName(options.metric).toLower());
    chart.text.description = Tr::tr("%1. %2", "title and one row in a sentence")
                                 .arg(chart.text.title, spokenRow(view, options.row, options, locale));
    addFooter(chart.text, view, rows, options, locale);
    return chart;
}

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

bool showsPinned(ChartKind kind)
{
    return kind == ChartKind::Duration || kind == ChartKind::Improvement || kind == ChartKind::Scaling;
}

} // namespace

Chart buildChart(ChartKind kind, const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    Chart chart = chartOf(kind, view, options, locale);
    if (view.pinned() && !showsPinned(kind)) {
        auto& subtitle = std::visit([](auto& each) -> QString& { return each.text.subtitle; }, chart);
        subtitle += QLatin1String(subtitle.isEmpty() ? "" : "\n")
            + Tr::tr("This chart shows the run alone, without what is pinned.");
    }
    return chart;
}

} // namespace inferometer::ui
