// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparison.h"
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inferometer::ui {

namespace {

/// Identical programs lay as far apart under these conditions.
bool isBelowNoise(const ResultRow& row)
{
    return hasImprovement(row) && row.record()->noiseFloor_percent
        && std::abs(row.conclusions()->improvement_percent->value) < *row.record()->noiseFloor_percent;
}

bool isShownDifference(const core::Conclusions& conclusions)
{
    return conclusions.verdict == core::Verdict::Faster || conclusions.verdict == core::Verdict::Slower;
}

/// Everything here is compiled, so that hatches are free to tell the series apart; crossed ones mark noise.
BarStyle styleOfGain(const core::Variant& variant, std::size_t place, bool isOnlySeries)
{
    constexpr std::array hatches{Hatch::None, Hatch::Rising, Hatch::Horizontal, Hatch::Dots, Hatch::Vertical,
        Hatch::Falling, Hatch::Grid};
    return isOnlySeries
        ? BarStyle{Paint::Green, Hatch::None, false}
        : BarStyle{styleOf(variant).paint, hatches[place % hatches.size()], styleOf(variant).isLight};
}

BarCell improvementCell(
    const RunView& view, int row, bool isOnlySeries, const ChartOptions& options, const QLocale& locale)
{
    BarCell cell;
    if (row < 0)
        return cell;
    const auto& result = view.row(row);
    cell.row = row;
    cell.spoken = spokenRow(view, row, options, locale);
    if (!hasImprovement(result)) {
        const bool isBaselineMissing = result.outcome == core::Outcome::Measured;
        cell.word = isBaselineMissing ? Tr::tr("no baseline") : outcomeWord(result.outcome);
        return cell;
    }
    const auto& conclusions = *result.conclusions();
    cell.value = conclusions.improvement_percent->value;
    cell.low = conclusions.improvement_percent->low;
    cell.high = conclusions.improvement_percent->high;
    cell.isFaint = !isShownDifference(conclusions);
    cell.label = signedPercent(locale, *cell.value);
    if (cell.isFaint && conclusions.verdict)
        cell.label = Tr::tr("%1, %2", "a percentage and its verdict")
                         .arg(cell.label, verdictName(*conclusions.verdict));
    // Beside other series colour and hatch say which one it is; its side and sign say that it is a loss.
    if (*cell.value < 0 && isOnlySeries)
        cell.style = BarStyle{Paint::Vermillion, Hatch::Falling, false};
    if (isBelowNoise(result)) {
        cell.style = BarStyle{Paint::Grey, Hatch::Cross, true};
        cell.spoken = Tr::tr("%1, below the noise floor of %2", "a row in a sentence and a percentage")
                          .arg(cell.spoken, percent(locale, *result.record()->noiseFloor_percent));
    }
    return cell;
}

/// What the hatch of some bars means; empty where there is none.
QString noiseSentence(const RunView& view, const BarPanel& panel, const QLocale& locale)
{
    double floor_percent = 0;
    for (const auto& series : panel.series) {
        for (const auto& cell : series.cells) {
            if (cell.value && cell.row >= 0 && isBelowNoise(view.row(cell.row)))
                floor_percent = std::max(floor_percent, *view.row(cell.row).record()->noiseFloor_percent);
        }
    }
    return floor_percent > 0 ? QLatin1Char(' ')
            + Tr::tr("Cross-hatched: below the noise floor of %1.").arg(percent(locale, floor_percent))
                             : QString();
}

/// The geometric mean of the speed-ups of a series, drawn as the time that it saves.
void addMeanLine(
    BarPanel& panel, const RunView& view, const BarSeries& series, bool isOnlySeries, const QLocale& locale)
{
    std::vector<double> factors;
    for (const auto& cell : series.cells) {
        if (cell.value && cell.row >= 0 && view.row(cell.row).conclusions()->speedup)
            factors.push_back(view.row(cell.row).conclusions()->speedup->value);
    }
    const auto mean = core::geometricMean(factors);
    if (!mean || factors.size() < 2)
        return;
    const double saved = (1.0 - 1.0 / *mean) * 100.0;
    const QString amount =
        QStringLiteral("%1 (%2)").arg(signedPercent(locale, saved), speedup(locale, *mean));
    panel.lines.push_back({saved,
        isOnlySeries ? Tr::tr("geometric mean %1").arg(amount)
                     : Tr::tr("%1: geometric mean %2").arg(series.name, amount),
        series.style});
}

/// What is pinned beside each variant shown.
void addPinned(BarPanel& panel, const RunView& view, const std::vector<core::Variant>& compiled,
    const ChartOptions& options, const QLocale& locale)
{
    for (const auto& each : pinnedBeside(view.pinned(), compiled))
        panel.series.push_back(pinnedImprovements(view, each, workloadsOf(view, options), locale));
    dropEmptySeries(panel);
}

} // namespace

BarChart improvementChart(const RunView& view, const ChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Percentage Improvement on %1 with Batch Size of %2")
                           .arg(view.hardwareName(options.device), locale.toString(options.batch));
    chart.groups = modelGroups(view);
    if (chart.groups.size() > 1) {
        for (auto& group : chart.groups)
            group.section.clear();
    }
    std::vector<core::Variant> compiled;
    std::copy_if(options.variants.begin(), options.variants.end(), std::back_inserter(compiled),
        [](const core::Variant& variant) { return variant != core::baselineOf(variant); });
    const bool isOnly = compiled.size() == 1;
    const bool isAlone = isOnly && !view.pinned();
    BarPanel panel;
    panel.axisTitle = Tr::tr("Time saved by compiling (%)");
    panel.canBeLogarithmic = false;
    for (const auto& variant : compiled) {
        const auto style =
            view.pinned() ? besideStyle(0, variant) : styleOfGain(variant, panel.series.size(), isAlone);
        BarSeries series{variantName(variant), style, {}};
        for (const auto& workload : workloadsOf(view, options))
            series.cells.push_back(
                improvementCell(view, view.find(workload, variant), isAlone, options, locale));
        panel.series.push_back(std::move(series));
    }
    dropEmptySeries(panel);
    addPinned(panel, view, compiled, options, locale);
    distinguish(panel);
    arrangeByValue(chart, panel);
    for (const auto& series : panel.series)
        addMeanLine(panel, view, series, panel.series.size() == 1, locale);
    chart.text.subtitle = isOnly
        ? Tr::tr("%1 against no compile; whiskers: 95% interval. Pale bars: no difference shown.")
              .arg(variantName(compiled.front()))
        : Tr::tr("Against no compile of the same engine; whiskers: 95% interval. Pale bars: no difference "
                 "shown.");
    chart.text.subtitle += noiseSentence(view, panel, locale);
    chart.panels.push_back(std::move(panel));
    chart.hasValueLabels = options.hasValueLabels;
    chart.hasLegend = options.hasLegend;
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
    return chart;
}

} // namespace inferometer::ui
