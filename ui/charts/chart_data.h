// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

/// What a chart shows, as values: built from a run, drawn by the plots, compared by tests.
namespace inferometer::ui {

enum class ChartKind { Duration, Batch, Improvement, Modes, Scaling, Samples, Places, Split };

/// The colours of Okabe and Ito, by name.
enum class Paint { Blue, Orange, Sky, Green, Vermillion, Purple, Yellow, Grey };
/// Tells bars apart without their colour: diagonal ones mark what is compiled.
enum class Hatch { None, Rising, Falling, Cross, Horizontal, Vertical, Grid, Dots };

constexpr bool isDiagonal(Hatch hatch)
{
    return hatch == Hatch::Rising || hatch == Hatch::Falling || hatch == Hatch::Cross;
}

struct BarStyle {
    Paint paint = Paint::Blue;
    Hatch hatch = Hatch::None;
    bool isLight = false;

    bool operator==(const BarStyle&) const = default;
};

/// One slot of a group: a bar with its whiskers, or a word where there is nothing to draw a bar from.
struct BarCell {
    std::optional<double> value; ///< in the unit of the axis
    std::optional<double> low; ///< ends of the whiskers
    std::optional<double> high;
    QString label; ///< beside the bar
    QString word; ///< instead of a bar: "OOM"
    QString spoken; ///< the whole cell in one sentence: tooltip, keyboard, screen reader
    int row = -1; ///< of the run; -1: not planned
    bool isFaint = false; ///< no difference was shown
    std::optional<BarStyle> style; ///< instead of the series' own
};

struct BarSeries {
    QString name;
    BarStyle style;
    std::vector<BarCell> cells; ///< one per group
    bool isPinned = false; ///< of what stands beside the run
};

struct BarGroup {
    QString label;
    QString section; ///< groups of one section stand together under this heading; may be empty
};

/// A line across the bars at one value.
struct ReferenceLine {
    double value = 0;
    QString label;
    BarStyle style;
};

struct BarPanel {
    QString axisTitle;
    std::vector<BarSeries> series;
    std::vector<ReferenceLine> lines;
    bool canBeLogarithmic = true;
};

struct ChartText {
    QString title;
    QString subtitle;
    QString footer; ///< conditions
    QString description; ///< of the whole chart, spoken
    QString mark; ///< "SAMPLE", or empty
};

/// Horizontal bars by group; several panels share the groups.
struct BarChart {
    ChartText text;
    std::vector<BarGroup> groups;
    std::vector<BarPanel> panels;
    bool hasValueLabels = true;
    bool hasLegend = true;
    bool isLogarithmic = false;
};

/// Samples of one row in the order of measuring; x is the round, with its samples spread over it.
struct SampleSeries {
    QString name;
    BarStyle style;
    std::vector<double> x;
    std::vector<double> value; ///< milliseconds
    double centre = 0; ///< the metric shown in the other charts
    bool isPinned = false; ///< of what stands beside the run
};

struct SamplesChart {
    ChartText text;
    QString axisTitle;
    QString roundTitle;
    QString countTitle;
    std::vector<SampleSeries> series;
    bool hasLegend = true;
    bool isLogarithmic = false;
};

using Chart = std::variant<BarChart, SamplesChart>;

inline const ChartText& textOf(const Chart& chart)
{
    return std::visit([](const auto& each) -> const ChartText& { return each.text; }, chart);
}

/// True when there is no cell to draw.
bool isEmpty(const Chart& chart);

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::ChartKind> {
    static constexpr std::array all{
        Word<ui::ChartKind>{ui::ChartKind::Duration, "duration"},
        Word<ui::ChartKind>{ui::ChartKind::Batch, "batch"},
        Word<ui::ChartKind>{ui::ChartKind::Improvement, "improvement"},
        Word<ui::ChartKind>{ui::ChartKind::Modes, "modes"},
        Word<ui::ChartKind>{ui::ChartKind::Scaling, "scaling"},
        Word<ui::ChartKind>{ui::ChartKind::Samples, "samples"},
        Word<ui::ChartKind>{ui::ChartKind::Places, "places"},
        Word<ui::ChartKind>{ui::ChartKind::Split, "split"},
    };
};
