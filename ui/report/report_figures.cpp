// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_figures.h"

#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_export.h"
#include "ui/pages/picture_files.h"

namespace inferometer::ui {

namespace {

core::report::FigureKind figureKind(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Batch:
        return core::report::FigureKind::BatchComparison;
    case ChartKind::Improvement:
        return core::report::FigureKind::Improvement;
    default:
        return core::report::FigureKind::Duration;
    }
}

/// The guide shows one data type.
bool isShown(const PicturePlan& plan, const RunView& view)
{
    return plan.options.dtype == firstOptions(view).dtype;
}

} // namespace

std::vector<ReportFigure> reportFigures(const RunView& view)
{
    constexpr int width = 1200;
    constexpr double scale = 4.0 / 3.0;
    std::vector<ReportFigure> figures;
    for (const auto kind : {ChartKind::Batch, ChartKind::Duration, ChartKind::Improvement}) {
        for (const auto& plan : picturePlans({kind}, view, firstOptions(view))) {
            const Chart chart = buildChart(kind, view, plan.options);
            if (isEmpty(chart) || !isShown(plan, view))
                continue;
            PictureOptions options = comfortablePicture(chart, width);
            options.scale = scale;
            figures.push_back({figureKind(kind), view.hardwareName(plan.options.device), plan.options.batch,
                pictureName(kind, view, plan.options, options.format),
                renderPicture(chart, options, pictureFacts(view, chart)), {}});
            if (kind == ChartKind::Batch && enginesOf(view).size() > 1)
                figures.back().engine = plan.options.engine;
        }
    }
    return figures;
}

} // namespace inferometer::ui
