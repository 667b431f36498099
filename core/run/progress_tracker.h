// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/run/sweep_observer.h"

namespace inferometer::core {

/// Counts what a run has done and estimates what is left.
class ProgressTracker {
public:
    ProgressTracker(const RunRecord& run, const Clock& clock);

    void beginVisit(int index, const Workload& workload); ///< on the device that measures it
    void step(const std::string& step, const std::optional<Variant>& variant, std::optional<double> share);
    void endVisit(const VisitRecord& record);
    /// With the time of now.
    Progress now() const;

private:
    const Clock& m_clock;
    Nanoseconds m_begin;
    Progress m_progress;
    int m_visitsLeft = 0;
    int m_visitsDone = 0; ///< in this session
};

} // namespace inferometer::core
