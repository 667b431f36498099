// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_theme.h"

#include <qcustomplot.h>

namespace inferometer::ui {

/// A part of a chart that is as high as its text needs at the width of the chart: nothing is ever cut.
class WrappedElement : public QCPLayoutElement {
    Q_OBJECT

public:
    explicit WrappedElement(QCustomPlot* plot);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

    void setTheme(const ChartTheme& theme) { m_theme = theme; }
    void setBaseFont(const QFont& font) { m_font = font; }
    virtual int heightFor(int width) const = 0;

protected:
    int heightOf(const QString& text, const QFont& font, int width) const;
    const ChartTheme& theme() const { return m_theme; }
    QFont scaledFont(double factor, bool isBold = false) const;

private:
    int availableWidth() const;

    ChartTheme m_theme;
    QFont m_font;
};

struct LegendEntry {
    QString name;
    BarStyle style;
    bool isFaint = false;
    std::optional<std::size_t> mark = {}; ///< of points: the place of their series
};

/// Title, subtitle and legend.
class HeaderElement final : public WrappedElement {
    Q_OBJECT

public:
    using WrappedElement::WrappedElement;
    void setText(const ChartText& text) { m_text = text; }
    void setLegend(std::vector<LegendEntry> entries) { m_entries = std::move(entries); }
    int heightFor(int width) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    struct Placed {
        QRect swatch;
        QRect text;
    };
    int drawBlock(
        QCPPainter* painter, const QString& text, const QFont& font, const QColor& color, int top) const;
    std::vector<Placed> placeLegend(int width, int& height) const;

    ChartText m_text;
    std::vector<LegendEntry> m_entries;
};

/// The conditions under a chart.
class FooterElement final : public WrappedElement {
    Q_OBJECT

public:
    using WrappedElement::WrappedElement;
    void setText(const QString& text) { m_text = text; }
    int heightFor(int width) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    QString m_text;
};

} // namespace inferometer::ui
