// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <array>

namespace inferometer::ui {

QString pinnedName(const RunView& view, const core::Variant& variant)
{
    return Tr::tr("%1 · %2", "%1 a run, %2 a variant").arg(view.pinned()->name, variantName(variant));
}

int pinnedPlace(const RunView& view, const core::Workload& workload, const PinnedVariant& variant)
{
    for (const auto& own : variant.beside) {
        if (const int row = view.find(workload, own); row >= 0 && view.pinnedRow(row))
            return row;
    }
    return -1;
}

BarStyle besideStyle(std::size_t place, const core::Variant& variant)
{
    constexpr std::array hues{Paint::Blue, Paint::Orange, Paint::Green, Paint::Purple, Paint::Vermillion};
    BarStyle style = styleOf(variant);
    style.paint = hues[place % hues.size()];
    style.isLight = variant.engine == core::Engine::Python;
    return style;
}

BarCell pinnedDuration(const RunView& view, int row, const ChartOptions& options, const QLocale& locale)
{
    BarCell cell;
    const auto* pinned = row < 0 ? nullptr : view.pinnedRow(row);
    if (!pinned || options.metric != Metric::Mean)
        return cell;
    cell.spoken = Tr::tr("%1: %2, %3", "a run, a duration, a judgement")
                      .arg(pinnedName(view, pinned->variant), timeText(pinned, locale),
                          judgement(*view.pinnedCell(row)));
    if (!hasTime(*pinned)) {
        cell.word = missingWord(*pinned);
        return cell;
    }
    constexpr double ms = 1e3;
    const double seconds = *pinned->mean_s / (options.isPerImage ? pinned->batch : 1);
    cell.value = seconds * ms;
    cell.label = shortMilliseconds(locale, seconds);
    if (!view.pinnedCell(row)->isSameEngine)
        cell.label = Tr::tr("%1, %2", "a duration and what is wrong with it")
                         .arg(cell.label, judgement(*view.pinnedCell(row)));
    return cell;
}

BarCell pinnedImprovement(const RunView& view, int row, const QLocale& locale)
{
    BarCell cell;
    const auto* pinned = row < 0 ? nullptr : view.pinnedRow(row);
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

} // namespace inferometer::ui
