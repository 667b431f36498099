// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_theme.h"

#include <QRectF>

class QPainter;

namespace inferometer::ui {

/// Draws one bar or legend swatch: fill, hatch as lines (pattern brushes would not scale), outline.
void drawSwatch(
    QPainter& painter, const QRectF& rect, const BarStyle& style, const ChartTheme& theme, bool isFaint);

} // namespace inferometer::ui
