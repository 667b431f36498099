// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/charts/table_chart.h"
#include "ui/models/conditions.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <array>

namespace inferometer::ui {

namespace {

/// Of a row that only a mean is known of.
BarCell publishedDuration(const core::StudyRow& row, const ChartOptions& options, const QLocale& locale)
{
    BarCell cell;
    if (options.metric != Metric::Mean)
        return cell;
    if (!hasTime(row)) {
        cell.word = missingWord(row);
        return cell;
    }
    const double seconds = *row.mean_s / (options.isPerImage ? row.batch : 1);
    cell.value = seconds * msPerSecond;
    cell.label = shortMilliseconds(locale, seconds);
    return cell;
}

/// The duration or the word of a cell, and what the comparison with it comes to.
QString spokenDuration(const RunView& view, int row, const BarCell& cell, const QLocale& locale)
{
    const auto& pinned = *view.pinnedRow(row);
    QString duration = cell.value ? milliseconds(locale, *cell.value / msPerSecond) : cell.word;
    if (cell.value && pinned.outcome == core::Outcome::WrongOutput)
        duration = Tr::tr("%1, %2", "a duration and what is wrong with it")
                       .arg(duration, outcomeWord(pinned.outcome));
    return Tr::tr("%1: %2, %3", "a run, a duration, a judgement")
        .arg(pinnedName(view, pinned.variant), duration, judgement(*view.pinnedCell(row)));
}

template <typename Cell>
BarSeries pinnedSeries(
    const RunView& view, const PinnedVariant& variant, const std::vector<core::Workload>& groups, Cell cell)
{
    BarSeries series{pinnedName(view, variant.variant), besideStyle(1, variant.variant), {}, true};
    for (const auto& workload : groups)
        series.cells.push_back(cell(pinnedPlace(view, workload, variant)));
    return series;
}

} // namespace

QString pinnedName(const RunView& view, const core::Variant& variant)
{
    return Tr::tr("%1 · %2", "%1 a run, %2 a variant").arg(view.pinned()->name, variantName(variant));
}

QString pinnedConditions(const RunView& view, const std::vector<int>& rows, const QLocale& locale)
{
    const auto& pinned = *view.pinned();
    std::vector<int> measured;
    std::vector<const core::StudyRow*> told;
    for (const int row : rows) {
        if (const auto* cell = view.pinnedCell(row)) {
            measured.push_back(static_cast<int>(cell->row));
            told.push_back(view.pinnedRow(row));
        }
    }
    QStringList parts =
        pinned.run ? conditions(locale, *pinned.run, measured) : tableConditions(pinned.table, told);
    parts.prepend(pinned.name);
    return parts.join(QStringLiteral(" · "));
}

int pinnedPlace(const RunView& view, const core::Workload& workload, const PinnedVariant& variant)
{
    for (const auto& own : variant.beside) {
        if (const int row = view.find(workload, own); row >= 0 && view.pinnedRow(row))
            return row;
    }
    return -1;
}

Paint hueBeside(std::size_t place)
{
    constexpr std::array hues{Paint::Blue, Paint::Orange, Paint::Green, Paint::Purple, Paint::Vermillion};
    return hues[place % hues.size()];
}

BarStyle besideStyle(std::size_t place, const core::Variant& variant)
{
    BarStyle style = styleOf(variant);
    style.paint = hueBeside(place);
    style.isLight = variant.engine == core::Engine::Python;
    return style;
}

BarStyle ownStyle(const RunView& view, const core::Variant& variant)
{
    return view.pinned() ? besideStyle(0, variant) : styleOf(variant);
}

BarCell pinnedDuration(const RunView& view, int row, const ChartOptions& options, const QLocale& locale)
{
    const auto* beside = view.pinnedCell(row);
    if (!beside)
        return {};
    const auto& run = view.pinned()->run;
    BarCell cell = run ? durationCell(*run, static_cast<int>(beside->row), options, locale)
                       : publishedDuration(*view.pinnedRow(row), options, locale);
    if (!cell.value && cell.word.isEmpty())
        return {};
    cell.row = -1; // none of this run's
    cell.spoken = spokenDuration(view, row, cell, locale);
    if (cell.value && !beside->isSameEngine)
        cell.label =
            Tr::tr("%1, %2", "a duration and what is wrong with it").arg(cell.label, judgement(*beside));
    return cell;
}

BarCell pinnedImprovement(const RunView& view, int row, const QLocale& locale)
{
    BarCell cell;
    const auto* pinned = view.pinnedRow(row);
    if (!pinned)
        return cell;
    const auto& beside = *view.pinnedCell(row);
    const auto improvement = core::improvementOf(view.pinned()->table, *pinned);
    if (!improvement) {
        cell.word = hasTime(*pinned) ? Tr::tr("no baseline") : missingWord(*pinned);
        cell.spoken = cell.word;
        return cell;
    }
    cell.value = improvement->value;
    cell.low = improvement->low;
    cell.high = improvement->high;
    cell.label = signedPercent(locale, improvement->value);
    cell.spoken = Tr::tr("%1: %2", "a variant and its outcome")
                      .arg(pinnedName(view, pinned->variant), percentWithInterval(locale, *improvement));
    if (!beside.isSameEngine) {
        cell.label = Tr::tr("%1, %2", "a percentage and its verdict").arg(cell.label, judgement(beside));
        cell.spoken = Tr::tr("%1, %2", "a percentage and its verdict").arg(cell.spoken, judgement(beside));
    }
    return cell;
}

BarSeries pinnedDurations(const RunView& view, const PinnedVariant& variant,
    const std::vector<core::Workload>& groups, const ChartOptions& options, const QLocale& locale)
{
    return pinnedSeries(
        view, variant, groups, [&](int row) { return pinnedDuration(view, row, options, locale); });
}

BarSeries pinnedImprovements(const RunView& view, const PinnedVariant& variant,
    const std::vector<core::Workload>& groups, const QLocale& locale)
{
    return pinnedSeries(view, variant, groups, [&](int row) { return pinnedImprovement(view, row, locale); });
}

} // namespace inferometer::ui
