// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/rounds.h"

#include "core/measure/machine_watch.h"
#include "core/protocol/reasons.h"

#include <algorithm>
#include <limits>

namespace inferometer::engine {

using core::Phase;

void announce(VisitClient& client, Phase phase, const Entrant* entrant, double expected_s)
{
    core::PhaseEvent event{phase, std::nullopt, expected_s};
    if (entrant != nullptr)
        event.variant = entrant->job->variant;
    client.phase(event);
}

void Rounds::measure(core::VisitResult& result)
{
    const auto before = core::readMachineCounts(m_surroundings.systemRoot);
    const double oursBefore_s = processorTime_s();
    while (!m_stop.stop_requested() && !measureOnce(result)) { }
    const auto after = core::readMachineCounts(m_surroundings.systemRoot);
    const auto doubts = core::doubtsBetween(before, after, processorTime_s() - oursBefore_s);
    result.warnings.insert(result.warnings.end(), doubts.begin(), doubts.end());
}

bool Rounds::measureOnce(core::VisitResult& result)
{
    const auto taking = participants();
    if (taking.empty())
        return true;
    const auto measurement = core::measure(taking, m_job.policy, m_surroundings.clock, m_stop, *this);
    if (measurement.failure) {
        discard(measurement);
        auto& entrant = *m_measured[measurement.failure->subject];
        entrant.fail(entrant.candidate->failureOfBlock(measurement.failure->error));
        return entrant.hasLostDevice();
    }
    keep(measurement, result);
    return true;
}

/// Rounds that somebody fell out of are not those of the others alone: these are measured anew, and their
/// rows say what was taken before.
void Rounds::discard(const core::Measurement& measurement)
{
    const auto failed = measurement.failure->subject;
    for (std::size_t i = 0; i < m_measured.size(); ++i) {
        const int taken = measurement.subjects[i].samplesTaken();
        if (i != failed && taken > 0)
            m_measured[i]->result.warnings.push_back({std::string(core::reasons::samplesDiscarded.code),
                {std::to_string(taken), toText(m_measured[failed]->job->variant)}});
    }
}

std::vector<core::Participant> Rounds::participants()
{
    m_measured.clear();
    for (auto& entrant : m_entrants) {
        if (entrant.candidate)
            m_measured.push_back(&entrant);
    }
    std::vector<core::Participant> participants;
    for (std::size_t i = 0; i < m_measured.size(); ++i) {
        auto baseline = indexOf(baselineOf(m_measured[i]->job->variant));
        if (baseline == i)
            baseline.reset();
        auto& watched = m_measured[i]->watched;
        watched = std::make_unique<WatchedSubject>(m_measured[i]->candidate->subject(), m_monitor);
        participants.push_back({*watched, baseline});
    }
    return participants;
}

std::optional<std::size_t> Rounds::indexOf(const core::Variant& variant) const
{
    const auto found = std::ranges::find_if(
        m_measured, [&](const Entrant* entrant) { return entrant->job->variant == variant; });
    return found == m_measured.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - m_measured.begin()));
}

void Rounds::keep(const core::Measurement& measurement, core::VisitResult& visit)
{
    m_voidedBecause = measurement.voidedBecause;
    visit.stoppedBecause = toWord(measurement.stoppedBecause);
    visit.measuring_s = measurement.measuring_s;
    visit.insideShare = measurement.insideShare();
    for (std::size_t i = 0; i < m_measured.size(); ++i) {
        const auto& record = measurement.subjects[i];
        auto& result = m_measured[i]->result;
        recordRounds(record, m_measured[i]->watched->states(), result);
        if (auto slowed = slowedNote(result))
            result.warnings.push_back(*std::move(slowed));
        result.notReached = record.notReached;
    }
}

/// A peer that has ended stays in the sum, as a child of this process.
double Rounds::processorTime_s() const
{
    double sum_s = core::ownProcessorTime_s();
    for (const auto& entrant : m_entrants)
        sum_s += entrant.candidate ? entrant.candidate->processorTime_s() : 0;
    return sum_s;
}

/// The limit is looked at between windows of at most five inferences. A peer's first run holds its compiling
/// too: that only makes this longer.
double Rounds::expectedWarmUp_s(const Entrant& entrant) const
{
    constexpr int window = 5;
    return m_job.policy.maxWarmup_s
        + m_job.policy.warmup.value_or(window) * entrant.result.firstRun_s.value_or(0);
}

/// The limit of time never cuts below the fewest samples, each of slow workloads opened by an untimed one.
double Rounds::expectedMeasuring_s() const
{
    double sum_s = 0;
    for (const auto* entrant : m_measured) {
        const double round_s = 2 * entrant->inference_s;
        sum_s += std::max(m_job.policy.maxTime_s, core::fewestSamples * round_s) + round_s;
    }
    return sum_s;
}

void Rounds::warmingUp(std::size_t subject)
{
    announce(m_client, Phase::WarmUp, m_measured[subject], expectedWarmUp_s(*m_measured[subject]));
}

void Rounds::warmedUp(std::size_t subject, const core::WarmUp& warmUp)
{
    auto& entrant = *m_measured[subject];
    entrant.inference_s =
        warmUp.count > 0 ? warmUp.duration_s / warmUp.count : entrant.result.firstRun_s.value_or(0);
    if (subject + 1 == m_measured.size() || m_job.policy.order == core::Order::Sequential)
        announce(m_client, Phase::Measure, nullptr, expectedMeasuring_s());
}

void Rounds::roundFinished(const core::RoundReport& report)
{
    core::RoundEvent event{report.round, report.progress, {}};
    for (const auto& entrant : m_entrants) {
        const auto found = std::ranges::find(m_measured, &entrant);
        const auto mean = found == m_measured.end()
            ? std::nullopt
            : report.mean_s[static_cast<std::size_t>(found - m_measured.begin())];
        event.mean_s.push_back(mean.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    m_client.round(event);
    if (m_job.gated && !report.isLast)
        m_client.waitForGo(report.round);
}

} // namespace inferometer::engine
