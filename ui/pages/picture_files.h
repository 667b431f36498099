// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_options.h"
#include "ui/charts/table_chart.h"

#include <QStringList>

#include <vector>

/// Pictures of a run's charts as files.
namespace inferometer::ui {

/// What a picture says of itself: its title and conditions, the program; of a run's chart also the run.
PictureFacts pictureFacts(const Chart& chart);
PictureFacts pictureFacts(const RunView& view, const Chart& chart);

/// The kinds that stand for a whole run: not those of one row, or over several machines.
std::vector<ChartKind> wholeRunKinds();

/// "Inferometer_H100_duration_b4_20260301.png"
QString pictureName(ChartKind kind, const RunView& view, const ChartOptions& options, PictureFormat format);

/// Of a comparison: "Inferometer_compare_duration_b4_float32.png"
QString pictureName(ChartKind kind, const TableChartOptions& options, PictureFormat format);

/// One chart of a set of pictures.
struct PicturePlan {
    ChartKind kind = ChartKind::Duration;
    ChartOptions options;
};

/// Every picture that the chosen kinds of chart make of a run: for each device and data type, one duration
/// and one improvement chart per batch size, a batch comparison per engine, a chart of modes per model, and
/// of scaling where there are several batch sizes. Machines and versions share theirs, one per model and
/// batch size.
std::vector<PicturePlan> picturePlans(
    const std::vector<ChartKind>& kinds, const RunView& view, const ChartOptions& options);

/// Names of the files that writing them into a folder would replace. A name has no run in it, so that they
/// may be another one's.
QStringList picturesToReplace(
    const std::vector<PicturePlan>& plans, const RunView& view, PictureFormat format, const QString& folder);

/// Writes them into a folder, which is made; the names of the files, or the first failure. Charts without
/// content are left out.
core::Result<QStringList> writePictures(const std::vector<PicturePlan>& plans, const RunView& view,
    const PictureOptions& picture, const QString& folder);

} // namespace inferometer::ui
