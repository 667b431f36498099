// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/progress_tracker.h"

#include <algorithm>

namespace inferometer::core {

ProgressTracker::ProgressTracker(const RunRecord& run, const Clock& clock)
    : m_clock(clock)
    , m_begin(clock.now())
{
    m_progress.visits = static_cast<int>(run.plan.visits.size());
    for (const auto& visit : run.plan.visits) {
        const auto rows = static_cast<int>(visit.variants.size());
        const auto* record = findVisit(run, visit.id);
        m_progress.rows += rows;
        if (record && isFinal(*record))
            m_progress.rowsDone += rows;
        else
            ++m_visitsLeft;
    }
}

void ProgressTracker::beginVisit(int index, const Workload& workload)
{
    m_progress.visit = index;
    m_progress.workload = workload;
    step("start", std::nullopt, std::nullopt);
}

void ProgressTracker::step(
    const std::string& step, const std::optional<Variant>& variant, std::optional<double> share)
{
    m_progress.step = step;
    m_progress.variant = variant;
    m_progress.share = share;
}

void ProgressTracker::endVisit(const VisitRecord& record)
{
    m_progress.rowsDone += static_cast<int>(record.rows.size());
    m_visitsLeft = std::max(m_visitsLeft - 1, 0);
    ++m_visitsDone;
}

Progress ProgressTracker::now() const
{
    constexpr double settled_s = 3;
    constexpr int settledVisits = 2;
    auto progress = m_progress;
    progress.elapsed_s = seconds(m_clock.now() - m_begin);
    if (progress.elapsed_s >= settled_s && m_visitsDone >= settledVisits)
        progress.remaining_s = progress.elapsed_s / m_visitsDone * m_visitsLeft;
    return progress;
}

} // namespace inferometer::core
