// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/bar_geometry.h"

#include <algorithm>
#include <cmath>

namespace inferometer::ui {

namespace {

constexpr double groupShare = 0.8; ///< of a unit that bars fill
constexpr double longestHeading = 0.62;
constexpr double headingSlots = 3; ///< as many bars at most: a heading stands close to groups of many, too
constexpr double lineLabelLength = 0.5;

std::size_t seriesCount(const BarChart& chart)
{
    std::size_t count = 1;
    for (const auto& panel : chart.panels)
        count = std::max(count, panel.series.size());
    return count;
}

std::size_t lineCount(const BarChart& chart)
{
    std::size_t count = 0;
    for (const auto& panel : chart.panels)
        count = std::max(count, panel.lines.size());
    return count;
}

} // namespace

BarGeometry::BarGeometry(const BarChart& chart)
{
    const auto count = seriesCount(chart);
    m_slotLength = groupShare / static_cast<double>(count);
    const double headingLength = std::min(longestHeading, headingSlots * m_slotLength);
    double cursor = static_cast<double>(lineCount(chart)) * lineLabelLength;
    QString section;
    for (const auto& group : chart.groups) {
        if (group.section != section && !group.section.isEmpty()) {
            m_headings.push_back({cursor + headingLength / 2, group.section});
            cursor += headingLength;
        }
        section = group.section;
        m_centres.push_back(cursor + 0.5);
        cursor += 1.0;
    }
    m_length = std::max(1.0, cursor);
    for (std::size_t panel = 0; panel < chart.panels.size(); ++panel) {
        for (std::size_t group = 0; group < chart.groups.size(); ++group) {
            for (std::size_t series = 0; series < chart.panels[panel].series.size(); ++series) {
                const auto& cell = chart.panels[panel].series[series].cells[group];
                const double offset = (static_cast<double>(series) + 0.5) * m_slotLength
                    - static_cast<double>(chart.panels[panel].series.size()) * m_slotLength / 2;
                if (cell.value || !cell.word.isEmpty())
                    m_slots.push_back({panel, series, group, m_centres[group] + offset});
            }
        }
    }
}

int BarGeometry::slotAt(std::size_t panel, double key) const
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].panel == panel && std::abs(m_slots[i].key - key) <= m_slotLength / 2)
            return static_cast<int>(i);
    }
    return -1;
}

const BarCell& cellOf(const BarChart& chart, const BarSlot& slot)
{
    return chart.panels[slot.panel].series[slot.series].cells[slot.group];
}

} // namespace inferometer::ui
