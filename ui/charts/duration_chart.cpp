// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

/// How the bars of one batch size look: a hue of their own where no other run needs the hues.
BarStyle batchStyle(const RunView& view, const core::Variant& variant, std::size_t place)
{
    constexpr std::array hues{
        Paint::Blue, Paint::Green, Paint::Orange, Paint::Purple, Paint::Sky, Paint::Vermillion};
    BarStyle style = ownStyle(view, variant);
    if (!view.pinned())
        style.paint = hues[place % hues.size()];
    style.isLight = false;
    return style;
}

QString batchName(int batch, const QString& variant, const QLocale& locale)
{
    return Tr::tr("batch %1 · %2", "%1 a size, %2 a compile mode").arg(locale.toString(batch), variant);
}

/// One batch size: every variant of the engine chosen, each with what is pinned beside it.
void addBatch(BarPanel& panel, const RunView& view, std::size_t place, const ChartOptions& options,
    const QLocale& locale)
{
    std::vector<core::Variant> variants;
    std::copy_if(options.variants.begin(), options.variants.end(), std::back_inserter(variants),
        [&](const core::Variant& variant) { return variant.engine == options.engine; });
    const auto groups = workloadsOf(view, options);
    const auto pinned = pinnedBeside(view.pinned(), variants);
    for (const auto& variant : variants) {
        panel.series.push_back(durationSeries(view, variant,
            batchName(options.batch, variantModeName(variant), locale), groups, options, locale));
        panel.series.back().style = batchStyle(view, variant, place);
        for (const auto& each : pinned) {
            if (each.beside.front() != variant)
                continue;
            const bool isSameEngine = each.variant.engine == options.engine;
            auto series = pinnedDurations(view, each, groups, options, locale);
            series.name =
                Tr::tr("%1 · %2", "%1 a run, %2 a variant")
                    .arg(view.pinned()->name,
                        batchName(options.batch,
                            isSameEngine ? variantModeName(each.variant) : variantName(each.variant),
                            locale));
            series.style.isLight = false;
            panel.series.push_back(std::move(series));
        }
    }
}

} // namespace

BarChart durationChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Duration Comparison on %1 with Batch Size of %2")
                           .arg(view.hardwareName(options.device), locale.toString(options.batch));
    chart.text.subtitle = durationSubtitle(options);
    chart.groups = modelGroups(view);
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(options);
    addDurations(panel, view, workloadsOf(view, options), options, locale);
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    return chart;
}

BarChart batchChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Batch Size Comparison on %1").arg(view.hardwareName(options.device));
    chart.text.subtitle = Tr::tr("%1 engine. %2", "%1 an engine, %2 a sentence on what the bars show")
                              .arg(engineName(options.engine), durationSubtitle(options));
    chart.groups = modelGroups(view);
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(options);
    const auto batches = view.batches();
    for (std::size_t i = 0; i < batches.size(); ++i) {
        ChartOptions each = options;
        each.batch = batches[i];
        addBatch(panel, view, i, each, locale);
    }
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    return chart;
}

} // namespace inferometer::ui
