// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/chart_plot.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>

namespace inferometer::ui {

ChartPlot::ChartPlot(QWidget* parent)
    : QCustomPlot(parent)
    , m_theme(lightChartTheme())
    , m_font(font())
{
    plotLayout()->clear();
    plotLayout()->setRowSpacing(0);
    plotLayout()->setMargins(QMargins(16, 12, 16, 10));
    m_header = new HeaderElement(this);
    m_body = new QCPLayoutGrid;
    m_footer = new FooterElement(this);
    m_footer->setMargins(QMargins(0, 6, 0, 0));
    plotLayout()->addElement(0, 0, m_header);
    plotLayout()->addElement(1, 0, m_body);
    plotLayout()->addElement(2, 0, m_footer);
    m_body->setRowSpacing(4);
    setAutoAddPlottableToLegend(false);
    setInteraction(QCP::iRangeDrag, true);
    setInteraction(QCP::iRangeZoom, true);
    setNoAntialiasingOnDrag(false);
    setPlottingHint(QCP::phFastPolylines, false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ChartPlot::setTheme(const ChartTheme& theme)
{
    m_theme = theme;
    setBackground(QBrush(theme.background));
    for (WrappedElement* element :
        {static_cast<WrappedElement*>(m_header), static_cast<WrappedElement*>(m_footer)})
        element->setTheme(theme);
    applyTheme();
}

void ChartPlot::setBaseFont(const QFont& font)
{
    m_font = font;
    m_header->setBaseFont(font);
    m_footer->setBaseFont(font);
    const int unit = QFontInfo(font).pixelSize();
    plotLayout()->setMargins(QMargins(unit * 5 / 4, unit, unit * 5 / 4, unit * 3 / 4));
    applyTheme();
}

void ChartPlot::setTexts(const ChartText& text, std::vector<LegendEntry> entries)
{
    ChartText shown = text;
    if (!shown.mark.isEmpty())
        shown.title = QStringLiteral("[%1] %2").arg(shown.mark, shown.title);
    m_header->setText(shown);
    m_header->setLegend(std::move(entries));
    m_footer->setText(text.footer);
    setAccessibleName(text.title);
    m_description = text.description;
    setAccessibleDescription(m_description);
}

int ChartPlot::textHeight(int width) const
{
    const QMargins margins = plotLayout()->margins();
    const int inner = std::max(1, width - margins.left() - margins.right());
    return margins.top() + m_header->heightFor(inner) + m_footer->heightFor(inner) + m_footer->margins().top()
        + margins.bottom();
}

void ChartPlot::styleAxis(QCPAxis* axis, bool hasGrid)
{
    axis->setTickLabelFont(m_font);
    axis->setLabelFont(m_font);
    axis->setTickLabelColor(m_theme.text);
    axis->setLabelColor(m_theme.muted);
    axis->setBasePen(QPen(m_theme.axis, 1));
    axis->setTickPen(QPen(m_theme.axis, 1));
    axis->setSubTickPen(QPen(m_theme.axis, 1));
    axis->setTickLength(0, 4);
    axis->setSubTickLength(0, 0);
    axis->grid()->setVisible(hasGrid);
    axis->grid()->setPen(QPen(m_theme.grid, 1));
    axis->grid()->setZeroLinePen(QPen(m_theme.axis, 1));
    axis->grid()->setAntialiased(false);
}

void ChartPlot::resetZoom()
{
    m_isZoomed = false;
    replot(rpQueuedReplot);
}

void ChartPlot::zoom(double factor)
{
    m_isZoomed = true;
    for (auto* axis : zoomAxes())
        axis->scaleRange(factor, axis->range().center());
    replot(rpQueuedReplot);
}

void ChartPlot::speak(const QString& sentence)
{
    setAccessibleDescription(sentence);
    emit announced(sentence);
}

bool ChartPlot::event(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        emit announced(QString());
    return QCustomPlot::event(event);
}

void ChartPlot::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
        walk(1, false);
        return;
    case Qt::Key_Left:
        walk(-1, false);
        return;
    case Qt::Key_Down:
        walk(1, true);
        return;
    case Qt::Key_Up:
        walk(-1, true);
        return;
    case Qt::Key_Home:
        walkToEnd(false);
        return;
    case Qt::Key_End:
        walkToEnd(true);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        chooseCurrent();
        return;
    case Qt::Key_Plus:
        zoom(0.8);
        return;
    case Qt::Key_Minus:
        zoom(1.25);
        return;
    case Qt::Key_0:
        resetZoom();
        return;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void ChartPlot::wheelEvent(QWheelEvent* event)
{
    // Without Ctrl the wheel belongs to whatever scrolls around the chart.
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    m_isZoomed = true;
    QCustomPlot::wheelEvent(event);
}

void ChartPlot::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->pos();
    QCustomPlot::mousePressEvent(event);
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)
        && (event->pos() - m_pressed).manhattanLength() > QApplication::startDragDistance())
        m_isZoomed = true;
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        hover(event->pos());
}

void ChartPlot::mouseReleaseEvent(QMouseEvent* event)
{
    QCustomPlot::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton
        && (event->pos() - m_pressed).manhattanLength() <= QApplication::startDragDistance())
        click(event->pos());
}

void ChartPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    resetZoom();
}

void ChartPlot::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    replot(rpQueuedReplot);
}

void ChartPlot::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    setAccessibleDescription(m_description); // whoever comes back hears of the whole chart again
    replot(rpQueuedReplot);
}

} // namespace inferometer::ui
