// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"
#include "core/study/scaling.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core {
namespace {

using namespace tests;

/// A run of one model over batches 1, 4 and 16 whose compiled rows take these shares of the baseline.
StudyTable over(const std::vector<double>& shares)
{
    RunBuilder builder;
    int batch = 1;
    for (const double share : shares) {
        VisitSpec visit;
        visit.batch = batch;
        builder.visit(visit, {{cppNone, steady(0.010 * batch)}, {cppDefault, steady(0.010 * batch * share)}});
        batch *= 4;
    }
    return builder.table();
}

ScalingCurve compiledCurve(const StudyTable& table)
{
    const auto curves = scalingOf(table);
    EXPECT_EQ(curves.size(), 2u);
    return curves.at(1);
}

TEST(Scaling, GivesTimePerImage)
{
    const auto curve = compiledCurve(over({0.5, 0.4, 0.6}));

    ASSERT_EQ(curve.points.size(), 3u);
    EXPECT_NEAR(curve.points[1].perImage_s->value, 0.004, 1e-12);
    EXPECT_NEAR(*curve.points[2].perImage_s->low, 0.006, 1e-9);
    EXPECT_EQ(curve.points[2].batch, 16);
    EXPECT_EQ(curve.bestBatch, 4);
    EXPECT_EQ(curve.payoff, Payoff::Throughout);
    EXPECT_EQ(curve.sentence, (Note{"scaling-throughout", {"ResNet", "C++ default", "Test CPU", "1", "16"}}));
}

TEST(Scaling, FindsWhereCompilingStopsPaying)
{
    const auto curve = compiledCurve(over({0.5, 0.8, 1.0}));

    EXPECT_EQ(curve.payoff, Payoff::StopsPaying);
    EXPECT_EQ(
        curve.sentence, (Note{"scaling-stops-paying", {"ResNet", "C++ default", "Test CPU", "4", "16"}}));
}

TEST(Scaling, FindsWhereCompilingStartsPaying)
{
    const auto curve = compiledCurve(over({1.1, 0.8, 0.7}));

    EXPECT_EQ(curve.payoff, Payoff::StartsPaying);
    EXPECT_EQ(curve.lastBefore, 1);
    EXPECT_EQ(curve.firstAfter, 4);
}

TEST(Scaling, SaysWhenItNeverPaysAndWhenThereIsNoOrder)
{
    EXPECT_EQ(compiledCurve(over({1.1, 1.0, 1.2})).payoff, Payoff::Never);
    EXPECT_EQ(compiledCurve(over({0.5, 1.0, 0.5})).payoff, Payoff::Unclear);
}

TEST(Scaling, KeepsThePlaceOfABatchWithoutATime)
{
    RunBuilder builder;
    VisitSpec large;
    large.batch = 16;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
    builder.visit(large, {{cppNone, steady(0.160)}, {cppDefault, {}, Outcome::OutOfMemory}});

    const auto curve = compiledCurve(builder.table());

    ASSERT_EQ(curve.points.size(), 2u);
    EXPECT_FALSE(curve.points[1].perImage_s);
    EXPECT_EQ(curve.points[1].outcome, Outcome::OutOfMemory);
    EXPECT_EQ(curve.payoff, Payoff::Unclear);
}

TEST(Scaling, NamesTheMachineOfATarget)
{
    RunBuilder builder;
    for (const int batch : {1, 4}) {
        for (const auto* target : {"", "gpubox"}) {
            VisitSpec visit;
            visit.batch = batch;
            visit.device.target = target;
            builder.visit(visit, {{cppNone, steady(0.010 * batch)}, {cppDefault, steady(0.005 * batch)}});
        }
    }

    const auto curves = scalingOf(builder.table());

    ASSERT_EQ(curves.size(), 4u);
    EXPECT_EQ(placeOf(curves[1].setting), "cpu");
    EXPECT_EQ(curves[1].sentence.args[2], "Test CPU");
    EXPECT_EQ(placeOf(curves[3].setting), "gpubox/cpu");
    EXPECT_EQ(curves[3].sentence.args[2], "gpubox/Test CPU");
}

TEST(Scaling, NeedsTwoBatches)
{
    EXPECT_TRUE(scalingOf(over({0.5})).empty());
}

TEST(Scaling, OfPublishedMeansHasNoVerdicts)
{
    const std::filesystem::path resources = INFEROMETER_TEST_RESOURCES;
    const auto tables = readReference(resources / "reference" / "guide.csv", Catalog{});
    ASSERT_TRUE(tables);

    const auto curves = scalingOf((*tables)[0]);

    EXPECT_EQ(curves.size(), 12u * 3 * 2);
    const auto found = std::find_if(curves.begin(), curves.end(), [](const ScalingCurve& curve) {
        return curve.label == "ViT" && curve.deviceName == "A100" && !curve.variant.isBaseline();
    });
    ASSERT_NE(found, curves.end());
    EXPECT_EQ(found->payoff, Payoff::MeansOnly);
    // 1 - 7.584 / 9.325 and 1 - 40.010 / 40.944
    EXPECT_EQ(found->sentence,
        (Note{"scaling-means-only", {"ViT", "Python default", "A100", "1", "18.7", "16", "2.3"}}));
}

} // namespace
} // namespace inferometer::core
