// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/paired.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using namespace tests;

TEST(StudyTable, HasARowForEverythingPlanned)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
    builder.planned({"vit", "ViT"}, {cppNone, cppDefault});

    const auto table = builder.table();

    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_TRUE(table.rows[1].isVerified());
    EXPECT_EQ(table.rows[1].rounds.size(), 20u);
    EXPECT_EQ(table.rows[3].outcome, Outcome::NotRun);
    EXPECT_FALSE(table.rows[3].mean_s);
    EXPECT_EQ(table.rows[3].label, "ViT");
}

TEST(StudyTable, ARowWithoutTheCheckAfterItWasTimedIsNotChecked)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
    builder.run().visits.back().rows[1].result.after.reset();

    const auto table = builder.table();

    EXPECT_EQ(table.rows[0].check, OutputCheck::Passed);
    EXPECT_EQ(table.rows[1].check, OutputCheck::NotChecked);
    EXPECT_FALSE(table.rows[1].isVerified());
}

TEST(StudyTable, KnowsTheBaselineOfTheSameVisitAndEngine)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {pythonNone, steady(0.012)}, {cppDefault, steady(0.005)}});

    const auto table = builder.table();

    EXPECT_EQ(baselineRow(table, table.rows[2]), &table.rows[0]);
    EXPECT_EQ(baselineRow(table, table.rows[0]), nullptr);
    EXPECT_DOUBLE_EQ(speedupOf(table, table.rows[2])->value, 2.0);
    EXPECT_DOUBLE_EQ(improvementOf(table, table.rows[2])->value, 50.0);
}

TEST(StudyTable, GivesNoSpeedupOfWrongOutputs)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005), Outcome::WrongOutput, false}});

    const auto table = builder.table();

    EXPECT_FALSE(speedupOf(table, table.rows[1]));
    EXPECT_FALSE(improvementOf(table, table.rows[1]));
    EXPECT_TRUE(table.rows[1].mean_s);
}

TEST(StudyTable, TakesTheFirstCallOfPythonAsItsCompileTime)
{
    RunBuilder builder;
    RowSpec compiled{pythonDefault, steady(0.005)};
    compiled.firstRun_s = 30.0;
    RowSpec plain{pythonNone, steady(0.010)};
    plain.firstRun_s = 0.1;
    builder.visit({}, {plain, compiled});

    const auto table = builder.table();

    EXPECT_FALSE(table.rows[0].compile_s);
    EXPECT_EQ(table.rows[1].compile_s, 30.0);
}

TEST(StudyTable, CollectsEveryValueOfACondition)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}});
    builder.visit({"vit", "ViT"}, {{cppNone, steady(0.010)}});
    builder.run().visits[1].weights = "pretrained-abc";

    const auto table = builder.table();

    EXPECT_EQ(conditionText(table, "weights"), "random-seed-0, pretrained-abc");
    EXPECT_EQ(conditionText(table, "torch"), "2.15.0");
    EXPECT_EQ(conditionText(table, "nothing"), "");
}

TEST(StudyTable, MeanHasTheIntervalOfItsRounds)
{
    StudyRow row;
    row.mean_s = 0.0105;
    row.rounds = {{0, {0.010, 1}}, {1, {0.011, 1}}};

    const auto mean = meanEstimate(row);

    // sd of the mean 0.0005, Student's factor for one degree of freedom 12.706
    EXPECT_NEAR(*mean->low, 0.0105 - 12.706 * 0.0005, 1e-6);
    EXPECT_NEAR(*mean->high, 0.0105 + 12.706 * 0.0005, 1e-6);
}

TEST(StudyTable, NamesTheTorchOfAPythonOfItsOwn)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.040)}, {pythonNone, steady(0.040)}});
    builder.run().visits[0].conditions.versions = {{"torch", "2.15.0"}};
    builder.run().visits[0].rows[1].result.versions = {{"torch", "2.11.0"}};

    EXPECT_NE(conditionText(builder.table(), "torch").find("2.11.0"), std::string::npos);
}

TEST(Comparable, OfInterleavedRowsAreOnlyRoundsThatAllHave)
{
    StudyRow a;
    a.rounds = {{0, {1, 1}}, {1, {2, 1}}, {3, {4, 1}}};
    a.isInterleaved = true;
    auto b = a;
    b.rounds = {{1, {20, 1}}, {2, {30, 1}}, {3, {40, 1}}};

    const auto both = comparable({&a, &b});

    EXPECT_TRUE(both.options.isInterleaved);
    ASSERT_EQ(both.blocks[0].size(), 2u);
    EXPECT_EQ(both.blocks[0][1].sum_s, 4);
    EXPECT_EQ(both.blocks[1][0].sum_s, 20);
}

TEST(Comparable, OfRowsThatDidNotTakeTurnsAreAllRounds)
{
    StudyRow a;
    a.rounds = {{0, {1, 1}}, {1, {2, 1}}, {3, {4, 1}}};
    auto b = a;
    b.rounds = {{0, {10, 1}}};
    b.isInterleaved = true;

    const auto both = comparable({&a, &b});

    EXPECT_FALSE(both.options.isInterleaved);
    EXPECT_EQ(both.blocks[0].size(), 3u);
    EXPECT_EQ(both.blocks[1].size(), 1u);
}

TEST(Comparable, PoolsNeighboursOfLongMeasurementsWithoutLosingAny)
{
    StudyRow row;
    for (int i = 0; i < 1001; ++i)
        row.rounds.push_back({i, {1.0, 2}});

    const auto blocks = comparable({&row, &row}).blocks;

    EXPECT_EQ(blocks[0].size(), 91u);
    double sum = 0;
    for (const auto& block : blocks[0])
        sum += block.sum_s;
    EXPECT_EQ(sum, 1001);
}

} // namespace
} // namespace inferometer::core
