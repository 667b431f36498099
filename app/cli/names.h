// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "core/store/record.h"

#include <string>

/// How the command line calls things: short, English, the same in every locale.
namespace inferometer::cli {

/// "ViT" where the run knows the model's label, else its short name.
std::string labelOf(const core::RunRecord& run, const core::Workload& workload);
/// "cuda:0 · b4", with the data type where it is not float32.
std::string conditionsOf(const core::Workload& workload);
/// Whether variants of several engines are planned.
bool hasSeveralEngines(const core::Plan& plan);

std::string millisecondsText(double seconds); ///< "12.345 ms"
/// "35 s", "2 min 10 s", "1 h 05 min"
std::string durationText(double seconds);
/// "0:35", "2:10", "1:05:00"
std::string clockText(double seconds);
/// "1 row", "2 rows"
std::string countText(int count, const std::string& one, const std::string& many);

} // namespace inferometer::cli
