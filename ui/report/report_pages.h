// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/report/document.h"
#include "ui/report/report_figures.h"

#include <QByteArray>

namespace inferometer::ui {

/// A document as A4 pages in PDF. `figures` hold the pictures whose names the document's figures give.
QByteArray pdfPages(const core::report::Document& document, const std::vector<ReportFigure>& figures);

} // namespace inferometer::ui
