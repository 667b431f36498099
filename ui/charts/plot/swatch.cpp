// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/swatch.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

/// Lines of 45 degrees through a rectangle, cut at its edges by computing, since the SVG writer drops clip
/// paths.
void drawDiagonals(QPainter& painter, const QRectF& rect, bool isRising, double spacing)
{
    const double w = rect.width();
    const double h = rect.height();
    for (double offset = spacing / 2; offset < w + h; offset += spacing) {
        QPointF from(std::min(offset, w), std::max(0.0, offset - w));
        QPointF to(std::max(0.0, offset - h), std::min(offset, h));
        if (!isRising) {
            from.setY(h - from.y());
            to.setY(h - to.y());
        }
        painter.drawLine(rect.topLeft() + from, rect.topLeft() + to);
    }
}

void drawStraights(QPainter& painter, const QRectF& rect, bool isHorizontal, double spacing)
{
    const double length = isHorizontal ? rect.height() : rect.width();
    for (double offset = spacing / 2; offset < length; offset += spacing) {
        if (isHorizontal)
            painter.drawLine(
                QPointF(rect.left(), rect.top() + offset), QPointF(rect.right(), rect.top() + offset));
        else
            painter.drawLine(
                QPointF(rect.left() + offset, rect.top()), QPointF(rect.left() + offset, rect.bottom()));
    }
}

void drawDots(QPainter& painter, const QRectF& rect, double spacing)
{
    constexpr double radius = 1;
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    for (double x = spacing / 2; x < rect.width(); x += spacing) {
        for (double y = spacing / 2; y < rect.height(); y += spacing)
            painter.drawEllipse(rect.topLeft() + QPointF(x, y), radius, radius);
    }
}

void drawHatch(QPainter& painter, const QRectF& rect, Hatch hatch, double spacing)
{
    if (hatch == Hatch::Rising || hatch == Hatch::Cross)
        drawDiagonals(painter, rect, true, spacing);
    if (hatch == Hatch::Falling || hatch == Hatch::Cross)
        drawDiagonals(painter, rect, false, spacing);
    if (hatch == Hatch::Horizontal || hatch == Hatch::Grid)
        drawStraights(painter, rect, true, spacing);
    if (hatch == Hatch::Vertical || hatch == Hatch::Grid)
        drawStraights(painter, rect, false, spacing);
    if (hatch == Hatch::Dots)
        drawDots(painter, rect, spacing);
}

} // namespace

Qt::PenStyle lineOf(std::size_t place)
{
    constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return styles[place % styles.size()];
}

QChar letterOf(std::size_t place)
{
    constexpr std::array letters{u'●', u'◆', u'■', u'▲'};
    return letters[place % letters.size()];
}

void drawMark(QPainter& painter, const QPointF& centre, double size, std::size_t place)
{
    const double half = size / 2;
    const auto at = [&](double x, double y) { return centre + QPointF(x * half, y * half); };
    switch (place % 4) {
    case 0:
        painter.drawEllipse(centre, half * 0.8, half * 0.8);
        break;
    case 1:
        painter.drawPolygon(QPolygonF{at(0, -1), at(1, 0), at(0, 1), at(-1, 0)});
        break;
    case 2:
        painter.drawPolygon(QPolygonF{at(-0.8, -0.8), at(0.8, -0.8), at(0.8, 0.8), at(-0.8, 0.8)});
        break;
    default:
        painter.drawPolygon(QPolygonF{at(0, -0.9), at(0.95, 0.75), at(-0.95, 0.75)});
    }
}

void drawPoints(
    QPainter& painter, const QRectF& rect, const BarStyle& style, const ChartTheme& theme, std::size_t place)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.ink(style), 1.5, lineOf(place)));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    painter.setPen(QPen(theme.ink(style), 1));
    painter.setBrush(theme.paint(style.paint));
    drawMark(painter, rect.center(), rect.height() * 0.75, place);
    painter.restore();
}

void drawSwatch(
    QPainter& painter, const QRectF& rect, const BarStyle& style, const ChartTheme& theme, bool isFaint)
{
    painter.save();
    QColor fill = theme.fill(style);
    if (isFaint)
        fill.setAlphaF(0.22F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, fill);
    if (theme.hasHatch && style.hatch != Hatch::None && rect.width() > 1 && rect.height() > 1) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        QColor ink = theme.ink(style);
        ink.setAlphaF(isFaint ? 0.4F : 0.85F);
        painter.setPen(QPen(ink, 1.0, Qt::SolidLine, Qt::FlatCap));
        drawHatch(painter, rect, style.hatch, std::clamp(rect.height() / 2.0, 4.0, 7.0));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.ink(style), 1.0, isFaint ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.restore();
}

} // namespace inferometer::ui
