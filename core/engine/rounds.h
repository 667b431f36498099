// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/entrant.h"
#include "core/engine/surroundings.h"
#include "core/measure/measure.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace inferometer::engine {

/// Tells the client which phase begins, and which variant is at work in it.
void announce(
    VisitClient& client, core::Phase phase, const Entrant* entrant = nullptr, double expected_s = 0);

/// The measuring of a visit: rounds among all entrants that are still in. Whoever fails a block is out, and
/// the others are measured anew without it.
class Rounds final : private core::MeasureObserver {
public:
    /// All of it outlives the rounds; `monitor` may be null.
    Rounds(const core::VisitJob& job, VisitClient& client, std::vector<Entrant>& entrants,
        core::DeviceMonitor* monitor, std::stop_token stop, const Surroundings& surroundings)
        : m_job(job)
        , m_client(client)
        , m_entrants(entrants)
        , m_monitor(monitor)
        , m_stop(std::move(stop))
        , m_surroundings(surroundings)
    {
    }

    /// Writes what was measured into the entrants' rows and into the visit's result.
    void measure(core::VisitResult& result);
    /// Why nothing that was measured counts, if so.
    const std::optional<core::Note>& voidedBecause() const { return m_voidedBecause; }

private:
    /// False: somebody failed, and the others are to be measured without it. Not in a process that has lost
    /// its device.
    bool measureOnce(core::VisitResult& result);
    std::vector<core::Participant> participants();
    std::optional<std::size_t> indexOf(const core::Variant& variant) const;
    void discard(const core::Measurement& measurement);
    void keep(const core::Measurement& measurement, core::VisitResult& result);
    double processorTime_s() const; ///< of this process and the peers
    double expectedWarmUp_s(const Entrant& entrant) const;
    double expectedMeasuring_s() const;

    void warmingUp(std::size_t subject) override;
    void warmedUp(std::size_t subject, const core::WarmUp& warmUp) override;
    void roundFinished(const core::RoundReport& report) override;

    const core::VisitJob& m_job;
    VisitClient& m_client;
    std::vector<Entrant>& m_entrants;
    core::DeviceMonitor* m_monitor;
    std::stop_token m_stop;
    const Surroundings& m_surroundings;
    std::vector<Entrant*> m_measured; ///< who takes part
    std::optional<core::Note> m_voidedBecause;
};

} // namespace inferometer::engine
