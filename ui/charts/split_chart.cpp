// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

BarCell stepCell(const core::Comparison& step, const core::Split& split, const QLocale& locale)
{
    BarCell cell;
    if (!step.improvement_percent)
        return cell;
    cell.row = static_cast<int>(split.row);
    cell.value = step.improvement_percent->value;
    cell.low = step.improvement_percent->low;
    cell.high = step.improvement_percent->high;
    cell.isFaint = step.verdict != core::Verdict::Faster && step.verdict != core::Verdict::Slower;
    cell.label = signedPercent(locale, *cell.value);
    cell.spoken = noteText(split.sentence);
    return cell;
}

std::vector<const core::Split*> shownSplits(const RunView& view, const ChartOptions& options)
{
    std::vector<const core::Split*> shown;
    for (int i = 0; i < view.rowCount(); ++i) {
        const auto& row = view.row(i);
        const auto& workload = row.workload();
        const bool isChosen = std::find(options.variants.begin(), options.variants.end(), row.variant())
            != options.variants.end();
        if (!isChosen || workload.device != options.device || workload.batch != options.batch
            || workload.dtype != options.dtype)
            continue;
        const auto* split = view.split(i);
        if (split && split->step == core::FirstStep::LeavingPython)
            shown.push_back(split);
    }
    return shown;
}

/// The mode stands beside the model where one model has several.
void addGroups(BarChart& chart, const std::vector<const core::Split*>& shown, const RunView& view)
{
    for (const auto* split : shown) {
        const auto& row = view.row(static_cast<int>(split->row));
        const bool isOnly = std::none_of(shown.begin(), shown.end(), [&](const core::Split* other) {
            return other != split
                && view.row(static_cast<int>(other->row)).workload().model == row.workload().model;
        });
        const QString model = view.modelLabel(row.workload().model);
        chart.groups.push_back(
            {isOnly ? model : QStringLiteral("%1 · %2").arg(model, variantModeName(row.variant())), {}});
    }
}

} // namespace

BarChart splitChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Leaving Python and Compiling on %1 with Batch Size of %2")
                           .arg(view.hardwareName(options.device), locale.toString(options.batch));
    const auto shown = shownSplits(view, options);
    addGroups(chart, shown, view);
    BarPanel panel;
    panel.axisTitle = Tr::tr("Time saved (%)");
    panel.canBeLogarithmic = false;
    const auto addSteps = [&](const QString& name, const BarStyle& style, auto step) {
        BarSeries series{name, style, {}};
        for (const auto* split : shown) {
            const core::Comparison* found = step(*split);
            series.cells.push_back(found ? stepCell(*found, *split, locale) : BarCell());
        }
        panel.series.push_back(std::move(series));
    };
    addSteps(Tr::tr("Leaving Python"), {Paint::Sky, Hatch::None, false},
        [](const core::Split& split) { return &split.first; });
    addSteps(Tr::tr("Compiling in C++"), {Paint::Orange, Hatch::Rising, false},
        [](const core::Split& split) { return &split.compiling; });
    addSteps(
        Tr::tr("Compiling in Python"), {Paint::Yellow, Hatch::Falling, false}, [](const core::Split& split) {
            return split.compilingInPython ? &*split.compilingInPython : nullptr;
        });
    addSteps(Tr::tr("Both: compiled C++ against Python"), {Paint::Green, Hatch::Cross, false},
        [](const core::Split& split) { return &split.whole; });
    chart.text.subtitle = shown.empty()
        ? Tr::tr(
            "Nothing to show: it needs verified rows of both engines without compiling, and of compiled C++.")
        : shown.size() == 1
        ? noteText(shown.front()->sentence)
        : Tr::tr(
            "Each step against the row before it; whiskers: 95% interval. Pale bars: no difference shown.");
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    addOnlyPanel(chart, std::move(panel), options);
    chart.isLogarithmic = false;
    describeBars(chart);
    addFooter(chart, view, options, locale);
    return chart;
}

} // namespace inferometer::ui
