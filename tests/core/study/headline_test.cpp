// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/headline.h"
#include "core/study/note_codes.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using namespace tests;

RowSpec compiled(double mean_s, double compile_s, bool isCached = false)
{
    RowSpec spec{cppDefault, steady(mean_s)};
    spec.compile_s = compile_s;
    spec.isCompileCached = isCached;
    return spec;
}

TEST(Headline, IsTheGeometricMeanOfVerifiedRows)
{
    RunBuilder builder;
    builder.visit({"vit", "ViT"}, {{cppNone, steady(0.010)}, compiled(0.005, 30)});
    builder.visit({"resnet", "ResNet"}, {{cppNone, steady(0.080)}, compiled(0.010, 20, true)});

    const auto headline = headlineOf(builder.table());

    ASSERT_EQ(headline.groups.size(), 1u);
    const auto& group = headline.groups[0];
    EXPECT_NEAR(group.speedup->value, 4.0, 1e-12); // of 2 and 8
    EXPECT_NEAR(*group.speedup->low, 4.0, 1e-9); // samples without scatter
    EXPECT_EQ(group.best, 3u);
    EXPECT_EQ(group.worst, 1u);
    EXPECT_EQ(group.verdicts.at(Verdict::Faster), 2);
    EXPECT_TRUE(group.exclusions.empty());
    EXPECT_EQ(headline.compile_s, 50.0);
    EXPECT_EQ(headline.compiledNow_s, 30.0);
    EXPECT_EQ(headline.verified, 4);
}

TEST(Headline, ListsWhatDoesNotCountAndWhy)
{
    RunBuilder builder;
    builder.visit({"a", "A"}, {{cppNone, steady(0.010)}, compiled(0.005, 30)});
    builder.visit(
        {"b", "B"}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.001), Outcome::WrongOutput, false}});
    builder.visit({"c", "C"}, {{cppNone, steady(0.010)}, {cppDefault, {}, Outcome::CompileFailed}});
    builder.visit({"d", "D"}, {{cppNone, {}, Outcome::OutOfMemory}, {cppDefault, steady(0.001)}});
    builder.planned({"e", "E"}, {cppNone, cppDefault});

    const auto headline = headlineOf(builder.table());

    ASSERT_EQ(headline.groups.size(), 1u);
    const auto& group = headline.groups[0];
    EXPECT_NEAR(group.speedup->value, 2.0, 1e-12);
    ASSERT_EQ(group.exclusions.size(), 4u);
    EXPECT_EQ(group.exclusions[0].reason, (Note{"excluded-wrong-output", {"B", "1", "C++ default"}}));
    EXPECT_EQ(group.exclusions[1].reason,
        (Note{"excluded-not-measured", {"C", "1", "C++ default", "compile-failed"}}));
    EXPECT_EQ(
        group.exclusions[2].reason, (Note{"excluded-baseline", {"D", "1", "C++ default", "out-of-memory"}}));
    EXPECT_EQ(
        group.exclusions[3].reason, (Note{"excluded-not-measured", {"E", "1", "C++ default", "not-run"}}));
    EXPECT_EQ(headline.outcomes.at(Outcome::Measured), 5);
    EXPECT_EQ(headline.outcomes.at(Outcome::NotRun), 2);
    EXPECT_EQ(headline.timed, 6);
    EXPECT_EQ(headline.verified, 5);
}

TEST(Headline, KeepsEnginesModesDevicesAndExecutorsApart)
{
    RunBuilder builder;
    const std::vector<RowSpec> rows{{cppNone, steady(0.010)}, {cppDefault, steady(0.005)},
        {cppMaxAutotune, steady(0.004)}, {pythonNone, steady(0.010)}, {pythonDefault, steady(0.008)}};
    builder.visit({}, rows);
    VisitSpec gpu;
    gpu.device = {DeviceKind::Cuda, 0};
    builder.visit(gpu, {rows[0], rows[1]});
    VisitSpec other;
    other.model = "vit";
    builder.visit(other, {rows[0], rows[1]});
    builder.run().visits.back().executor = "in-process";

    const auto headline = headlineOf(builder.table());

    ASSERT_EQ(headline.groups.size(), 5u);
    EXPECT_NEAR(headline.groups[1].speedup->value, 2.5, 1e-12);
    EXPECT_NEAR(headline.groups[2].speedup->value, 1.25, 1e-12);
    EXPECT_EQ(headline.groups[3].setting.device, "cuda:0");
    EXPECT_EQ(headline.groups[4].setting.executor, "in-process");
}

TEST(Headline, HasNoFigureWhereNothingCounts)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, {}, Outcome::CompileFailed}});

    const auto table = builder.table();
    const auto headline = headlineOf(table);

    EXPECT_FALSE(headline.groups[0].speedup);
    EXPECT_FALSE(headline.groups[0].best);
    EXPECT_FALSE(headline.compile_s);
    EXPECT_EQ(sentencesOf(headline, table)[0].code, codes::headlineNothing);
}

TEST(Headline, SumsUpManyExclusionsOfAKind)
{
    RunBuilder builder;
    for (const auto* model : {"a", "b", "c"})
        builder.visit({model, model}, {{cppNone, steady(0.010)}, {cppDefault, {}, Outcome::Unsupported}});
    builder.visit({"d", "d"}, {{cppNone, steady(0.010)}, {cppDefault, {}, Outcome::Crashed}});
    const auto table = builder.table();

    const auto sentences = sentencesOf(headlineOf(table), table);

    ASSERT_EQ(sentences.size(), 3u);
    EXPECT_EQ(sentences[1], (Note{"excluded-several", {"3", "C++ default", "unsupported"}}));
    EXPECT_EQ(sentences[2].args[3], "crashed");
}

TEST(Headline, OfAnEmptyRunIsEmpty)
{
    const auto headline = headlineOf(StudyTable{});

    EXPECT_TRUE(headline.groups.empty());
    EXPECT_TRUE(headline.outcomes.empty());
}

TEST(Headline, SaysItInSentences)
{
    RunBuilder builder;
    builder.visit({"vit", "ViT"}, {{cppNone, steady(0.010)}, compiled(0.005, 30)});
    builder.visit({"resnet", "ResNet"}, {{cppNone, steady(0.080)}, compiled(0.010, 20, true)});
    const auto table = builder.table();

    const auto sentences = sentencesOf(headlineOf(table), table);

    ASSERT_EQ(sentences.size(), 4u);
    EXPECT_EQ(
        sentences[0], (Note{"headline-speedup", {"C++ default", "Test CPU", "4.00 [4.00, 4.00]", "2"}}));
    EXPECT_EQ(sentences[1].args[0], "ResNet");
    EXPECT_EQ(sentences[3], (Note{"headline-compile-time", {"50.0", "30.0"}}));
}

TEST(Headline, SaysThatAllWasCompiledInThisRun)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, compiled(0.005, 30)});
    const auto table = builder.table();

    EXPECT_EQ(sentencesOf(headlineOf(table), table).back(), (Note{"headline-compiled-now", {"30.0"}}));
}

TEST(Headline, CountsAPackageOnceThatSeveralVisitsRan)
{
    RunBuilder builder;
    for (int repetition = 1; repetition <= 3; ++repetition) {
        builder.visit(
            {.repetition = repetition}, {{cppNone, steady(0.080)}, compiled(0.010, 30, repetition > 1)});
    }
    builder.visit({"vit", "ViT"}, {{cppNone, steady(0.010)}, compiled(0.005, 20, true)});

    const auto headline = headlineOf(builder.table());

    EXPECT_EQ(headline.compile_s, 50.0);
    EXPECT_EQ(headline.compiledNow_s, 30.0);
}

} // namespace
} // namespace inferometer::core
