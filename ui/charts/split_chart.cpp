// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"
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

/// A step of the way, what its bars are called and how they look.
struct Step {
    QString name;
    BarStyle style;
    const core::Comparison* (*of)(const core::Split& split);
    bool isOfPython = false; ///< the one step that the rows of Python alone tell of
};

std::vector<Step> steps()
{
    return {
        {Tr::tr("Leaving Python"), {Paint::Sky, Hatch::None, false},
            [](const core::Split& split) { return &split.first; }},
        {Tr::tr("Compiling in C++"), {Paint::Orange, Hatch::Rising, false},
            [](const core::Split& split) { return &split.compiling; }},
        {Tr::tr("Compiling in Python"), {Paint::Yellow, Hatch::Falling, false},
            [](const core::Split& split) {
                return split.compilingInPython ? &*split.compilingInPython : nullptr;
            },
            true},
        {Tr::tr("Both: compiled C++ against Python"), {Paint::Green, Hatch::Cross, false},
            [](const core::Split& split) { return &split.whole; }},
    };
}

BarCell ownStep(const Step& step, const core::Split& split, const QLocale& locale)
{
    const auto* found = step.of(split);
    return found ? stepCell(*found, split, locale) : BarCell();
}

/// What compiling bought in Python by means alone; they say nothing of the other steps.
BarCell publishedStep(const RunView& view, const core::Split& split, const QLocale& locale)
{
    const auto& row = view.row(static_cast<int>(split.row));
    const auto beside =
        pinnedBeside(view.pinned(), {core::publishedVariant(row.variant()), row.variant()}).front();
    return pinnedImprovement(view, pinnedPlace(view, row.workload(), beside), locale);
}

/// The same step of the pinned run.
BarCell pinnedStep(const RunView& view, const Step& step, const core::Split& split, const QLocale& locale)
{
    const auto& run = view.pinned()->run;
    if (!run)
        return step.isOfPython ? publishedStep(view, split, locale) : BarCell();
    const auto* beside = view.pinnedCell(static_cast<int>(split.row));
    const auto* pinned = beside ? run->split(static_cast<int>(beside->row)) : nullptr;
    if (!pinned || pinned->step != core::FirstStep::LeavingPython)
        return {};
    BarCell cell = ownStep(step, *pinned, locale);
    cell.row = -1; // none of this run's
    cell.spoken = Tr::tr("%1: %2", "a variant and its outcome").arg(view.pinned()->name, cell.spoken);
    return cell;
}

/// A series per step; where something is pinned, its own after it, and hues tell the runs apart.
void addSteps(
    BarPanel& panel, const RunView& view, const std::vector<const core::Split*>& shown, const QLocale& locale)
{
    for (const auto& step : steps()) {
        BarSeries own{step.name, step.style, {}};
        BarSeries pinned{{}, step.style, {}, true};
        for (const auto* split : shown) {
            own.cells.push_back(ownStep(step, *split, locale));
            if (view.pinned())
                pinned.cells.push_back(pinnedStep(view, step, *split, locale));
        }
        if (view.pinned()) {
            own.style.paint = hueBeside(0);
            pinned.style.paint = hueBeside(1);
            pinned.name = Tr::tr("%1 · %2", "%1 a run, %2 a variant").arg(view.pinned()->name, step.name);
        }
        panel.series.push_back(std::move(own));
        if (view.pinned())
            panel.series.push_back(std::move(pinned));
    }
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
    addSteps(panel, view, shown, locale);
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
    return chart;
}

} // namespace inferometer::ui
