// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exports.h"

#include "core/base/text.h"
#include "core/protocol/json.h"
#include "core/store/columns.h"
#include "core/store/flat_rows.h"
#include "core/store/markdown.h"
#include "core/store/run_lines.h"
#include "tests/core/store/example_run.h"
#include "tests/support/comma_locale.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

std::string cellOf(const std::string& csv, std::size_t line, const std::string& column)
{
    std::vector<std::string> names;
    std::vector<std::string> cells;
    std::size_t row = 0;
    for (std::size_t start = 0; start < csv.size(); ++row) {
        const auto end = csv.find('\n', start);
        auto& into = row == 0 ? names : cells;
        if (row == 0 || row == line) {
            std::string text = csv.substr(start, end - start);
            for (std::size_t place = 0; place != std::string::npos;) {
                const auto comma = text.find(',', place);
                into.push_back(text.substr(place, comma == std::string::npos ? comma : comma - place));
                place = comma == std::string::npos ? comma : comma + 1;
            }
        }
        start = end + 1;
    }
    const auto found = std::find(names.begin(), names.end(), column);
    return found == names.end() ? "no column" : cells.at(static_cast<std::size_t>(found - names.begin()));
}

} // namespace

TEST(Columns, StandInTheirPromisedOrder)
{
    const auto promised = split("task, model, label, device, dtype, batch, engine, mode, frozen, outcome, "
                                "reason, n, mean_s, sd_s, median_s, min_s, "
                                "max_s, q1_s, q3_s, p90_s, p95_s, p99_s, improvement_percent, "
                                "improvement_low_percent, improvement_high_percent, "
                                "speedup, verdict, verified, max_abs_error, export_s, compile_s, "
                                "compile_cached, load_s, first_run_s, peak_bytes, "
                                "images_per_s, break_even_runs, stopped_because, warnings, device_name, "
                                "target, executor, torch, cuda, driver, "
                                "transformers, weights, image, attention, layout, tf32_matmul, tf32_conv, "
                                "cudnn_benchmark, threads, allocator, "
                                "device_mean_s",
        ',');

    ASSERT_GE(columns().size(), promised.size());
    for (std::size_t i = 0; i < promised.size(); ++i)
        EXPECT_EQ(columns()[i].name, promised[i]);
}

TEST(Csv, HasARowForEverythingPlannedAndNothingForWhatWasNotMeasured)
{
    auto run = exampleRun();
    run.visits.pop_back();

    const auto csv = toCsv(run);

    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5);
    EXPECT_EQ(cellOf(csv, 2, "mean_s"), "0.024");
    EXPECT_EQ(cellOf(csv, 2, "improvement_percent"), "25");
    EXPECT_EQ(cellOf(csv, 2, "compile_cached"), "true");
    EXPECT_EQ(cellOf(csv, 1, "improvement_percent"), "");
    EXPECT_EQ(cellOf(csv, 1, "torch"), "2.15.0");
    EXPECT_EQ(cellOf(csv, 1, "transformers"), "5.23.0");
    EXPECT_EQ(cellOf(csv, 3, "outcome"), "not-run");
    EXPECT_EQ(cellOf(csv, 3, "mean_s"), "");
    EXPECT_EQ(cellOf(csv, 3, "peak_bytes"), "");
}

TEST(Csv, ASpreadsheetFindsNoFormulas)
{
    const auto csv = toCsv(exampleRun());

    EXPECT_NE(csv.find("\"'=1+1, can't allocate \"\"memory\"\"\""), std::string::npos) << csv;
}

TEST(Exports, AreTheSameInALocaleWithDecimalCommas)
{
    const auto run = exampleRun();
    const auto all = [&] { return toCsv(run) + toJson(run) + toJsonLines(run) + toMarkdown(run); };
    const auto expected = all();

    const CommaLocale locale;
    if (!locale.isActive())
        GTEST_SKIP() << "this system cannot make a locale";

    EXPECT_EQ(all(), expected);
}

TEST(Exports, NameTheMachineThatMeasuredAndNotTheOneThatWasPlanned)
{
    auto run = exampleRun();
    for (std::size_t i = 0; i < run.visits.size(); ++i)
        run.plan.visits[i].workload.device.target = run.visits[i].workload.device.target = "planned";
    run.visits[0].target = "other";
    run.visits[1].target = "local";

    const auto rows = flatRows(run);
    EXPECT_EQ(deviceOf(rows.front()), (Device{DeviceKind::Cpu, 0, "other"}));
    EXPECT_EQ(deviceOf(rows.back()), Device{});
    EXPECT_EQ(cellOf(toCsv(run), 1, "target"), "other");
    EXPECT_EQ(cellOf(toCsv(run), 3, "target"), "local");
    const auto markdown = toMarkdown(run);
    EXPECT_NE(markdown.find("/ResNet | other/cpu | 1 |"), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("/ResNet | cpu | 4 |"), std::string::npos) << markdown;
    EXPECT_EQ(markdown.find("planned"), std::string::npos);

    run.visits.pop_back();
    EXPECT_EQ(deviceOf(flatRows(run).back()).target, "planned") << "nobody has measured it";
}

TEST(JsonLines, LeaveOutWhatWasNotMeasured)
{
    const auto lines = split(toJsonLines(exampleRun()), '\n');

    ASSERT_EQ(lines.size(), 4u);
    const auto failed = parseJson(lines[3]);
    ASSERT_TRUE(failed);
    EXPECT_EQ((*failed)["outcome"], "out-of-memory");
    EXPECT_FALSE(failed->contains("mean_s"));
    EXPECT_TRUE(lines[0].starts_with("{\"task\":\"classification\",\"model\":\"resnet\""));
}

TEST(Json, KeepsRecordsAsTheyStandInTheFile)
{
    auto run = exampleRun();
    run.visits[0].line = recordLine(run.visits[0]);
    run.visits[0].line.insert(1, "\"of_a_later_version\":42,");

    const auto json = parseJson(toJson(run));

    ASSERT_TRUE(json) << json.error().detail;
    EXPECT_EQ((*json)["visits"][0]["of_a_later_version"], 42);
    EXPECT_FALSE((*json)["visits"][0].contains("check"));
    EXPECT_EQ((*json)["visits"].size(), 2u);
    EXPECT_EQ((*json)["rows"].size(), 4u);
}

TEST(Markdown, HasTheGuidesForm)
{
    const auto text = toMarkdown(exampleRun());

    EXPECT_NE(
        text.find(
            "| Task/Model | Batch | no compile (ms) | default (ms) | Improvement | Speed-up | Verdict |"),
        std::string::npos)
        << text;
    EXPECT_NE(
        text.find(
            "| Image Classification/ResNet | 1 | 32.000 | 24.000 | 25.0 % [24.5, 25.5] | 1.33x | faster |"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("| Image Classification/ResNet | 4 | 128.000 | OOM | – | – | – |"), std::string::npos)
        << text;
    EXPECT_NE(text.find("weights: random-seed-0"), std::string::npos);
}

TEST(Exports, SayTheAttentionThatWasComputedNotTheOneAskedFor)
{
    auto run = exampleRun();
    run.plan.attention = Attention::Sdpa;
    run.visits[0].attention = Attention::Eager;

    EXPECT_EQ(cellOf(toCsv(run), 1, "attention"), "eager");
    EXPECT_EQ(cellOf(toCsv(run), 3, "attention"), "") << "a model without, or a record of an older version";
    EXPECT_NE(toMarkdown(run).find("attention: eager ·"), std::string::npos) << toMarkdown(run);
    run.visits[0].attention.reset();
    EXPECT_EQ(toMarkdown(run).find("attention"), std::string::npos);
}

TEST(Exports, SayThatConvolutionsMayUseTf32)
{
    auto run = exampleRun();
    for (auto& visit : run.visits) {
        visit.workload.device = {DeviceKind::Cuda, 0};
        visit.conditions.versions["tf32_conv"] = "true";
    }

    EXPECT_NE(toMarkdown(run).find("type: float32 (TF32: conv) ·"), std::string::npos) << toMarkdown(run);

    for (auto& visit : run.visits)
        visit.workload.device = {};
    EXPECT_NE(toMarkdown(run).find("type: float32 ·"), std::string::npos) << "on a CPU it means nothing";
    EXPECT_EQ(arithmeticText(DataType::Float32, true, true), "float32 (TF32: conv, matmul)");
    EXPECT_EQ(arithmeticText(DataType::BFloat16, true, true), "bfloat16");
}

TEST(Markdown, ANameCannotChangeTheTable)
{
    auto run = exampleRun();
    run.models["resnet"].label = "a|b<script>\n";
    run.label = "x | y";

    const auto text = toMarkdown(run);

    EXPECT_NE(text.find("Image Classification/a\\|b\\<script\\>"), std::string::npos) << text;
    EXPECT_NE(text.find("**x \\| y**"), std::string::npos);
}

TEST(FlatRows, SayThatAnotherEnvironmentMeasuredThem)
{
    auto run = exampleRun();
    run.sessions.push_back(run.sessions.front());
    run.sessions.back()["threads"] = "4";
    run.visits[1].session = 1;

    const auto rows = flatRows(run);

    EXPECT_TRUE(warningsOf(rows[0]).empty());
    ASSERT_EQ(warningsOf(rows[2]).size(), 1u);
    EXPECT_EQ(warningsOf(rows[2]).front(), (Note{"other-environment", {"threads", "2", "4"}}));
}

TEST(FlatRows, SayTheVersionsOfThePythonThatMeasuredThem)
{
    auto run = exampleRun();
    run.visits[0].conditions.versions["cuda"] = "13.0";
    run.visits[0].rows[1].result.versions = {
        {"torch", "2.11.0+other"}, {"transformers", "4.57.0"}, {"cuda", ""}};

    const auto csv = toCsv(run);
    EXPECT_EQ(cellOf(csv, 1, "torch"), "2.15.0");
    EXPECT_EQ(cellOf(csv, 1, "cuda"), "13.0");
    EXPECT_EQ(cellOf(csv, 2, "torch"), "2.11.0+other");
    EXPECT_EQ(cellOf(csv, 2, "transformers"), "4.57.0");
    EXPECT_EQ(cellOf(csv, 2, "cuda"), "") << "it was built without";
    EXPECT_EQ(conditionOf(flatRows(run)[1], "threads"), "2") << "what it does not say is the session's";
}

TEST(FlatRows, SayWhyTheirOwnRunnerStopped)
{
    auto run = exampleRun();
    run.visits[0].rows[0].result.notReached = {{"rounds-not-reached", {"7", "20"}}};
    run.visits[0].rows[1].result.stoppedBecause = "time-limit";
    run.visits[0].rows[1].result.notReached = {{"samples-not-reached", {"35", "50"}}};

    const auto csv = toCsv(run);
    EXPECT_EQ(cellOf(csv, 1, "stopped_because"), "criteria-met");
    EXPECT_EQ(cellOf(csv, 2, "stopped_because"), "time-limit");
    EXPECT_EQ(cellOf(csv, 1, "not_reached"), "rounds-not-reached");
    EXPECT_EQ(cellOf(csv, 2, "not_reached"), "samples-not-reached");
    const auto rows = flatRows(run);
    EXPECT_EQ(notReachedBy(rows[0]), run.visits[0].rows[0].result.notReached);
    EXPECT_EQ(notReachedBy(rows[1]), run.visits[0].rows[1].result.notReached);
}

TEST(FlatRows, AreRightOnlyWhereTheyWereCheckedBeforeAndAfter)
{
    auto run = exampleRun();
    auto& result = run.visits[0].rows[1].result;
    ASSERT_EQ(cellOf(toCsv(run), 2, "verified"), "true");

    result.after->isPassed = false;
    EXPECT_EQ(cellOf(toCsv(run), 2, "verified"), "false");
    result.after.reset();
    EXPECT_EQ(cellOf(toCsv(run), 2, "verified"), "");
    result.before->isPassed = false;
    EXPECT_EQ(cellOf(toCsv(run), 2, "verified"), "false");
}

TEST(FlatRows, KnowWhatCannotRun)
{
    auto run = exampleRun();
    run.visits.clear();
    run.plan.visits[0].variants.push_back(Variant{Engine::Cpp, CompileMode::ReduceOverhead});

    const auto rows = flatRows(run);

    EXPECT_EQ(outcomeOf(rows[2]), Outcome::Unsupported);
    EXPECT_EQ(reasonOf(rows[2]).code, "reduce-overhead-needs-cuda-graphs");
    EXPECT_EQ(outcomeOf(rows[3]), Outcome::NotRun);
}
