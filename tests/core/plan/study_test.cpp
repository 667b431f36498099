// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/study.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace inferometer::core;

namespace {

const Machine withOneGpu{{Device{}, Device{DeviceKind::Cuda, 0}}, 4};

Catalog guideCatalog()
{
    const auto catalog = readCatalog(std::filesystem::path(INFEROMETER_TEST_RESOURCES) / "models.json");
    EXPECT_TRUE(catalog);
    return *catalog;
}

Plan planOf(Study study, const std::string& device)
{
    Selection selection;
    selection.devices = {device};
    const auto plan = makeStudy(study, selection, guideCatalog(), withOneGpu);
    EXPECT_TRUE(plan) << plan.error().detail;
    return *plan;
}

long countOf(const Plan& plan, CompileMode mode)
{
    long count = 0;
    for (const auto& visit : plan.visits)
        count += std::count_if(visit.variants.begin(), visit.variants.end(),
            [mode](const Variant& variant) { return variant.mode == mode; });
    return count;
}

TEST(Study, TheGuidesIsAllOfItsTables)
{
    const auto plan = planOf(Study::Guide, "cuda");

    EXPECT_EQ(plan.visits.size(), 36u); // twelve models, three batch sizes
    EXPECT_EQ(countOf(plan, CompileMode::None), 72);
    EXPECT_EQ(countOf(plan, CompileMode::Default), 72);
    EXPECT_EQ(countOf(plan, CompileMode::ReduceOverhead), 16); // four models, two batch sizes, two engines
    EXPECT_EQ(plan.policy.exactSamples, 300);
    EXPECT_EQ(plan.label, "guide");
    EXPECT_TRUE(checkPlan(plan, guideCatalog(), withOneGpu));
}

TEST(Study, LeavesOutWhatTheGuideDoesNotMeasure)
{
    auto models = guideCatalog().models();
    models.push_back(models.front());
    models.back().name = models.back().hubId = "later";
    models.back().isOfGuide = false;
    const Catalog catalog(std::move(models));

    const auto plan = makeStudy(Study::GuideShort, {}, catalog, withOneGpu);

    ASSERT_TRUE(plan) << plan.error().detail;
    EXPECT_EQ(plan->visits.size(), 24u);
    Selection everything;
    everything.models = {"all"};
    EXPECT_EQ(makePlan(everything, catalog, withOneGpu)->visits.size(), 13u);
}

TEST(Study, TheSecondVersionIsForAnotherTorchAndPythonOnly)
{
    const auto plan = planOf(Study::GuideSecondVersion, "cuda");

    EXPECT_EQ(plan.visits.size(), 6u);
    for (const auto& visit : plan.visits) {
        EXPECT_TRUE(visit.workload.model == "beit" || visit.workload.model == "detr");
        for (const auto& variant : visit.variants)
            EXPECT_EQ(variant.engine, Engine::Python);
    }
}

TEST(Study, TheShortOneHasAllModelsOnACpu)
{
    const auto plan = planOf(Study::GuideShort, "cpu");

    EXPECT_EQ(plan.visits.size(), 24u);
    EXPECT_FALSE(plan.policy.exactSamples);
    EXPECT_LT(sumOfLimits_s(plan), sumOfLimits_s(planOf(Study::Guide, "cpu")) / 3);
}

TEST(Study, CostsNoTimeForWhatIsNotSupported)
{
    const auto sum_s = sumOfLimits_s(planOf(Study::Guide, "cpu"));

    const auto policy = policyOf(Preset::Guide);
    EXPECT_DOUBLE_EQ(sum_s, 144 * (policy.maxTime_s + policy.maxWarmup_s)); // without reduce-overhead
}

TEST(Study, RefusesASelectionBesideItsOwn)
{
    for (auto Selection::*list :
        {&Selection::models, &Selection::batches, &Selection::engines, &Selection::modes}) {
        Selection selection;
        selection.*list = {"1"};
        EXPECT_FALSE(makeStudy(Study::Guide, selection, guideCatalog(), withOneGpu));
    }
    Selection quick;
    quick.preset = "quick";
    EXPECT_FALSE(makeStudy(Study::Guide, quick, guideCatalog(), withOneGpu));
}

} // namespace
