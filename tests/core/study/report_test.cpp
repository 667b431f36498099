// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/phrases.h"
#include "core/study/reference.h"
#include "core/study/report/build.h"
#include "core/study/report/guide_table.h"
#include "core/study/report/note_codes.h"
#include "core/study/report/writers.h"
#include "tests/core/study/run_builder.h"
#include "text/note_text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core::report {
namespace {

using namespace tests;

std::string english(const Note& note)
{
    return text::sentence(note);
}

std::vector<StudyTable> guide()
{
    const std::filesystem::path resources = INFEROMETER_TEST_RESOURCES;
    auto tables =
        readReference(resources / "reference" / "guide.csv", *readCatalog(resources / "models.json"));
    EXPECT_TRUE(tables);
    return *tables;
}

TableSubject subjectOn(const StudyTable& table, const std::string& device)
{
    const auto subjects = subjectsOf(table);
    return *std::find_if(subjects.begin(), subjects.end(),
        [&](const TableSubject& subject) { return subject.setting.device == device; });
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(GuideTable, IsTheGuidesOwnTable)
{
    const auto tables = guide();
    auto table = tableOfBatch(tables[0], subjectOn(tables[0], "V100"), 16);
    table.caption = {};

    EXPECT_EQ(toMarkdown(table, english),
        "| **Task/Model** | **torch 2.0.1 - <br>no compile** | **torch 2.0.1 - <br>compile** |\n"
        "|:---:|:---:|:---:|\n"
        "| Image Classification/ViT | 52.209 | 51.633 |\n"
        "| Image Segmentation/Segformer | 61.013 | 55.499 |\n"
        "| Image Classification/BeiT | 53.938 | 53.581 |\n"
        "| Object Detection/DETR | OOM | OOM |\n"
        "| Image Classification/ConvNeXT | 109.682 | 100.771 |\n"
        "| Image Classification/ResNet | 14.857 | 12.089 |\n"
        "| Image Segmentation/Mask2former | 249.605 | 222.801 |\n"
        "| Image Segmentation/Maskformer | 831.142 | 743.645 |\n"
        "| Image Segmentation/MobileNet | 93.129 | 55.365 |\n"
        "| Object Detection/Resnet-101 | 482.425 | 361.843 |\n"
        "| Object Detection/Conditional-DETR | 344.661 | 255.298 |\n");
}

TEST(GuideTable, LaterTablesHaveABatchColumn)
{
    const auto tables = guide();
    auto table = tableOfAllBatches(tables[2], subjectOn(tables[2], "T4"));
    table.caption = {};

    const auto text = toMarkdown(table, english);

    EXPECT_TRUE(contains(text, "| **Task/Model** | **Batch Size** | **torch 2.1.0.dev - <br>no compile** |"));
    EXPECT_TRUE(contains(text,
        "| Image Classification/ConvNeXT | Unbatched | 32.137 | 31.840 |\n"
        "| Image Classification/ConvNeXT | 4 | 120.944 | 110.209 |\n"));
    EXPECT_EQ(table.rows.size(), 8u);
}

TEST(GuideTable, PutsTheRowsOfARunInTheGuidesOrder)
{
    RunBuilder builder;
    builder.visit({"own", "Own"}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
    builder.visit({"beit", "BeiT"}, {{cppNone, steady(0.012)}, {cppDefault, {}, Outcome::CompileFailed}});
    builder.visit(
        {"vit", "ViT"}, {{cppNone, steady(0.011)}, {cppDefault, steady(0.006), Outcome::WrongOutput, false}});
    const auto table = builder.table();

    const auto text = toMarkdown(tableOfBatch(table, subjectsOf(table)[0], 1), english);

    EXPECT_TRUE(contains(text,
        "| Image Classification/ViT | 11.000 | 6.000 (wrong output) |\n"
        "| Image Classification/BeiT | 12.000 | compile failed |\n"
        "| Image Classification/Own | 10.000 | 5.000 |\n"));
    EXPECT_TRUE(contains(text, "Device: Test CPU; compiled: C++ default; torch 2.15.0"));
}

RunRecord wholeRun()
{
    RunBuilder builder("20260301T120000Z-abcd");
    const Variant reduceOverhead{Engine::Python, CompileMode::ReduceOverhead};
    for (const int batch : {1, 4}) {
        VisitSpec vit{"vit", "ViT"};
        vit.batch = batch;
        builder.visit(vit,
            {{cppNone, steady(0.020 * batch)}, costing(cppDefault, 0.016 * batch, 30),
                {pythonNone, steady(0.024 * batch)}, costing(pythonDefault, 0.018 * batch, 40),
                costing(reduceOverhead, 0.017 * batch, 50)});
    }
    builder.visit({"detr", "DETR", Task::Detection},
        {{cppNone, {}, Outcome::OutOfMemory}, {cppDefault, {}, Outcome::OutOfMemory}});
    builder.run().label = "My <b>machine</b> | 1";
    builder.run().created_utc = "2026-03-01T12:00:00Z";
    return builder.run();
}

TEST(Report, HasEveryPartOfTheGuidesPageInItsOrder)
{
    ReportRequest request;
    request.figures = {{FigureKind::BatchComparison, "Test CPU", 1, "batch comparison.png", ""},
        {FigureKind::BatchComparison, "Test CPU", 1, "python.png", "", Engine::Python},
        {FigureKind::Duration, "Test CPU", 4, "duration_4.png", ""},
        {FigureKind::Improvement, "Test CPU", 4, "improvement_4.png", ""}};

    const auto text = toMarkdown(buildReport(wholeRun(), request), english);

    std::size_t place = 0;
    for (const auto* part : {"# Inference with and without compiling: My \\<b\\>machine\\</b\\> \\| 1\n",
             "## Benefits of compiling", "C++ default on Test CPU: 1.25", "## What to do",
             "| ViT: compile (C++ default) and use batch 1: 20.00", "| DETR: unclear at batch 1",
             "## How it was measured", "### Models", "Image Classification\n\n- hub/vit (ViT in the tables)",
             "Object Detection\n\n- hub/detr", "## Inference durations",
             "![Batch Size Comparison on Test CPU](batch%20comparison.png)",
             "![Batch Size Comparison on Test CPU, Python](python.png)",
             "![Duration Comparison on Test CPU with Batch Size of 4](duration_4.png)",
             "![Percentage Improvement on Test CPU with Batch Size of 4]",
             "### Test CPU (batch size: 1), C++ default",
             "| Image Classification/ViT | 20.000 | 16.000 |\n| Object Detection/DETR | OOM | OOM |",
             "### Test CPU (batch size: 4), C++ default", "### Test CPU (batch size: 1), Python default",
             "## Compile mode: Python reduce-overhead", "| Image Classification/ViT | 4 | 96.000 | 68.000 |",
             "## What the figures are worth", "| 20.0 [20.0, 20.0] | faster | 30.0 |",
             "## What each step saves", "## Where compiling pays", "## The guide's claims on this machine",
             "### Of torch.compile(), as the guide measured it: Python",
             "torch.compile() yields up to 30% speed-up", "### The same asked of C++",
             "## Differences from the guide's method", "AOTInductor", "## Conditions",
             "| transformers | 5.23.0 |"}) {
        const std::string wanted(part);
        const auto found = text.find(wanted, place);
        EXPECT_NE(found, std::string::npos) << wanted << "\n" << text.substr(place, 600);
        place = found == std::string::npos ? place : found;
    }
    EXPECT_EQ(text.find(" ?"), std::string::npos); // every sentence got its arguments
    EXPECT_TRUE(text.ends_with("|\n") || text.ends_with(".\n"));
}

TEST(Report, TellsBreakEvenColdAndWithAWarmCache)
{
    auto run = wholeRun();
    const auto without = toMarkdown(buildReport(run), english);
    auto& compiled = *run.visits[0].rows[1].conclusions;
    compiled.breakEven_runs = Estimate{7500, 7000, {}};
    compiled.breakEvenWarm_runs = Estimate{20, 19, 21};

    const auto text = toMarkdown(buildReport(run), english);

    EXPECT_FALSE(contains(without, "with a warm cache (inferences)"));
    EXPECT_TRUE(contains(text, "**Break-even with a warm cache (inferences)**"));
    EXPECT_TRUE(contains(text, "| 7500 [7000, ∞) | 20 [19, 21] |")) << text;
}

TEST(Report, SaysThatAttentionIsFusedWhereItIs)
{
    const std::string said = "Attention uses PyTorch's fused operator";
    for (const auto attention : {std::optional<Attention>(), std::optional(Attention::Eager)}) {
        RunBuilder builder;
        builder.run().plan.attention = Attention::Sdpa;
        VisitSpec visit;
        visit.attention = attention;
        builder.visit(visit, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
        EXPECT_FALSE(contains(toMarkdown(buildReport(builder.run()), english), said));
        visit.model = "vit";
        visit.attention = Attention::Sdpa;
        builder.visit(visit, {{cppNone, steady(0.010)}, {cppDefault, steady(0.005)}});
        EXPECT_TRUE(contains(toMarkdown(buildReport(builder.run()), english), said));
    }
}

TEST(Report, HtmlIsSelfContainedAndEscapesEverything)
{
    ReportRequest request;
    request.figures = {{FigureKind::Duration, "\"><script>", 1, "x\" onerror=\"y.png", ""},
        {FigureKind::Duration, "Test CPU", 1, "ignored.png", "PNG"}};

    const auto html = toHtml(buildReport(wholeRun(), request), english, "ja");

    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">"));
    EXPECT_TRUE(contains(
        html, "<title>Inference with and without compiling: My &lt;b&gt;machine&lt;/b&gt; | 1</title>"));
    EXPECT_FALSE(contains(html, "<b>"));
    EXPECT_FALSE(contains(html, "<script"));
    EXPECT_TRUE(contains(html, "src=\"x&quot; onerror=&quot;y.png\""));
    EXPECT_TRUE(contains(html, "src=\"data:image/png;base64,UE5H\""));
    EXPECT_TRUE(contains(html, "<th>torch 2.15.0 - <br>no compile</th>"));
    EXPECT_TRUE(contains(html, "<td>OOM</td>"));
    EXPECT_FALSE(contains(html, "http://"));
    EXPECT_TRUE(html.ends_with("</body>\n</html>\n"));
}

TEST(Report, PutsTheGuidesFiguresBesideThoseOfTheRun)
{
    ReportRequest request;
    request.published = guide();

    const auto text = toMarkdown(buildReport(wholeRun(), request), english);

    EXPECT_TRUE(contains(text, "## The guide's figures beside those of this machine"));
    EXPECT_TRUE(contains(text,
        "| **Task/Model** | **Batch Size** | **Test CPU, <br>C++ default <br>(different "
        "engine)** | **Test CPU, <br>Python "
        "default** "
        "| **Guide: <br>A100** | **Guide: <br>V100** | **Guide: <br>T4** |"));
    // (1 - 7.584 / 9.325) x 100 in the guide's first row.
    EXPECT_TRUE(
        contains(text, "| Image Classification/ViT | 1 | 20.0 [20.0, 20.0] | 25.0 [25.0, 25.0] | 18.7 | "));
    EXPECT_TRUE(contains(text, "| Object Detection/DETR | 1 | OOM | – | 45.0 | "));
    EXPECT_FALSE(contains(text, "ConvNeXT"));
    EXPECT_TRUE(contains(text, "prove nothing about this machine"));
}

TEST(Report, HasTheGuidesOtherSeriesWhereTheRunHasTheirRows)
{
    const Variant reduceOverhead{Engine::Python, CompileMode::ReduceOverhead};
    RunBuilder builder;
    builder.visit({"beit", "BeiT"}, {{pythonNone, steady(0.020)}, {pythonDefault, steady(0.018)}});
    builder.visit({"resnet", "ResNet"}, {{pythonNone, steady(0.010)}, {reduceOverhead, steady(0.009)}});
    VisitSpec owlvit{"owlvit", "OwlViT"};
    owlvit.batch = 4;
    builder.visit(owlvit, {{pythonNone, steady(0.020)}, {pythonDefault, steady(0.018)}});
    ReportRequest request;
    request.published = guide();

    const auto text = toMarkdown(buildReport(builder.run(), request), english);

    const auto stable = text.find("### The guide's torch 2.0.1, mode default");
    const auto nightly = text.find("### The guide's torch 2.1.0.dev, mode default");
    const auto overhead = text.find("### The guide's torch 2.1.0.dev, mode reduce-overhead");
    ASSERT_NE(overhead, std::string::npos) << text;
    EXPECT_LT(stable, nightly);
    EXPECT_LT(nightly, overhead);
    EXPECT_TRUE(contains(text.substr(stable, nightly - stable),
        "/OwlViT | 4 | 10.0 [10.0, 10.0] | not published | not published | not published |"));
    EXPECT_TRUE(contains(text.substr(stable, nightly - stable), "OwlViT: not published"));
    // (1 - 6.954 / 12.462) x 100 of "unbatched"
    EXPECT_TRUE(contains(text.substr(nightly, overhead - nightly),
        "| Image Classification/BeiT | 1 | 10.0 [10.0, 10.0] | 44.2 | "));
    EXPECT_TRUE(contains(text.substr(overhead), "| Image Classification/ResNet | 1 | 10.0 [10.0, 10.0] | "));
    EXPECT_FALSE(contains(text.substr(overhead, 1500), "BeiT |"));
}

TEST(Report, GivesEachMachineItsOwnVersionAndName)
{
    RunBuilder builder;
    builder.visit({}, {{pythonNone, steady(0.010)}, {pythonDefault, steady(0.008)}});
    VisitSpec there;
    there.device.target = "old";
    there.torch = "2.13.0";
    builder.visit(there, {{pythonNone, steady(0.012)}, {pythonDefault, steady(0.009)}});
    const auto table = builder.table();

    const auto tables = guideTables(table);

    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(english(tables[0].name), "Test CPU (batch size: 1), Python default");
    EXPECT_EQ(english(tables[1].name), "old/Test CPU (batch size: 1), Python default");
    const auto here = toMarkdown(tables[0].table, english);
    const auto elsewhere = toMarkdown(tables[1].table, english);
    EXPECT_TRUE(contains(here, "**torch 2.15.0 - <br>compile**")) << here;
    EXPECT_TRUE(contains(elsewhere, "**torch 2.13.0 - <br>compile**")) << elsewhere;
    EXPECT_TRUE(contains(elsewhere, "| 12.000 | 9.000 |"));
    EXPECT_TRUE(contains(elsewhere, "torch 2.13.0; type"));
    EXPECT_FALSE(contains(here, "2.13.0"));
}

TEST(Report, HasConditionsUnderEveryTableOfFigures)
{
    ReportRequest request;
    request.published = guide();
    const auto document = buildReport(wholeRun(), request);
    int tables = 0;

    for (const auto& part : document.parts) {
        const auto* table = std::get_if<Table>(&part);
        const bool isConditions = table && table->header.front() == phrase(codes::columnCondition);
        if (!table || isConditions)
            continue;
        ++tables;
        EXPECT_FALSE(table->caption.code.empty());
        for (const auto& row : table->rows)
            EXPECT_EQ(row.size(), table->header.size());
    }
    EXPECT_EQ(tables, 11); // advice, four of the guide's kind, reduce-overhead, worth, 2 published, 2 claims
}

TEST(Report, OfAnEmptyRunIsStillADocument)
{
    const auto document = buildReport(RunRecord{});

    EXPECT_TRUE(contains(toMarkdown(document, english), "## Conditions"));
    EXPECT_TRUE(contains(toHtml(document, english, "en"), "</html>"));
}

TEST(Report, MarkdownCannotBeChangedByNames)
{
    Document document{literal("a\n# b"),
        {Paragraph{literal("![x](y) *z* `c` <i>")}, List{{literal("[a]: b")}},
            Table{{literal("h|i")}, {{literal("c\nd")}}, {}}}};

    EXPECT_EQ(toMarkdown(document, english),
        "# a \\# b\n\n![x\\](y) \\*z\\* \\`c\\` \\<i\\>\n\n- [a\\]: b\n\n"
        "| **h\\|i** |\n|:---:|\n| c<br>d |\n");
}

TEST(Report, EncodesPicturesWithPadding)
{
    Document document;
    for (const auto* content : {"a", "ab", "abc", "abcd"})
        document.parts.emplace_back(Figure{literal("x"), "", content});

    const auto html = toHtml(document, english, "en");

    for (const auto* text : {"base64,YQ==\"", "base64,YWI=\"", "base64,YWJj\"", "base64,YWJjZA==\""})
        EXPECT_TRUE(contains(html, text)) << text;
}

} // namespace
} // namespace inferometer::core::report
