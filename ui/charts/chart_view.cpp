// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "ui/charts/plot/bar_plot.h"
#include "ui/charts/plot/samples_plot.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>
#include <QStackedLayout>

namespace inferometer::ui {

ChartView::ChartView(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* pages = new QWidget;
    auto* layout = new QStackedLayout(pages);
    layout->setContentsMargins(0, 0, 0, 0);
    setWidget(pages);
}

template <typename Plot> Plot* ChartView::shown(Plot*& plot)
{
    auto* layout = static_cast<QStackedLayout*>(widget()->layout());
    if (!plot) {
        plot = new Plot(widget());
        connect(plot, &ChartPlot::rowChosen, this, &ChartView::rowChosen);
        connect(plot, &ChartPlot::announced, this, &ChartView::announced);
        connect(plot, &ChartPlot::moved, this, &ChartView::scrollToCurrent);
        layout->addWidget(plot);
    }
    if (layout->currentWidget() != plot)
        verticalScrollBar()->setValue(0);
    layout->setCurrentWidget(plot);
    return plot;
}

void ChartView::setChart(const Chart& chart)
{
    m_chart = chart;
    if (const auto* bars = std::get_if<BarChart>(&chart))
        shown(m_bars)->setChart(*bars);
    else
        shown(m_samples)->setChart(std::get<SamplesChart>(chart));
    restyle();
    current()->setCurrentRow(m_row);
}

ChartPlot* ChartView::current() const
{
    return static_cast<ChartPlot*>(static_cast<QStackedLayout*>(widget()->layout())->currentWidget());
}

void ChartView::setPalette(ChartPalette palette, bool hasHatch)
{
    m_palette = palette;
    m_hasHatch = hasHatch;
    restyle();
}

void ChartView::restyle()
{
    auto* plot = current();
    if (!plot)
        return;
    ChartTheme theme = chartThemeOf(QApplication::palette());
    theme.palette = m_palette;
    theme.hasHatch = m_hasHatch;
    plot->setTheme(theme);
    plot->setBaseFont(QApplication::font());
    plot->setMinimumHeight(plot->comfortableHeight(viewport()->width()));
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (auto* plot = current())
        plot->setMinimumHeight(plot->comfortableHeight(viewport()->width()));
}

void ChartView::setCurrentRow(int row)
{
    m_row = row;
    if (auto* plot = current())
        plot->setCurrentRow(row);
    scrollToCurrent();
}

QRect ChartView::currentPlace() const
{
    const auto* plot = current();
    return plot ? plot->currentPlace() : QRect();
}

void ChartView::scrollToCurrent()
{
    const QRect place = currentPlace();
    if (place.isValid())
        ensureVisible(0, place.center().y(), 0, place.height() + fontMetrics().height() * 2);
}

void ChartView::resetZoom()
{
    if (auto* plot = current())
        plot->resetZoom();
}

void ChartView::zoom(double factor)
{
    if (auto* plot = current())
        plot->zoom(factor);
}

double ChartView::replotMilliseconds() const
{
    const auto* plot = current();
    return plot ? plot->replotTime() : 0;
}

void ChartView::redraw()
{
    if (auto* plot = current())
        plot->replot(QCustomPlot::rpQueuedRefresh);
}

bool ChartView::event(QEvent* event)
{
    const bool isTaken = QScrollArea::event(event);
    if (event->type() == QEvent::ApplicationFontChange) // a style sheet keeps it from becoming a FontChange
        restyle();
    return isTaken;
}

void ChartView::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace inferometer::ui
