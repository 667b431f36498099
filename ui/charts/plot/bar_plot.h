// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot/bar_notes.h"
#include "ui/charts/plot/chart_plot.h"

namespace inferometer::ui {

/// Draws a BarChart: horizontal bars, one axis rectangle per panel, labels that are never cut.
class BarPlot final : public ChartPlot {
    Q_OBJECT

public:
    explicit BarPlot(QWidget* parent = nullptr);
    ~BarPlot() override;

    void setChart(BarChart chart);
    int comfortableHeight(int width) const override;
    void setCurrentRow(int row) override;
    QRect currentPlace() const override;

protected:
    void updateLayout() override;
    void walk(int steps, bool isByGroup) override;
    void walkToEnd(bool isLast) override;
    void chooseCurrent() override;
    void hover(const QPoint& position) override;
    void click(const QPoint& position) override;
    QList<QCPAxis*> zoomAxes() const override;
    void applyTheme() override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void build();
    QCPAxisRect* makeRect();
    void fillPanel(std::size_t panel);
    void addSeries(std::size_t panel, std::size_t series);
    void addLabels(QCPAxis* keys) const;
    void fitRange(std::size_t panel);
    QCPRange linearRange(std::size_t panel) const;
    QCPRange logarithmicRange(std::size_t panel) const;
    double labelWidth(const BarCell& cell, double slotPixels) const;
    void limitHeights();
    std::vector<LegendEntry> legendEntries() const;
    int slotUnder(const QPoint& position) const;
    void moveTo(int slot);
    bool isLogarithmic(std::size_t panel) const;

    BarChart m_chart;
    BarGeometry m_geometry;
    BarScene m_scene;
    BarNotes* m_notes;
    QCPMarginGroup* m_margins;
    int m_hovered = -1;
};

} // namespace inferometer::ui
