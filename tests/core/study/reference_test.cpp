// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/headline.h"
#include "core/study/note_codes.h"
#include "core/study/reference.h"
#include "core/study/remarks.h"
#include "core/study/sanity.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core {
namespace {

using namespace tests;

class Reference : public ::testing::Test {
protected:
    void SetUp() override
    {
        const std::filesystem::path resources = INFEROMETER_TEST_RESOURCES;
        const auto catalog = readCatalog(resources / "models.json");
        ASSERT_TRUE(catalog);
        auto tables = readReference(resources / "reference" / "guide.csv", *catalog);
        ASSERT_TRUE(tables) << tables.error().detail;
        m_tables = std::move(*tables);
        ASSERT_EQ(m_tables.size(), 3u);
    }

    const StudyTable& stable() const { return m_tables[0]; }
    const StudyTable& nightly() const { return m_tables[1]; }

    std::vector<StudyTable> m_tables;
};

bool hasNote(const std::vector<Note>& notes, std::string_view code)
{
    return std::any_of(notes.begin(), notes.end(), [code](const Note& note) { return note.code == code; });
}

TEST_F(Reference, HasAllRowsOfTheGuide)
{
    int published = 0;
    int outOfMemory = 0;
    for (const auto& table : m_tables) {
        for (const auto& row : table.rows) {
            const bool isLine = !row.variant.isBaseline() && row.outcome != Outcome::NotRun;
            published += isLine ? 1 : 0;
            outOfMemory += isLine && row.outcome == Outcome::OutOfMemory ? 1 : 0;
            EXPECT_FALSE(row.model.empty());
            EXPECT_EQ(row.variant.engine, Engine::Python);
            EXPECT_EQ(row.origin.empty(), row.outcome == Outcome::NotRun);
        }
    }
    EXPECT_EQ(published, 136);
    EXPECT_EQ(outOfMemory, 4);
}

TEST_F(Reference, KnowsEveryLabelOfTheCatalogue)
{
    for (const auto& table : m_tables) {
        for (const auto& row : table.rows) {
            EXPECT_TRUE(row.size) << row.label;
            EXPECT_TRUE(row.task) << row.label;
        }
    }
    EXPECT_EQ(stable().rows[0].model, "vit");
}

TEST_F(Reference, HasTheStatisticsOfTheNineDefaultTables)
{
    const auto all = reductionsOf(stable());

    EXPECT_EQ(all.pairs, 100);
    EXPECT_EQ(all.outOfMemory, 2);
    EXPECT_EQ(all.notPublished, 6);
    EXPECT_NEAR(all.median_percent, 15.7, 0.05);
    EXPECT_NEAR(all.least_percent, 0.06, 0.005);
    EXPECT_NEAR(all.largest_percent, 56.0, 0.05);
    EXPECT_NEAR(reductionsOf(stable(), {"A100", 1}).median_percent, 25.7, 0.05);
    EXPECT_NEAR(reductionsOf(stable(), {"A100", 4}).median_percent, 16.8, 0.05);
    EXPECT_NEAR(reductionsOf(stable(), {"A100", 16}).median_percent, 13.5, 0.05);
}

TEST_F(Reference, OwlVitIsNotPublishedAtLargerBatches)
{
    int cells = 0;
    for (const auto& table : m_tables) {
        for (const auto& row : table.rows) {
            if (row.reason.code != codes::notPublished || row.variant.isBaseline())
                continue;
            ++cells;
            EXPECT_EQ(row.model, "owlvit");
            EXPECT_GT(row.batch, 1);
            EXPECT_FALSE(row.mean_s);
        }
    }
    EXPECT_EQ(cells, 6);
}

TEST_F(Reference, UnbatchedStandsAtBatchOneWithANote)
{
    const auto& row = nightly().rows[0];

    EXPECT_EQ(row.label, "BeiT");
    EXPECT_EQ(row.batch, 1);
    EXPECT_TRUE(hasNote(row.notes, codes::unbatchedAsBatchOne));
    EXPECT_NEAR(*row.mean_s, 0.012462, 1e-12);
    EXPECT_FALSE(hasNote(stable().rows[0].notes, codes::unbatchedAsBatchOne));
}

TEST_F(Reference, FlagsRowsWhoseCheckpointTheGuideLeavesOpen)
{
    for (const auto& row : stable().rows) {
        if (row.outcome == Outcome::NotRun)
            continue;
        EXPECT_EQ(hasNote(row.notes, codes::checkpointLinkOpen), row.label == "ResNet");
        EXPECT_EQ(hasNote(row.notes, codes::checkpointNotListed), row.label == "DETR");
    }
}

TEST_F(Reference, SanityRulesFindTheT4BeitRow)
{
    const auto notes = sanityOf(nightly());

    const auto isAbout = [](const Note& note, std::string_view code, const std::vector<std::string>& words) {
        return note.code == code && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(note.args.begin(), note.args.end(), word) != note.args.end();
        });
    };
    const auto count = [&](std::string_view code, const std::vector<std::string>& words) {
        return std::count_if(notes.begin(), notes.end(),
            [&](const SanityNote& note) { return isAbout(note.note, code, words); });
    };
    EXPECT_EQ(count(codes::identicalFigures, {"BeiT", "A100", "T4", "16"}), 1);
    EXPECT_EQ(count(codes::largerBatchFaster, {"BeiT", "T4", "4", "47.38", "16", "42.18"}), 1);
    EXPECT_EQ(count(codes::largerBatchFaster, {"BeiT", "T4", "4", "46.60", "16", "42.15"}), 1);
    EXPECT_EQ(count(codes::slowerDeviceAhead, {"BeiT", "T4", "V100"}), 2);
    EXPECT_EQ(count(codes::growthBeyondBatch, {"DETR", "A100", "5.29"}), 1);
}

TEST_F(Reference, SanityRulesFindOutOfMemoryBelowALargerModel)
{
    const auto notes = sanityOf(stable());

    const auto isDetr = [](const SanityNote& note) {
        return note.note.code == codes::outOfMemoryBelowLarger && note.note.args[0] == "DETR"
            && note.note.args[4] == "Conditional-DETR";
    };
    // V100 and T4, each without and with compiling
    EXPECT_EQ(std::count_if(notes.begin(), notes.end(), isDetr), 4);
    EXPECT_TRUE(std::none_of(notes.begin(), notes.end(),
        [](const SanityNote& note) { return note.note.code == codes::implausibleImprovement; }));
}

TEST_F(Reference, RowsCarryWhatIsOddAboutThem)
{
    const auto t4 = ofDevice(nightly(), "T4"); // without the A100 row that it repeats
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < t4.rows.size(); ++i) {
        const auto& row = t4.rows[i];
        const bool isOdd = row.model == "beit" && row.batch == 16;
        EXPECT_EQ(hasNote(row.notes, codes::identicalFigures), isOdd && row.variant.isCompiled()) << i;
        EXPECT_EQ(hasNote(row.notes, codes::largerBatchFaster), row.model == "beit" && row.batch > 1) << i;
        shown.push_back(i);
    }

    const auto remarks = remarksOn(t4, shown);

    EXPECT_EQ(std::count_if(remarks.begin(), remarks.end(),
                  [](const Note& note) { return note.code == codes::largerBatchFaster; }),
        2); // without and with compiling, each once although two rows carry it
    EXPECT_TRUE(hasNote(remarks, codes::unbatchedAsBatchOne));
    EXPECT_EQ(originsOf(t4, shown).size(), 1u);
    EXPECT_TRUE(remarksOn(t4, {}).empty());
}

TEST_F(Reference, WhatIsNotPublishedSaysWhy)
{
    const auto& rows = stable().rows;
    const auto missing = std::find_if(
        rows.begin(), rows.end(), [](const StudyRow& row) { return row.reason.code == codes::notPublished; });
    ASSERT_NE(missing, rows.end());

    EXPECT_EQ(remarksOn(*missing), (std::vector<Note>{{"not-published", {"OwlViT"}}}));
}

TEST_F(Reference, CountsInAHeadlineOnlyWhenAsked)
{
    const auto strict = headlineOf(stable());
    const auto lenient = headlineOf(stable(), Unchecked::Counted);

    ASSERT_EQ(strict.groups.size(), 3u);
    EXPECT_FALSE(strict.groups[0].speedup);
    EXPECT_TRUE(lenient.groups[0].speedup);
    EXPECT_FALSE(lenient.groups[0].speedup->low);
    EXPECT_EQ(lenient.groups[0].counted.size(), 34u);
    EXPECT_EQ(lenient.groups[0].exclusions.size(), 2u);
}

TEST_F(Reference, LiesOverRowsOfPythonAndSaysSoBesideCpp)
{
    RunBuilder builder;
    builder.visit({"vit", "ViT"},
        {{cppNone, steady(0.01)}, {cppDefault, steady(0.01)}, {pythonDefault, steady(0.01)},
            {Variant{Engine::Cpp, CompileMode::Default, true}, steady(0.01)}});
    VisitSpec unpublished{"vit", "ViT"};
    unpublished.batch = 2;
    builder.visit(unpublished, {{cppNone, steady(0.01)}});

    const auto cells = overlayOf(builder.table(), stable(), "V100");

    ASSERT_EQ(cells.size(), 3u);
    EXPECT_FALSE(cells[0].isSameEngine);
    EXPECT_TRUE(hasNote(cells[0].notes, codes::differentEngine));
    EXPECT_NEAR(*stable().rows[cells[0].published].mean_s, 0.010495, 1e-12);
    EXPECT_TRUE(cells[2].isSameEngine);
    EXPECT_NEAR(*stable().rows[cells[2].published].mean_s, 0.006, 1e-12);
}

TEST(ReferenceText, RefusesWhatIsNotTheTable)
{
    const std::string header =
        "series,torch,mode,device,task,label,batch,no_compile_ms,compiled_ms,status,table,remark\n";
    const auto read = [&](const std::string& row) { return referenceFromText(header + row, Catalog{}); };

    EXPECT_FALSE(referenceFromText("a,b\n1,2\n", Catalog{}));
    EXPECT_TRUE(read("s,2,default,A100,detection,X,1,2.0,1.0,ok,t,\n"));
    EXPECT_FALSE(read("s,2,default,A100,detection,X,0,2.0,1.0,ok,t,\n"));
    EXPECT_FALSE(read("s,2,default,A100,detection,X,1,,1.0,ok,t,\n"));
    EXPECT_FALSE(read("s,2,default,A100,detection,X,1,-2,1.0,ok,t,\n"));
    EXPECT_FALSE(read("s,2,default,A100,detection,X,1,2.0,1.0,ok,t,odd\n"));
    EXPECT_FALSE(read("s,2,fast,A100,detection,X,1,2.0,1.0,ok,t,\n"));
}

} // namespace
} // namespace inferometer::core
