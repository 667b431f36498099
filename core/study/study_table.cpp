// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_table.h"

#include "core/base/text.h"
#include "core/stats/half_width.h"
#include "core/store/flat_rows.h"
#include "core/study/note_codes.h"

#include <algorithm>
#include <set>

namespace inferometer::core {
namespace {

OutputCheck checkOf(const VariantResult& result)
{
    if (result.outcome == Outcome::WrongOutput)
        return OutputCheck::Failed;
    const auto areRight = areOutputsRight(result);
    if (!areRight)
        return OutputCheck::NotChecked;
    return *areRight ? OutputCheck::Passed : OutputCheck::Failed;
}

/// A Python variant compiles in its first call.
std::optional<double> compileTimeOf(const Row& row)
{
    const auto& variant = row.result.variant;
    if (row.cost.compile_s || !variant.isCompiled())
        return row.cost.compile_s;
    return variant.engine == Engine::Python ? row.result.firstRun_s : std::nullopt;
}

bool isInterleavedIn(const RunRecord& run, const VariantResult& result)
{
    return run.plan.policy.order == Order::Interleaved && !wasMeasuredApart(result);
}

void fillMeasured(StudyRow& row, const Row& measured)
{
    const auto& result = measured.result;
    row.check = checkOf(result);
    row.compile_s = compileTimeOf(measured);
    row.isCompileCached = measured.cost.isCompileCached.value_or(false);
    row.load_s = result.load_s;
    row.firstRun_s = result.firstRun_s;
    row.peak_bytes = result.peak_bytes;
    if (!isTimed(row.outcome))
        return;
    row.conclusions = measured.conclusions;
    if (measured.conclusions)
        row.mean_s = measured.conclusions->mean_s;
    for (const auto& round : result.rounds)
        row.rounds.push_back({round.round, blockSum(round.samples_s)});
}

/// Work per image is a fact of the model that a visit without memory could not record: another one's serves.
std::map<std::string, double> sizesOf(const RunRecord& run)
{
    std::map<std::string, double> sizes;
    for (const auto& visit : run.visits) {
        if (visit.flops > 0)
            sizes.emplace(visit.workload.model, visit.flops / visit.workload.batch);
    }
    return sizes;
}

StudyRow rowOf(const FlatRow& flat, const std::map<std::string, double>& sizes)
{
    const auto& workload = flat.visit->workload;
    const auto device = deviceOf(flat);
    StudyRow row;
    row.model = workload.model;
    row.setting = {
        textWithoutTarget(device), workload.dtype, {}, device.target.empty() ? "local" : device.target};
    row.batch = workload.batch;
    row.variant = flat.variant;
    row.group = flat.visit->id;
    row.outcome = outcomeOf(flat);
    row.reason = reasonOf(flat);
    row.notes = warningsOf(flat);
    row.label = modelOf(flat).label.empty() ? workload.model : modelOf(flat).label;
    if (flat.run->models.contains(workload.model))
        row.task = modelOf(flat).task;
    if (const auto size = sizes.find(workload.model); size != sizes.end())
        row.size = size->second;
    if (flat.record) {
        row.setting.executor = flat.record->executor;
        row.deviceName = flat.record->conditions.deviceName;
        row.torch = conditionOf(flat, "torch");
    }
    if (flat.row)
        fillMeasured(row, *flat.row);
    row.isInterleaved = flat.row && isInterleavedIn(*flat.run, flat.row->result);
    return row;
}

using Conditions = std::map<std::string, std::vector<std::string>>;

void addCondition(Conditions& conditions, const std::string& key, const std::string& value)
{
    auto& values = conditions[key];
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

void addVisitConditions(Conditions& conditions, const VisitRecord& visit)
{
    addCondition(conditions, "device_name", visit.conditions.deviceName);
    if (visit.conditions.threads > 0)
        addCondition(conditions, "threads", std::to_string(visit.conditions.threads));
    addCondition(conditions, "affinity", visit.conditions.affinity);
    addCondition(conditions, "cpu_capability", visit.conditions.cpuCapability);
    addCondition(conditions, "weights", visit.weights);
    addCondition(conditions, "image", visit.image);
    if (visit.attention)
        addCondition(conditions, "attention", std::string(toWord(*visit.attention)));
    addCondition(conditions, "executor", visit.executor);
    addCondition(conditions, "target", visit.target);
    addCondition(conditions, "in_parallel", visit.isInParallel ? "yes" : "");
    for (const auto& [key, value] : visit.conditions.versions)
        addCondition(conditions, key, value);
    for (const auto& row : visit.rows) {
        for (const auto& [key, value] : row.result.versions)
            addCondition(conditions, key, value);
    }
}

Conditions conditionsOf(const RunRecord& run)
{
    Conditions conditions;
    std::set<std::size_t> sessions;
    for (const auto& visit : run.visits) {
        addVisitConditions(conditions, visit);
        sessions.insert(static_cast<std::size_t>(visit.session));
    }
    for (const std::size_t session : sessions) {
        if (session >= run.sessions.size())
            continue;
        for (const auto& [key, value] : run.sessions[session]) {
            if (key != "threads" || conditions["threads"].empty())
                addCondition(conditions, key, value);
        }
    }
    addCondition(conditions, "allocator", std::string(toWord(run.plan.allocator)));
    addCondition(conditions, "preset", std::string(toWord(run.plan.policy.preset)));
    addCondition(conditions, "order", std::string(toWord(run.plan.policy.order)));
    std::erase_if(conditions, [](const auto& entry) { return entry.second.empty(); });
    return conditions;
}

/// A speed-up of means that nobody can say the certainty of.
std::optional<Estimate> ratioOfMeans(const StudyTable& table, const StudyRow& row)
{
    const auto* baseline = baselineRow(table, row);
    const auto isUsable = [](const StudyRow& candidate) {
        return candidate.outcome == Outcome::Measured && candidate.check != OutputCheck::Failed
            && candidate.mean_s;
    };
    if (baseline == nullptr || !isUsable(row) || !isUsable(*baseline))
        return std::nullopt;
    return Estimate{*baseline->mean_s / *row.mean_s, {}, {}};
}

} // namespace

bool isSameSetting(const Setting& a, const Setting& b)
{
    const bool isSamePlace = a.device == b.device && a.dtype == b.dtype;
    const bool isUnknown = a.executor.empty() || b.executor.empty();
    const bool isOtherTarget = !a.target.empty() && !b.target.empty() && a.target != b.target;
    return isSamePlace && !isOtherTarget && (isUnknown || (a.executor == b.executor && a.target == b.target));
}

std::string placeOf(const Setting& setting)
{
    const bool isHere = setting.target.empty() || setting.target == "local";
    return isHere ? setting.device : setting.target + "/" + setting.device;
}

std::string nameOf(const StudyTable& table)
{
    return table.label.empty() ? table.id : table.label;
}

std::string conditionText(const StudyTable& table, const std::string& key)
{
    const auto found = table.conditions.find(key);
    return found == table.conditions.end() ? std::string() : join(found->second, ", ");
}

StudyTable tableOf(const RunRecord& run)
{
    StudyTable table;
    table.id = run.id;
    table.label = run.label.empty() ? run.id : run.label;
    table.conditions = conditionsOf(run);
    const auto sizes = sizesOf(run);
    for (const auto& flat : flatRows(run))
        table.rows.push_back(rowOf(flat, sizes));
    return table;
}

const StudyRow* siblingRow(const StudyTable& table, const StudyRow& row, const Variant& variant)
{
    const auto found = std::find_if(table.rows.begin(), table.rows.end(), [&](const StudyRow& other) {
        return other.variant == variant && other.model == row.model && other.batch == row.batch
            && other.setting == row.setting && other.group == row.group;
    });
    return found == table.rows.end() ? nullptr : &*found;
}

const StudyRow* baselineRow(const StudyTable& table, const StudyRow& row)
{
    const auto baseline = baselineOf(row.variant);
    return baseline == row.variant ? nullptr : siblingRow(table, row, baseline);
}

std::vector<BlockSum> blocksOf(const StudyRow& row)
{
    std::vector<BlockSum> blocks;
    for (const auto& round : row.rounds)
        blocks.push_back(round.block);
    return blocks;
}

std::optional<Estimate> meanEstimate(const StudyRow& row)
{
    if (!row.mean_s)
        return std::nullopt;
    Estimate estimate{*row.mean_s, {}, {}};
    const auto blocks = blocksOf(row);
    if (!areValidBlocks(blocks))
        return estimate;
    if (const auto halfWidth = meanHalfWidth(blocks)) {
        estimate.low = estimate.value * (1 - *halfWidth);
        estimate.high = estimate.value * (1 + *halfWidth);
    }
    return estimate;
}

std::optional<Estimate> speedupOf(const StudyTable& table, const StudyRow& row)
{
    if (row.outcome != Outcome::Measured || row.check == OutputCheck::Failed)
        return std::nullopt;
    if (row.conclusions)
        return row.conclusions->speedup;
    return ratioOfMeans(table, row);
}

std::optional<Estimate> improvementOf(const StudyTable& table, const StudyRow& row)
{
    if (row.outcome != Outcome::Measured || row.check == OutputCheck::Failed)
        return std::nullopt;
    if (row.conclusions)
        return row.conclusions->improvement_percent;
    const auto ratio = ratioOfMeans(table, row);
    return ratio ? std::optional(Estimate{(1 - 1 / ratio->value) * 100, {}, {}}) : std::nullopt;
}

} // namespace inferometer::core
