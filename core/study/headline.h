// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_table.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace inferometer::core {

/// A row that does not count, and why.
struct Exclusion {
    std::size_t row = 0; ///< index into the table
    Note reason;
};

/// One way to execute, over all workloads of one setting.
struct HeadlineGroup {
    Setting setting;
    std::string deviceName;
    Variant variant;
    std::vector<std::size_t> counted; ///< rows whose speed-ups are in the mean
    /// Geometric mean of the speed-ups. Its bounds are the geometric means of theirs: wider than needed, as
    /// if all errors pointed the same way.
    std::optional<Estimate> speedup;
    std::optional<std::size_t> best; ///< largest and smallest speed-up of the counted rows
    std::optional<std::size_t> worst;
    std::map<Verdict, int> verdicts; ///< of the counted rows
    std::vector<Exclusion> exclusions;
};

struct Headline {
    std::vector<HeadlineGroup> groups; ///< in the order of the table
    std::map<Outcome, int> outcomes; ///< of all planned rows
    int timed = 0;
    int verified = 0; ///< of the timed ones
    std::optional<double> compile_s; ///< of all packages and Python rows together, as first compiled
    double compiledNow_s = 0; ///< the part that was not taken from the cache
};

/// Published tables were not verified: their speed-ups count only when asked for.
enum class Unchecked { Excluded, Counted };

Headline headlineOf(const StudyTable& table, Unchecked unchecked = Unchecked::Excluded);

/// The headline in sentences: per group its speed-up, best and worst; exclusions; compile time.
std::vector<Note> sentencesOf(const Headline& headline, const StudyTable& table);

} // namespace inferometer::core
