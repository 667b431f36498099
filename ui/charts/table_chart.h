// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_table.h"
#include "ui/charts/chart_data.h"

#include <QLocale>
#include <QStringList>

#include <span>

/// Charts of what was not necessarily measured here: runs side by side, the guide's tables, imports. Whiskers
/// are 95 % intervals of the mean, and stand only where there are samples.
namespace inferometer::ui {

struct ChartedTable {
    const core::StudyTable* table = nullptr;
    QString name; ///< of its series where there are several tables
    std::string device; ///< as the table calls it, with its target
};

struct TableChartOptions {
    int batch = 1;
    core::DataType dtype = core::DataType::Float32;
    std::vector<core::Variant> variants; ///< baselines included
    bool hasMissing = true; ///< also models that not every table has a time of
    bool hasLegend = true;
    bool hasValueLabels = true;
    bool isLogarithmic = false;
};

/// The guide's three kinds: durations, batch sizes side by side (of the first table), improvement. One table
/// is drawn like a run; of several, each has a hue, and what is compiled its hatch.
BarChart tableChart(ChartKind kind, std::span<const ChartedTable> tables, const TableChartOptions& options,
    const QLocale& locale = QLocale());

/// What a table's device is called on a chart.
QString tableDevice(const core::StudyTable& table, const std::string& device);
/// The conditions of some rows of a table, as far as it tells them: of CUDA, attention and weights every
/// value that it has.
QStringList tableConditions(const core::StudyTable& table, const std::vector<const core::StudyRow*>& rows);
/// Devices, batch sizes and variants of a table, in its order.
std::vector<std::string> devicesOf(const core::StudyTable& table);
std::vector<int> batchesOf(const core::StudyTable& table, const std::string& device);
std::vector<core::Variant> variantsOf(const core::StudyTable& table);

} // namespace inferometer::ui
