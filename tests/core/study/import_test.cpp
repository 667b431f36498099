// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/store/exports.h"
#include "core/study/foreign.h"
#include "core/study/headline.h"
#include "core/study/note_codes.h"
#include "core/study/run_comparison.h"
#include "tests/core/study/run_builder.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <unistd.h>

namespace inferometer::core {
namespace {

using namespace tests;

const std::filesystem::path resources = INFEROMETER_TEST_RESOURCES;
const std::filesystem::path data = INFEROMETER_TEST_DATA;

Catalog catalog()
{
    return *readCatalog(resources / "models.json");
}

std::string content(const std::filesystem::path& file)
{
    const auto text = readFile(file, 1u << 20);
    EXPECT_TRUE(text);
    return *text;
}

bool hasNote(const StudyTable& table, std::string_view code)
{
    return std::any_of(
        table.notes.begin(), table.notes.end(), [code](const Note& note) { return note.code == code; });
}

CsvMapping wide()
{
    CsvMapping mapping;
    mapping.model = "model";
    mapping.batch = "batch size";
    mapping.device = "GPU";
    mapping.noCompile = "without";
    mapping.compiled = "with";
    return mapping;
}

TEST(ImportCsv, ReadsATableWithTwoTimesALine)
{
    const auto table = importCsv("task,model,GPU,batch size,with,without\n"
                                 "x,ConvNeXT,A100,unbatched,7.335,11.758\n"
                                 "x,Image Classification/ViT,T4,16,OOM,OOM\n",
        wide(), catalog(), "reduce-overhead.csv");

    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_EQ(table->rows.size(), 4u);
    const auto& compiled = table->rows[1];
    EXPECT_EQ(compiled.model, "convnext");
    EXPECT_EQ(compiled.variant, pythonDefault);
    EXPECT_EQ(compiled.batch, 1);
    EXPECT_NEAR(*compiled.mean_s, 0.007335, 1e-12);
    EXPECT_NEAR(improvementOf(*table, compiled)->value, (1 - 7.335 / 11.758) * 100, 1e-9);
    EXPECT_EQ(table->rows[2].label, "ViT");
    EXPECT_EQ(table->rows[2].outcome, Outcome::OutOfMemory);
    EXPECT_FALSE(table->rows[2].mean_s);
    EXPECT_TRUE(hasNote(*table, codes::importedFrom));
    EXPECT_TRUE(hasNote(*table, codes::publishedMeanOnly));
    EXPECT_FALSE(headlineOf(*table).groups[0].speedup);
}

TEST(ImportCsv, ReadsATableWithOneTimeALine)
{
    CsvMapping mapping;
    mapping.model = "name";
    mapping.mode = "mode";
    mapping.dtype = "type";
    mapping.engine = "by";
    mapping.time = "seconds";
    mapping.unit = TimeUnit::Seconds;
    mapping.defaultDevice = "cpu";
    mapping.defaultBatch = 4;

    const auto table = importCsv("name,mode,type,by,seconds\n"
                                 "google/vit-base-patch16-224,eager,fp16,C++,0.2\n"
                                 "mine,max-autotune,,,0.1\n"
                                 "mine,none,,,\n",
        mapping, catalog(), "x.csv");

    ASSERT_TRUE(table) << table.error().detail;
    EXPECT_EQ(table->rows[0].model, "vit");
    EXPECT_EQ(table->rows[0].variant, cppNone);
    EXPECT_EQ(table->rows[0].setting.dtype, DataType::Float16);
    EXPECT_EQ(table->rows[0].setting.device, "cpu");
    EXPECT_EQ(table->rows[1].variant, (Variant{Engine::Python, CompileMode::MaxAutotune}));
    EXPECT_EQ(table->rows[1].batch, 4);
    EXPECT_EQ(table->rows[2].outcome, Outcome::NotRun);
}

TEST(ImportCsv, LeavesOutWhatItCannotReadAndSaysSo)
{
    const auto table = importCsv("model,GPU,batch size,with,without\n"
                                 "vit,T4,1,1.0,2.0\nvit,T4,0,1.0,2.0\nvit,T4,4,-1.0,2.0\n,T4,4,1.0,2.0\n",
        wide(), catalog(), "x.csv");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 2u);
    EXPECT_EQ(table->notes.back(), (Note{"imported-rows-left-out", {"3", "3", "'0' is no batch size."}}));
}

TEST(ImportCsv, RefusesWhatIsNotThere)
{
    const std::string header = "model,GPU,batch size,with,without\n";
    auto unnamed = wide();
    unnamed.model.clear();
    auto misspelt = wide();
    misspelt.device = "GPUs";

    EXPECT_EQ(importCsv(header, unnamed, catalog(), "x").error().code, ErrorCode::UsageInvalid);
    EXPECT_NE(importCsv(header, misspelt, catalog(), "x").error().detail.find("GPU"), std::string::npos);
    EXPECT_EQ(importCsv(header, wide(), catalog(), "x").error().code, ErrorCode::FileInvalid);
    EXPECT_FALSE(importCsv(header + "vit,T4,1,soon,2\n", wide(), catalog(), "x"));
}

TEST(ImportCsv, SuggestsColumnsByTheirNames)
{
    const std::vector<std::string> guide{
        "Task/Model", "Batch Size", "torch 2.0 - no compile", "torch 2.0 - compile", "GPU"};
    const auto two = suggestedMapping(guide);
    EXPECT_EQ(two.model, "Task/Model");
    EXPECT_EQ(two.batch, "Batch Size");
    EXPECT_EQ(two.device, "GPU");
    EXPECT_EQ(two.noCompile, "torch 2.0 - no compile");
    EXPECT_EQ(two.compiled, "torch 2.0 - compile");
    EXPECT_EQ(two.time, "");
    EXPECT_EQ(two.mode, "") << "'Model' is none";
    EXPECT_EQ(two.unit, TimeUnit::Milliseconds);

    const auto one = suggestedMapping(std::vector<std::string>{"network", "mean_s", "mode"});
    EXPECT_EQ(one.model, "network");
    EXPECT_EQ(one.time, "mean_s");
    EXPECT_EQ(one.mode, "mode");
    EXPECT_EQ(one.unit, TimeUnit::Seconds);

    EXPECT_EQ(suggestedMapping({}).model, "");
}

TEST(ImportCsv, OnlyATableOfAnotherProgramHasColumnsToMap)
{
    const TemporaryFolder folder;
    EXPECT_EQ(*columnsToMap(folder.write("theirs.csv", "a,b\n1,2\n")), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(columnsToMap(folder.write("own.csv", "task,model,label,device\n"))->empty());
    EXPECT_TRUE(columnsToMap(folder.write("run.json", "{}"))->empty());
    EXPECT_FALSE(columnsToMap(folder.path() / "none.csv"));
}

RunBuilder ownRun()
{
    RunBuilder builder("own");
    RowSpec compiled{cppDefault, wavy(0.005, 0.02)};
    compiled.compile_s = 30;
    compiled.peak_bytes = 1000;
    VisitSpec visit;
    visit.label = "=Res,Net";
    builder.visit(
        visit, {{cppNone, wavy(0.010, 0.02)}, compiled, {cppMaxAutotune, {}, Outcome::CompileFailed}});
    return builder;
}

void expectOwnRows(const Result<StudyTable>& table)
{
    ASSERT_TRUE(table) << table.error().detail;
    const auto original = ownRun().table();
    ASSERT_EQ(table->rows.size(), 3u);
    const auto& row = table->rows[1];
    const auto& from = original.rows[1];
    EXPECT_EQ(row.label, "=Res,Net");
    EXPECT_EQ(row.variant, from.variant);
    EXPECT_EQ(row.setting, from.setting);
    EXPECT_EQ(row.deviceName, from.deviceName);
    EXPECT_TRUE(row.isVerified());
    EXPECT_DOUBLE_EQ(*row.mean_s, *from.mean_s);
    EXPECT_EQ(row.conclusions->verdict, Verdict::Faster);
    EXPECT_DOUBLE_EQ(*row.conclusions->improvement_percent->low, *from.conclusions->improvement_percent->low);
    EXPECT_NEAR(*row.conclusions->speedup->low, *from.conclusions->speedup->low, 1e-9);
    EXPECT_EQ(row.compile_s, 30.0);
    EXPECT_EQ(row.peak_bytes, 1000u);
    EXPECT_TRUE(row.rounds.empty());
    EXPECT_EQ(table->rows[2].outcome, Outcome::CompileFailed);
    EXPECT_EQ(conditionText(*table, "torch"), "2.15.0");
    EXPECT_NEAR(headlineOf(*table).groups[0].speedup->value, 2.0, 1e-9);
}

TEST(ImportOwnRows, ReadsCsvJsonLinesAndJson)
{
    const auto run = ownRun().run();

    expectOwnRows(importOwnRows(toCsv(run), "run.csv"));
    expectOwnRows(importOwnRows(toJsonLines(run), "run.jsonl"));
    expectOwnRows(importOwnRows(toJson(run), "run.json"));
}

TEST(ImportOwnRows, AreTheSameAsTheRunTheyComeFrom)
{
    const auto table = importOwnRows(toCsv(ownRun().run()), "run.csv");
    ASSERT_TRUE(table);

    const auto comparison = compareTables(std::vector{ownRun().table(), *table});

    EXPECT_EQ(comparison->common, 2u);
    EXPECT_EQ(comparison->cells[1].differences[1].evidence, Evidence::MeansOnly);
    EXPECT_EQ(comparison->cells[1].differences[1].verdict, Verdict::Same);
}

TEST(ImportOwnRows, KeepsGraphsRepetitionsAndVisitsApart)
{
    RunBuilder builder("own");
    Variant recorded = cppNone;
    recorded.cudaGraph = true;
    Variant again = cppDefault;
    again.repetition = 2;
    for (const int repetition : {1, 2}) {
        VisitSpec visit;
        visit.repetition = repetition;
        builder.visit(visit,
            {{cppNone, steady(0.010 * repetition)}, {recorded, steady(0.009 * repetition)},
                {cppDefault, steady(0.005 * repetition)}, {again, steady(0.006 * repetition)}});
    }
    const auto original = builder.table();

    const auto table = importOwnRows(toCsv(builder.run()), "run.csv");

    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_EQ(table->rows.size(), original.rows.size());
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
        EXPECT_EQ(table->rows[i].variant, original.rows[i].variant) << i;
        EXPECT_EQ(table->rows[i].torch, "2.15.0");
        const auto* baseline = baselineRow(*table, table->rows[i]);
        const auto* from = baselineRow(original, original.rows[i]);
        ASSERT_EQ(baseline == nullptr, from == nullptr) << i;
        if (from != nullptr) {
            EXPECT_DOUBLE_EQ(*baseline->mean_s, *from->mean_s) << i;
        }
    }
}

TEST(ImportOwnRows, RefusesOtherTexts)
{
    EXPECT_FALSE(importOwnRows("", "x"));
    EXPECT_FALSE(importOwnRows("a,b\n1,2\n", "x"));
    EXPECT_FALSE(importOwnRows("{\"rows\": 3}", "x"));
    EXPECT_FALSE(importOwnRows("{\"rows\": [3]}", "x"));
    EXPECT_FALSE(importOwnRows("{\"model\": \"vit\"}\nnot json\n", "x"));
}

TEST(ImportOptimumBenchmark, ReadsFilesOfTheRealTool)
{
    const std::vector texts{
        content(data / "optimum_benchmark_eager.json"), content(data / "optimum_benchmark_compiled.json")};

    const auto table = importOptimumBenchmark(texts, catalog(), "tiny-resnet");

    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_EQ(table->rows.size(), 2u);
    const auto& plain = table->rows[0];
    const auto& compiled = table->rows[1];
    EXPECT_EQ(plain.model, "tiny-resnet");
    EXPECT_EQ(plain.batch, 2);
    EXPECT_EQ(plain.setting.device, "cpu");
    EXPECT_EQ(plain.variant, pythonNone);
    EXPECT_EQ(compiled.variant, pythonDefault);
    EXPECT_EQ(plain.conclusions->n, 120);
    EXPECT_EQ(plain.rounds.size(), 20u);
    EXPECT_FALSE(plain.compile_s);
    EXPECT_GT(*compiled.compile_s, 1);
    EXPECT_EQ(compiled.check, OutputCheck::NotChecked);
    EXPECT_TRUE(compiled.conclusions->verdict);
    EXPECT_EQ(conditionText(*table, "torch"), "2.15.0");
    EXPECT_EQ(conditionText(*table, "transformers"), "4.53.3");
    EXPECT_FALSE(headlineOf(*table).groups[0].speedup); // nobody checked the outputs
    EXPECT_TRUE(headlineOf(*table, Unchecked::Counted).groups[0].speedup);
}

TEST(ImportOptimumBenchmark, ReadsAFolderAsTheToolLeavesIt)
{
    const auto table = readForeign(data / "optimum_benchmark", {}, catalog());

    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_EQ(table->rows.size(), 2u); // the third one failed
    const Variant reduceOverhead{Engine::Python, CompileMode::ReduceOverhead};
    EXPECT_EQ(table->rows[0].variant, pythonNone);
    EXPECT_EQ(table->rows[1].variant, reduceOverhead);
    EXPECT_EQ(table->rows[1].conclusions->n, 40);
    EXPECT_TRUE(std::count(table->notes.begin(), table->notes.end(),
        (Note{std::string(codes::importedWithoutReport), {"bfloat16"}})));
    EXPECT_FALSE(readForeign(data / "optimum_benchmark" / "bfloat16", {}, catalog()));
}

TEST(ImportOptimumBenchmark, PassesOverFoldersThatCannotBeRead)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is closed to this user";
    const TemporaryFolder folder;
    std::filesystem::copy(
        data / "optimum_benchmark", folder.path() / "sweep", std::filesystem::copy_options::recursive);
    const auto closed = folder.path() / "sweep" / "closed";
    std::filesystem::create_directory(closed);
    std::filesystem::permissions(closed, std::filesystem::perms::none);

    const auto table = readForeign(folder.path() / "sweep", {}, catalog());
    std::filesystem::permissions(closed, std::filesystem::perms::owner_all);

    ASSERT_TRUE(table) << table.error().detail;
    EXPECT_EQ(table->rows.size(), 2u);
}

TEST(ImportOptimumBenchmark, OfOneFileHasNothingToCompareWith)
{
    const std::vector texts{content(data / "optimum_benchmark_compiled.json")};

    const auto table = importOptimumBenchmark(texts, catalog(), "tiny-resnet");

    ASSERT_TRUE(table);
    EXPECT_TRUE(hasNote(*table, codes::importedOneScenario));
    EXPECT_FALSE(table->rows[0].conclusions->improvement_percent);
}

TEST(ImportOptimumBenchmark, RefusesOtherFiles)
{
    const auto refused = [](const std::string& text) {
        return !importOptimumBenchmark(std::vector{text}, Catalog{}, "x").isOk();
    };

    EXPECT_TRUE(refused("{}"));
    EXPECT_TRUE(refused("[1]"));
    EXPECT_TRUE(refused("{\"config\":{\"backend\":{\"name\":\"onnxruntime\"}},\"report\":{}}"));
    EXPECT_TRUE(refused(
        "{\"config\":{\"backend\":{\"name\":\"pytorch\",\"model\":\"x\"}},\"report\":{\"forward\":{}}}"));
    EXPECT_FALSE(importOptimumBenchmark({}, Catalog{}, "x"));
}

} // namespace
} // namespace inferometer::core
