// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/decision.h"

#include <optional>
#include <vector>

namespace inferometer::core {

/// The answer for one workload: which of its rows to run, and whether that is compiled.
struct BatchChoice {
    Advice advice = Advice::Unclear;
    const StudyRow* baseline = nullptr;
    const StudyRow* chosen =
        nullptr; ///< the baseline unless the advice is to compile; nothing when nothing fits
    std::optional<Estimate> paysBackAfter;
    Note reason; ///< of the advice
    std::vector<Note> leftOut;
};

/// `variants` are the compiled rows of the baseline's engine and visit.
BatchChoice chooseFor(
    const StudyRow& baseline, const std::vector<const StudyRow*>& variants, const DecisionInputs& inputs);

} // namespace inferometer::core
