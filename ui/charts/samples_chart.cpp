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
    series.style = ownStyle(view, result.variant());
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

/// The same rows of the pinned run.
void addPinned(SamplesChart& chart, const RunView& view, const std::vector<int>& rows,
    const ChartOptions& options, const QLocale& locale)
{
    ChartOptions means = options;
    means.metric = Metric::Mean;
    QStringList withoutSamples;
    for (const int row : rows) {
        const auto* beside = view.pinnedCell(row);
        if (!beside)
            continue;
        const auto& run = view.pinned()->run;
        auto series = run ? seriesOf(*run, static_cast<int>(beside->row), options) : SampleSeries();
        if (series.value.empty()) {
            withoutSamples << pinnedDuration(view, row, means, locale).spoken;
            continue;
        }
        const auto& variant = view.pinnedRow(row)->variant;
        series.name = pinnedName(view, variant);
        series.style = besideStyle(1, variant);
        series.isPinned = true;
        chart.series.push_back(std::move(series));
    }
    if (!withoutSamples.isEmpty())
        chart.text.subtitle += QLatin1Char('\n')
            + Tr::tr("Pinned, without single inferences: %1.").arg(withoutSamples.join(QStringLiteral("; ")));
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
    std::vector<int> planned{result.baseline, options.row};
    std::erase(planned, -1);
    std::vector<int> rows;
    for (const int row : planned) {
        auto series = seriesOf(view, row, options);
        if (!series.value.empty()) {
            chart.series.push_back(std::move(series));
            rows.push_back(row);
        }
    }
    chart.text.subtitle =
        Tr::tr("Every timed inference in its round, and how they are distributed; lines: %1.")
            .arg(metricName(options.metric).toLower());
    if (view.pinned())
        addPinned(chart, view, planned, options, locale);
    chart.text.description = Tr::tr("%1. %2", "title and one row in a sentence")
                                 .arg(chart.text.title, spokenRow(view, options.row, options, locale));
    addFooter(chart.text, view, rows, options, locale);
    return chart;
}

} // namespace inferometer::ui
