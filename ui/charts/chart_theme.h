// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"
#include "ui/charts/chart_data.h"

#include <QColor>
#include <QPalette>

namespace inferometer::ui {

enum class ChartPalette { OkabeIto, HighContrast, PrintGrey };

/// The colours of a chart. Bars differ by hatch as well; no meaning rests on colour alone.
struct ChartTheme {
    QColor background;
    QColor text;
    QColor muted;
    QColor grid;
    QColor axis;
    QColor band; ///< behind the current slot
    bool isDark = false;
    bool hasHatch = true;
    ChartPalette palette = ChartPalette::OkabeIto;

    QColor paint(Paint paint) const;
    QColor ink(const BarStyle& style) const; ///< outline and hatch
    QColor fill(const BarStyle& style) const;
};

ChartTheme lightChartTheme();
ChartTheme darkChartTheme();
/// The theme that goes with a window's palette.
ChartTheme chartThemeOf(const QPalette& palette);

bool isDark(const QPalette& palette);

/// Whether two styles can hardly be told apart without their hues: one hatch and nearly one lightness, in
/// colours or in the greys for print.
bool areAlike(const BarStyle& one, const BarStyle& other);

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::ChartPalette> {
    static constexpr std::array all{
        Word<ui::ChartPalette>{ui::ChartPalette::OkabeIto, "okabe-ito"},
        Word<ui::ChartPalette>{ui::ChartPalette::HighContrast, "high-contrast"},
        Word<ui::ChartPalette>{ui::ChartPalette::PrintGrey, "print-grey"},
    };
};
