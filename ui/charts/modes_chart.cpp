// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

namespace {

BarCell compileCell(const RunView& view, int row, const QLocale& locale)
{
    BarCell cell;
    const auto& result = view.row(row);
    cell.row = row;
    const QString name = variantName(result.variant());
    if (result.row() && result.row()->cost.compile_s) {
        cell.value = *result.row()->cost.compile_s;
        cell.label = secondsText(locale, *cell.value);
        cell.spoken = Tr::tr("%1: compiled in %2").arg(name, cell.label);
    } else if (!result.variant().isCompiled()) {
        cell.word = Tr::tr("nothing to compile");
        cell.spoken = Tr::tr("%1: nothing to compile").arg(name);
    } else {
        cell.word = core::isTimed(result.outcome) ? absent() : outcomeWord(result.outcome);
        cell.spoken = Tr::tr("%1: %2", "a variant and its outcome").arg(name, outcomeName(result.outcome));
    }
    return cell;
}

/// How long the pinned row took to compile, where somebody recorded it.
BarCell pinnedCompile(const RunView& view, int row, const QLocale& locale)
{
    BarCell cell;
    const auto* pinned = view.pinnedRow(row);
    if (!pinned || !pinned->variant.isCompiled())
        return cell;
    const QString name = pinnedName(view, pinned->variant);
    if (pinned->compile_s) {
        cell.value = *pinned->compile_s;
        cell.label = secondsText(locale, *cell.value);
        cell.spoken = Tr::tr("%1: compiled in %2").arg(name, cell.label);
        return cell;
    }
    const bool isPublished = view.pinned()->table.kind == core::SourceKind::Reference;
    cell.word = !hasTime(*pinned) ? missingWord(*pinned) : isPublished ? Tr::tr("not published") : absent();
    cell.spoken = Tr::tr("%1: %2", "a variant and its outcome").arg(name, cell.word);
    return cell;
}

/// A second bar below each of the run's, in both panels; none where nothing is pinned there.
void addPinned(BarChart& chart, const RunView& view, const std::vector<int>& rows,
    const ChartOptions& options, const QLocale& locale)
{
    const BarStyle style{hueBeside(1), Hatch::None, false};
    BarSeries durations{view.pinned()->name, style, {}, true};
    BarSeries compiles = durations;
    bool hasDuration = false;
    for (const int row : rows) {
        durations.cells.push_back(pinnedDuration(view, row, options, locale));
        compiles.cells.push_back(pinnedCompile(view, row, locale));
        if (const auto* pinned = view.pinnedRow(row))
            durations.cells.back().style = compiles.cells.back().style = besideStyle(1, pinned->variant);
        hasDuration = hasDuration || durations.cells.back().value || !durations.cells.back().word.isEmpty();
    }
    if (!hasDuration)
        return;
    chart.panels[0].series.push_back(std::move(durations));
    chart.panels[1].series.push_back(std::move(compiles));
    chart.hasLegend = options.hasLegend;
}

/// What each step on the way to a compiled row saves, a line each.
QString splitLines(const RunView& view, const core::Workload& workload)
{
    QString lines;
    for (int i = 0; i < view.rowCount(); ++i) {
        const auto* split = view.row(i).workload() == workload ? view.split(i) : nullptr;
        if (split)
            lines += "\n" + noteText(split->sentence);
    }
    return lines;
}

} // namespace

BarChart modesChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    const core::Workload workload{options.model, options.device, options.batch, options.dtype};
    chart.text.title = Tr::tr("Compile Modes of %1 on %2 with Batch Size of %3")
                           .arg(view.guideLabel(options.model), view.hardwareName(options.device),
                               locale.toString(options.batch));
    chart.text.subtitle = durationSubtitle(options) + splitLines(view, workload);
    const BarSeries own{Tr::tr("This run"), BarStyle{hueBeside(0), Hatch::None, false}, {}};
    BarPanel durations{durationAxisTitle(options), {own}, {}, true};
    BarPanel compiles{Tr::tr("Compile time (s)"), {own}, {}, true};
    std::vector<int> rows;
    for (const auto& variant : view.variants()) {
        const int row = view.find(workload, variant);
        if (row < 0)
            continue;
        chart.groups.push_back({variantModeName(variant), engineName(variant.engine)});
        BarCell duration = durationCell(view, row, options, locale);
        duration.style = ownStyle(view, variant);
        durations.series.front().cells.push_back(duration);
        BarCell compile = compileCell(view, row, locale);
        compile.style = ownStyle(view, variant);
        compiles.series.front().cells.push_back(compile);
        rows.push_back(row);
    }
    chart.panels = {std::move(durations), std::move(compiles)};
    chart.hasValueLabels = options.hasValueLabels;
    chart.hasLegend = false; // every bar has its name beside it
    chart.isLogarithmic = options.isLogarithmic;
    if (view.pinned())
        addPinned(chart, view, rows, options, locale);
    chart.text.description =
        Tr::tr("%1. %n variant(s).", nullptr, static_cast<int>(chart.groups.size())).arg(chart.text.title);
    return chart;
}

} // namespace inferometer::ui
