// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/sanity.h"

#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace inferometer::core {
namespace {

using Rows = std::vector<StudyRow>;
using Notes = std::vector<SanityNote>;

bool isSameProgram(const StudyRow& a, const StudyRow& b)
{
    return a.model == b.model && a.variant == b.variant && isSameSetting(a.setting, b.setting);
}

bool hasTime(const StudyRow& row)
{
    return isTimed(row.outcome) && row.mean_s.has_value();
}

/// Calls `rule` for every ordered pair of timed rows of one program with different batches, the smaller one
/// first.
template <typename Rule> void forBatchPairs(const Rows& rows, Rule rule)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            if (rows[i].batch < rows[j].batch && hasTime(rows[i]) && hasTime(rows[j])
                && isSameProgram(rows[i], rows[j]))
                rule(i, j);
        }
    }
}

double lowOf(const StudyRow& row)
{
    return meanEstimate(row)->low.value_or(*row.mean_s);
}

double highOf(const StudyRow& row)
{
    return meanEstimate(row)->high.value_or(*row.mean_s);
}

std::vector<std::string> pairArgs(const StudyRow& a, const StudyRow& b)
{
    return {a.label, displayName(a.variant), displayDevice(a), std::to_string(a.batch),
        millisecondsText(*a.mean_s), std::to_string(b.batch), millisecondsText(*b.mean_s)};
}

void findFasterLargerBatches(const Rows& rows, Notes& notes)
{
    forBatchPairs(rows, [&](std::size_t small, std::size_t large) {
        const double gain = (1 - *rows[large].mean_s / *rows[small].mean_s) * 100;
        if (gain >= largerBatchFaster_percent && highOf(rows[large]) < lowOf(rows[small]))
            notes.push_back(
                {phrase(codes::largerBatchFaster, pairArgs(rows[small], rows[large])), {small, large}});
    });
}

void findGrowthBeyondBatch(const Rows& rows, Notes& notes)
{
    forBatchPairs(rows, [&](std::size_t small, std::size_t large) {
        const double batches = static_cast<double>(rows[large].batch) / rows[small].batch;
        const double limit = batches * (1 + growthBeyondBatch_percent / 100);
        if (lowOf(rows[large]) <= highOf(rows[small]) * limit)
            return;
        auto args = pairArgs(rows[small], rows[large]);
        args.push_back(factorText(*rows[large].mean_s / *rows[small].mean_s));
        args.push_back(factorText(batches));
        notes.push_back({phrase(codes::growthBeyondBatch, std::move(args)), {small, large}});
    });
}

bool isIdentical(const std::vector<RoundBlock>& a, const std::vector<RoundBlock>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const RoundBlock& x, const RoundBlock& y) {
        return x.block.sum_s == y.block.sum_s && x.block.count == y.block.count;
    });
}

/// Samples, or means of published rows with their baselines: that both repeat by chance is not to be
/// expected.
bool isCopyOf(const StudyTable& table, const StudyRow& a, const StudyRow& b)
{
    if (!a.rounds.empty() || !b.rounds.empty())
        return isIdentical(a.rounds, b.rounds);
    const auto* baselineA = baselineRow(table, a);
    const auto* baselineB = baselineRow(table, b);
    return baselineA != nullptr && baselineB != nullptr && baselineA != baselineB && *a.mean_s == *b.mean_s
        && baselineA->mean_s && baselineA->mean_s == baselineB->mean_s;
}

void findIdenticalFigures(const StudyTable& table, Notes& notes)
{
    const auto& rows = table.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            if (!hasTime(rows[i]) || !hasTime(rows[j]) || *rows[i].mean_s != *rows[j].mean_s
                || !isCopyOf(table, rows[i], rows[j]))
                continue;
            const auto& a = rows[i];
            const auto& b = rows[j];
            notes.push_back(
                {phrase(codes::identicalFigures,
                     {a.label, displayDevice(a), std::to_string(a.batch), b.label, displayDevice(b),
                         std::to_string(b.batch), displayName(b.variant), millisecondsText(*a.mean_s)}),
                    {i, j}});
        }
    }
}

bool hasSamePlace(const StudyRow& a, const StudyRow& b)
{
    return a.variant == b.variant && isSameSetting(a.setting, b.setting);
}

/// Of the rows that fitted although they should need more memory, the one that needs least: it says most.
const StudyRow* nearestLarger(const Rows& rows, const StudyRow& failed)
{
    const StudyRow* nearest = nullptr;
    const auto isLarger = [&](const StudyRow& row) {
        if (row.model == failed.model)
            return row.batch > failed.batch;
        return row.size && failed.size && *row.size > *failed.size && row.batch >= failed.batch;
    };
    const auto needOf = [](const StudyRow& row) { return std::pair(row.size.value_or(0), row.batch); };
    for (const auto& row : rows) {
        if (hasTime(row) && hasSamePlace(row, failed) && isLarger(row)
            && (nearest == nullptr || needOf(row) < needOf(*nearest)))
            nearest = &row;
    }
    return nearest;
}

void findOutOfMemoryBelowLarger(const Rows& rows, Notes& notes)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].outcome != Outcome::OutOfMemory)
            continue;
        const auto* larger = nearestLarger(rows, rows[i]);
        if (larger == nullptr)
            continue;
        notes.push_back({phrase(codes::outOfMemoryBelowLarger,
                             {rows[i].label, std::to_string(rows[i].batch), displayName(rows[i].variant),
                                 displayDevice(rows[i]), larger->label, std::to_string(larger->batch)}),
            {i, static_cast<std::size_t>(larger - rows.data())}});
    }
}

/// Timed rows of the same work on two devices.
struct DevicePair {
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    int firstWins = 0;
};

auto workOf(const StudyRow& row)
{
    return std::tuple(row.model, row.batch, row.setting.dtype, row.variant, row.setting.executor);
}

std::map<std::pair<std::string, std::string>, DevicePair> devicePairs(const Rows& rows)
{
    std::map<std::pair<std::string, std::string>, DevicePair> pairs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            if (rows[i].setting.device >= rows[j].setting.device || !hasTime(rows[i]) || !hasTime(rows[j])
                || workOf(rows[i]) != workOf(rows[j]))
                continue;
            auto& pair = pairs[{rows[i].setting.device, rows[j].setting.device}];
            pair.cells.emplace_back(i, j);
            pair.firstWins += *rows[i].mean_s < *rows[j].mean_s ? 1 : 0;
        }
    }
    return pairs;
}

void addWhereAhead(
    const Rows& rows, std::size_t faster, std::size_t slower, const DevicePair& pair, int wins, Notes& notes)
{
    const auto& a = rows[faster];
    const auto& b = rows[slower];
    const double lead = (1 - *b.mean_s / *a.mean_s) * 100;
    if (lead < slowerDeviceAhead_percent || highOf(b) >= lowOf(a))
        return;
    notes.push_back({phrase(codes::slowerDeviceAhead,
                         {a.label, std::to_string(a.batch), displayName(a.variant), displayDevice(b),
                             millisecondsText(*b.mean_s), displayDevice(a), millisecondsText(*a.mean_s),
                             std::to_string(wins), std::to_string(pair.cells.size())}),
        {slower, faster}});
}

/// Which device is the faster one is read from the table itself: the one ahead in most of the common cells.
void findSlowerDevicesAhead(const Rows& rows, Notes& notes)
{
    for (const auto& entry : devicePairs(rows)) {
        const auto& pair = entry.second;
        const auto cells = static_cast<int>(pair.cells.size());
        if (cells < cellsToRankDevices)
            continue;
        const int secondWins = cells - pair.firstWins;
        for (const auto& [first, second] : pair.cells) {
            if (pair.firstWins >= fasterDeviceShare * cells)
                addWhereAhead(rows, first, second, pair, pair.firstWins, notes);
            else if (secondWins >= fasterDeviceShare * cells)
                addWhereAhead(rows, second, first, pair, secondWins, notes);
        }
    }
}

void findImplausibleImprovements(const StudyTable& table, Notes& notes)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto improvement = improvementOf(table, row);
        const auto* baseline = baselineRow(table, row);
        if (!improvement || improvement->value <= implausibleImprovement_percent || baseline == nullptr
            || !baseline->mean_s)
            continue;
        notes.push_back({aboutRow(codes::implausibleImprovement, row,
                             {displayDevice(row), percentText(improvement->value),
                                 millisecondsText(*baseline->mean_s), millisecondsText(*row.mean_s)}),
            {i, static_cast<std::size_t>(baseline - table.rows.data())}});
    }
}

} // namespace

std::vector<SanityNote> sanityOf(const StudyTable& table)
{
    Notes notes;
    findIdenticalFigures(table, notes);
    findFasterLargerBatches(table.rows, notes);
    findGrowthBeyondBatch(table.rows, notes);
    findOutOfMemoryBelowLarger(table.rows, notes);
    findSlowerDevicesAhead(table.rows, notes);
    findImplausibleImprovements(table, notes);
    return notes;
}

} // namespace inferometer::core
