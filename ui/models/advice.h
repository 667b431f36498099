// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/decision.h"
#include "ui/models/run_view.h"

#include <QStringList>

/// What a run says to do, in the language of the window.
namespace inferometer::ui {

struct AdviceLine {
    core::Advice advice = core::Advice::Unclear;
    QString sentence;
    QStringList reasons;
};

/// One per model that was measured; where the run has several devices or types, each names its own.
std::vector<AdviceLine> adviceOf(const RunView& view, const core::DecisionInputs& inputs);

/// What is odd about the rows together, and how far repetitions lie apart.
QStringList findingsOf(const RunView& view);

/// For the foot of a picture of these rows: what to do with their model, or with how many of their models;
/// empty where nothing is decided.
QString adviceLine(const RunView& view, const std::vector<int>& rows, const core::DecisionInputs& inputs);

} // namespace inferometer::ui
