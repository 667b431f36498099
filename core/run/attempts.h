// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/executor.h"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// Decides which variants of a visit go into the next runner, and collects what becomes of them. Exactly one
/// result per variant in the end, and a bounded number of runners:
/// - a crash or a deadline excludes the variant that was at work while others remain; without one at fault,
/// or with only
///   one left, everything is tried once more, and the second failure is final;
/// - a variant that ran out of memory beside others is tried once more alone in a fresh process, and so is
///   every one of a visit whose runner found that all together may need too much;
/// - what a suspend voided is measured once more;
/// - a row that is timed after an attempt that failed says so;
/// - what the user cancels is not tried again.
class VisitAttempts {
public:
    explicit VisitAttempts(std::vector<Variant> variants);
    /// Each variant in a runner of its own from the start, marked with this code.
    static VisitAttempts apart(const std::vector<Variant>& variants, std::string_view because);

    /// The variants for the next runner; empty: all have their result.
    std::vector<Variant> next() const;
    /// How the runner for `measured` ended.
    void add(const std::vector<Variant>& measured, const VisitEnd& end);
    /// Gives every variant without a result this one.
    void giveUp(const VisitFailure& failure);

    int runners() const { return m_runners; }
    /// In the order given at first; only once next() is empty.
    std::vector<VariantResult> results() const;
    /// What rows have in common: of the last runner with several variants, or with the only one. Doubts and
    /// the end of a runner that had one variant of several stand on its row.
    const std::optional<VisitResult>& shared() const { return m_shared; }

private:
    void addResult(const std::vector<Variant>& measured, const VisitResult& result);
    void addFailure(const std::vector<Variant>& measured, const VisitFailure& failure);
    void share(const VisitResult& result, bool isApart);
    void settle(const Variant& variant, const VisitFailure& failure);
    void takeAlone(const Variant& variant, std::string_view because);
    void remark(const Variant& variant, Note note);

    std::vector<Variant> m_variants;
    std::vector<Variant> m_open; ///< together in the next runner
    std::vector<Variant> m_alone; ///< each in a runner of its own, after the others
    std::map<Variant, std::vector<Note>> m_remarks; ///< for its row, once it is timed
    std::map<Variant, VariantResult> m_results;
    std::optional<VisitResult> m_shared;
    int m_runners = 0;
    bool m_hasRetried = false;
};

} // namespace inferometer::core
