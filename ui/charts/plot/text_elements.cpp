// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/text_elements.h"

#include "ui/charts/plot/swatch.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

constexpr int titleFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

WrappedElement::WrappedElement(QCustomPlot* plot)
    : QCPLayoutElement(plot)
{
    setLayer(QStringLiteral("main"));
}

int WrappedElement::availableWidth() const
{
    const QMargins outer = mParentPlot->plotLayout()->margins();
    return mParentPlot->viewport().width() - outer.left() - outer.right() - margins().left()
        - margins().right();
}

QSize WrappedElement::minimumOuterSizeHint() const
{
    return {1, heightFor(availableWidth()) + margins().top() + margins().bottom()};
}

QSize WrappedElement::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

int WrappedElement::heightOf(const QString& text, const QFont& font, int width) const
{
    return text.isEmpty()
        ? 0
        : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), titleFlags, text).height();
}

QFont WrappedElement::scaledFont(double factor, bool isBold) const
{
    QFont font = m_font;
    font.setPixelSize(std::max(8, qRound(QFontInfo(m_font).pixelSize() * factor)));
    font.setBold(isBold);
    return font;
}

int HeaderElement::heightFor(int width) const
{
    int legend = 0;
    placeLegend(width, legend);
    const int gap = QFontMetrics(scaledFont(1)).height() / 3;
    return heightOf(m_text.title, scaledFont(1.25, true), width)
        + heightOf(m_text.subtitle, scaledFont(0.95), width) + (legend > 0 ? legend + gap : 0) + gap;
}

std::vector<HeaderElement::Placed> HeaderElement::placeLegend(int width, int& height) const
{
    const QFontMetrics metrics(scaledFont(1));
    const int line = metrics.height() + 4;
    const int swatch = metrics.height() * 3 / 2;
    std::vector<Placed> places;
    int x = 0;
    int y = 0;
    for (const auto& entry : m_entries) {
        const int text = metrics.horizontalAdvance(entry.name);
        if (x > 0 && x + swatch + 6 + text > width) {
            x = 0;
            y += line;
        }
        places.push_back(
            {QRect(x, y + 3, swatch, metrics.height() - 3), QRect(x + swatch + 6, y, text + 2, line)});
        x += swatch + 6 + text + 20;
    }
    height = places.empty() ? 0 : y + line;
    return places;
}

int HeaderElement::drawBlock(
    QCPPainter* painter, const QString& text, const QFont& font, const QColor& color, int top) const
{
    const int height = heightOf(text, font, rect().width());
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(QRect(rect().left(), top, rect().width(), height), titleFlags, text);
    return top + height;
}

void HeaderElement::draw(QCPPainter* painter)
{
    int top = drawBlock(painter, m_text.title, scaledFont(1.25, true), theme().text, rect().top());
    top = drawBlock(painter, m_text.subtitle, scaledFont(0.95), theme().muted, top);
    top += QFontMetrics(scaledFont(1)).height() / 3;
    int height = 0;
    const auto places = placeLegend(rect().width(), height);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QPoint origin(rect().left(), top);
        const QRect swatch = places[i].swatch.translated(origin);
        if (m_entries[i].mark)
            drawPoints(*painter, swatch, m_entries[i].style, theme(), *m_entries[i].mark);
        else
            drawSwatch(*painter, swatch, m_entries[i].style, theme(), m_entries[i].isFaint);
        painter->setFont(scaledFont(1));
        painter->setPen(theme().text);
        painter->drawText(
            places[i].text.translated(origin), Qt::AlignLeft | Qt::AlignVCenter, m_entries[i].name);
    }
}

int FooterElement::heightFor(int width) const
{
    return heightOf(m_text, scaledFont(0.85), width);
}

void FooterElement::draw(QCPPainter* painter)
{
    painter->setFont(scaledFont(0.85));
    painter->setPen(theme().muted);
    painter->drawText(rect(), titleFlags, m_text);
}

} // namespace inferometer::ui
