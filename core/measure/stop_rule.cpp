// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/stop_rule.h"

#include "core/measure/note_codes.h"
#include "core/measure/sample_room.h"
#include "core/stats/half_width.h"
#include "core/stats/make_note.h"

#include <algorithm>
#include <limits>

namespace inferometer::core {

StopRule::StopRule(
    const Policy& policy, std::vector<std::optional<std::size_t>> baselines, std::optional<int> plannedRounds)
    : m_policy(policy)
    , m_baselines(std::move(baselines))
    , m_plannedRounds(plannedRounds)
    , m_tallies(m_baselines.size())
{
}

void StopRule::add(std::size_t subject, const BlockSum& block, double inside_s)
{
    Tally& tally = m_tallies[subject];
    tally.blocks.push_back(block);
    tally.samples += block.count;
    tally.largestBlock = std::max(tally.largestBlock, block.count);
    tally.timed_s += block.sum_s;
    tally.inside_s += inside_s;
    tally.longestBlock_s = std::max(tally.longestBlock_s, inside_s);
}

std::optional<StopReason> StopRule::decide() const
{
    bool isAllComplete = true;
    bool hasFewest = true;
    for (std::size_t subject = 0; subject < m_tallies.size(); ++subject) {
        isAllComplete = isAllComplete && isComplete(subject);
        hasFewest = hasFewest && m_tallies[subject].samples >= fewestSamples;
    }
    if (isAllComplete)
        return m_policy.exactSamples ? StopReason::ExactSamples : StopReason::CriteriaMet;
    if (!hasFewest)
        return std::nullopt;
    if (wouldExceedRoom())
        return StopReason::SampleLimit;
    const bool isPlanDone = m_plannedRounds && std::ssize(m_tallies.front().blocks) >= *m_plannedRounds;
    if (isPlanDone || wouldExceedTime())
        return StopReason::TimeLimit;
    return std::nullopt;
}

bool StopRule::isComplete(std::size_t subject) const
{
    const Tally& tally = m_tallies[subject];
    if (m_policy.exactSamples)
        return tally.samples >= *m_policy.exactSamples;
    return tally.samples >= m_policy.minSamples && std::ssize(tally.blocks) >= m_policy.minRounds
        && tally.timed_s >= m_policy.minTime_s && (!needsInterval(subject) || hasInterval(subject));
}

bool StopRule::wouldExceedTime() const
{
    return std::any_of(m_tallies.begin(), m_tallies.end(),
        [this](const Tally& tally) { return tally.inside_s + tally.longestBlock_s > m_policy.maxTime_s; });
}

bool StopRule::wouldExceedRoom() const
{
    return std::any_of(m_tallies.begin(), m_tallies.end(), [this](const Tally& tally) {
        return roomTaken(tally) + tally.largestBlock + roomOfRound > sampleRoom(m_policy);
    });
}

int StopRule::roomTaken(const Tally& tally)
{
    return tally.samples + roomOfRound * static_cast<int>(tally.blocks.size());
}

bool StopRule::needsInterval(std::size_t subject) const
{
    if (m_policy.exactSamples || !m_policy.targetHalfWidth_percent)
        return false;
    const bool isBaseline = std::find(m_baselines.begin(), m_baselines.end(), subject) != m_baselines.end();
    return m_baselines[subject] || !isBaseline;
}

std::optional<double> StopRule::halfWidth(std::size_t subject) const
{
    const auto& blocks = m_tallies[subject].blocks;
    if (const auto baseline = m_baselines[subject])
        return ratioHalfWidth(m_tallies[*baseline].blocks, blocks);
    return meanHalfWidth(blocks);
}

bool StopRule::hasInterval(std::size_t subject) const
{
    const auto reached = halfWidth(subject);
    return reached && *reached * 100 <= *m_policy.targetHalfWidth_percent;
}

std::vector<Note> StopRule::notReached(std::size_t subject) const
{
    const Tally& tally = m_tallies[subject];
    const int samplesWanted = m_policy.exactSamples.value_or(m_policy.minSamples);
    std::vector<Note> notes;
    const auto check = [&notes](std::string_view code, double reached, double wanted) {
        if (reached < wanted)
            notes.push_back(makeNote(code, {reached, wanted}));
    };
    check(codes::samplesNotReached, tally.samples, samplesWanted);
    if (m_policy.exactSamples)
        return notes;
    check(codes::roundsNotReached, static_cast<double>(tally.blocks.size()), m_policy.minRounds);
    check(codes::timeNotReached, tally.timed_s, m_policy.minTime_s);
    if (needsInterval(subject) && !hasInterval(subject)) {
        const double reached = halfWidth(subject).value_or(std::numeric_limits<double>::infinity());
        notes.push_back(
            makeNote(codes::intervalNotReached, {reached * 100, *m_policy.targetHalfWidth_percent}));
    }
    return notes;
}

double StopRule::progress() const
{
    double least = 1;
    double limit = 0;
    for (std::size_t subject = 0; subject < m_tallies.size(); ++subject) {
        least = std::min({least, shareDone(m_tallies[subject]), shareOfInterval(subject)});
        limit = std::max({limit, m_tallies[subject].inside_s / m_policy.maxTime_s,
            static_cast<double>(roomTaken(m_tallies[subject])) / sampleRoom(m_policy)});
    }
    return std::clamp(std::max(least, limit), 0.0, 1.0);
}

double StopRule::shareDone(const Tally& tally) const
{
    const auto share = [](double reached, double wanted) { return wanted > 0 ? reached / wanted : 1.0; };
    if (m_plannedRounds)
        return share(static_cast<double>(tally.blocks.size()), *m_plannedRounds);
    return std::min({share(tally.samples, m_policy.minSamples),
        share(static_cast<double>(tally.blocks.size()), m_policy.minRounds),
        share(tally.timed_s, m_policy.minTime_s)});
}

/// A half-width shrinks with the root of the number of rounds.
double StopRule::shareOfInterval(std::size_t subject) const
{
    if (!needsInterval(subject))
        return 1;
    const auto reached = halfWidth(subject);
    if (!reached)
        return 0;
    const double target = *m_policy.targetHalfWidth_percent / 100;
    return *reached > target ? (target / *reached) * (target / *reached) : 1;
}

} // namespace inferometer::core
