// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/bar_plot.h"

#include "ui/charts/plot/hatched_bars.h"

#include <QToolTip>

#include <algorithm>

namespace inferometer::ui {

namespace {

constexpr double thickestBar = 4.6; ///< in font heights
constexpr double comfortableBar = 0.82;
constexpr double comfortableGroup = 1.9; ///< for the label of a group and its distance to the next

} // namespace

BarPlot::BarPlot(QWidget* parent)
    : ChartPlot(parent)
    , m_margins(new QCPMarginGroup(this))
{
    addLayer(QStringLiteral("band"), layer(QStringLiteral("background")), limAbove);
    addLayer(QStringLiteral("notes"), layer(QStringLiteral("axes")), limAbove);
    m_scene.geometry = &m_geometry;
    new BarBand(this, m_scene);
    m_notes = new BarNotes(this, m_scene);
}

BarPlot::~BarPlot() = default;

void BarPlot::setChart(BarChart chart)
{
    const int row = m_scene.current >= 0
        ? cellOf(m_chart, m_geometry.slotList()[static_cast<std::size_t>(m_scene.current)]).row
        : -1;
    m_chart = std::move(chart);
    m_geometry = BarGeometry(m_chart);
    m_scene.chart = &m_chart;
    m_scene.current = -1;
    m_scene.hasValueLabels = m_chart.hasValueLabels;
    m_hovered = -1;
    build();
    if (row >= 0)
        setCurrentRow(row);
}

void BarPlot::build()
{
    resetZoom(); // what was enlarged are the axes of the chart before
    setLocale(QLocale());
    clearPlottables();
    m_scene.rects.clear();
    body()->clear();
    body()->simplify();
    for (std::size_t panel = 0; panel < m_chart.panels.size(); ++panel) {
        m_scene.rects.push_back(makeRect());
        body()->addElement(static_cast<int>(panel), 0, m_scene.rects.back());
        body()->setRowStretchFactor(static_cast<int>(panel), 1);
    }
    // Takes the height that few bars leave over, so that the footer stays at the bottom.
    auto* spacer = new QCPLayoutElement(this);
    spacer->setMinimumSize(1, 1);
    body()->addElement(static_cast<int>(m_chart.panels.size()), 0, spacer);
    body()->setRowStretchFactor(static_cast<int>(m_chart.panels.size()), 0.001);
    for (std::size_t panel = 0; panel < m_chart.panels.size(); ++panel)
        fillPanel(panel);
    setTexts(m_chart.text, legendEntries());
    applyTheme();
}

QCPAxisRect* BarPlot::makeRect()
{
    auto* rect = new QCPAxisRect(this, false);
    rect->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
    rect->setMarginGroup(QCP::msLeft, m_margins);
    rect->setMinimumMargins(QMargins(0, 4, 2, 0));
    for (auto* axis : rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
    }
    auto* values = rect->axis(QCPAxis::atBottom);
    rect->setRangeZoom(Qt::Horizontal);
    rect->setRangeDrag(Qt::Horizontal);
    rect->setRangeZoomAxes(values, nullptr);
    rect->setRangeDragAxes(values, nullptr);
    return rect;
}

void BarPlot::fillPanel(std::size_t panel)
{
    auto* rect = m_scene.rects[panel];
    auto* keys = rect->axis(QCPAxis::atLeft);
    auto* values = rect->axis(QCPAxis::atBottom);
    keys->setRange(0, m_geometry.length());
    keys->setRangeReversed(true);
    addLabels(keys);
    values->setLabel(m_chart.panels[panel].axisTitle);
    values->setScaleType(isLogarithmic(panel) ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (isLogarithmic(panel))
        values->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    values->setNumberFormat(QStringLiteral("gb"));
    values->setNumberPrecision(6);
    for (std::size_t series = 0; series < m_chart.panels[panel].series.size(); ++series)
        addSeries(panel, series);
}

void BarPlot::addLabels(QCPAxis* keys) const
{
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (std::size_t group = 0; group < m_chart.groups.size(); ++group)
        ticker->addTick(m_geometry.centres()[group], m_chart.groups[group].label);
    ticker->setSubTickCount(0);
    keys->setTicker(ticker);
    keys->setTickLabelPadding(8);
}

void BarPlot::addSeries(std::size_t panel, std::size_t series)
{
    const auto& shown = m_chart.panels[panel].series[series];
    auto* rect = m_scene.rects[panel];
    auto* bars = new HatchedBars(rect->axis(QCPAxis::atLeft), rect->axis(QCPAxis::atBottom));
    QVector<double> keys;
    QVector<double> values;
    QVector<double> minus;
    QVector<double> plus;
    std::vector<HatchedBars::Look> looks;
    for (const auto& slot : m_geometry.slotList()) {
        if (slot.panel != panel || slot.series != series || !shown.cells[slot.group].value)
            continue;
        const auto& cell = shown.cells[slot.group];
        keys << slot.key;
        values << *cell.value;
        minus << (cell.low ? *cell.value - *cell.low : qQNaN());
        plus << (cell.high ? *cell.high - *cell.value : qQNaN());
        looks.push_back({cell.style.value_or(shown.style), cell.isFaint});
    }
    bars->setData(keys, values, true);
    bars->setLooks(std::move(looks));
    bars->setWidthType(QCPBars::wtPlotCoords);
    bars->setWidth(m_geometry.slotLength() * 0.88);
    auto* errors = new QCPErrorBars(rect->axis(QCPAxis::atLeft), rect->axis(QCPAxis::atBottom));
    errors->setDataPlottable(bars);
    errors->setData(minus, plus);
    errors->setSymbolGap(0);
}

bool BarPlot::isLogarithmic(std::size_t panel) const
{
    return m_chart.isLogarithmic && m_chart.panels[panel].canBeLogarithmic;
}

void BarPlot::applyTheme()
{
    m_scene.theme = theme();
    m_scene.font = baseFont();
    for (auto* rect : m_scene.rects) {
        styleAxis(rect->axis(QCPAxis::atBottom), true);
        auto* keys = rect->axis(QCPAxis::atLeft);
        styleAxis(keys, false);
        keys->setTickLength(0, 0);
        keys->setTickLabels(true);
    }
    for (int i = 0; i < plottableCount(); ++i) {
        if (auto* bars = qobject_cast<HatchedBars*>(plottable(i)))
            bars->setTheme(theme());
        if (auto* errors = qobject_cast<QCPErrorBars*>(plottable(i))) {
            errors->setPen(QPen(theme().text, 1));
            errors->setAntialiased(false);
        }
    }
    replot(rpQueuedReplot);
}

std::vector<LegendEntry> BarPlot::legendEntries() const
{
    std::vector<LegendEntry> entries;
    if (!m_chart.hasLegend)
        return entries;
    for (const auto& series : m_chart.panels.front().series)
        entries.push_back({series.name, series.style, false});
    return entries;
}

int BarPlot::comfortableHeight(int width) const
{
    const double font = QFontMetrics(baseFont()).height();
    const double group = std::max(comfortableBar / m_geometry.slotLength(), comfortableGroup);
    const double bars = group * font * m_geometry.length();
    const double around = textHeight(width) + font * 3.5 * static_cast<double>(m_chart.panels.size());
    return static_cast<int>(std::min(4000.0, bars * static_cast<double>(m_chart.panels.size()) + around));
}

void BarPlot::updateLayout()
{
    limitHeights();
    ChartPlot::updateLayout();
    if (isZoomed())
        return;
    for (std::size_t panel = 0; panel < m_scene.rects.size(); ++panel)
        fitRange(panel);
    ChartPlot::updateLayout();
}

void BarPlot::limitHeights()
{
    m_scene.hasFocus = hasFocus();
    const double unit = thickestBar * QFontMetrics(baseFont()).height() / m_geometry.slotLength();
    for (auto* rect : m_scene.rects) {
        rect->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
        rect->setMaximumSize(QWIDGETSIZE_MAX, std::max(24, static_cast<int>(unit * m_geometry.length())));
    }
}

QList<QCPAxis*> BarPlot::zoomAxes() const
{
    QList<QCPAxis*> axes;
    for (auto* rect : m_scene.rects)
        axes << rect->axis(QCPAxis::atBottom);
    return axes;
}

void BarPlot::setCurrentRow(int row)
{
    int found = -1;
    for (std::size_t i = 0; row >= 0 && i < m_geometry.slotList().size() && found < 0; ++i) {
        if (cellOf(m_chart, m_geometry.slotList()[i]).row == row)
            found = static_cast<int>(i);
    }
    if (found == m_scene.current)
        return;
    m_scene.current = found;
    replot(rpQueuedReplot);
}

QRect BarPlot::currentPlace() const
{
    if (m_scene.current < 0)
        return {};
    const auto& slot = m_geometry.slotList()[static_cast<std::size_t>(m_scene.current)];
    const auto& rect = *m_scene.rects[slot.panel];
    const auto* keys = rect.axis(QCPAxis::atLeft);
    const double half = m_geometry.slotLength() / 2;
    return QRect(QPoint(rect.left(), qRound(keys->coordToPixel(slot.key - half))),
        QPoint(rect.right(), qRound(keys->coordToPixel(slot.key + half))));
}

void BarPlot::moveTo(int slot)
{
    const int count = static_cast<int>(m_geometry.slotList().size());
    if (count == 0)
        return;
    m_scene.current = std::clamp(slot, 0, count - 1);
    speak(cellOf(m_chart, m_geometry.slotList()[static_cast<std::size_t>(m_scene.current)]).spoken);
    replot(rpQueuedReplot);
    emit moved();
}

void BarPlot::walk(int steps, bool isByGroup)
{
    const auto& places = m_geometry.slotList();
    int slot = m_scene.current < 0 ? (steps > 0 ? -1 : 0) : m_scene.current;
    if (!isByGroup || m_scene.current < 0) {
        moveTo(slot + steps);
        return;
    }
    const auto begin = places[static_cast<std::size_t>(slot)];
    const int last = static_cast<int>(places.size()) - 1;
    while (slot + steps >= 0 && slot + steps <= last
        && places[static_cast<std::size_t>(slot)].group == begin.group)
        slot += steps;
    moveTo(slot);
}

void BarPlot::walkToEnd(bool isLast)
{
    moveTo(isLast ? static_cast<int>(m_geometry.slotList().size()) - 1 : 0);
}

void BarPlot::chooseCurrent()
{
    if (m_scene.current < 0)
        return;
    const int row = cellOf(m_chart, m_geometry.slotList()[static_cast<std::size_t>(m_scene.current)]).row;
    if (row >= 0)
        emit rowChosen(row);
}

int BarPlot::slotUnder(const QPoint& position) const
{
    for (std::size_t panel = 0; panel < m_scene.rects.size(); ++panel) {
        const auto& rect = *m_scene.rects[panel];
        if (!rect.outerRect().contains(position) || position.y() > rect.bottom())
            continue;
        return m_geometry.slotAt(panel, rect.axis(QCPAxis::atLeft)->pixelToCoord(position.y()));
    }
    return -1;
}

void BarPlot::hover(const QPoint& position)
{
    const int slot = slotUnder(position);
    if (slot == m_hovered)
        return;
    m_hovered = slot;
    const QString sentence =
        slot < 0 ? QString() : cellOf(m_chart, m_geometry.slotList()[static_cast<std::size_t>(slot)]).spoken;
    emit announced(sentence);
    if (sentence.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(position), sentence, this);
}

void BarPlot::click(const QPoint& position)
{
    const int slot = slotUnder(position);
    if (slot < 0)
        return;
    moveTo(slot);
    chooseCurrent();
}

void BarPlot::focusInEvent(QFocusEvent* event)
{
    ChartPlot::focusInEvent(event);
    if (m_scene.current < 0 && event->reason() != Qt::MouseFocusReason)
        moveTo(0);
}

void BarPlot::focusOutEvent(QFocusEvent* event)
{
    ChartPlot::focusOutEvent(event);
}

bool BarPlot::event(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        m_hovered = -1;
    return ChartPlot::event(event);
}

} // namespace inferometer::ui
