// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_theme.h"

#include <cmath>

namespace inferometer::ui {

namespace {

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a * share + b * (1.0 - share) + 0.5); };
    return QColor(
        part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()));
}

/// M. Okabe and K. Ito, "Color Universal Design" (2008).
QColor okabeIto(Paint paint)
{
    switch (paint) {
    case Paint::Blue:
        return QColor(0x00, 0x72, 0xb2);
    case Paint::Orange:
        return QColor(0xe6, 0x9f, 0x00);
    case Paint::Sky:
        return QColor(0x56, 0xb4, 0xe9);
    case Paint::Green:
        return QColor(0x00, 0x9e, 0x73);
    case Paint::Vermillion:
        return QColor(0xd5, 0x5e, 0x00);
    case Paint::Purple:
        return QColor(0xcc, 0x79, 0xa7);
    case Paint::Yellow:
        return QColor(0xf0, 0xe4, 0x42);
    case Paint::Grey:
        return QColor(0x99, 0x99, 0x99);
    }
    return {};
}

QColor grey(Paint paint)
{
    switch (paint) {
    case Paint::Blue:
        return QColor(0x3a, 0x3a, 0x3a);
    case Paint::Orange:
        return QColor(0x8c, 0x8c, 0x8c);
    case Paint::Sky:
        return QColor(0x6a, 0x6a, 0x6a);
    case Paint::Green:
        return QColor(0x58, 0x58, 0x58);
    case Paint::Vermillion:
        return QColor(0x20, 0x20, 0x20);
    case Paint::Purple:
        return QColor(0x9c, 0x9c, 0x9c);
    case Paint::Yellow:
        return QColor(0xb4, 0xb4, 0xb4);
    case Paint::Grey:
        return QColor(0xc8, 0xc8, 0xc8);
    }
    return {};
}

/// L* of CIE 1976, 0 to 100: equal steps look equal.
double lightnessOf(const BarStyle& style, ChartPalette palette)
{
    ChartTheme theme = lightChartTheme();
    theme.palette = palette;
    theme.hasHatch = false;
    const QColor color = theme.fill(style);
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance =
        0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    return luminance <= 216.0 / 24389.0 ? luminance * 24389.0 / 27.0 : 116.0 * std::cbrt(luminance) - 16.0;
}

} // namespace

QColor ChartTheme::paint(Paint paint) const
{
    if (palette == ChartPalette::PrintGrey)
        return isDark ? mixed(grey(paint), Qt::white, 0.6) : grey(paint);
    const QColor color = okabeIto(paint);
    return palette == ChartPalette::HighContrast ? mixed(color, isDark ? Qt::white : Qt::black, 0.75) : color;
}

QColor ChartTheme::ink(const BarStyle& style) const
{
    const QColor color = style.isLight ? mixed(paint(style.paint), background, 0.65) : paint(style.paint);
    const bool isPale =
        style.paint == Paint::Yellow || style.paint == Paint::Orange || style.paint == Paint::Sky;
    if (isDark)
        return mixed(color, Qt::white, 0.72);
    return mixed(color, Qt::black, isPale ? 0.66 : 0.8);
}

QColor ChartTheme::fill(const BarStyle& style) const
{
    const QColor color = style.isLight ? mixed(paint(style.paint), background, 0.65) : paint(style.paint);
    const bool isHatched = hasHatch && style.hatch != Hatch::None;
    return isHatched ? mixed(color, background, isDark ? 0.55 : 0.5) : color;
}

ChartTheme lightChartTheme()
{
    ChartTheme theme;
    theme.background = QColor(0xff, 0xff, 0xff);
    theme.text = QColor(0x1c, 0x21, 0x28);
    theme.muted = QColor(0x57, 0x60, 0x6a);
    theme.grid = QColor(0xe4, 0xe8, 0xec);
    theme.axis = QColor(0x8a, 0x94, 0x9e);
    theme.band = QColor(0xea, 0xf2, 0xf9);
    return theme;
}

ChartTheme darkChartTheme()
{
    ChartTheme theme;
    theme.background = QColor(0x1b, 0x1f, 0x24);
    theme.text = QColor(0xe6, 0xe9, 0xed);
    theme.muted = QColor(0xa3, 0xad, 0xb8);
    theme.grid = QColor(0x2d, 0x34, 0x3c);
    theme.axis = QColor(0x6f, 0x7a, 0x87);
    theme.band = QColor(0x25, 0x30, 0x3a);
    theme.isDark = true;
    return theme;
}

ChartTheme chartThemeOf(const QPalette& palette)
{
    ChartTheme theme = isDark(palette) ? darkChartTheme() : lightChartTheme();
    theme.background = palette.color(QPalette::Base);
    theme.text = palette.color(QPalette::Text);
    theme.muted = mixed(theme.text, theme.background, 0.68);
    theme.grid = mixed(theme.text, theme.background, 0.11);
    theme.axis = mixed(theme.text, theme.background, 0.45);
    theme.band = mixed(palette.color(QPalette::Highlight), theme.background, 0.12);
    return theme;
}

bool areAlike(const BarStyle& one, const BarStyle& other)
{
    constexpr double nearly = 9;
    const auto isNear = [&](ChartPalette palette) {
        return std::abs(lightnessOf(one, palette) - lightnessOf(other, palette)) < nearly;
    };
    return one.hatch == other.hatch && (isNear(ChartPalette::OkabeIto) || isNear(ChartPalette::PrintGrey));
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace inferometer::ui
