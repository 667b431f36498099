// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

namespace {

bool hasOneEngine(const std::vector<core::Variant>& variants)
{
    for (const auto& variant : variants) {
        if (variant.engine != variants.front().engine)
            return false;
    }
    return true;
}

BarSeries pinnedSeries(
    const RunView& view, const PinnedVariant& pinned, const ChartOptions& options, const QLocale& locale)
{
    BarSeries series{pinnedName(view, pinned.variant), besideStyle(1, pinned.variant), {}};
    for (const auto& model : view.models()) {
        const core::Workload workload{model, options.device, options.batch, options.dtype};
        series.cells.push_back(pinnedDuration(view, pinnedPlace(view, workload, pinned), options, locale));
    }
    return series;
}

} // namespace

BarChart durationChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    const QString batch = locale.toString(options.batch);
    chart.text.title = Tr::tr("Duration Comparison on %1 with Batch Size of %2")
                           .arg(view.hardwareName(options.device), batch);
    chart.text.subtitle = durationSubtitle(options);
    chart.groups = modelGroups(view);
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(options);
    const bool isOneEngine = hasOneEngine(options.variants);
    const auto pinned = pinnedBeside(view.pinned(), options.variants);
    for (const auto& variant : options.variants) {
        BarSeries series{isOneEngine ? variantModeName(variant) : variantName(variant), styleOf(variant), {}};
        for (const auto& model : view.models()) {
            const core::Workload workload{model, options.device, options.batch, options.dtype};
            series.cells.push_back(durationCell(view, view.find(workload, variant), options, locale));
        }
        if (view.pinned())
            series.style = besideStyle(0, variant);
        panel.series.push_back(std::move(series));
        for (const auto& each : pinned) {
            if (each.beside.front() == variant)
                panel.series.push_back(pinnedSeries(view, each, options, locale));
        }
    }
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    describeBars(chart);
    addFooter(chart, view, options, locale);
    return chart;
}

BarChart batchChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    constexpr std::array hues{
        Paint::Blue, Paint::Green, Paint::Orange, Paint::Purple, Paint::Sky, Paint::Vermillion};
    BarChart chart;
    chart.text.title = Tr::tr("Batch Size Comparison on %1").arg(view.hardwareName(options.device));
    chart.text.subtitle = Tr::tr("%1 engine. %2", "%1 an engine, %2 a sentence on what the bars show")
                              .arg(engineName(options.engine), durationSubtitle(options));
    chart.groups = modelGroups(view);
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(options);
    std::size_t hue = 0;
    for (const int batch : view.batches()) {
        for (const auto& variant : options.variants) {
            if (variant.engine != options.engine)
                continue;
            BarStyle style = styleOf(variant);
            style.paint = hues[hue % hues.size()];
            style.isLight = false;
            BarSeries series{Tr::tr("batch %1 · %2", "%1 a size, %2 a compile mode")
                                 .arg(locale.toString(batch), variantModeName(variant)),
                style, {}};
            for (const auto& model : view.models()) {
                const core::Workload workload{model, options.device, batch, options.dtype};
                series.cells.push_back(durationCell(view, view.find(workload, variant), options, locale));
            }
            panel.series.push_back(std::move(series));
        }
        ++hue;
    }
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    describeBars(chart);
    addFooter(chart, view, options, locale);
    return chart;
}

} // namespace inferometer::ui
