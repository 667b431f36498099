// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/table_chart.h"

#include "core/store/flat_rows.h"
#include "core/study/report/guide_table.h"
#include "ui/charts/cells.h"
#include "ui/models/conditions.h"
#include "ui/models/run_view.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"

#include <algorithm>
#include <set>

namespace inferometer::ui {

namespace {

template <typename Value, typename Project>
std::vector<Value> distinct(const core::StudyTable& table, Project project)
{
    std::vector<Value> values;
    for (const auto& row : table.rows) {
        if (std::find(values.begin(), values.end(), project(row)) == values.end())
            values.push_back(project(row));
    }
    return values;
}

const core::StudyRow* find(const ChartedTable& source, const std::string& model, int batch,
    core::DataType dtype, const core::Variant& variant)
{
    for (const auto& row : source.table->rows) {
        if (row.model == model && row.batch == batch && row.variant == variant
            && core::placeOf(row.setting) == source.device && row.setting.dtype == dtype)
            return &row;
    }
    return nullptr;
}

QString spoken(const ChartedTable& source, const core::StudyRow& row, const QString& value)
{
    return QStringList{QString::fromStdString(row.label), source.name, Tr::tr("batch %1").arg(row.batch),
        variantName(row.variant), value}
        .join(Tr::tr(", ", "between the parts of a list"));
}

BarCell durationCell(const ChartedTable& source, const core::StudyRow* row, const QLocale& locale)
{
    BarCell cell;
    if (!row)
        return cell;
    cell.spoken = spoken(source, *row, timeText(row, locale));
    if (!hasTime(*row)) {
        cell.word = missingWord(*row);
        return cell;
    }
    const auto mean = *core::meanEstimate(*row);
    cell.value = mean.value * msPerSecond;
    if (mean.low && mean.high) {
        cell.low = *mean.low * msPerSecond;
        cell.high = *mean.high * msPerSecond;
    }
    cell.label = shortMilliseconds(locale, mean.value);
    if (row->outcome == core::Outcome::WrongOutput) {
        cell.isFaint = true;
        cell.label = Tr::tr("%1, %2", "a duration and what is wrong with it")
                         .arg(cell.label, outcomeWord(row->outcome));
    }
    return cell;
}

BarCell improvementCell(const ChartedTable& source, const core::StudyRow* row, const QLocale& locale)
{
    BarCell cell;
    if (!row)
        return cell;
    const auto improvement = core::improvementOf(*source.table, *row);
    if (!improvement) {
        cell.word = hasTime(*row) && row->outcome == core::Outcome::Measured ? Tr::tr("no baseline")
                                                                             : missingWord(*row);
        cell.spoken = spoken(source, *row, cell.word);
        return cell;
    }
    cell.value = improvement->value;
    cell.low = improvement->low;
    cell.high = improvement->high;
    cell.label = signedPercent(locale, improvement->value);
    cell.spoken = spoken(source, *row, percentWithInterval(locale, *improvement));
    const auto verdict = row->conclusions ? row->conclusions->verdict : std::nullopt;
    cell.isFaint = verdict == core::Verdict::Same || verdict == core::Verdict::Unclear;
    return cell;
}

bool hasTimeOf(const ChartedTable& source, const std::string& model, const TableChartOptions& options)
{
    return std::any_of(options.variants.begin(), options.variants.end(), [&](const core::Variant& variant) {
        const auto* row = find(source, model, options.batch, options.dtype, variant);
        return row && hasTime(*row);
    });
}

/// Models of all tables: the first one's in the guide's order, then what the others have besides.
std::vector<const core::StudyRow*> modelsOf(
    std::span<const ChartedTable> tables, const TableChartOptions& options)
{
    std::vector<const core::StudyRow*> models;
    std::set<std::string> seen;
    for (const auto& source : tables) {
        for (const std::size_t index : core::report::guideOrder(*source.table)) {
            const auto& row = source.table->rows[index];
            if (core::placeOf(row.setting) == source.device && seen.insert(row.model).second)
                models.push_back(&row);
        }
    }
    std::erase_if(models, [&](const core::StudyRow* row) {
        return !options.hasMissing && std::any_of(tables.begin(), tables.end(), [&](const auto& source) {
            return !source.device.empty() && !hasTimeOf(source, row->model, options);
        });
    });
    std::stable_sort(models.begin(), models.end(), [](const auto* left, const auto* right) {
        return left->task && right->task && *left->task < *right->task;
    });
    return models;
}

std::vector<BarGroup> groupsOf(const std::vector<const core::StudyRow*>& models)
{
    std::vector<BarGroup> groups;
    for (const auto* row : models)
        groups.push_back({QString::fromStdString(row->label), row->task ? taskName(*row->task) : QString()});
    return groups;
}

QString seriesName(
    std::span<const ChartedTable> tables, const ChartedTable& source, const core::Variant& variant)
{
    if (tables.size() < 2)
        return variantName(variant);
    return Tr::tr("%1 · %2", "%1 a run, %2 a variant").arg(source.name, variantName(variant));
}

bool isOnCuda(const core::StudyRow& row)
{
    return row.setting.device.starts_with(core::toWord(core::DeviceKind::Cuda));
}

QString torchText(const core::StudyTable& table, const core::StudyRow& row)
{
    const auto torch = row.torch.empty() ? core::conditionText(table, "torch") : row.torch;
    return torch.empty() ? QString() : QStringLiteral("torch %1").arg(QString::fromStdString(torch));
}

QString arithmeticText(const core::StudyTable& table, const core::StudyRow& row)
{
    const auto isOn = [&](const char* key) {
        return isOnCuda(row) && core::conditionText(table, key) == "true";
    };
    return QString::fromStdString(
        core::arithmeticText(row.setting.dtype, isOn("tf32_conv"), isOn("tf32_matmul")));
}

template <typename TextOf>
void addEach(QStringList& parts, const std::vector<const core::StudyRow*>& rows, TextOf textOf)
{
    QStringList texts;
    for (const auto* row : rows)
        texts << textOf(*row);
    addDistinct(parts, std::move(texts));
}

/// Every value that a table has of a condition.
template <typename TextOf>
void addValues(QStringList& parts, const core::StudyTable& table, const char* key, TextOf textOf)
{
    const auto found = table.conditions.find(key);
    if (found == table.conditions.end())
        return;
    QStringList texts;
    for (const auto& value : found->second)
        texts << textOf(value);
    addDistinct(parts, std::move(texts));
}

std::vector<const core::StudyRow*> rowsOf(const ChartedTable& source, core::DataType dtype)
{
    std::vector<const core::StudyRow*> rows;
    for (const auto& row : source.table->rows) {
        if (core::placeOf(row.setting) == source.device && row.setting.dtype == dtype)
            rows.push_back(&row);
    }
    return rows;
}

QString footerOf(std::span<const ChartedTable> tables, core::DataType dtype)
{
    QStringList lines;
    for (const auto& source : tables) {
        QStringList parts = tableConditions(*source.table, rowsOf(source, dtype));
        if (!source.name.isEmpty())
            parts.prepend(source.name);
        lines << parts.join(QStringLiteral(" · "));
    }
    return lines.join(QLatin1Char('\n'));
}

void finish(
    BarChart& chart, BarPanel panel, std::span<const ChartedTable> tables, const TableChartOptions& options)
{
    dropEmptySeries(panel);
    chart.panels.push_back(std::move(panel));
    chart.hasValueLabels = options.hasValueLabels;
    chart.hasLegend = options.hasLegend;
    chart.isLogarithmic = options.isLogarithmic;
    chart.text.footer = footerOf(tables, options.dtype);
    chart.text.description =
        Tr::tr("%1. Bars of %n model(s).", nullptr, static_cast<int>(chart.groups.size()))
            .arg(chart.text.title);
}

QString titleOf(
    const QString& one, const QString& several, std::span<const ChartedTable> tables, const QString& batch)
{
    return tables.size() == 1 ? one.arg(tableDevice(*tables[0].table, tables[0].device), batch)
                              : several.arg(batch);
}

BarChart durations(
    std::span<const ChartedTable> tables, const TableChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = titleOf(Tr::tr("Duration Comparison on %1 with Batch Size of %2"),
        Tr::tr("Duration Comparison with Batch Size of %1"), tables, locale.toString(options.batch));
    chart.text.subtitle = Tr::tr("Mean of single inferences. Shorter is better.");
    const auto models = modelsOf(tables, options);
    chart.groups = groupsOf(models);
    BarPanel panel;
    panel.axisTitle = Tr::tr("Time per inference (ms)");
    for (std::size_t i = 0; i < tables.size(); ++i) {
        for (const auto& variant : options.variants) {
            BarSeries series{seriesName(tables, tables[i], variant),
                tables.size() == 1 ? styleOf(variant) : besideStyle(i, variant), {}};
            for (const auto* model : models)
                series.cells.push_back(durationCell(
                    tables[i], find(tables[i], model->model, options.batch, options.dtype, variant), locale));
            panel.series.push_back(std::move(series));
        }
    }
    finish(chart, std::move(panel), tables, options);
    return chart;
}

BarChart batches(const ChartedTable& source, const TableChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = Tr::tr("Batch Size Comparison on %1").arg(tableDevice(*source.table, source.device));
    chart.text.subtitle = Tr::tr("Mean of single inferences. Shorter is better.");
    const auto models = modelsOf({&source, 1}, options);
    chart.groups = groupsOf(models);
    BarPanel panel;
    panel.axisTitle = Tr::tr("Time per inference (ms)");
    std::size_t hue = 0;
    for (const int batch : batchesOf(*source.table, source.device)) {
        for (const auto& variant : options.variants) {
            BarSeries series{Tr::tr("batch %1 · %2", "%1 a size, %2 a compile mode")
                                 .arg(locale.toString(batch), variantModeName(variant)),
                besideStyle(hue, variant), {}};
            for (const auto* model : models)
                series.cells.push_back(
                    durationCell(source, find(source, model->model, batch, options.dtype, variant), locale));
            panel.series.push_back(std::move(series));
        }
        ++hue;
    }
    finish(chart, std::move(panel), {&source, 1}, options);
    return chart;
}

BarChart improvements(
    std::span<const ChartedTable> tables, const TableChartOptions& options, const QLocale& locale)
{
    BarChart chart;
    chart.text.title = titleOf(Tr::tr("Percentage Improvement on %1 with Batch Size of %2"),
        Tr::tr("Percentage Improvement with Batch Size of %1"), tables, locale.toString(options.batch));
    chart.text.subtitle = Tr::tr("Against no compile of the same engine.");
    const auto models = modelsOf(tables, options);
    chart.groups = groupsOf(models);
    for (auto& group : chart.groups)
        group.section.clear();
    BarPanel panel;
    panel.axisTitle = Tr::tr("Time saved by compiling (%)");
    panel.canBeLogarithmic = false;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        for (const auto& variant : options.variants) {
            if (variant == core::baselineOf(variant))
                continue;
            BarSeries series{seriesName(tables, tables[i], variant),
                tables.size() == 1 ? BarStyle{Paint::Green, Hatch::None, false} : besideStyle(i, variant),
                {}};
            for (const auto* model : models)
                series.cells.push_back(improvementCell(
                    tables[i], find(tables[i], model->model, options.batch, options.dtype, variant), locale));
            panel.series.push_back(std::move(series));
        }
    }
    arrangeByValue(chart, panel);
    finish(chart, std::move(panel), tables, options);
    return chart;
}

} // namespace

BarChart tableChart(ChartKind kind, std::span<const ChartedTable> tables, const TableChartOptions& options,
    const QLocale& locale)
{
    switch (kind) {
    case ChartKind::Batch:
        return batches(tables.front(), options, locale);
    case ChartKind::Improvement:
        return improvements(tables, options, locale);
    default:
        return durations(tables, options, locale);
    }
}

QString tableDevice(const core::StudyTable& table, const std::string& device)
{
    for (const auto& row : table.rows) {
        if (core::placeOf(row.setting) != device || row.deviceName.empty())
            continue;
        const QString name = shortHardwareName(QString::fromStdString(row.deviceName));
        return device == row.setting.device
            ? name
            : QStringLiteral("%1 · %2").arg(QString::fromStdString(row.setting.target), name);
    }
    return QString::fromStdString(device);
}

QStringList tableConditions(const core::StudyTable& table, const std::vector<const core::StudyRow*>& rows)
{
    QStringList parts;
    addEach(parts, rows,
        [&](const core::StudyRow& row) { return tableDevice(table, core::placeOf(row.setting)); });
    addEach(parts, rows, [&](const core::StudyRow& row) { return torchText(table, row); });
    if (std::any_of(rows.begin(), rows.end(), [](const auto* row) { return isOnCuda(*row); }))
        addValues(parts, table, "cuda", [](const std::string& version) {
            return QStringLiteral("CUDA %1").arg(QString::fromStdString(version));
        });
    addEach(parts, rows, [&](const core::StudyRow& row) { return arithmeticText(table, row); });
    addValues(parts, table, "attention", [](const std::string& word) {
        const auto attention = core::fromWord<core::Attention>(word);
        return attentionPart(attention ? attentionName(*attention) : QString::fromStdString(word));
    });
    addValues(parts, table, "weights", weightsName);
    if (table.kind != core::SourceKind::Run)
        parts << Tr::tr("published means") << QString::fromStdString(table.source);
    return parts;
}

std::vector<std::string> devicesOf(const core::StudyTable& table)
{
    return distinct<std::string>(table, [](const core::StudyRow& row) { return core::placeOf(row.setting); });
}

std::vector<int> batchesOf(const core::StudyTable& table, const std::string& device)
{
    std::set<int> batches;
    for (const auto& row : table.rows) {
        if (device.empty() || core::placeOf(row.setting) == device)
            batches.insert(row.batch);
    }
    return {batches.begin(), batches.end()};
}

std::vector<core::Variant> variantsOf(const core::StudyTable& table)
{
    auto variants = distinct<core::Variant>(table, [](const core::StudyRow& row) { return row.variant; });
    std::sort(variants.begin(), variants.end());
    return variants;
}

} // namespace inferometer::ui
