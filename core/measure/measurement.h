// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/note.h"
#include "core/measure/block.h"
#include "core/measure/stop_rule.h"
#include "core/measure/warm_up.h"
#include "core/stats/rounds.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace inferometer::core {

/// What was measured of one subject. Every sample that was taken is in `rounds`.
struct SubjectRecord {
    WarmUp warmUp;
    std::vector<Block> rounds;
    std::optional<StopReason> stoppedBecause; ///< nothing: its rounds never began
    std::vector<Note> notReached; ///< criteria of the policy that were not met, whatever the reason

    int samplesTaken() const;
};

/// A subject that could not go on, and why.
struct SubjectFailure {
    std::size_t subject = 0;
    Error error;
};

struct Measurement {
    std::vector<SubjectRecord> subjects; ///< in the order in which they were given
    std::uint64_t orderSeed = 0; ///< the rounds' orders follow from it
    StopReason stoppedBecause = StopReason::CriteriaMet; ///< of the whole
    std::optional<SubjectFailure> failure;
    /// Set: the samples are there to be looked at, but nothing may be concluded from them.
    std::optional<Note> voidedBecause;
    double measuring_s = 0; ///< wall time of the rounds, with all that happens between them
    double inside_s = 0; ///< of it inside inferences, timed or opening

    double insideShare() const { return measuring_s > 0 ? inside_s / measuring_s : 0; }
};

/// The samples that count, by round: none of a void measurement.
Rounds keptRounds(const Measurement& measurement, std::size_t subject);

} // namespace inferometer::core
