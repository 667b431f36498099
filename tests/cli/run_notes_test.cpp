// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace inferometer::cli {

namespace {

using testing::HasSubstr;
using testing::Not;

const core::Variant baseline{};
const core::Variant compiled{core::Engine::Cpp, core::CompileMode::Default};

core::Row measuredRow(const core::Variant& variant)
{
    core::Row row;
    row.result.variant = variant;
    row.result.outcome = core::Outcome::Measured;
    row.conclusions = core::Conclusions{};
    return row;
}

/// ResNet and ViT at batch 1, no compile and default, all measured.
core::RunRecord aRun()
{
    core::RunRecord run;
    for (const std::string model : {"resnet", "vit"}) {
        const core::Workload workload{model, {}, 1, core::DataType::Float32};
        run.plan.visits.push_back({model, workload, {baseline, compiled}});
        run.models[model].label = model == "vit" ? "ViT" : "ResNet";
        core::VisitRecord record;
        record.visit = model;
        record.workload = workload;
        record.weights = "random-seed-0";
        record.image = "sample";
        if (model == "vit")
            record.attention = core::Attention::Sdpa;
        record.stoppedBecause = "criteria-met";
        record.rows = {measuredRow(baseline), measuredRow(compiled)};
        run.visits.push_back(record);
    }
    run.sessions.emplace_back();
    return run;
}

} // namespace

TEST(RunNotes, SayHowTheMethodDiffersFromTheGuides)
{
    auto run = aRun();

    const auto text = notesBelow(run);

    for (const auto* difference : {"AOTInductor", "weights are random", "image is the project's own",
             "not exactly 300 inferences", "take turns", "keeps freed memory", "SDPA"})
        EXPECT_THAT(text, HasSubstr(difference));
}

TEST(RunNotes, LeaveOutDifferencesThatAreNotThere)
{
    auto run = aRun();
    run.plan.policy = core::policyOf(core::Preset::Guide);
    run.plan.policy.order = core::Order::Sequential;
    run.plan.allocator = core::Allocator::Default;
    for (auto& record : run.visits) {
        record.attention.reset();
        record.weights = "pretrained-0123";
        record.image = "cat.png sha256:0123";
    }
    for (auto& visit : run.plan.visits) {
        for (auto& variant : visit.variants)
            variant.engine = core::Engine::Python;
    }

    EXPECT_THAT(notesBelow(run), Not(HasSubstr("Differs")));
}

TEST(RunNotes, SayWhyARowIsNotMeasured)
{
    auto run = aRun();
    auto& row = run.visits[1].rows[1];
    row = core::Row{};
    row.result.variant = compiled;
    row.result.outcome = core::Outcome::CompileFailed;
    row.result.reason = {"compile-error", {}};
    row.result.detail = "error: <tuple> | `broken`";

    EXPECT_THAT(notesBelow(run),
        HasSubstr("- ViT · cpu · b1 (default): compile failed. Inductor could not compile the graph. "
                  "(error: \\<tuple\\> \\| \\`broken\\`)\n"));
}

TEST(RunNotes, SayAWarningOnceWithAllItsRows)
{
    auto run = aRun();
    for (auto& record : run.visits)
        record.warnings = {{"high-load", {"3.1", "2"}}};
    run.visits[0].rows[0].result.warnings = {{"memory-peak-unknown", {}}};
    run.visits[1].rows[0].result.warnings = {{"memory-peak-unknown", {}}};

    const auto text = notesBelow(run);

    EXPECT_THAT(text,
        HasSubstr("- All rows: The machine is busy with something else: a load of 3.1 on 2 cores; wait until "
                  "it has ended, and measure again.\n"));
    EXPECT_THAT(text,
        HasSubstr(
            "- ResNet · cpu · b1 (no compile), ViT · cpu · b1 (no compile): The peak of memory could not be "
            "measured.\n"));
}

TEST(RunNotes, SayWhatAVerdictLacks)
{
    auto run = aRun();
    run.visits[0].rows[1].conclusions->verdict = core::Verdict::Unclear;
    run.visits[0].rows[1].conclusions->verdictReason = {"too-few-rounds", {"5", "20"}};

    EXPECT_THAT(notesBelow(run),
        HasSubstr("- ResNet · cpu · b1 (default): unclear. A verdict needs 20 rounds; there are 5.\n"));
}

TEST(RunNotes, SayWhatATimeLimitCutOff)
{
    auto run = aRun();
    run.visits[0].stoppedBecause = "time-limit";
    run.visits[0].rows[0].result.notReached = {{"rounds-not-reached", {"7", "20"}}};
    run.visits[0].rows[1].result.notReached = {
        {"rounds-not-reached", {"8", "20"}}, {"interval-not-reached", {"2.1", "1"}}};

    const auto text = notesBelow(run);

    EXPECT_THAT(text,
        HasSubstr("- ResNet · cpu · b1 (no compile; default): The time limit of the measurement was "
                  "reached.\n"));
    EXPECT_THAT(
        text, HasSubstr("- ResNet · cpu · b1 (no compile; default): Not reached: the number of rounds.\n"));
    EXPECT_THAT(text, HasSubstr("- ResNet · cpu · b1 (default): Not reached: the width of the interval.\n"));
}

TEST(RunNotes, NameWhatOlderFilesSayWithoutNumbers)
{
    auto run = aRun();
    run.visits[0].stoppedBecause = "time-limit";
    run.visits[0].notReached = {{"rounds-not-reached", {}}};

    EXPECT_THAT(notesBelow(run), HasSubstr("Not reached: the number of rounds.\n"));
}

TEST(RunNotes, SayWhatTheWarmUpMissedWhereEverythingElseWasReached)
{
    for (const auto* reason : {"criteria-met", "exact-samples"}) {
        auto run = aRun();
        run.visits[0].stoppedBecause = reason;
        run.visits[0].rows[1].result.notReached = {{"warm-up-trend-not-gone", {"12", "3.4"}}};

        EXPECT_THAT(notesBelow(run),
            HasSubstr("- ResNet · cpu · b1 (default): Not reached: steady durations after the warm-up.\n"));
    }
}

TEST(RunNotes, AreSilentWhereThereIsNothingToSay)
{
    EXPECT_THAT(notesBelow(aRun()), Not(HasSubstr("Notes:")));
}

} // namespace inferometer::cli
