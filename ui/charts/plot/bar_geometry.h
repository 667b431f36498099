// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"

#include <vector>

namespace inferometer::ui {

/// Where the slots of a bar chart lie along its key axis: groups one unit apart, headings between sections.
struct BarSlot {
    std::size_t panel = 0;
    std::size_t series = 0;
    std::size_t group = 0;
    double key = 0; ///< centre
};

struct BarHeading {
    double key = 0;
    QString text;
};

class BarGeometry {
public:
    BarGeometry() = default;
    explicit BarGeometry(const BarChart& chart);

    double length() const { return m_length; } ///< of the key axis
    double slotLength() const { return m_slotLength; }
    const std::vector<double>& centres() const { return m_centres; } ///< one per group
    const std::vector<BarHeading>& headings() const { return m_headings; }
    /// Slots that hold a bar or a word, by panel and along the axis: the order of the keyboard.
    const std::vector<BarSlot>& slotList() const { return m_slots; }
    /// The slot at a key of a panel; -1 between them.
    int slotAt(std::size_t panel, double key) const;

private:
    double m_length = 1;
    double m_slotLength = 1;
    std::vector<double> m_centres;
    std::vector<BarHeading> m_headings;
    std::vector<BarSlot> m_slots;
};

const BarCell& cellOf(const BarChart& chart, const BarSlot& slot);

} // namespace inferometer::ui
