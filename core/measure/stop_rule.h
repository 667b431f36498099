// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/base/words.h"
#include "core/measure/policy.h"
#include "core/stats/rounds.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace inferometer::core {

/// Why measuring ended: `CriteriaMet` and `ExactSamples` are what was asked for, the others cut it short.
enum class StopReason { CriteriaMet, ExactSamples, TimeLimit, SampleLimit, Cancelled, Failed, Suspended };

template <> struct Words<StopReason> {
    static constexpr std::array all{
        Word<StopReason>{StopReason::CriteriaMet, "criteria-met"},
        Word<StopReason>{StopReason::ExactSamples, "exact-samples"},
        Word<StopReason>{StopReason::TimeLimit, "time-limit"},
        Word<StopReason>{StopReason::SampleLimit, "sample-limit"},
        Word<StopReason>{StopReason::Cancelled, "cancelled"},
        Word<StopReason>{StopReason::Failed, "failed"},
        Word<StopReason>{StopReason::Suspended, "suspended"},
    };
};

/// Decides after every round whether it was the last. It sees numbers only: no clock, no program. Its
/// interval is half_width.h's, which costs microseconds where the bootstrap would cost milliseconds.
class StopRule {
public:
    /// `baselines` names for every subject the one it is compared with, if any. `plannedRounds` ends an exact
    /// count.
    StopRule(const Policy& policy, std::vector<std::optional<std::size_t>> baselines,
        std::optional<int> plannedRounds);

    /// `inside_s`: time inside the block's inferences, the opening one included.
    void add(std::size_t subject, const BlockSum& block, double inside_s);

    /// Asked between rounds. A round that would not fit into the time limit, or into the record of the visit,
    /// is not begun, as long as every subject has its fewest samples.
    std::optional<StopReason> decide() const;

    /// The criteria that a subject has not met so far, each with what was reached and what was asked for.
    std::vector<Note> notReached(std::size_t subject) const;

    /// Share of the measuring done, 0..1; an estimate until the end.
    double progress() const;

private:
    struct Tally {
        std::vector<BlockSum> blocks;
        int samples = 0;
        int largestBlock = 0; ///< in samples
        double timed_s = 0;
        double inside_s = 0;
        double longestBlock_s = 0;
    };

    bool isComplete(std::size_t subject) const;
    bool wouldExceedTime() const;
    bool wouldExceedRoom() const;
    /// Relative; nothing where none is asked of this subject or too little is known.
    std::optional<double> halfWidth(std::size_t subject) const;
    bool needsInterval(std::size_t subject) const;
    bool hasInterval(std::size_t subject) const;
    static int roomTaken(const Tally& tally);
    double shareDone(const Tally& tally) const;
    double shareOfInterval(std::size_t subject) const;

    Policy m_policy;
    std::vector<std::optional<std::size_t>> m_baselines;
    std::optional<int> m_plannedRounds;
    std::vector<Tally> m_tallies;
};

} // namespace inferometer::core
