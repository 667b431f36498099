// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_fit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace inferometer::ui {

namespace {

/// The largest width at which columns cut to it fit into the room.
int widthThatFits(std::vector<int> widths, int room)
{
    std::sort(widths.begin(), widths.end());
    auto left = static_cast<int>(widths.size());
    for (const int width : widths) {
        if (width * left > room)
            return std::max(0, room / left);
        room -= width;
        --left;
    }
    return widths.empty() ? 0 : widths.back();
}

} // namespace

ColumnFit::ColumnFit(QTableView& table, std::vector<int> elastic)
    : QObject(&table)
    , m_table(table)
    , m_elastic(std::move(elastic))
{
    table.viewport()->installEventFilter(this);
}

void ColumnFit::fit()
{
    m_table.resizeColumnsToContents();
    int room = m_table.viewport()->width();
    for (int column = 0; column < m_table.horizontalHeader()->count(); ++column) {
        if (std::find(m_elastic.begin(), m_elastic.end(), column) == m_elastic.end())
            room -= m_table.columnWidth(column);
    }
    std::vector<int> widths;
    for (const int column : m_elastic)
        widths.push_back(m_table.columnWidth(column));
    const int widest = widthThatFits(widths, room);
    for (const int column : m_elastic)
        m_table.setColumnWidth(column, std::min(m_table.columnWidth(column), widest));
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace inferometer::ui
