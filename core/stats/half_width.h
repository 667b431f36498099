// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/rounds.h"

#include <optional>
#include <span>

namespace inferometer::core {

/// Half-width of the 95 % interval of mean_variant / mean_baseline, relative to it, over paired rounds: the
/// ratio's linearisation (Cochran, Sampling Techniques, 6.4) with Student's factor for n - 1 rounds. Costs
/// one pass over the rounds, so that a stop rule can ask after every round; the interval that is shown is the
/// bootstrap's. Nothing below two rounds.
std::optional<double> ratioHalfWidth(std::span<const BlockSum> baseline, std::span<const BlockSum> variant);

/// The same for the mean of one variant.
std::optional<double> meanHalfWidth(std::span<const BlockSum> blocks);

} // namespace inferometer::core
