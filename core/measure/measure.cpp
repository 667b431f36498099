// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/measure.h"

#include "core/measure/block_plan.h"
#include "core/measure/note_codes.h"
#include "core/measure/sample_room.h"
#include "core/stats/make_note.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cassert>
#include <numbers>
#include <numeric>
#include <utility>

namespace inferometer::core {
namespace {

using Indices = std::vector<std::size_t>;

/// Rounds of some participants: all of them when interleaved, each alone when sequential. The rule and the
/// plan number them by their place in `subjects`.
struct RoundsUnderWay {
    Indices subjects;
    BlockPlan plan;
    StopRule rule;
};

Policy withRoom(Policy policy, std::size_t variants)
{
    policy.sampleRoom = policy.sampleRoom.value_or(roomOfVariant(variants));
    return policy;
}

/// One measurement from begin to end.
class Session {
public:
    Session(std::span<const Participant> participants, const Policy& policy, const Clock& clock,
        std::stop_token stop, MeasureObserver& observer);
    Measurement run();

private:
    void runInterleaved();
    void runSequential();
    std::optional<StopReason> warmUpOne(std::size_t subject);
    StopReason runRounds(const Indices& subjects, const Policy& policy);
    std::optional<StopReason> runRound(RoundsUnderWay& under, int round);
    std::optional<StopReason> runBlock(std::size_t subject, int count);
    std::optional<StopReason> checkSleep();
    StopReason fail(std::size_t subject, const Error& error);
    void close(const RoundsUnderWay& under, StopReason reason);
    BlockPlan plan(const Indices& subjects, const Policy& policy) const;
    std::vector<std::optional<std::size_t>> baselinesAmong(const Indices& subjects) const;
    RoundReport report(const RoundsUnderWay& under, int round, bool isLast) const;

    std::span<const Participant> m_participants;
    const Policy m_policy;
    const Clock& m_clock;
    std::stop_token m_stop;
    MeasureObserver& m_observer;
    Random m_random;
    Nanoseconds m_asleepBefore;
    Measurement m_result;
};

Session::Session(std::span<const Participant> participants, const Policy& policy, const Clock& clock,
    std::stop_token stop, MeasureObserver& observer)
    : m_participants(participants)
    , m_policy(withRoom(policy, participants.size()))
    , m_clock(clock)
    , m_stop(std::move(stop))
    , m_observer(observer)
    , m_random(policy.seed)
    , m_asleepBefore(clock.suspended())
{
    m_result.subjects.resize(participants.size());
    m_result.orderSeed = policy.seed;
}

Measurement Session::run()
{
    if (m_policy.order == Order::Interleaved)
        runInterleaved();
    else
        runSequential();
    return std::move(m_result);
}

void Session::runInterleaved()
{
    Indices all(m_participants.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (const std::size_t subject : all) {
        if (const auto ended = warmUpOne(subject)) {
            m_result.stoppedBecause = *ended;
            return;
        }
    }
    m_result.stoppedBecause = runRounds(all, m_policy);
}

void Session::runSequential()
{
    Policy alone = m_policy;
    // The ratio of two means meets the target when each of them meets this.
    if (alone.targetHalfWidth_percent && m_participants.size() > 1)
        *alone.targetHalfWidth_percent /= std::numbers::sqrt2;
    m_result.stoppedBecause = m_policy.exactSamples ? StopReason::ExactSamples : StopReason::CriteriaMet;
    for (std::size_t subject = 0; subject < m_participants.size(); ++subject) {
        auto ended = warmUpOne(subject);
        if (!ended)
            ended = runRounds({subject}, alone);
        if (*ended == StopReason::CriteriaMet || *ended == StopReason::ExactSamples)
            continue;
        m_result.stoppedBecause = *ended;
        if (*ended != StopReason::TimeLimit && *ended != StopReason::SampleLimit)
            return;
    }
}

std::optional<StopReason> Session::warmUpOne(std::size_t subject)
{
    if (m_stop.stop_requested())
        return StopReason::Cancelled;
    m_observer.warmingUp(subject);
    const auto warmed = warmUp(m_participants[subject].subject, m_policy, m_stop);
    if (!warmed)
        return fail(subject, warmed.error());
    m_result.subjects[subject].warmUp = *warmed;
    m_observer.warmedUp(subject, *warmed);
    return checkSleep();
}

StopReason Session::runRounds(const Indices& subjects, const Policy& policy)
{
    const BlockPlan planned = plan(subjects, policy);
    RoundsUnderWay under{subjects, planned, StopRule(policy, baselinesAmong(subjects), planned.rounds)};
    const auto begin = m_clock.now();
    std::optional<StopReason> reason;
    for (int round = 0; !reason; ++round) {
        reason = runRound(under, round);
        if (reason)
            break;
        reason = under.rule.decide();
        m_observer.roundFinished(report(under, round, reason.has_value()));
        if (round == 0 && !policy.exactSamples)
            under.plan = plan(subjects, policy);
    }
    m_result.measuring_s += seconds(m_clock.now() - begin);
    close(under, *reason);
    return *reason;
}

std::optional<StopReason> Session::runRound(RoundsUnderWay& under, int round)
{
    Indices order(under.subjects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    shuffle(std::span(order), m_random);
    for (const std::size_t place : order) {
        const std::size_t subject = under.subjects[place];
        if (const auto ended = runBlock(subject, under.plan.size(place, round)))
            return ended;
        const Block& block = m_result.subjects[subject].rounds.back();
        under.rule.add(place, blockSum(block.samples_s), block.inside_s());
    }
    return std::nullopt;
}

std::optional<StopReason> Session::runBlock(std::size_t subject, int count)
{
    if (m_stop.stop_requested())
        return StopReason::Cancelled;
    auto block = takeBlock(m_participants[subject].subject, count);
    if (!block)
        return fail(subject, block.error());
    m_result.inside_s += block->inside_s();
    m_result.subjects[subject].rounds.push_back(std::move(block).value());
    return checkSleep();
}

std::optional<StopReason> Session::checkSleep()
{
    const double asleep_s = seconds(m_clock.suspended() - m_asleepBefore);
    if (asleep_s <= longestSleep_s)
        return std::nullopt;
    m_result.voidedBecause = makeNote(codes::suspended, {asleep_s});
    return StopReason::Suspended;
}

StopReason Session::fail(std::size_t subject, const Error& error)
{
    m_result.failure = SubjectFailure{subject, error};
    return StopReason::Failed;
}

void Session::close(const RoundsUnderWay& under, StopReason reason)
{
    for (std::size_t place = 0; place < under.subjects.size(); ++place) {
        SubjectRecord& record = m_result.subjects[under.subjects[place]];
        record.stoppedBecause = reason;
        record.notReached = under.rule.notReached(place);
        if (!record.warmUp.isTrendGone && !m_policy.warmup) {
            record.notReached.push_back(makeNote(
                codes::trendNotGone, {static_cast<double>(record.warmUp.count), record.warmUp.duration_s}));
        }
    }
}

/// By the warm-up's durations; without one by those of the first round, once it is there.
BlockPlan Session::plan(const Indices& subjects, const Policy& policy) const
{
    std::vector<std::optional<double>> typical_s;
    for (const std::size_t subject : subjects) {
        const SubjectRecord& record = m_result.subjects[subject];
        typical_s.push_back(record.warmUp.typical_s);
        if (!typical_s.back() && !record.rounds.empty())
            typical_s.back() = blockSum(record.rounds.front().samples_s).mean_s();
    }
    return planBlocks(policy, typical_s);
}

std::vector<std::optional<std::size_t>> Session::baselinesAmong(const Indices& subjects) const
{
    std::vector<std::optional<std::size_t>> baselines;
    for (const std::size_t subject : subjects) {
        baselines.emplace_back();
        const auto wanted = m_participants[subject].baseline;
        const auto found = wanted ? std::find(subjects.begin(), subjects.end(), *wanted) : subjects.end();
        if (found != subjects.end())
            baselines.back() = static_cast<std::size_t>(found - subjects.begin());
    }
    return baselines;
}

RoundReport Session::report(const RoundsUnderWay& under, int round, bool isLast) const
{
    // Sequential: those before are done, those after have not begun.
    const auto before = static_cast<double>(under.subjects.front());
    const auto here = static_cast<double>(under.subjects.size());
    RoundReport report;
    report.round = round;
    report.isLast = isLast;
    report.progress =
        (before + here * (isLast ? 1 : under.rule.progress())) / static_cast<double>(m_participants.size());
    report.mean_s.resize(m_participants.size());
    for (const std::size_t subject : under.subjects) {
        const Block& block = m_result.subjects[subject].rounds.back();
        report.mean_s[subject] = blockSum(block.samples_s).mean_s();
    }
    return report;
}

} // namespace

Measurement measure(std::span<const Participant> participants, const Policy& policy, const Clock& clock,
    std::stop_token stop, MeasureObserver& observer)
{
    assert(!participants.empty());
    return Session(participants, policy, clock, std::move(stop), observer).run();
}

} // namespace inferometer::core
