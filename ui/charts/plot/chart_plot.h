// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_theme.h"
#include "ui/charts/plot/text_elements.h"

#include <qcustomplot.h>

namespace inferometer::ui {

/// What all charts share: header, footer, theme, fonts, zoom by Ctrl and wheel, and a walk over what is
/// drawn.
class ChartPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit ChartPlot(QWidget* parent = nullptr);

    void setTheme(const ChartTheme& theme);
    const ChartTheme& theme() const { return m_theme; }
    /// The font of axes and labels; header and footer follow it.
    void setBaseFont(const QFont& font);
    const QFont& baseFont() const { return m_font; }

    void resetZoom();
    bool isZoomed() const { return m_isZoomed; }
    void zoom(double factor); ///< around the middle, along the value axes

    /// How high a chart of this width has to be for its labels to stand apart.
    virtual int comfortableHeight(int width) const = 0;
    virtual void setCurrentRow(int row) = 0;
    /// Where the current thing is drawn; nothing where there is none.
    virtual QRect currentPlace() const { return {}; }

signals:
    void moved(); ///< by the keyboard
    void rowChosen(int row); ///< by click or keyboard
    void announced(const QString& sentence); ///< what the pointer or the keyboard is on

protected:
    void setTexts(const ChartText& text, std::vector<LegendEntry> entries);
    QCPLayoutGrid* body() { return m_body; }
    int textHeight(int width) const; ///< of header, footer and margins
    void styleAxis(QCPAxis* axis, bool hasGrid);
    /// Where the pointer or the keyboard is: moves to the next or previous thing that can be spoken.
    virtual void walk(int steps, bool isByGroup) = 0;
    virtual void walkToEnd(bool isLast) = 0;
    virtual void chooseCurrent() = 0;
    virtual void hover(const QPoint& position) = 0;
    virtual void click(const QPoint& position) = 0;
    virtual QList<QCPAxis*> zoomAxes() const = 0;
    virtual void applyTheme() = 0;

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    void speak(const QString& sentence);

private:
    ChartTheme m_theme;
    QFont m_font;
    HeaderElement* m_header;
    QCPLayoutGrid* m_body;
    FooterElement* m_footer;
    QPoint m_pressed;
    QString m_description; ///< of the whole chart
    bool m_isZoomed = false;
};

} // namespace inferometer::ui
