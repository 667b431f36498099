// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/note_codes.h"
#include "core/study/reference.h"
#include "core/study/run_comparison.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core {
namespace {

using namespace tests;

const Device gpu{DeviceKind::Cuda, 0};

RunBuilder twoRows(const std::string& id, double compiled_s, double share = 0.01)
{
    RunBuilder builder(id);
    builder.visit({}, {{cppNone, wavy(0.010, share)}, {cppDefault, wavy(compiled_s, share, 20, 1)}});
    return builder;
}

RunComparison comparing(const std::vector<StudyTable>& tables, const ComparisonRequest& request = {})
{
    const auto comparison = compareTables(tables, request);
    EXPECT_TRUE(comparison);
    return *comparison;
}

TEST(RunComparison, ARunAgainstItselfIsTheSameEverywhere)
{
    RunBuilder builder;
    builder.visit({},
        {{cppNone, wavy(0.010, 0.3, 4)}, {cppDefault, wavy(0.005, 0.3, 4)},
            {cppMaxAutotune, {}, Outcome::CompileFailed}});
    builder.visit({"vit", "ViT"},
        {{cppNone, wavy(0.010, 0.3)}, {cppDefault, wavy(0.005, 0.3), Outcome::WrongOutput, false}});

    const auto comparison = comparing({builder.table(), builder.table()});

    EXPECT_TRUE(comparison.conditions.empty());
    ASSERT_EQ(comparison.cells.size(), 5u);
    EXPECT_EQ(comparison.common, 4u);
    for (const auto& cell : comparison.cells) {
        if (cell.isCommon) {
            EXPECT_EQ(cell.differences[1].verdict, Verdict::Same);
            EXPECT_EQ(cell.differences[1].difference_s, 0.0);
        }
    }
    EXPECT_FALSE(comparison.cells[2].differences[1].verdict);
    EXPECT_FALSE(comparison.cells[2].differences[1].change_percent);
}

TEST(RunComparison, GivesDifferencesInSecondsAndPercent)
{
    const auto comparison = comparing({twoRows("a", 0.005).table(), twoRows("b", 0.006).table()});

    ASSERT_EQ(comparison.cells.size(), 2u);
    const auto& difference = comparison.cells[1].differences[1];
    EXPECT_NEAR(*difference.difference_s, 0.001, 1e-12);
    EXPECT_NEAR(difference.change_percent->value, 20, 1e-9);
    EXPECT_EQ(difference.evidence, Evidence::Samples);
    EXPECT_EQ(difference.verdict, Verdict::Slower);
    EXPECT_NEAR(comparison.cells[1].improvement_percent[0]->value, 50, 1e-9);
    EXPECT_NEAR(comparison.cells[1].improvement_percent[1]->value, 40, 1e-9);
    EXPECT_EQ(comparison.cells[0].differences[1].reason.code, codes::identicalRows);
}

TEST(RunComparison, PutsDecisiveConditionsFirst)
{
    auto a = twoRows("a", 0.005);
    auto b = twoRows("b", 0.005);
    a.condition("zzz", "1").condition("driver", "1").condition("load_1min", "0.1");
    b.condition("zzz", "2")
        .condition("driver", "2")
        .condition("load_1min", "0.9")
        .condition("torch", "2.16.0");

    const auto comparison = comparing({a.table(), b.table()});

    ASSERT_EQ(comparison.conditions.size(), 3u);
    EXPECT_EQ(comparison.conditions[0].key, "torch");
    EXPECT_EQ(comparison.conditions[0].values, (std::vector<std::string>{"2.15.0", "2.16.0"}));
    EXPECT_EQ(comparison.conditions[1].key, "driver");
    EXPECT_EQ(comparison.conditions[2].key, "zzz");
}

TEST(RunComparison, TheOrderOfAConditionsValuesIsNoDifference)
{
    RunBuilder a{"a"};
    RunBuilder b{"b"};
    const VisitSpec vit{.model = "vit", .attention = Attention::Sdpa};
    const VisitSpec mask2former{.model = "mask2former", .attention = Attention::Eager};
    const std::vector<RowSpec> rows{{cppNone, steady(0.010)}};
    a.visit(vit, rows).visit(mask2former, rows).visit({.model = "resnet"}, rows);
    b.visit(mask2former, rows).visit(vit, rows).visit({.model = "resnet"}, rows);
    const auto table = a.table();
    auto eager = vit;
    eager.attention = Attention::Eager;
    const auto other = RunBuilder{"c"}.visit(eager, rows).visit(mask2former, rows).table();

    EXPECT_EQ(conditionText(table, "attention"), "sdpa, eager");
    EXPECT_TRUE(comparing({table, b.table()}).conditions.empty());
    ASSERT_EQ(comparing({table, other}).conditions.size(), 1u);
    EXPECT_EQ(comparing({table, other}).conditions[0].key, "attention");
}

TEST(RunComparison, KeepsCellsThatOnlyOneHasAsMissing)
{
    auto a = twoRows("a", 0.005);
    auto b = twoRows("b", 0.005);
    a.visit({"vit", "ViT"}, {{cppNone, steady(0.010)}});
    b.visit({"detr", "DETR"}, {{cppNone, {}, Outcome::OutOfMemory}});

    const auto comparison = comparing({a.table(), b.table()});

    ASSERT_EQ(comparison.cells.size(), 4u);
    EXPECT_EQ(comparison.common, 2u);
    const auto& missing = comparison.cells[2];
    EXPECT_FALSE(missing.isCommon);
    EXPECT_FALSE(missing.rows[1]);
    EXPECT_EQ(missing.differences[1].reason.code, codes::comparedMissing);
    EXPECT_FALSE(missing.differences[1].difference_s);
    EXPECT_FALSE(comparison.cells[3].rows[0]);
}

TEST(RunComparison, SaysWhyACellHasNoTime)
{
    RunBuilder a("a");
    a.visit({}, {{cppNone, steady(0.010)}});
    RunBuilder b("b");
    b.visit({}, {{cppNone, {}, Outcome::OutOfMemory}});

    const auto comparison = comparing({a.table(), b.table()});

    EXPECT_EQ(comparison.cells[0].differences[1].reason, (Note{"compared-not-timed", {"out-of-memory"}}));
    EXPECT_EQ(comparison.cells[0].differences[1].evidence, Evidence::None);
}

TEST(RunComparison, JudgesNoWrongOutputs)
{
    RunBuilder a("a");
    a.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.010)}});
    RunBuilder b("b");
    b.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.001), Outcome::WrongOutput, false}});

    const auto comparison = comparing({a.table(), b.table()});

    EXPECT_FALSE(comparison.cells[1].differences[1].verdict);
    EXPECT_EQ(comparison.cells[1].differences[1].reason.code, codes::comparedWrongOutput);
}

TEST(RunComparison, MatchesDevicesByNameThenPlaceThenTheOnlyOneLeft)
{
    RunBuilder a("a");
    VisitSpec onGpu;
    onGpu.device = gpu;
    onGpu.deviceName = "Card X";
    a.visit(onGpu, {{cppNone, steady(0.010)}});
    a.visit({}, {{cppNone, steady(0.050)}});
    RunBuilder b("b");
    VisitSpec other = onGpu;
    other.device = {DeviceKind::Cuda, 1};
    b.visit(other, {{cppNone, steady(0.011)}});
    VisitSpec cpu;
    cpu.deviceName = "Another CPU";
    b.visit(cpu, {{cppNone, steady(0.060)}});

    const auto comparison = comparing({a.table(), b.table()});

    ASSERT_EQ(comparison.cells.size(), 2u);
    EXPECT_EQ(comparison.cells[0].key.device, "cuda:0");
    EXPECT_EQ(comparison.common, 2u);
}

TEST(RunComparison, TakesTheDevicesThatTheUserNames)
{
    RunBuilder a("a");
    a.visit({}, {{pythonNone, steady(0.010)}});
    StudyTable published;
    published.kind = SourceKind::Reference;
    published.id = "guide";
    for (const auto* device : {"A100", "T4"}) {
        StudyRow row;
        row.model = row.label = "resnet";
        row.setting.device = row.deviceName = device;
        row.variant = pythonNone;
        row.outcome = Outcome::Measured;
        row.mean_s = std::string(device) == "T4" ? 0.006031 : 0.006531;
        published.rows.push_back(row);
    }
    ComparisonRequest request;
    request.devices = {{{"T4", "cpu"}}};

    const auto unnamed = comparing({a.table(), published});
    const auto named = comparing({a.table(), published}, request);

    EXPECT_EQ(unnamed.common, 0u);
    EXPECT_EQ(named.common, 1u);
    const auto& difference = named.cells[0].differences[1];
    EXPECT_NEAR(difference.change_percent->value, -39.69, 1e-9);
    EXPECT_FALSE(difference.change_percent->low);
    EXPECT_EQ(difference.evidence, Evidence::MeansOnly);
    EXPECT_FALSE(difference.verdict);
    EXPECT_EQ(difference.reason.code, codes::publishedMeanOnly);
}

/// The same work on two machines with the same processor, one of them with another torch.
RunBuilder onTwoTargets(double elsewhere_s)
{
    RunBuilder builder("targets");
    builder.visit({}, {{cppNone, wavy(0.010, 0.01)}, {cppDefault, wavy(0.005, 0.01)}});
    VisitSpec there;
    there.device.target = "gpubox";
    there.torch = "2.13.0";
    builder.visit(there, {{cppNone, wavy(elsewhere_s, 0.01)}, {cppDefault, wavy(0.007, 0.01)}});
    return builder;
}

TEST(RunComparison, KeepsTheMachinesOfARunApart)
{
    const auto comparison = comparing({onTwoTargets(0.030).table(), onTwoTargets(0.030).table()});

    ASSERT_EQ(comparison.cells.size(), 4u);
    EXPECT_EQ(comparison.common, 4u);
    EXPECT_EQ(comparison.cells[0].key.device, "cpu");
    EXPECT_EQ(comparison.cells[2].key.device, "gpubox/cpu");
    EXPECT_EQ(comparison.cells[2].rows, (std::vector<std::optional<std::size_t>>{2, 2}));
    for (const auto& cell : comparison.cells)
        EXPECT_EQ(cell.differences[1].verdict, Verdict::Same);
    EXPECT_TRUE(comparison.notes.empty());
}

TEST(RunComparison, ComparesEachMachineWithItself)
{
    const auto comparison = comparing({onTwoTargets(0.030).table(), onTwoTargets(0.040).table()});

    EXPECT_EQ(comparison.cells[0].differences[1].verdict, Verdict::Same);
    EXPECT_EQ(comparison.cells[2].differences[1].verdict, Verdict::Slower);
}

TEST(RunComparison, DoesNotTakeARowThatNeverRanHereForOneOfATarget)
{
    auto builder = onTwoTargets(0.030);
    builder.planned({"vit", "ViT"}, {cppNone});
    VisitSpec there{"vit", "ViT"};
    there.device.target = "gpubox";
    builder.visit(there, {{cppNone, steady(0.010)}});

    const auto comparison = comparing({builder.table(), builder.table()});

    EXPECT_EQ(comparison.cells.size(), 6u);
    EXPECT_EQ(comparison.common, 5u);
}

TEST(RunComparison, SaysWhatItCannotCompare)
{
    RunBuilder base("base");
    base.visit({}, {{cppNone, steady(0.010)}});
    auto other = onTwoTargets(0.030);
    VisitSpec again;
    again.repetition = 2;
    other.visit(again, {{cppNone, steady(0.011)}, {cppDefault, steady(0.006)}});

    const auto comparison = comparing({base.table(), other.table()});

    EXPECT_EQ(comparison.notes,
        (std::vector<Note>{
            {"compared-other-devices", {"targets", "gpubox/cpu"}}, {"compared-repeats", {"targets", "2"}}}));
}

TEST(RunComparison, PublishedTablesAgainstThemselvesAreTheSame)
{
    const std::filesystem::path resources = INFEROMETER_TEST_RESOURCES;
    const auto tables = readReference(resources / "reference" / "guide.csv", Catalog{});
    ASSERT_TRUE(tables);

    const auto itself = comparing({(*tables)[0], (*tables)[0]});
    const auto nightly = comparing({(*tables)[0], (*tables)[1]});

    EXPECT_EQ(itself.common, 200u);
    for (const auto& cell : itself.cells)
        EXPECT_EQ(cell.differences[1].verdict.has_value(), cell.isCommon);
    EXPECT_EQ(nightly.common, 32u); // 18 lines without the two that ran out of memory, two rows each
    EXPECT_TRUE(std::none_of(nightly.cells.begin(), nightly.cells.end(),
        [](const ComparedCell& cell) { return cell.differences[1].verdict.has_value(); }));
}

TEST(RunComparison, ComparesUpToFive)
{
    const auto table = twoRows("a", 0.005).table();

    EXPECT_FALSE(compareTables(std::vector<StudyTable>(1, table)));
    EXPECT_FALSE(compareTables(std::vector<StudyTable>(6, table)));
    const auto five = comparing(std::vector<StudyTable>(5, table));
    EXPECT_EQ(five.cells[0].differences.size(), 5u);
    EXPECT_EQ(five.common, 2u);
}

TEST(Regressions, AreCommonCellsThatBecameSlowerThanTheLimit)
{
    const std::vector tables{twoRows("a", 0.005).table(), twoRows("b", 0.0055).table()};

    const auto above = regressionsOf(tables, 5);
    const auto below = regressionsOf(tables, 15);

    ASSERT_EQ(above->regressions.size(), 1u);
    EXPECT_EQ(above->regressions[0].note.code, codes::regressionSlower);
    EXPECT_EQ(above->regressions[0].table, 1u);
    EXPECT_TRUE(below->regressions.empty());
    EXPECT_TRUE(regressionsOf(std::vector{tables[1], tables[0]}, 5)->regressions.empty());
}

TEST(Regressions, MayHaveALimitBelowTheMinimumChange)
{
    const std::vector tables{twoRows("a", 0.005, 0.001).table(), twoRows("b", 0.00515, 0.001).table()};

    EXPECT_EQ(regressionsOf(tables, 2)->regressions.size(), 1u);
    EXPECT_TRUE(regressionsOf(tables, 4)->regressions.empty());
    EXPECT_FALSE(regressionsOf(tables, -1));
}

TEST(Regressions, AreNotJudgedByTheMarginOfTheSame)
{
    // Slower by 1.6 %, with rounds that overlap: "same" by its margin of 2.5 %, and above a limit of 1 %.
    const auto run = [](const std::string& id, double compiled_s) {
        RunBuilder builder(id);
        builder.visit({}, {{cppNone, wavy(0.010, 0.02, 100)}, {cppDefault, wavy(compiled_s, 0.02, 100, 1)}});
        return builder.table();
    };
    const std::vector tables{run("a", 0.005), run("b", 0.00508)};

    const auto small = regressionsOf(tables, 1);
    const auto large = regressionsOf(tables, 5);

    EXPECT_EQ(comparing(tables).cells[1].differences[1].verdict, Verdict::Same);
    EXPECT_TRUE(small->regressions.empty());
    EXPECT_EQ(small->notJudged, 1u);
    EXPECT_EQ(large->notJudged, 0u);
}

TEST(Regressions, AreRowsThatCannotBeMeasuredAnyMore)
{
    RunBuilder b("b");
    b.visit({}, {{cppNone, wavy(0.010, 0.01)}, {cppDefault, {}, Outcome::CompileFailed}});
    RunBuilder cancelled("c");
    cancelled.visit({}, {{cppNone, wavy(0.010, 0.01)}, {cppDefault, {}, Outcome::Cancelled}});

    const auto failed = regressionsOf(std::vector{twoRows("a", 0.005).table(), b.table()}, 5);

    ASSERT_EQ(failed->regressions.size(), 1u);
    EXPECT_EQ(failed->regressions[0].note,
        (Note{"regression-failed", {"ResNet", "1", "C++ default", "compile-failed"}}));
    EXPECT_TRUE(
        regressionsOf(std::vector{twoRows("a", 0.005).table(), cancelled.table()}, 5)->regressions.empty());
}

TEST(Regressions, AreNeverFoundInPublishedMeans)
{
    auto published = twoRows("a", 0.005).table();
    for (auto& row : published.rows)
        row.rounds.clear();

    EXPECT_TRUE(regressionsOf(std::vector{published, twoRows("b", 0.009).table()}, 5)->regressions.empty());
}

TEST(Regressions, CountWhatTheyCannotJudge)
{
    const auto quick = [](const std::string& id, double compiled_s) {
        RunBuilder builder(id);
        builder.visit({}, {{cppNone, wavy(0.010, 0.01, 5)}, {cppDefault, wavy(compiled_s, 0.01, 5)}});
        return builder.table();
    };
    auto published = twoRows("a", 0.005).table();
    for (auto& row : published.rows)
        row.rounds.clear();

    const auto fewRounds = *regressionsOf(std::vector{quick("a", 0.005), quick("b", 0.015)}, 5);
    const auto means = *regressionsOf(std::vector{published, twoRows("b", 0.009).table()}, 5);
    const auto noise =
        *regressionsOf(std::vector{twoRows("a", 0.005, 0.2).table(), twoRows("b", 0.0052, 0.2).table()}, 5);
    const auto clear =
        *regressionsOf(std::vector{twoRows("a", 0.005).table(), twoRows("b", 0.0055).table()}, 5);
    const auto small = *regressionsOf(
        std::vector{twoRows("a", 0.005, 0.001).table(), twoRows("b", 0.0052, 0.001).table()}, 5);

    EXPECT_TRUE(fewRounds.regressions.empty());
    EXPECT_EQ(fewRounds.common, 2u);
    EXPECT_EQ(fewRounds.notJudged, 1u); // the other one is the same samples
    EXPECT_EQ(means.notJudged, 2u);
    EXPECT_EQ(noise.notJudged, 1u);
    EXPECT_EQ(clear.notJudged, 0u);
    EXPECT_EQ(small.notJudged, 0u); // slower by 4 %, surely not by more than 5
    EXPECT_TRUE(small.regressions.empty());
}

} // namespace
} // namespace inferometer::core
