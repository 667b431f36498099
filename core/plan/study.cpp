// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/study.h"

#include "core/plan/support.h"

#include <algorithm>
#include <string_view>

namespace inferometer::core {

namespace {

constexpr std::array<std::string_view, 4> reduceOverheadModels{
    "convnext", "resnet", "conditional-detr", "mobilenet"};
constexpr int largestReduceOverheadBatch = 4;

bool choosesItself(const Selection& selection)
{
    return !selection.models.empty() || !selection.tasks.empty() || !selection.batches.empty()
        || !selection.engines.empty() || !selection.modes.empty() || !selection.preset.empty();
}

std::vector<std::string> guideModels(const Catalog& catalog)
{
    std::vector<std::string> names;
    for (const auto& model : catalog.models()) {
        if (model.isOfGuide)
            names.push_back(model.name);
    }
    return names;
}

Selection selectionOf(Study study, Selection selection, const Catalog& catalog)
{
    selection.modes = {"none", "default"};
    switch (study) {
    case Study::Guide:
        selection.models = guideModels(catalog);
        selection.batches = {"1", "4", "16"};
        selection.engines = {"cpp", "python"};
        selection.preset = "guide";
        break;
    case Study::GuideSecondVersion:
        selection.models = {"beit", "detr"};
        selection.batches = {"1", "4", "16"};
        selection.engines = {"python"};
        selection.preset = "guide";
        break;
    case Study::GuideShort:
        selection.models = guideModels(catalog);
        selection.batches = {"1", "4"};
        selection.engines = {"cpp"};
        selection.preset = "standard";
        break;
    }
    return selection;
}

/// The guide has reduce-overhead for some of its cells only.
void addReduceOverhead(Plan& plan)
{
    for (auto& visit : plan.visits) {
        const auto& work = visit.workload;
        const bool isMeant = work.batch <= largestReduceOverheadBatch
            && std::find(reduceOverheadModels.begin(), reduceOverheadModels.end(), work.model)
                != reduceOverheadModels.end();
        if (!isMeant)
            continue;
        for (const auto engine : {Engine::Cpp, Engine::Python})
            visit.variants.push_back(Variant{engine, CompileMode::ReduceOverhead});
    }
}

} // namespace

Result<Plan> makeStudy(
    Study study, const Selection& selection, const Catalog& catalog, const Machine& machine)
{
    if (choosesItself(selection))
        return Error{ErrorCode::UsageInvalid, Note{"study-chooses-itself", {}}};
    auto plan = makePlan(selectionOf(study, selection, catalog), catalog, machine);
    if (plan && study == Study::Guide)
        addReduceOverhead(*plan);
    if (plan && plan->label.empty())
        plan->label = std::string(toWord(study));
    return plan;
}

double sumOfLimits_s(const Plan& plan)
{
    const auto& policy = plan.policy;
    double sum_s = 0;
    for (const auto& visit : plan.visits) {
        for (const auto& variant : visit.variants) {
            if (!whyUnsupported(visit.workload, variant))
                sum_s += policy.maxTime_s + policy.maxWarmup_s;
        }
        sum_s += policy.cooldown_s;
    }
    return sum_s;
}

} // namespace inferometer::core
