// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/flat_rows.h"

#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/plan/support.h"

#include <algorithm>
#include <array>

namespace inferometer::core {

namespace {

constexpr std::array<std::string_view, 12> decisive{"cpu_model", "cores", "affinity", "cgroup_quota_cores",
    "threads", "torch", "torch_git", "cuda", "driver", "transformers", "kernel", "inferometer_git"};

const Environment* environmentOf(const FlatRow& row)
{
    const auto& sessions = row.run->sessions;
    const auto index = static_cast<std::size_t>(row.record ? row.record->session : 0);
    return index < sessions.size() ? &sessions[index] : nullptr;
}

/// The run's first session on the machine of another one: targets differ by intent.
const Environment& firstLike(const RunRecord& run, const Environment& session)
{
    const auto target = valueOf(session, "target");
    return *std::find_if(run.sessions.begin(), run.sessions.end(),
        [&](const Environment& other) { return valueOf(other, "target") == target; });
}

/// The first decisive condition in which the row's session differs from the first one of its machine.
std::optional<Note> foreignEnvironment(const FlatRow& row)
{
    const auto* own = environmentOf(row);
    if (!row.record || !own)
        return std::nullopt;
    const auto& first = firstLike(*row.run, *own);
    for (const auto key : decisive) {
        if (valueOf(first, key) != valueOf(*own, key))
            return Note{std::string(codes::otherEnvironment),
                {std::string(key), valueOf(first, key), valueOf(*own, key)}};
    }
    return std::nullopt;
}

} // namespace

std::span<const std::string_view> decisiveConditions()
{
    return decisive;
}

std::vector<FlatRow> flatRows(const RunRecord& run)
{
    std::vector<FlatRow> rows;
    for (const auto& visit : run.plan.visits) {
        const auto* record = findVisit(run, visit.id);
        for (const auto& variant : visit.variants) {
            FlatRow row{&run, &visit, record, nullptr, variant};
            if (record) {
                const auto isMeant = [&](const Row& candidate) {
                    return candidate.result.variant == variant;
                };
                const auto found = std::find_if(record->rows.begin(), record->rows.end(), isMeant);
                row.row = found == record->rows.end() ? nullptr : &*found;
            }
            rows.push_back(row);
        }
    }
    return rows;
}

Outcome outcomeOf(const FlatRow& row)
{
    if (row.row)
        return row.row->result.outcome;
    return whyUnsupported(row.visit->workload, row.variant) ? Outcome::Unsupported : Outcome::NotRun;
}

Note reasonOf(const FlatRow& row)
{
    return row.row ? row.row->result.reason
                   : whyUnsupported(row.visit->workload, row.variant).value_or(Note{});
}

std::string stopReasonOf(const FlatRow& row)
{
    if (row.row && !row.row->result.stoppedBecause.empty())
        return row.row->result.stoppedBecause;
    return row.record ? row.record->stoppedBecause : std::string();
}

std::vector<Note> notReachedBy(const FlatRow& row)
{
    if (row.row && (!row.row->result.notReached.empty() || !row.row->result.stoppedBecause.empty()))
        return row.row->result.notReached;
    return row.record ? row.record->notReached : std::vector<Note>();
}

std::optional<bool> areOutputsRight(const VariantResult& result)
{
    for (const auto* check : {&result.before, &result.after}) {
        if (*check && !(*check)->isPassed)
            return false;
    }
    return result.before && result.after ? std::optional(true) : std::nullopt;
}

std::vector<Note> warningsOf(const FlatRow& row)
{
    std::vector<Note> notes;
    const auto add = [&](const std::vector<Note>& more) {
        for (const auto& note : more) {
            if (std::find(notes.begin(), notes.end(), note) == notes.end())
                notes.push_back(note);
        }
    };
    if (row.row) {
        add(row.row->result.warnings);
        if (row.row->conclusions)
            add(row.row->conclusions->warnings);
    }
    if (row.record)
        add(row.record->warnings);
    if (const auto foreign = foreignEnvironment(row))
        notes.push_back(*foreign);
    return notes;
}

const ModelFacts& modelOf(const FlatRow& row)
{
    static const ModelFacts unknown;
    const auto found = row.run->models.find(row.visit->workload.model);
    return found == row.run->models.end() ? unknown : found->second;
}

Device deviceOf(const FlatRow& row)
{
    return row.record ? deviceOf(*row.record) : row.visit->workload.device;
}

std::string conditionOf(const FlatRow& row, const std::string& key)
{
    if (row.row) {
        // A Python process may have another torch than the engine, or one without CUDA.
        const auto& versions = row.row->result.versions;
        if (const auto found = versions.find(key); found != versions.end())
            return found->second;
    }
    if (row.record) {
        if (const auto own = valueOf(row.record->conditions.versions, key); !own.empty())
            return own;
    }
    const auto* environment = environmentOf(row);
    return environment && row.record ? valueOf(*environment, key) : std::string();
}

std::string arithmeticText(DataType type, bool convTf32, bool matmulTf32)
{
    std::vector<std::string> parts;
    if (convTf32)
        parts.emplace_back("conv");
    if (matmulTf32)
        parts.emplace_back("matmul");
    const std::string word(toWord(type));
    const auto isRounded = type == DataType::Float32 && !parts.empty();
    return isRounded ? word + " (TF32: " + join(parts, ", ") + ")" : word;
}

std::string arithmeticOf(const FlatRow& row)
{
    const auto isCuda = deviceOf(row).kind == DeviceKind::Cuda;
    return arithmeticText(row.visit->workload.dtype, isCuda && conditionOf(row, "tf32_conv") == "true",
        isCuda && conditionOf(row, "tf32_matmul") == "true");
}

int threadsOf(const FlatRow& row)
{
    const int found = row.record ? row.record->conditions.threads : 0;
    return found > 0 ? found : row.run->plan.threads;
}

std::string attentionOf(const FlatRow& row)
{
    const bool isKnown = row.record && row.record->attention;
    return isKnown ? std::string(toWord(*row.record->attention)) : std::string();
}

} // namespace inferometer::core
