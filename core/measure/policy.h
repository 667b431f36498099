// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <cstdint>
#include <optional>

namespace inferometer::core {

enum class Preset { Quick, Standard, Guide, Custom };
/// `Interleaved`: one block of every variant per round, in random order. `Sequential`: variant after variant,
/// as the guide did.
enum class Order { Interleaved, Sequential };

template <> struct Words<Preset> {
    static constexpr std::array all{
        Word<Preset>{Preset::Quick, "quick"},
        Word<Preset>{Preset::Standard, "standard"},
        Word<Preset>{Preset::Guide, "guide"},
        Word<Preset>{Preset::Custom, "custom"},
    };
};
template <> struct Words<Order> {
    static constexpr std::array all{
        Word<Order>{Order::Interleaved, "interleaved"}, Word<Order>{Order::Sequential, "sequential"}};
};

/// A time limit never cuts below this many samples per variant.
inline constexpr int fewestSamples = 3;

/// How long a visit measures. Frozen into the plan; the measuring code reads nothing else.
struct Policy {
    Preset preset = Preset::Standard;
    Order order = Order::Interleaved;
    std::optional<int> exactSamples; ///< exactly so many timed inferences per variant (guide: 300)
    int minSamples = 50; ///< per variant
    int minRounds = 20; ///< the verdict's test needs 20
    double minTime_s = 3.0; ///< timed time per variant
    double maxTime_s = 60.0; ///< limit per variant on timed and opening inferences together, without warm-up
    /// Stop when the 95 % interval of every speed-up is within this much of it (of the mean, where there is
    /// nothing to compare with).
    std::optional<double> targetHalfWidth_percent = 1.0;
    /// Limit per variant on samples and what is recorded beside them, in samples (sample_room.h). Follows
    /// from how many variants share a record: no choice of a plan.
    std::optional<int> sampleRoom;
    int minBlock = 5; ///< timed inferences in a block; down to 1 for workloads slower than 0.2 s
    std::optional<int> warmup; ///< exactly so many warm-up inferences; else until the trend is gone
    double maxWarmup_s = 20.0;
    double cooldown_s = 0.0; ///< pause between visits
    std::optional<double> coolTo_c; ///< and until the device is no warmer than this, where it tells
    std::uint64_t seed = 0; ///< order of variants, bootstrap
};

/// The presets as the product defines them: quick (at least 10 samples and 0.5 s), standard (at least 50
/// samples, 20 rounds and 3 s; +-1 %), guide (exactly 300 as 20 rounds of 15); custom starts as standard.
Policy policyOf(Preset preset);

} // namespace inferometer::core
