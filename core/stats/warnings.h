// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/stats/rounds.h"

#include <vector>

namespace inferometer::core {

/// Thresholds in percent. Those of the interquartile range are torch.utils.benchmark's.
inline constexpr double highVariation_percent = 5;
inline constexpr double noisy_percent = 10;
inline constexpr double unreliable_percent = 25;

/// What makes a row's numbers doubtful: scatter, drift over the rounds (over the samples where rounds are
/// few), two modes. Nothing for samples that are missing or not valid.
std::vector<Note> warningsOf(const Rounds& rounds);

} // namespace inferometer::core
