// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include "core/base/words.h"

#include <optional>

namespace inferometer::ui {

enum class Metric { Mean, Median, P90 };
/// What the whiskers of a bar span.
enum class ErrorBars { None, StandardDeviation, Quartiles, Range };

/// A value in seconds with the ends of its whiskers.
struct Reading {
    double value_s = 0;
    std::optional<double> low_s;
    std::optional<double> high_s;
};

/// Nothing where the row was not timed, or has too few samples for the metric.
std::optional<Reading> reading(const ResultRow& row, Metric metric, bool isPerImage, ErrorBars bars);

/// True when the row's improvement may be shown: timed, verified, with a baseline.
bool hasImprovement(const ResultRow& row);

QString metricName(Metric metric);
QString errorBarsName(ErrorBars bars);

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::Metric> {
    static constexpr std::array all{
        Word<ui::Metric>{ui::Metric::Mean, "mean"},
        Word<ui::Metric>{ui::Metric::Median, "median"},
        Word<ui::Metric>{ui::Metric::P90, "p90"},
    };
};
template <> struct inferometer::core::Words<inferometer::ui::ErrorBars> {
    static constexpr std::array all{
        Word<ui::ErrorBars>{ui::ErrorBars::None, "none"},
        Word<ui::ErrorBars>{ui::ErrorBars::StandardDeviation, "sd"},
        Word<ui::ErrorBars>{ui::ErrorBars::Quartiles, "quartiles"},
        Word<ui::ErrorBars>{ui::ErrorBars::Range, "range"},
    };
};
