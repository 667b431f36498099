// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace inferometer::ui {

/// The means of the rounds measured so far, a line per variant, each with a pattern and a mark of its own. It
/// gets a round, and is repainted, while the runner waits for the next one.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void clear();
    /// NaN: none in this round. Drawn with the next `update`.
    void add(const QString& series, const BarStyle& style, double value);
    QSize sizeHint() const override;
    /// The lines by their marks: "● default", one each.
    QStringList legend() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString name;
        BarStyle style;
        std::vector<double> values;
    };
    std::vector<Line> m_lines; ///< in the order in which they came, which their marks follow
};

} // namespace inferometer::ui
