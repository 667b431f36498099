// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_theme.h"
#include "ui/charts/plot/bar_geometry.h"

#include <qcustomplot.h>

namespace inferometer::ui {

/// What the text of a bar chart needs to know of its plot.
struct BarScene {
    const BarChart* chart = nullptr;
    const BarGeometry* geometry = nullptr;
    std::vector<QCPAxisRect*> rects; ///< one per panel
    ChartTheme theme;
    QFont font;
    int current = -1; ///< slot under keyboard or selection
    bool hasFocus = false;
    bool hasValueLabels = true;
};

/// Text on a bar chart: headings of sections, values beside bars, words in empty slots, labels of lines.
class BarNotes final : public QCPLayerable {
    Q_OBJECT

public:
    BarNotes(QCustomPlot* plot, const BarScene& scene);

    /// The font that fits into a slot; nothing when even the smallest does not.
    std::optional<QFont> slotFont(double slotPixels) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }
    void draw(QCPPainter* painter) override;

private:
    void drawHeadings(QCPPainter* painter, const QCPAxisRect& rect) const;
    void drawValue(QCPPainter* painter, const BarSlot& slot) const;
    /// Draws the word of a slot and of its neighbours with the same one; the last slot drawn.
    std::size_t drawWords(QCPPainter* painter, std::size_t first) const;
    void drawWord(
        QCPPainter* painter, const QString& word, const QCPAxisRect& rect, const QRectF& place) const;
    void drawBacking(QCPPainter* painter, const QRectF& rect) const;
    void drawLines(QCPPainter* painter, std::size_t panel) const;

    const BarScene& m_scene;
};

/// The band behind the current slot.
class BarBand final : public QCPLayerable {
    Q_OBJECT

public:
    BarBand(QCustomPlot* plot, const BarScene& scene);

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }
    void draw(QCPPainter* painter) override;

private:
    const BarScene& m_scene;
};

/// A font of another size in pixels.
QFont resized(QFont font, int pixels);

} // namespace inferometer::ui
