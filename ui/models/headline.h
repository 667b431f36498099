// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include <map>

namespace inferometer::ui {

/// What one way of compiling bought over the workloads of one device, target and data type.
struct VariantGain {
    core::Variant variant;
    QString place; ///< "H100 80GB HBM3 · float16"; empty where the run has only one
    double geometricMean = 1; ///< speed-up
    int counted = 0; ///< verified rows in it
    int excluded = 0; ///< planned rows that are not: failed, wrong, not run
    int faster = 0;
    int slower = 0;
};

/// The figures above the charts; rows that differ in more than model and batch are never pooled.
struct Headline {
    std::vector<VariantGain> gains; ///< compiled variants with at least one verified row
    int best = -1; ///< row with the largest verified speed-up
    int worst = -1; ///< row with the smallest
    std::map<core::Outcome, int> outcomes;
    double compile_s = 0; ///< of all rows of the run, cached ones included
    int planned = 0;
};

Headline headlineOf(const RunView& view);

/// Where a row was measured, as far as the run has several such places: device and data type.
QString placeOf(const RunView& view, int row);

} // namespace inferometer::ui
