// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/build.h"
#include "ui/models/run_view.h"

#include <QImage>
#include <QString>

#include <vector>

namespace inferometer::ui {

/// A figure of the report with its picture.
struct ReportFigure {
    core::report::FigureKind kind = core::report::FigureKind::Duration;
    QString deviceName;
    int batch = 1;
    QString fileName;
    QImage picture;
    std::optional<core::Engine> engine; ///< of a batch comparison where the run has several
};

/// The guide's figures of a run: per device a comparison of batch sizes, and per batch size durations and
/// improvement. As high as their bars need; what would be empty is left out.
std::vector<ReportFigure> reportFigures(const RunView& view);

} // namespace inferometer::ui
