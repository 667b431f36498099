// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/method.h"

#include "core/base/numbers.h"
#include "core/stats/comparison.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"
#include "core/study/report/note_codes.h"

#include <algorithm>

namespace inferometer::core::report {
namespace {

constexpr int guideSamples = 300;

bool hasEngine(const StudyTable& table, Engine engine)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
        [engine](const StudyRow& row) { return row.variant.engine == engine; });
}

bool hasCpu(const StudyTable& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
        [](const StudyRow& row) { return row.setting.device == "cpu"; });
}

bool hasOtherTypes(const StudyTable& table)
{
    return std::any_of(table.rows.begin(), table.rows.end(),
        [](const StudyRow& row) { return row.setting.dtype != DataType::Float32; });
}

Note samplesNote(const Policy& policy)
{
    if (policy.exactSamples)
        return phrase(codes::methodExactSamples, {std::to_string(*policy.exactSamples)});
    if (!policy.targetHalfWidth_percent)
        return phrase(codes::methodFewestSamples,
            {std::to_string(policy.minSamples), secondsText(policy.minTime_s),
                secondsText(policy.maxTime_s)});
    return phrase(codes::methodAdaptiveSamples,
        {std::to_string(policy.minSamples), std::to_string(policy.minRounds), secondsText(policy.minTime_s),
            percentText(*policy.targetHalfWidth_percent), secondsText(policy.maxTime_s)});
}

Note warmUpNote(const Policy& policy)
{
    return policy.warmup ? phrase(codes::methodFixedWarmUp, {std::to_string(*policy.warmup)})
                         : phrase(codes::methodWarmUp, {secondsText(policy.maxWarmup_s)});
}

bool isShippedImage(const StudyTable& table)
{
    return conditionText(table, "image") == "sample";
}

bool hasRandomWeights(const StudyTable& table)
{
    return conditionText(table, "weights").find("random") != std::string::npos;
}

/// That was computed: a model without attention has none, whatever the plan asks for.
bool hasFusedAttention(const RunRecord& run)
{
    return std::any_of(run.visits.begin(), run.visits.end(),
        [](const VisitRecord& record) { return record.attention == Attention::Sdpa; });
}

} // namespace

std::vector<Note> methodOf(const RunRecord& run, const StudyTable& table)
{
    const auto& policy = run.plan.policy;
    std::vector<Note> notes;
    if (hasEngine(table, Engine::Cpp))
        notes.push_back(phrase(codes::methodCpp));
    if (hasEngine(table, Engine::Python))
        notes.push_back(phrase(codes::methodPython));
    notes.push_back(warmUpNote(policy));
    notes.push_back(samplesNote(policy));
    notes.push_back(
        phrase(policy.order == Order::Interleaved ? codes::methodInterleaved : codes::methodSequential));
    notes.push_back(phrase(codes::methodVerified));
    notes.push_back(phrase(codes::methodVerdict,
        {std::to_string(roundsForVerdict), percentText(significance * 100),
            percentText(minimumEffect_percent)}));
    return notes;
}

std::vector<Note> differencesFromGuide(const RunRecord& run, const StudyTable& table)
{
    const auto& plan = run.plan;
    std::vector<Note> notes;
    const auto addIf = [&](bool isSo, std::string_view code, std::vector<std::string> args = {}) {
        if (isSo)
            notes.push_back(phrase(code, std::move(args)));
    };
    addIf(hasEngine(table, Engine::Cpp), codes::differsCpp);
    const auto threads = conditionText(table, "threads"); // empty where none was measured
    addIf(hasCpu(table) && !threads.empty(), codes::differsCpu, {threads});
    addIf(hasOtherTypes(table), codes::differsType);
    addIf(hasRandomWeights(table), codes::differsWeights);
    addIf(isShippedImage(table), codes::differsImage);
    addIf(plan.policy.order == Order::Interleaved, codes::differsInterleaved);
    addIf(plan.policy.exactSamples != guideSamples, codes::differsSamples);
    addIf(hasFusedAttention(run), codes::differsAttention);
    addIf(hasCpu(table) && plan.allocator == Allocator::Retain, codes::differsAllocator);
    addIf(true, codes::differsVerified);
    addIf(
        true, codes::differsVersions, {conditionText(table, "torch"), conditionText(table, "transformers")});
    return notes;
}

} // namespace inferometer::core::report
