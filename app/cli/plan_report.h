// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/run/forecast.h"
#include "core/run/machine.h"

#include <string>
#include <vector>

namespace inferometer::cli {

/// "2 workloads, 4 rows; 1 package to compile (about 40 s); inferences take about 12 s"
/// Here and below, what is known of the devices decides what they support.
std::string forecastLine(
    const core::Plan& plan, const core::Forecast& forecast, const std::vector<core::DeviceFacts>& devices);

/// What `--dry-run` prints: every workload with its variants, then what all of it would cost.
std::string planText(const core::Plan& plan, const core::Catalog& catalog, const core::Forecast& forecast,
    const std::vector<core::DeviceFacts>& devices);
std::string planJson(
    const core::Plan& plan, const core::Forecast& forecast, const std::vector<core::DeviceFacts>& devices);

/// About how long a study measures, by its limits and by earlier runs; what belongs to it and is not in it;
/// and on a CPU what is affordable of it.
std::string studyLine(const core::Plan& plan, const std::string& study, const core::Forecast& forecast);

} // namespace inferometer::cli
