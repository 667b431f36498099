// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_theme.h"

#include <QScrollArea>

namespace inferometer::ui {

class BarPlot;
class ChartPlot;
class SamplesPlot;

/// Shows one chart; scrolls where its bars need more height than there is.
class ChartView : public QScrollArea {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    void setChart(const Chart& chart);
    const Chart& chart() const { return m_chart; }
    void setPalette(ChartPalette palette, bool hasHatch);
    void setCurrentRow(int row);
    QRect currentPlace() const; ///< of what is current, in the chart; nothing where nothing is
    void resetZoom();
    void zoom(double factor);
    /// How long the last drawing took.
    double replotMilliseconds() const;
    void redraw(); ///< at once, for measuring

signals:
    void rowChosen(int row);
    void announced(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ChartPlot* current() const;
    template <typename Plot> Plot* shown(Plot*& plot);
    void restyle();
    void scrollToCurrent();

    Chart m_chart;
    BarPlot* m_bars = nullptr;
    SamplesPlot* m_samples = nullptr;
    ChartPalette m_palette = ChartPalette::OkabeIto;
    bool m_hasHatch = true;
    int m_row = -1;
};

} // namespace inferometer::ui
