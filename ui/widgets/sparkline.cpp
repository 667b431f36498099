// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/charts/chart_theme.h"
#include "ui/charts/plot/swatch.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inferometer::ui {

Sparkline::Sparkline(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {fontMetrics().height() * 12, fontMetrics().height() * 2};
}

void Sparkline::clear()
{
    m_lines.clear();
    update();
}

void Sparkline::add(const QString& series, const BarStyle& style, double value)
{
    auto line =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& each) { return each.name == series; });
    if (line == m_lines.end())
        line = m_lines.insert(line, {series, style, {}});
    if (std::isfinite(value))
        line->values.push_back(value);
}

QStringList Sparkline::legend() const
{
    QStringList lines;
    for (const auto& line : m_lines)
        lines << QStringLiteral("%1 %2").arg(letterOf(static_cast<std::size_t>(lines.size()))).arg(line.name);
    return lines;
}

void Sparkline::paintEvent(QPaintEvent*)
{
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    std::size_t count = 0;
    for (const auto& line : m_lines) {
        for (const double value : line.values) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
        count = std::max(count, line.values.size());
    }
    if (count < 2 || !(high > 0))
        return;
    const ChartTheme theme = chartThemeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double mark = 7;
    const QRectF area = QRectF(rect()).adjusted(2, mark / 2, -mark / 2 - 1, -mark / 2);
    const double span = std::max(high - low, high * 0.02);
    for (std::size_t place = 0; place < m_lines.size(); ++place) {
        const auto& line = m_lines[place];
        QPolygonF points;
        for (std::size_t i = 0; i < line.values.size(); ++i)
            points << QPointF(
                area.left() + area.width() * static_cast<double>(i) / static_cast<double>(count - 1),
                area.bottom() - area.height() * (line.values[i] - low) / span);
        painter.setPen(QPen(theme.ink(line.style), 1.6, lineOf(place)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points);
        if (points.isEmpty())
            continue;
        painter.setPen(QPen(theme.ink(line.style), 1));
        painter.setBrush(theme.paint(line.style.paint));
        drawMark(painter, points.last(), mark, place);
    }
}

} // namespace inferometer::ui
