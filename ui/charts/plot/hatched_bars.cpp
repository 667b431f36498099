// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/hatched_bars.h"

#include "ui/charts/plot/swatch.h"

namespace inferometer::ui {

void HatchedBars::draw(QCPPainter* painter)
{
    const int count = mDataContainer->size();
    for (int i = 0; i < count && i < static_cast<int>(m_looks.size()); ++i) {
        const auto datum = mDataContainer->at(i);
        QRectF rect = getBarRect(datum->key, datum->value).normalized();
        // Whole pixels keep edges sharp; a bar too short to see is one pixel long.
        rect = QRectF(rect.toRect());
        if (rect.width() < 1)
            rect.setWidth(1);
        const auto& look = m_looks[static_cast<std::size_t>(i)];
        drawSwatch(*painter, rect, look.style, m_theme, look.isFaint);
    }
}

} // namespace inferometer::ui
