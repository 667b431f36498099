// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/decision.h"
#include "ui/charts/chart_data.h"
#include "ui/models/metrics.h"
#include "ui/models/run_view.h"

namespace inferometer::ui {

/// Which part of a run a chart shows, and how.
struct ChartOptions {
    core::Device device;
    int batch = 1;
    core::DataType dtype = core::DataType::Float32;
    std::vector<core::Variant> variants; ///< shown ones, baselines included
    core::Engine engine = core::Engine::Cpp; ///< of the batch comparison
    std::string model; ///< of the modes chart
    std::vector<std::string> scaled; ///< models of the scaling chart
    int row = -1; ///< of the samples chart
    Metric metric = Metric::Mean;
    bool isPerImage = false;
    ErrorBars errorBars = ErrorBars::StandardDeviation;
    bool hasValueLabels = true;
    bool hasLegend = true;
    bool isLogarithmic = false;
    core::DecisionInputs decision; ///< what the advice below the chart goes by
};

/// What a run is opened with: its first device, smallest batch, and per engine no compile and default (or the
/// first compiled mode that there is).
ChartOptions firstOptions(const RunView& view);

/// The options with every choice that the run does not offer replaced by one that it does.
ChartOptions fitted(ChartOptions options, const RunView& view);

/// The engines that a run has planned.
std::vector<core::Engine> enginesOf(const RunView& view);

QString chartKindName(ChartKind kind); ///< "Duration": the tab

} // namespace inferometer::ui
