// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/run_comparison.h"

#include "core/base/text.h"
#include "core/study/conditions.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/unpaired.h"

#include <algorithm>
#include <cmath>

namespace inferometer::core {
namespace {

using DeviceMap = std::map<std::string, std::string>; ///< a table's device -> the base's

/// Devices of a table in order of appearance, with the name of each.
std::vector<std::pair<std::string, std::string>> devicesOf(const StudyTable& table)
{
    std::vector<std::pair<std::string, std::string>> devices;
    for (const auto& row : table.rows) {
        const auto place = placeOf(row.setting);
        const auto found = std::find_if(
            devices.begin(), devices.end(), [&](const auto& device) { return device.first == place; });
        if (found == devices.end())
            devices.emplace_back(place, row.deviceName);
        else if (found->second.empty())
            found->second = row.deviceName;
    }
    return devices;
}

bool isMapped(const DeviceMap& map, const std::string& device)
{
    return map.contains(device);
}

bool isTaken(const DeviceMap& map, const std::string& baseDevice)
{
    return std::any_of(map.begin(), map.end(), [&](const auto& entry) { return entry.second == baseDevice; });
}

template <typename Rule>
void match(DeviceMap& map, const StudyTable& base, const StudyTable& other, Rule isSame)
{
    for (const auto& device : devicesOf(other)) {
        for (const auto& baseDevice : devicesOf(base)) {
            if (!isMapped(map, device.first) && !isTaken(map, baseDevice.first) && isSame(device, baseDevice))
                map[device.first] = baseDevice.first;
        }
    }
}

/// One device left on each side: runs of two machines, each on its own.
void matchTheLast(DeviceMap& map, const StudyTable& base, const StudyTable& other)
{
    std::vector<std::string> mine;
    std::vector<std::string> theirs;
    for (const auto& device : devicesOf(other)) {
        if (!isMapped(map, device.first))
            mine.push_back(device.first);
    }
    for (const auto& device : devicesOf(base)) {
        if (!isTaken(map, device.first))
            theirs.push_back(device.first);
    }
    if (mine.size() == 1 && theirs.size() == 1)
        map[mine.front()] = theirs.front();
}

DeviceMap matchDevices(const StudyTable& base, const StudyTable& other, DeviceMap map)
{
    match(map, base, other, [](const auto& a, const auto& b) { return a == b; });
    match(map, base, other,
        [](const auto& a, const auto& b) { return !a.second.empty() && a.second == b.second; });
    match(map, base, other, [](const auto& a, const auto& b) { return a.first == b.first; });
    matchTheLast(map, base, other);
    return map;
}

std::optional<CellKey> keyOf(const StudyRow& row, const DeviceMap& devices)
{
    const auto device = devices.find(placeOf(row.setting));
    if (device == devices.end())
        return std::nullopt;
    return CellKey{row.model, device->second, row.batch, row.setting.dtype, row.variant};
}

/// Rows of a table that found no place in a cell.
struct LeftOver {
    std::vector<std::string> devices; ///< which the base does not have
    std::size_t repeats = 0;
};

void addNotes(std::vector<Note>& notes, const StudyTable& table, const LeftOver& leftOver)
{
    if (!leftOver.devices.empty())
        notes.push_back(phrase(codes::comparedOtherDevices, {nameOf(table), join(leftOver.devices, ", ")}));
    if (leftOver.repeats > 0)
        notes.push_back(phrase(codes::comparedRepeats, {nameOf(table), std::to_string(leftOver.repeats)}));
}

/// Cells while tables are put into them, one after the other.
class CellTable {
public:
    explicit CellTable(std::span<const StudyTable> tables)
        : m_tables(tables)
    {
    }

    /// Puts every row of a table into its cell; of several rows of a cell the first one stands.
    LeftOver add(std::size_t number, const DeviceMap& devices)
    {
        LeftOver leftOver;
        const auto& rows = m_tables[number].rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (const auto key = keyOf(rows[i], devices))
                leftOver.repeats += put(*key, number, i) ? 0 : 1;
            else if (const auto place = placeOf(rows[i].setting);
                     std::find(leftOver.devices.begin(), leftOver.devices.end(), place)
                     == leftOver.devices.end())
                leftOver.devices.push_back(place);
        }
        return leftOver;
    }

    std::vector<ComparedCell> take() && { return std::move(m_cells); }

private:
    /// False where the table has a row in this cell already.
    bool put(const CellKey& key, std::size_t number, std::size_t index)
    {
        const auto [entry, isNew] = m_index.emplace(key, m_cells.size());
        if (isNew) {
            m_cells.push_back({key, m_tables[number].rows[index].label, {}, {}, {}, false});
            m_cells.back().rows.resize(m_tables.size());
        }
        auto& row = m_cells[entry->second].rows[number];
        if (row)
            return false;
        row = index;
        return true;
    }

    std::span<const StudyTable> m_tables;
    std::vector<ComparedCell> m_cells;
    std::map<CellKey, std::size_t> m_index;
};

bool hasTime(const StudyRow* row)
{
    return row != nullptr && isTimed(row->outcome) && row->mean_s.has_value();
}

bool hasSameSamples(const StudyRow& a, const StudyRow& b)
{
    return std::equal(a.rounds.begin(), a.rounds.end(), b.rounds.begin(), b.rounds.end(),
        [](const RoundBlock& x, const RoundBlock& y) {
            return x.block.sum_s == y.block.sum_s && x.block.count == y.block.count;
        });
}

/// Why one side says nothing; codes of rows come first, because they are what the user looks at.
Note whyNothing(const StudyRow* base, const StudyRow* other)
{
    if (base == nullptr || other == nullptr)
        return phrase(codes::comparedMissing);
    const auto* failed = hasTime(base) ? other : base;
    return phrase(codes::comparedNotTimed, {std::string(toWord(failed->outcome))});
}

void fillVerdict(Difference& difference, const StudyRow& base, const StudyRow& other, double minimum)
{
    if (base.outcome != Outcome::Measured || other.outcome != Outcome::Measured) {
        difference.reason = phrase(codes::comparedWrongOutput);
        return;
    }
    const auto comparison = compareUnpaired(blocksOf(base), blocksOf(other), minimum);
    if (comparison.change_percent)
        difference.change_percent = comparison.change_percent;
    difference.verdict = comparison.verdict;
    difference.reason = comparison.reason;
}

Difference differenceOf(const StudyRow* base, const StudyRow* other, bool isSameSource, double minimum)
{
    Difference difference;
    if (!hasTime(base) || !hasTime(other)) {
        difference.reason = whyNothing(base, other);
        return difference;
    }
    difference.difference_s = *other->mean_s - *base->mean_s;
    difference.change_percent = Estimate{(*other->mean_s / *base->mean_s - 1) * 100, {}, {}};
    const bool hasSamples = !base->rounds.empty() && !other->rounds.empty();
    difference.evidence = hasSamples ? Evidence::Samples : Evidence::MeansOnly;
    if (*base->mean_s == *other->mean_s && (isSameSource || (hasSamples && hasSameSamples(*base, *other)))) {
        difference.verdict = Verdict::Same;
        difference.reason = phrase(codes::identicalRows);
    } else if (hasSamples) {
        fillVerdict(difference, *base, *other, minimum);
    } else {
        difference.reason = phrase(codes::publishedMeanOnly);
    }
    return difference;
}

void fillCell(ComparedCell& cell, std::span<const StudyTable> tables, double minimum)
{
    const auto rowOf = [&](std::size_t number) {
        return cell.rows[number] ? &tables[number].rows[*cell.rows[number]] : nullptr;
    };
    cell.isCommon = true;
    for (std::size_t number = 0; number < tables.size(); ++number) {
        const auto* row = rowOf(number);
        cell.isCommon = cell.isCommon && hasTime(row);
        cell.improvement_percent.push_back(
            row == nullptr ? std::nullopt : improvementOf(tables[number], *row));
        const bool isSameSource = !tables[0].id.empty() && tables[number].id == tables[0].id;
        cell.differences.push_back(
            number == 0 ? Difference{} : differenceOf(rowOf(0), row, isSameSource, minimum));
    }
}

DeviceMap identity(const StudyTable& table)
{
    DeviceMap map;
    for (const auto& device : devicesOf(table))
        map[device.first] = device.first;
    return map;
}

/// Whether the samples say that a row did not become slower by more than a limit, or that it did. "same" has
/// a margin of its own, which may be wider than the limit.
bool isJudged(const Difference& difference, double limit)
{
    if (!difference.verdict)
        return false;
    if (difference.verdict == Verdict::Slower || difference.verdict == Verdict::Faster
        || difference.reason.code == codes::identicalRows)
        return true;
    const auto& change = difference.change_percent;
    return change && change->high && *change->high <= limit;
}

std::optional<Note> regressionNote(
    const ComparedCell& cell, std::size_t table, std::span<const StudyTable> tables, double limit)
{
    const auto& difference = cell.differences[table];
    if (difference.evidence == Evidence::Samples && difference.verdict == Verdict::Slower
        && difference.change_percent->value > limit)
        return phrase(codes::regressionSlower,
            {cell.label, std::to_string(cell.key.batch), displayName(cell.key.variant),
                percentText(*difference.change_percent), percentText(limit)});
    if (!cell.rows[0] || !cell.rows[table])
        return std::nullopt;
    const auto& base = tables[0].rows[*cell.rows[0]];
    const auto& other = tables[table].rows[*cell.rows[table]];
    if (base.outcome != Outcome::Measured || other.outcome == Outcome::Measured
        || other.outcome == Outcome::NotRun || other.outcome == Outcome::Cancelled)
        return std::nullopt;
    return phrase(codes::regressionFailed,
        {cell.label, std::to_string(cell.key.batch), displayName(cell.key.variant),
            std::string(toWord(other.outcome))});
}

} // namespace

Result<RunComparison> compareTables(std::span<const StudyTable> tables, const ComparisonRequest& request)
{
    if (tables.size() < 2 || tables.size() > mostTables)
        return Error{ErrorCode::UsageInvalid, Note{"comparison-of-two-to-five", {}}};
    RunComparison comparison;
    comparison.conditions = conditionDifferences(tables);
    CellTable cells(tables);
    addNotes(comparison.notes, tables[0], cells.add(0, identity(tables[0])));
    for (std::size_t number = 1; number < tables.size(); ++number) {
        const auto wished = number - 1 < request.devices.size() ? request.devices[number - 1] : DeviceMap{};
        const auto devices = matchDevices(tables[0], tables[number], wished);
        addNotes(comparison.notes, tables[number], cells.add(number, devices));
    }
    comparison.cells = std::move(cells).take();
    for (auto& cell : comparison.cells) {
        fillCell(cell, tables, request.minimumChange_percent);
        comparison.common += cell.isCommon ? 1 : 0;
    }
    return comparison;
}

Result<RegressionCheck> regressionsOf(
    std::span<const StudyTable> tables, double limit_percent, const ComparisonRequest& request)
{
    if (!std::isfinite(limit_percent) || limit_percent < 0)
        return Error{ErrorCode::UsageInvalid, Note{"regression-limit-bad", {}}};
    auto strict = request;
    strict.minimumChange_percent = limit_percent;
    const auto comparison = compareTables(tables, strict);
    if (!comparison)
        return comparison.error();
    RegressionCheck check;
    for (std::size_t cell = 0; cell < comparison->cells.size(); ++cell) {
        for (std::size_t table = 1; table < tables.size(); ++table) {
            const auto& difference = comparison->cells[cell].differences[table];
            if (difference.evidence != Evidence::None) {
                ++check.common;
                check.notJudged += isJudged(difference, limit_percent) ? 0 : 1;
            }
            if (auto note = regressionNote(comparison->cells[cell], table, tables, limit_percent))
                check.regressions.push_back({cell, table, std::move(*note)});
        }
    }
    return check;
}

} // namespace inferometer::core
