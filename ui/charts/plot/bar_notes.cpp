// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/bar_notes.h"

#include <algorithm>
#include <cmath>

namespace inferometer::ui {

namespace {

constexpr int smallestFont = 7;
constexpr int gap = 5; ///< between a bar and its label

QRectF slotRect(const QCPAxisRect& rect, const BarSlot& slot, double length)
{
    const auto* keys = rect.axis(QCPAxis::atLeft);
    const double top = keys->coordToPixel(slot.key - length / 2);
    const double bottom = keys->coordToPixel(slot.key + length / 2);
    return QRectF(rect.left(), top, rect.width(), bottom - top);
}

} // namespace

QFont resized(QFont font, int pixels)
{
    font.setPixelSize(pixels);
    return font;
}

BarNotes::BarNotes(QCustomPlot* plot, const BarScene& scene)
    : QCPLayerable(plot, QStringLiteral("notes"))
    , m_scene(scene)
{
}

std::optional<QFont> BarNotes::slotFont(double slotPixels) const
{
    const int base = QFontInfo(m_scene.font).pixelSize();
    const int fitting = std::min(qRound(base * 0.95), static_cast<int>(std::floor(slotPixels)));
    if (fitting < smallestFont)
        return std::nullopt;
    return resized(m_scene.font, fitting);
}

void BarNotes::draw(QCPPainter* painter)
{
    if (!m_scene.chart || m_scene.rects.empty())
        return;
    for (std::size_t panel = 0; panel < m_scene.rects.size(); ++panel) {
        drawHeadings(painter, *m_scene.rects[panel]);
        drawLines(painter, panel);
    }
    const auto& places = m_scene.geometry->slotList();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (cellOf(*m_scene.chart, places[i]).value)
            drawValue(painter, places[i]);
        else
            i = drawWords(painter, i);
    }
}

void BarNotes::drawHeadings(QCPPainter* painter, const QCPAxisRect& rect) const
{
    QFont font = m_scene.font;
    font.setBold(true);
    painter->setFont(font);
    const int height = QFontMetrics(font).height();
    for (const auto& heading : m_scene.geometry->headings()) {
        const double y = rect.axis(QCPAxis::atLeft)->coordToPixel(heading.key);
        const QRectF place(rect.outerRect().left(), y - height / 2.0, rect.outerRect().width(), height);
        const int text = QFontMetrics(font).horizontalAdvance(heading.text);
        // Where the heading is longer than the labels it interrupts the axis instead of being crossed by it.
        painter->fillRect(QRectF(place.left(), place.top(), text + 6, height), m_scene.theme.background);
        painter->setPen(m_scene.theme.muted);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, heading.text);
        painter->setPen(QPen(m_scene.theme.grid, 1));
        painter->drawLine(QPointF(place.left() + text + 10, y), QPointF(rect.right(), y));
    }
}

std::size_t BarNotes::drawWords(QCPPainter* painter, std::size_t first) const
{
    // Neighbours that share a word share its frame. Where slots are too thin for any letter, different words
    // of neighbours stand in one line.
    const auto& places = m_scene.geometry->slotList();
    const auto& rect = *m_scene.rects[places[first].panel];
    const double length = m_scene.geometry->slotLength();
    QRectF place = slotRect(rect, places[first], length);
    const bool isThin = place.height() < smallestFont;
    QStringList words{cellOf(*m_scene.chart, places[first]).word};
    std::size_t last = first;
    for (std::size_t next = first + 1; next < places.size(); last = next++) {
        const auto& cell = cellOf(*m_scene.chart, places[next]);
        const bool isNeighbour =
            places[next].panel == places[first].panel && places[next].group == places[first].group;
        if (!isNeighbour || cell.value || (!isThin && cell.word != words.first()))
            break;
        if (!words.contains(cell.word))
            words << cell.word;
        place = place.united(slotRect(rect, places[next], length));
    }
    painter->setFont(slotFont(place.height()).value_or(resized(m_scene.font, smallestFont)));
    drawWord(painter, words.join(QStringLiteral(", ")), rect, place);
    return last;
}

void BarNotes::drawValue(QCPPainter* painter, const BarSlot& slot) const
{
    const auto& cell = cellOf(*m_scene.chart, slot);
    const auto& rect = *m_scene.rects[slot.panel];
    const QRectF place = slotRect(rect, slot, m_scene.geometry->slotLength());
    const auto font = slotFont(place.height());
    if (!m_scene.hasValueLabels || !font || cell.label.isEmpty())
        return;
    const auto* values = rect.axis(QCPAxis::atBottom);
    const bool isNegative = *cell.value < 0;
    const double end = isNegative ? cell.low.value_or(*cell.value) : cell.high.value_or(*cell.value);
    const double x =
        values->coordToPixel(isNegative ? std::min(end, *cell.value) : std::max(end, *cell.value));
    if (x < rect.left() - 1 || x > rect.right() + 1)
        return; // zoomed out of sight
    painter->setFont(*font);
    const QFontMetrics metrics(*font);
    const int width = metrics.horizontalAdvance(cell.label);
    const QRectF label(isNegative ? x - gap - width : x + gap, place.center().y() - metrics.height() / 2.0,
        width + 1, metrics.height());
    drawBacking(painter, label);
    painter->setPen(cell.isFaint ? m_scene.theme.muted : m_scene.theme.text);
    painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, cell.label);
}

void BarNotes::drawBacking(QCPPainter* painter, const QRectF& rect) const
{
    QColor backing = m_scene.theme.background;
    backing.setAlphaF(0.75F);
    painter->fillRect(rect.adjusted(-1, 1, 1, -1), backing);
}

void BarNotes::drawWord(
    QCPPainter* painter, const QString& word, const QCPAxisRect& rect, const QRectF& place) const
{
    const auto& values = *rect.axis(QCPAxis::atBottom);
    const double zero = values.scaleType() == QCPAxis::stLogarithmic ? place.left() : values.coordToPixel(0);
    const double x = std::clamp(zero, place.left(), place.right());
    const int width = painter->fontMetrics().horizontalAdvance(word);
    const QRectF frame(x + 0.5, place.top() + place.height() * 0.08, width + 14, place.height() * 0.84);
    painter->setPen(QPen(m_scene.theme.axis, 1, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    if (place.height() >= 12)
        painter->drawRect(frame);
    const int letters = painter->fontMetrics().height();
    if (place.height() < letters) // the word is higher than its slot: bars beside it give way
        painter->fillRect(QRectF(frame.left() + 5, frame.center().y() - letters / 2.0, width + 4, letters),
            m_scene.theme.background);
    painter->setPen(m_scene.theme.muted);
    painter->drawText(frame.adjusted(7, 0, 7, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, word);
}

void BarNotes::drawLines(QCPPainter* painter, std::size_t panel) const
{
    const auto& lines = m_scene.chart->panels[panel].lines;
    const auto& rect = *m_scene.rects[panel];
    const QFont font = resized(m_scene.font, qRound(QFontInfo(m_scene.font).pixelSize() * 0.9));
    const QFontMetrics metrics(font);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double x = rect.axis(QCPAxis::atBottom)->coordToPixel(lines[i].value);
        const double y = rect.axis(QCPAxis::atLeft)->coordToPixel((static_cast<double>(i) + 0.5) * 0.5);
        if (x < rect.left() || x > rect.right())
            continue;
        painter->setPen(QPen(m_scene.theme.ink(lines[i].style), 1.5, Qt::DashLine));
        painter->drawLine(QPointF(x, y), QPointF(x, rect.bottom()));
        const int width = metrics.horizontalAdvance(lines[i].label);
        const bool isRight = x + 6 + width <= rect.right();
        const QRectF label(
            isRight ? x + 6 : x - 6 - width, y - metrics.height() / 2.0, width + 1, metrics.height());
        drawBacking(painter, label);
        painter->setFont(font);
        painter->setPen(m_scene.theme.text);
        painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, lines[i].label);
    }
}

BarBand::BarBand(QCustomPlot* plot, const BarScene& scene)
    : QCPLayerable(plot, QStringLiteral("band"))
    , m_scene(scene)
{
}

void BarBand::draw(QCPPainter* painter)
{
    if (!m_scene.chart || m_scene.current < 0)
        return;
    const auto& slot = m_scene.geometry->slotList()[static_cast<std::size_t>(m_scene.current)];
    const auto& rect = *m_scene.rects[slot.panel];
    QRectF place = slotRect(rect, slot, m_scene.geometry->slotLength() * 1.06);
    place.setLeft(rect.outerRect().left());
    painter->fillRect(place, m_scene.theme.band);
    if (m_scene.hasFocus) {
        painter->setPen(QPen(m_scene.theme.text, 1));
        painter->drawRect(place.adjusted(0, 0, -1, -1));
    }
}

} // namespace inferometer::ui
