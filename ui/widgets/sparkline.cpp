// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/charts/chart_theme.h"

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
    auto& line = m_lines[series];
    line.style = style;
    if (std::isfinite(value))
        line.values.push_back(value);
}

void Sparkline::paintEvent(QPaintEvent*)
{
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    std::size_t count = 0;
    for (const auto& [name, line] : m_lines) {
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
    const QRectF area = QRectF(rect()).adjusted(2, 3, -2, -3);
    const double span = std::max(high - low, high * 0.02);
    for (const auto& [name, line] : m_lines) {
        QPolygonF points;
        for (std::size_t i = 0; i < line.values.size(); ++i)
            points << QPointF(
                area.left() + area.width() * static_cast<double>(i) / static_cast<double>(count - 1),
                area.bottom() - area.height() * (line.values[i] - low) / span);
        painter.setPen(QPen(theme.ink(line.style), 1.6));
        painter.drawPolyline(points);
    }
}

} // namespace inferometer::ui
