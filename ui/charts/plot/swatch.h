// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_theme.h"

#include <QChar>
#include <QRectF>

class QPainter;

namespace inferometer::ui {

/// Draws one bar or legend swatch: fill, hatch as lines (pattern brushes would not scale), outline.
void drawSwatch(
    QPainter& painter, const QRectF& rect, const BarStyle& style, const ChartTheme& theme, bool isFaint);

/// What tells lines and points of several series apart without their colours, by the place of the series.
Qt::PenStyle lineOf(std::size_t place);
QChar letterOf(std::size_t place); ///< the mark in a text
void drawMark(QPainter& painter, const QPointF& centre, double size, std::size_t place);
/// Draws the legend's sample of a series of points: its line with its mark.
void drawPoints(
    QPainter& painter, const QRectF& rect, const BarStyle& style, const ChartTheme& theme, std::size_t place);

} // namespace inferometer::ui
