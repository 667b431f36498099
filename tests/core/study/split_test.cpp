// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/split.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using namespace tests;

TEST(Split, SavingsOfTheTwoStepsAddUpAndSpeedupsMultiply)
{
    RunBuilder builder;
    builder.visit({},
        {{pythonNone, wavy(0.040, 0.01)}, {cppNone, wavy(0.032, 0.01, 20, 1)},
            {cppDefault, wavy(0.010, 0.01, 20, 2)}});

    const auto splits = splitsOf(builder.table());

    ASSERT_EQ(splits.size(), 1u);
    const auto& split = splits[0];
    EXPECT_NEAR(split.first.saved_s->value, 0.008, 1e-12);
    EXPECT_NEAR(split.compiling.saved_s->value, 0.022, 1e-12);
    EXPECT_NEAR(split.whole.saved_s->value, 0.030, 1e-12);
    EXPECT_NEAR(
        split.first.speedup->value * split.compiling.speedup->value, split.whole.speedup->value, 1e-12);
    EXPECT_LT(*split.first.saved_s->low, 0.008);
    EXPECT_GT(*split.first.saved_s->high, 0.008);
    EXPECT_GT(*split.first.saved_s->low, 0.0075);
    EXPECT_EQ(split.first.verdict, Verdict::Faster);
    EXPECT_EQ(split.sentence.code, "split");
    EXPECT_EQ(split.sentence.args[3], "40.00");
    EXPECT_FALSE(split.compilingInPython);
}

TEST(Split, GivesTheOtherOrderWherePythonWasCompiledToo)
{
    RunBuilder builder;
    builder.visit({},
        {{pythonNone, steady(0.040)}, {pythonDefault, steady(0.016)}, {cppNone, steady(0.032)},
            {cppDefault, steady(0.010)}});

    const auto splits = splitsOf(builder.table());

    ASSERT_EQ(splits.size(), 1u);
    EXPECT_NEAR(splits[0].compilingInPython->saved_s->value, 0.024, 1e-12);
    EXPECT_NEAR(splits[0].leavingCompiledPython->saved_s->value, 0.006, 1e-12);
}

TEST(Split, AddsUpToTheMeansOfRowsThatDidNotTakeTurns)
{
    RunBuilder builder;
    builder.run().plan.policy.order = Order::Sequential;
    builder.visit({},
        {{pythonNone, wavy(0.040, 0.01)}, {cppNone, wavy(0.032, 0.01, 35)},
            {cppDefault, wavy(0.010, 0.01, 28)}});

    const auto splits = splitsOf(builder.table());

    ASSERT_EQ(splits.size(), 1u);
    EXPECT_EQ(splits[0].before_s, *builder.table().rows[0].mean_s);
    EXPECT_EQ(splits[0].after_s, *builder.table().rows[2].mean_s);
    EXPECT_NEAR(splits[0].first.saved_s->value + splits[0].compiling.saved_s->value,
        splits[0].whole.saved_s->value, 1e-12);
}

TEST(Split, IsNotMadeBetweenTwoVersionsOfTorch)
{
    RunBuilder builder;
    builder.visit({}, {{pythonNone, steady(0.040)}, {cppNone, steady(0.032)}, {cppDefault, steady(0.010)}});
    ASSERT_EQ(splitsOf(builder.table()).size(), 1u);

    builder.run().visits[0].rows[0].result.versions["torch"] = "2.5.1";

    EXPECT_TRUE(splitsOf(builder.table()).empty());
}

TEST(Split, MayFindThatLeavingPythonCosts)
{
    RunBuilder builder;
    builder.visit({}, {{pythonNone, steady(0.030)}, {cppNone, steady(0.033)}, {cppDefault, steady(0.010)}});

    const auto splits = splitsOf(builder.table());

    EXPECT_NEAR(splits[0].first.saved_s->value, -0.003, 1e-12);
    EXPECT_EQ(splits[0].first.verdict, Verdict::Slower);
}

TEST(Split, TellsTheLayoutsGainFromTheCompilers)
{
    const auto channelsLast = [](CompileMode mode) {
        return Variant{Engine::Cpp, mode, false, Layout::ChannelsLast};
    };
    RunBuilder builder;
    builder.visit({},
        {{cppNone, steady(0.040)}, {cppDefault, steady(0.020)},
            {channelsLast(CompileMode::None), steady(0.028)},
            {channelsLast(CompileMode::Default), steady(0.018)}});

    const auto splits = splitsOf(builder.table());

    ASSERT_EQ(splits.size(), 1u);
    EXPECT_EQ(splits[0].step, FirstStep::ChangingLayout);
    EXPECT_NEAR(splits[0].whole.saved_s->value, 0.022, 1e-12);
    EXPECT_NEAR(splits[0].first.saved_s->value, 0.012, 1e-12);
    EXPECT_NEAR(splits[0].compiling.saved_s->value, 0.010, 1e-12);
    EXPECT_EQ(splits[0].sentence.code, "split-layout");
    EXPECT_FALSE(splits[0].compilingInPython);
}

TEST(Split, NeedsAllThreeVerified)
{
    RunBuilder builder;
    builder.visit({"a", "A"}, {{cppNone, steady(0.032)}, {cppDefault, steady(0.010)}});
    builder.visit({"b", "B"},
        {{pythonNone, steady(0.040), Outcome::WrongOutput, false}, {cppNone, steady(0.032)},
            {cppDefault, steady(0.010)}});
    builder.visit({"c", "C"},
        {{pythonNone, steady(0.040)}, {cppNone, steady(0.032)}, {cppDefault, {}, Outcome::CompileFailed}});

    EXPECT_TRUE(splitsOf(builder.table()).empty());
}

TEST(Split, WithoutInterleavingCallsOnlyLargeDifferences)
{
    RunBuilder builder;
    builder.visit({}, {{pythonNone, steady(0.0400)}, {cppNone, steady(0.0390)}, {cppDefault, steady(0.010)}});
    builder.run().plan.policy.order = Order::Sequential;

    const auto splits = splitsOf(builder.table());

    EXPECT_EQ(splits[0].first.verdict, Verdict::Unclear);
    EXPECT_EQ(splits[0].compiling.verdict, Verdict::Faster);
}

} // namespace
} // namespace inferometer::core
