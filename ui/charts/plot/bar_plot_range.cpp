// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/bar_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

// How far the value axes of a bar chart reach: bars, whiskers and the labels beside them.

namespace inferometer::ui {

double BarPlot::labelWidth(const BarCell& cell, double slotPixels) const
{
    const auto font = m_notes->slotFont(slotPixels);
    const QString& text = cell.value ? cell.label : cell.word;
    if (!font || text.isEmpty() || (cell.value && !m_chart.hasValueLabels))
        return 4;
    return QFontMetrics(*font).horizontalAdvance(text) + (cell.value ? 12.0 : 22.0);
}

void BarPlot::fitRange(std::size_t panel)
{
    auto* values = m_scene.rects[panel]->axis(QCPAxis::atBottom);
    values->setRange(isLogarithmic(panel) ? logarithmicRange(panel) : linearRange(panel));
    for (int i = 0; i < plottableCount(); ++i) {
        auto* bars = qobject_cast<QCPBars*>(plottable(i));
        if (bars && bars->valueAxis() == values)
            bars->setBaseValue(isLogarithmic(panel) ? values->range().lower : 0.0);
    }
}

QCPRange BarPlot::linearRange(std::size_t panel) const
{
    const auto& rect = *m_scene.rects[panel];
    const double width = std::max(60, rect.width());
    const double slotPixels = rect.height() * m_geometry.slotLength() / m_geometry.length();
    double low = 0;
    double high = 0;
    for (const auto& line : m_chart.panels[panel].lines) {
        low = std::min(low, line.value);
        high = std::max(high, line.value);
    }
    // Labels are in pixels, values are not: a few rounds settle how much room the labels need.
    for (int round = 0; round < 4; ++round) {
        const double unit = (high > low ? high - low : 1.0) / width;
        for (const auto& slot : m_geometry.slotList()) {
            const auto& cell = cellOf(m_chart, slot);
            if (slot.panel != panel)
                continue;
            const double room = std::min(labelWidth(cell, slotPixels), width * 0.45) * unit;
            const double value = cell.value.value_or(0.0);
            low = std::min({low, cell.low.value_or(value), value});
            high = std::max({high, cell.high.value_or(value), value});
            if (value < 0)
                low = std::min(low, cell.low.value_or(value) - room);
            else
                high = std::max(high, cell.high.value_or(value) + room);
        }
    }
    return high > low ? QCPRange(low, high) : QCPRange(0, 1);
}

QCPRange BarPlot::logarithmicRange(std::size_t panel) const
{
    const auto& rect = *m_scene.rects[panel];
    const double width = std::max(60, rect.width());
    const double slotPixels = rect.height() * m_geometry.slotLength() / m_geometry.length();
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const auto& slot : m_geometry.slotList()) {
        const auto& cell = cellOf(m_chart, slot);
        if (slot.panel == panel && cell.value && *cell.value > 0) {
            low = std::min(low, *cell.value);
            high = std::max(high, cell.high.value_or(*cell.value));
        }
    }
    if (!(high > 0))
        return {1, 10};
    const double lower = std::pow(10.0, std::floor(std::log10(low * 0.7)));
    double upper = std::log10(high);
    for (int round = 0; round < 4; ++round) {
        const double unit = (upper - std::log10(lower)) / width;
        for (const auto& slot : m_geometry.slotList()) {
            const auto& cell = cellOf(m_chart, slot);
            if (slot.panel == panel && cell.value && *cell.value > 0)
                upper = std::max(upper,
                    std::log10(std::max(cell.high.value_or(*cell.value), *cell.value))
                        + labelWidth(cell, slotPixels) * unit);
        }
    }
    return {lower, std::pow(10.0, upper)};
}

} // namespace inferometer::ui
