// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_theme.h"

#include <qcustomplot.h>

namespace inferometer::ui {

/// Bars with a style each, hatched by lines.
class HatchedBars final : public QCPBars {
    Q_OBJECT

public:
    struct Look {
        BarStyle style;
        bool isFaint = false;
    };

    using QCPBars::QCPBars;
    void setLooks(std::vector<Look> looks) { m_looks = std::move(looks); } ///< one per datum, sorted by key
    void setTheme(const ChartTheme& theme) { m_theme = theme; }

protected:
    void draw(QCPPainter* painter) override;

private:
    std::vector<Look> m_looks;
    ChartTheme m_theme;
};

} // namespace inferometer::ui
