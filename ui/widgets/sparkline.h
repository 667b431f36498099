// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"

#include <QWidget>

#include <map>
#include <vector>

namespace inferometer::ui {

/// The means of the rounds measured so far, a line per variant. It gets a round, and is repainted, while the
/// runner waits for the next one.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void clear();
    /// NaN: none in this round. Drawn with the next `update`.
    void add(const QString& series, const BarStyle& style, double value);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        BarStyle style;
        std::vector<double> values;
    };
    std::map<QString, Line> m_lines;
};

} // namespace inferometer::ui
