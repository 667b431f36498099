// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cells.h"

#include "ui/charts/chart_theme.h"
#include "ui/models/advice.h"
#include "ui/models/conditions.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <set>

namespace inferometer::ui {

namespace {

Paint paintOf(core::Engine engine, core::CompileMode mode)
{
    const bool isPython = engine == core::Engine::Python;
    switch (mode) {
    case core::CompileMode::None:
        return isPython ? Paint::Sky : Paint::Blue;
    case core::CompileMode::Default:
        return isPython ? Paint::Yellow : Paint::Orange;
    case core::CompileMode::ReduceOverhead:
        return Paint::Green;
    case core::CompileMode::MaxAutotune:
        return Paint::Purple;
    case core::CompileMode::MaxAutotuneNoCudagraphs:
        return Paint::Vermillion;
    }
    Q_UNREACHABLE();
}

Hatch hatchOf(const core::Variant& variant)
{
    switch (variant.mode) {
    case core::CompileMode::None:
        return variant.cudaGraph                           ? Hatch::Vertical
            : variant.layout == core::Layout::ChannelsLast ? Hatch::Horizontal
                                                           : Hatch::None;
    case core::CompileMode::Default:
        return variant.frozen ? Hatch::Cross : Hatch::Rising;
    case core::CompileMode::ReduceOverhead:
    case core::CompileMode::MaxAutotuneNoCudagraphs:
        return Hatch::Falling;
    case core::CompileMode::MaxAutotune:
        return Hatch::Cross;
    }
    Q_UNREACHABLE();
}

bool isEmptyCell(const BarCell& cell)
{
    return !cell.value && cell.word.isEmpty();
}

/// What was compared and how it came out, or nothing.
QString spokenImprovement(const ResultRow& row, const QLocale& locale)
{
    if (!hasImprovement(row))
        return {};
    const auto& conclusions = *row.conclusions();
    const QString amount = percentWithInterval(locale, *conclusions.improvement_percent);
    if (!conclusions.verdict)
        return Tr::tr("improvement %1").arg(amount);
    return Tr::tr("improvement %1, %2").arg(amount, verdictName(*conclusions.verdict));
}

/// Largest first; groups without a value last.
std::vector<std::size_t> orderByValue(const BarPanel& panel, std::size_t groupCount)
{
    std::vector<double> values(groupCount, -std::numeric_limits<double>::infinity());
    for (std::size_t group = 0; group < groupCount; ++group) {
        for (const auto& series : panel.series) {
            if (series.cells[group].value) {
                values[group] = *series.cells[group].value;
                break;
            }
        }
    }
    std::vector<std::size_t> order(groupCount);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(
        order.begin(), order.end(), [&](auto left, auto right) { return values[left] > values[right]; });
    return order;
}

} // namespace

bool isEmpty(const Chart& chart)
{
    if (const auto* samples = std::get_if<SamplesChart>(&chart))
        return samples->series.empty();
    for (const auto& panel : std::get<BarChart>(chart).panels) {
        for (const auto& series : panel.series) {
            if (!std::all_of(series.cells.begin(), series.cells.end(), isEmptyCell))
                return false;
        }
    }
    return true;
}

BarStyle styleOf(const core::Variant& variant)
{
    BarStyle style;
    style.paint = paintOf(variant.engine, variant.mode);
    style.isLight = variant.engine == core::Engine::Python && variant.mode != core::CompileMode::None
        && variant.mode != core::CompileMode::Default;
    style.hatch = hatchOf(variant);
    return style;
}

BarCell durationCell(const RunView& view, int row, const ChartOptions& options, const QLocale& locale)
{
    BarCell cell;
    if (row < 0)
        return cell;
    const auto& result = view.row(row);
    cell.row = row;
    cell.spoken = spokenRow(view, row, options, locale);
    if (const auto found = reading(result, options.metric, options.isPerImage, options.errorBars)) {
        cell.value = found->value_s * msPerSecond;
        if (found->low_s)
            cell.low = *found->low_s * msPerSecond;
        if (found->high_s)
            cell.high = *found->high_s * msPerSecond;
        cell.label = shortMilliseconds(locale, found->value_s);
        if (result.outcome == core::Outcome::WrongOutput) {
            cell.isFaint = true;
            cell.label = Tr::tr("%1, %2", "a duration and what is wrong with it")
                             .arg(cell.label, outcomeWord(result.outcome));
        }
    } else {
        cell.word =
            core::isTimed(result.outcome) ? Tr::tr("too few inferences") : outcomeWord(result.outcome);
    }
    return cell;
}

QString spokenRow(const RunView& view, int row, const ChartOptions& options, const QLocale& locale)
{
    const auto& result = view.row(row);
    QStringList parts{view.modelLabel(result.workload().model),
        Tr::tr("batch %1").arg(locale.toString(result.workload().batch)), variantName(result.variant())};
    const auto found = reading(result, options.metric, options.isPerImage, ErrorBars::None);
    if (found)
        parts << milliseconds(locale, found->value_s);
    if (result.outcome != core::Outcome::Measured)
        parts << outcomeName(result.outcome);
    const QString improvement = spokenImprovement(result, locale);
    if (!improvement.isEmpty())
        parts << improvement;
    return parts.join(Tr::tr(", ", "between the parts of a list"));
}

std::vector<BarGroup> modelGroups(const RunView& view)
{
    std::set<QString> sections;
    std::vector<BarGroup> groups;
    for (const auto& model : view.models()) {
        const auto task = view.task(model);
        groups.push_back({view.modelLabel(model), task ? taskName(*task) : QString()});
        sections.insert(groups.back().section);
    }
    if (sections.size() == 1 && groups.size() == 1) {
        groups.front().label = view.guideLabel(view.models().front());
        groups.front().section.clear();
    }
    return groups;
}

QString durationAxisTitle(const ChartOptions& options)
{
    return options.isPerImage ? Tr::tr("Time per image (ms)") : Tr::tr("Time per inference (ms)");
}

QString durationSubtitle(const ChartOptions& options)
{
    const QString metric = metricName(options.metric);
    if (options.errorBars == ErrorBars::None)
        return Tr::tr("%1 of single inferences. Shorter is better.").arg(metric);
    //: %1 is a word for the centre such as "Mean", %2 one for the spread such as "Standard deviation"
    return Tr::tr("%1 of single inferences; whiskers: %2. Shorter is better.")
        .arg(metric, errorBarsName(options.errorBars).toLower());
}

std::vector<core::Workload> workloadsOf(const RunView& view, const ChartOptions& options)
{
    std::vector<core::Workload> workloads;
    for (const auto& model : view.models())
        workloads.push_back({model, options.device, options.batch, options.dtype});
    return workloads;
}

BarSeries durationSeries(const RunView& view, const core::Variant& variant, const QString& name,
    const std::vector<core::Workload>& groups, const ChartOptions& options, const QLocale& locale)
{
    BarSeries series{name, ownStyle(view, variant), {}};
    for (const auto& workload : groups)
        series.cells.push_back(durationCell(view, view.find(workload, variant), options, locale));
    return series;
}

void addDurations(BarPanel& panel, const RunView& view, const std::vector<core::Workload>& groups,
    const ChartOptions& options, const QLocale& locale)
{
    const bool isOneEngine = std::all_of(options.variants.begin(), options.variants.end(),
        [&](const core::Variant& variant) { return variant.engine == options.variants.front().engine; });
    const auto pinned = pinnedBeside(view.pinned(), options.variants);
    for (const auto& variant : options.variants) {
        panel.series.push_back(durationSeries(view, variant,
            isOneEngine ? variantModeName(variant) : variantName(variant), groups, options, locale));
        for (const auto& each : pinned) {
            if (each.beside.front() == variant)
                panel.series.push_back(pinnedDurations(view, each, groups, options, locale));
        }
    }
}

void addOnlyPanel(BarChart& chart, BarPanel panel, const ChartOptions& options)
{
    dropEmptySeries(panel);
    distinguish(panel);
    chart.panels.push_back(std::move(panel));
    chart.hasValueLabels = options.hasValueLabels;
    chart.hasLegend = options.hasLegend;
    chart.isLogarithmic = options.isLogarithmic;
}

std::vector<int> rowsShown(const BarChart& chart)
{
    std::set<int> rows;
    for (const auto& panel : chart.panels) {
        for (const auto& series : panel.series) {
            for (const auto& cell : series.cells) {
                if (cell.row >= 0)
                    rows.insert(cell.row);
            }
        }
    }
    return {rows.begin(), rows.end()};
}

void addFooter(ChartText& text, const RunView& view, const std::vector<int>& rows,
    const ChartOptions& options, const QLocale& locale)
{
    text.footer = Tr::tr("%1 · Inferometer run %2")
                      .arg(conditionsLine(locale, view, rows), QString::fromStdString(view.record().id));
    if (const QString advice = adviceLine(view, rows, options.decision); !advice.isEmpty())
        text.footer.prepend(advice + QLatin1Char('\n'));
    if (view.record().isSample)
        text.mark = Tr::tr("SAMPLE");
}

void dropEmptySeries(BarPanel& panel)
{
    std::erase_if(panel.series, [](const BarSeries& series) {
        return std::all_of(series.cells.begin(), series.cells.end(), isEmptyCell);
    });
}

void distinguish(BarPanel& panel)
{
    constexpr std::array diagonal{Hatch::Rising, Hatch::Falling, Hatch::Cross};
    constexpr std::array straight{Hatch::None, Hatch::Dots, Hatch::Horizontal, Hatch::Vertical, Hatch::Grid};
    for (std::size_t i = 0; i < panel.series.size(); ++i) {
        auto& style = panel.series[i].style;
        const auto isTaken = [&](Hatch hatch) {
            BarStyle wanted = style;
            wanted.hatch = hatch;
            return std::any_of(panel.series.begin(), panel.series.begin() + static_cast<std::ptrdiff_t>(i),
                [&](const BarSeries& other) { return areAlike(wanted, other.style); });
        };
        std::vector<Hatch> choices{style.hatch};
        const bool isCompiled = isDiagonal(style.hatch);
        for (const bool takesDiagonal : {isCompiled, !isCompiled}) {
            if (takesDiagonal)
                choices.insert(choices.end(), diagonal.begin(), diagonal.end());
            else
                choices.insert(choices.end(), straight.begin(), straight.end());
        }
        const auto chosen = std::find_if_not(choices.begin(), choices.end(), isTaken);
        if (chosen != choices.end())
            style.hatch = *chosen;
    }
}

void describeBars(BarChart& chart)
{
    if (chart.panels.empty())
        return;
    const BarCell* smallest = nullptr;
    const BarCell* largest = nullptr;
    int missing = 0;
    for (const auto& series : chart.panels.front().series) {
        for (const auto& cell : series.cells) {
            missing += !cell.value && !cell.word.isEmpty() ? 1 : 0;
            if (!cell.value)
                continue;
            if (!smallest || *cell.value < *smallest->value)
                smallest = &cell;
            if (!largest || *cell.value > *largest->value)
                largest = &cell;
        }
    }
    QStringList sentences{chart.text.description};
    if (smallest && smallest != largest)
        sentences << Tr::tr("Smallest: %1. Largest: %2.", "bars of a chart, spoken")
                         .arg(smallest->spoken, largest->spoken);
    if (missing > 0)
        sentences << Tr::tr("%n row(s) have no value.", nullptr, missing);
    chart.text.description = sentences.join(QLatin1Char(' '));
}

void arrangeByValue(BarChart& chart, BarPanel& panel)
{
    const auto order = orderByValue(panel, chart.groups.size());
    std::vector<BarGroup> groups;
    for (const auto group : order)
        groups.push_back(chart.groups[group]);
    chart.groups = std::move(groups);
    for (auto& series : panel.series) {
        std::vector<BarCell> cells;
        for (const auto group : order)
            cells.push_back(series.cells[group]);
        series.cells = std::move(cells);
    }
}

} // namespace inferometer::ui
