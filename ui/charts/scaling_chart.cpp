// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/scaling.h"
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

bool isOneOf(const std::vector<core::Variant>& variants, const core::Variant& variant)
{
    return std::find(variants.begin(), variants.end(), variant) != variants.end();
}

/// Where compiling pays, in a sentence per model and variant shown.
QStringList findings(const RunView& view, const ChartOptions& options)
{
    QStringList sentences;
    for (const auto& curve : core::scalingOf(core::tableOf(view.record()))) {
        const bool isShown = isOneOf(options.variants, curve.variant)
            && std::find(options.scaled.begin(), options.scaled.end(), curve.model) != options.scaled.end()
            && core::placeOf(curve.setting) == core::toText(options.device)
            && curve.setting.dtype == options.dtype;
        if (isShown && !curve.sentence.code.empty())
            sentences << noteText(curve.sentence);
    }
    return sentences;
}

/// Every batch of every model: one per group of the chart.
std::vector<core::Workload> scaledWorkloads(const RunView& view, const ChartOptions& options)
{
    std::vector<core::Workload> workloads;
    for (const auto& model : options.scaled) {
        for (const int batch : view.batches())
            workloads.push_back({model, options.device, batch, options.dtype});
    }
    return workloads;
}

BarCell scalingCell(const RunView& view, int row, const ChartOptions& options, const QLocale& locale)
{
    BarCell cell = durationCell(view, row, options, locale);
    if (!cell.value || view.row(row).variant().isBaseline())
        return cell;
    const auto& conclusions = *view.row(row).conclusions();
    cell.isFaint = cell.isFaint || conclusions.verdict != core::Verdict::Faster;
    return cell;
}

} // namespace

BarChart scalingChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    ChartOptions perImage = options;
    perImage.isPerImage = true;
    BarChart chart;
    chart.text.title =
        Tr::tr("Time per Image over the Batch Size on %1").arg(view.hardwareName(options.device));
    chart.text.subtitle =
        durationSubtitle(perImage) + QLatin1Char(' ') + Tr::tr("Pale bars: compiling is not shown to pay.");
    for (const auto& sentence : findings(view, options))
        chart.text.subtitle += QLatin1Char('\n') + sentence;
    const auto groups = scaledWorkloads(view, options);
    for (const auto& workload : groups)
        chart.groups.push_back(
            {Tr::tr("batch %1").arg(locale.toString(workload.batch)), view.guideLabel(workload.model)});
    BarPanel panel;
    panel.axisTitle = durationAxisTitle(perImage);
    for (const auto& variant : options.variants) {
        BarSeries series{variantName(variant), ownStyle(view, variant), {}};
        for (const auto& workload : groups)
            series.cells.push_back(scalingCell(view, view.find(workload, variant), perImage, locale));
        panel.series.push_back(std::move(series));
    }
    for (const auto& each : pinnedBeside(view.pinned(), options.variants))
        panel.series.push_back(pinnedDurations(view, each, groups, perImage, locale));
    addOnlyPanel(chart, std::move(panel), options);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(options.scaled.size()))
            .arg(chart.text.title);
    return chart;
}

} // namespace inferometer::ui
