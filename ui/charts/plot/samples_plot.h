// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot/chart_plot.h"

namespace inferometer::ui {

/// Draws a SamplesChart: every inference over its round, and beside it how often each duration occurred.
class SamplesPlot final : public ChartPlot {
    Q_OBJECT

public:
    explicit SamplesPlot(QWidget* parent = nullptr);

    void setChart(SamplesChart chart);
    int comfortableHeight(int width) const override;
    void setCurrentRow(int) override { }

protected:
    void updateLayout() override;
    void walk(int steps, bool isByGroup) override;
    void walkToEnd(bool isLast) override;
    void chooseCurrent() override { }
    void hover(const QPoint& position) override;
    void click(const QPoint& position) override;
    QList<QCPAxis*> zoomAxes() const override;
    void applyTheme() override;

private:
    struct Point {
        std::size_t series = 0;
        std::size_t index = 0;
    };

    void build();
    void makeRects();
    void addSeries(const SampleSeries& series);
    int binCount(const QCPRange& range) const;
    void addDistribution(const SampleSeries& series, double low, double high, int bins);
    QCPRange valueRange() const;
    QString spoken(const Point& point) const;
    void moveTo(Point point);

    SamplesChart m_chart;
    QCPAxisRect* m_trace = nullptr;
    QCPAxisRect* m_distribution = nullptr;
    QCPItemTracer* m_tracer = nullptr;
    Point m_current;
    bool m_hasCurrent = false;
};

} // namespace inferometer::ui
