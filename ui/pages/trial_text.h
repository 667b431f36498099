// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/model_trial.h"

#include <QString>

namespace inferometer::ui {

/// What preparing a model showed of it: parameters, inputs and outputs, a line each.
QString trialText(const core::ModelTrial& trial);

} // namespace inferometer::ui
