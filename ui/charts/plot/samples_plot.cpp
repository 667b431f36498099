// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot/samples_plot.h"

#include "ui/charts/plot/hatched_bars.h"
#include "ui/charts/plot/swatch.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace inferometer::ui {

SamplesPlot::SamplesPlot(QWidget* parent)
    : ChartPlot(parent)
{
}

void SamplesPlot::setChart(SamplesChart chart)
{
    m_chart = std::move(chart);
    m_hasCurrent = false;
    build();
}

void SamplesPlot::makeRects()
{
    m_trace = new QCPAxisRect(this, false);
    m_trace->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
    m_distribution = new QCPAxisRect(this, false);
    m_distribution->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
    auto* group = new QCPMarginGroup(this);
    for (auto* rect : {m_trace, m_distribution}) {
        rect->setMarginGroup(QCP::msTop | QCP::msBottom, group);
        rect->setMinimumMargins(QMargins(0, 6, 12, 0));
        for (auto* axis : rect->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
        }
        rect->setRangeZoom(Qt::Vertical);
        rect->setRangeDrag(Qt::Vertical);
        rect->setRangeZoomAxes(nullptr, rect->axis(QCPAxis::atLeft));
        rect->setRangeDragAxes(nullptr, rect->axis(QCPAxis::atLeft));
    }
    auto* trace = m_trace->axis(QCPAxis::atLeft);
    auto* distribution = m_distribution->axis(QCPAxis::atLeft);
    distribution->setTickLabels(false);
    connect(trace, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), distribution,
        qOverload<const QCPRange&>(&QCPAxis::setRange));
    connect(distribution, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), trace,
        qOverload<const QCPRange&>(&QCPAxis::setRange));
    body()->addElement(0, 0, m_trace);
    body()->addElement(0, 1, m_distribution);
    body()->setColumnStretchFactor(0, 3);
    body()->setColumnStretchFactor(1, 1);
}

void SamplesPlot::build()
{
    setLocale(QLocale());
    clearPlottables();
    clearItems();
    body()->clear();
    makeRects();
    auto* values = m_trace->axis(QCPAxis::atLeft);
    values->setLabel(m_chart.axisTitle);
    values->setScaleType(m_chart.isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_distribution->axis(QCPAxis::atLeft)->setScaleType(values->scaleType());
    m_trace->axis(QCPAxis::atBottom)->setLabel(m_chart.roundTitle);
    m_distribution->axis(QCPAxis::atBottom)->setLabel(m_chart.countTitle);
    for (auto* axis : {m_trace->axis(QCPAxis::atBottom), m_distribution->axis(QCPAxis::atBottom)}) {
        auto whole = QSharedPointer<QCPAxisTickerFixed>::create(); // rounds and counts are whole numbers
        whole->setTickStep(1);
        whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
        axis->setTicker(whole);
    }
    const QCPRange range = valueRange();
    const int bins = binCount(range);
    for (const auto& series : m_chart.series) {
        addSeries(series);
        addDistribution(series, range.lower, range.upper, bins);
    }
    m_trace->axis(QCPAxis::atBottom)->rescale();
    m_trace->axis(QCPAxis::atBottom)->scaleRange(1.02);
    m_distribution->axis(QCPAxis::atBottom)->rescale();
    m_distribution->axis(QCPAxis::atBottom)->setRangeLower(0);
    values->setRange(range);
    m_tracer = new QCPItemTracer(this);
    m_tracer->position->setAxisRect(m_trace);
    m_tracer->position->setAxes(m_trace->axis(QCPAxis::atBottom), values);
    m_tracer->setStyle(QCPItemTracer::tsCircle);
    m_tracer->setSize(9);
    m_tracer->setVisible(false);
    std::vector<LegendEntry> entries;
    if (m_chart.hasLegend) {
        for (const auto& series : m_chart.series)
            entries.push_back({series.name, series.style, false, entries.size()});
    }
    setTexts(m_chart.text, std::move(entries));
    applyTheme();
}

void SamplesPlot::addSeries(const SampleSeries& series)
{
    auto* graph = addGraph(m_trace->axis(QCPAxis::atBottom), m_trace->axis(QCPAxis::atLeft));
    graph->setData(QVector<double>(series.x.begin(), series.x.end()),
        QVector<double>(series.value.begin(), series.value.end()), true);
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setName(series.name);
    for (auto* rect : {m_trace, m_distribution}) {
        auto* line = new QCPItemStraightLine(this);
        line->setClipAxisRect(rect);
        for (auto* position : {line->point1, line->point2}) {
            position->setAxisRect(rect);
            position->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        }
        line->point1->setCoords(0, series.centre);
        line->point2->setCoords(1, series.centre);
    }
}

/// Bins of one width for all series, fine enough for the narrowest (Freedman and Diaconis 1981).
int SamplesPlot::binCount(const QCPRange& range) const
{
    constexpr double fewest = 24;
    constexpr double most = 240;
    double bins = fewest;
    for (const auto& series : m_chart.series) {
        auto sorted = series.value;
        std::sort(sorted.begin(), sorted.end());
        const auto count = sorted.size();
        const double spread = count < 4 ? 0 : sorted[count * 3 / 4] - sorted[count / 4];
        if (spread > 0)
            bins = std::max(bins, range.size() * std::cbrt(static_cast<double>(count)) / (2 * spread));
    }
    return static_cast<int>(std::min(bins, most));
}

void SamplesPlot::addDistribution(const SampleSeries& series, double low, double high, int bins)
{
    const bool isLog = m_chart.isLogarithmic;
    const auto scaled = [&](double value) { return isLog ? std::log10(value) : value; };
    const double begin = scaled(low);
    const double step = (scaled(high) - begin) / bins;
    QVector<double> keys;
    QVector<double> counts(bins, 0.0);
    for (const double value : series.value)
        counts[std::clamp(static_cast<int>((scaled(value) - begin) / step), 0, bins - 1)] += 1.0;
    for (int i = 0; i < bins; ++i) {
        const double centre = begin + (i + 0.5) * step;
        keys << (isLog ? std::pow(10.0, centre) : centre);
    }
    auto* outline = addGraph(m_distribution->axis(QCPAxis::atLeft), m_distribution->axis(QCPAxis::atBottom));
    outline->setData(keys, counts, true);
    outline->setLineStyle(QCPGraph::lsStepCenter);
    outline->setName(series.name);
}

QCPRange SamplesPlot::valueRange() const
{
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const auto& series : m_chart.series) {
        for (const double value : series.value) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!(high > 0))
        return {0, 1};
    const double room = std::max((high - low) * 0.06, high * 0.005);
    return {m_chart.isLogarithmic ? low * 0.95 : std::max(0.0, low - room), high + room};
}

void SamplesPlot::applyTheme()
{
    if (!m_trace)
        return;
    for (auto* rect : {m_trace, m_distribution}) {
        styleAxis(rect->axis(QCPAxis::atLeft), true);
        styleAxis(rect->axis(QCPAxis::atBottom), false);
    }
    for (int i = 0; i < graphCount(); ++i) {
        const auto& series = m_chart.series[static_cast<std::size_t>(i / 2)];
        const QColor ink = theme().ink(series.style);
        QColor fill = theme().paint(series.style.paint);
        if (i % 2 == 0) {
            // Series differ by shape too, not only by their colours.
            constexpr std::array shapes{QCPScatterStyle::ssDisc, QCPScatterStyle::ssDiamond,
                QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle};
            const auto shape = shapes[static_cast<std::size_t>(i / 2) % shapes.size()];
            graph(i)->setScatterStyle(
                QCPScatterStyle(shape, QPen(ink, 1), QBrush(fill), shape == QCPScatterStyle::ssDisc ? 5 : 7));
        } else {
            fill.setAlphaF(0.35F);
            graph(i)->setPen(QPen(ink, 1.2, lineOf(static_cast<std::size_t>(i / 2))));
            graph(i)->setBrush(fill);
        }
    }
    for (int i = 0; i < itemCount(); ++i) {
        const auto place = static_cast<std::size_t>(i / 2);
        if (auto* line = qobject_cast<QCPItemStraightLine*>(item(i)))
            line->setPen(QPen(theme().ink(m_chart.series[place].style), 1.5, lineOf(place)));
    }
    if (m_tracer)
        m_tracer->setPen(QPen(theme().text, 1.5));
    replot(rpQueuedReplot);
}

int SamplesPlot::comfortableHeight(int width) const
{
    return textHeight(width) + QFontMetrics(baseFont()).height() * 9;
}

void SamplesPlot::updateLayout()
{
    if (m_trace && !isZoomed() && !m_chart.series.empty())
        m_trace->axis(QCPAxis::atLeft)->setRange(valueRange());
    ChartPlot::updateLayout();
}

QList<QCPAxis*> SamplesPlot::zoomAxes() const
{
    return m_trace ? QList<QCPAxis*>{m_trace->axis(QCPAxis::atLeft)} : QList<QCPAxis*>();
}

QString SamplesPlot::spoken(const Point& point) const
{
    const auto& series = m_chart.series[point.series];
    const QLocale locale;
    return Tr::tr("%1, inference %2 of %3, round %4: %5")
        .arg(series.name, locale.toString(static_cast<int>(point.index) + 1),
            locale.toString(static_cast<int>(series.value.size())),
            locale.toString(static_cast<int>(std::lround(series.x[point.index]))),
            milliseconds(locale, series.value[point.index] / 1e3));
}

void SamplesPlot::moveTo(Point point)
{
    if (m_chart.series.empty())
        return;
    point.series = std::min(point.series, m_chart.series.size() - 1);
    const auto& series = m_chart.series[point.series];
    point.index = std::min(point.index, series.value.size() - 1);
    m_current = point;
    m_hasCurrent = true;
    m_tracer->position->setCoords(series.x[point.index], series.value[point.index]);
    m_tracer->setVisible(true);
    speak(spoken(point));
    replot(rpQueuedReplot);
}

void SamplesPlot::walk(int steps, bool isByGroup)
{
    if (m_chart.series.empty())
        return;
    Point point = m_current;
    if (!m_hasCurrent) {
        moveTo({0, 0});
        return;
    }
    auto& coordinate = isByGroup ? point.series : point.index;
    if (steps > 0 || coordinate > 0)
        coordinate = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(coordinate) + steps);
    moveTo(point);
}

void SamplesPlot::walkToEnd(bool isLast)
{
    moveTo({m_current.series, isLast ? std::numeric_limits<std::size_t>::max() : 0});
}

void SamplesPlot::hover(const QPoint& position)
{
    for (int i = 0; m_trace && i < graphCount(); i += 2) {
        int index = -1;
        QVariant details;
        const double distance = graph(i)->selectTest(position, false, &details);
        const auto selection = details.value<QCPDataSelection>();
        if (!selection.isEmpty())
            index = selection.dataRange().begin();
        if (distance >= 0 && distance < 8 && index >= 0) {
            const QString sentence =
                spoken({static_cast<std::size_t>(i / 2), static_cast<std::size_t>(index)});
            emit announced(sentence);
            QToolTip::showText(mapToGlobal(position), sentence, this);
            return;
        }
    }
    QToolTip::hideText();
    emit announced(QString());
}

void SamplesPlot::click(const QPoint& position)
{
    hover(position);
}

} // namespace inferometer::ui
