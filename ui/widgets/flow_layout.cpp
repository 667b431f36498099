// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace inferometer::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto* item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, false);
}

int FlowLayout::place(const QRect& rect, bool isTrial) const
{
    // Items of a line share its centre line, as in a horizontal box.
    QList<QLayoutItem*> line;
    int x = rect.x();
    int y = rect.y();
    int height = 0;
    const auto finishLine = [&] {
        int left = rect.x();
        for (auto* item : std::as_const(line)) {
            const QSize size = item->sizeHint();
            if (!isTrial)
                item->setGeometry(QRect(QPoint(left, y + (height - size.height()) / 2), size));
            left += size.width() + m_gap;
        }
        line.clear();
    };
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && x + size.width() > rect.right() + 1) {
            finishLine();
            x = rect.x();
            y += height + m_gap;
            height = 0;
        }
        line.append(item);
        x += size.width() + m_gap;
        height = std::max(height, size.height());
    }
    finishLine();
    return y + height - rect.y();
}

} // namespace inferometer::ui
