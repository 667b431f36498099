// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/decision.h"
#include "core/study/note_codes.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inferometer::core {
namespace {

using namespace tests;

RowSpec measuredRow(Variant variant, std::vector<double> rounds_s, double compile_s)
{
    RowSpec spec{variant, std::move(rounds_s)};
    if (!variant.isBaseline())
        spec.compile_s = compile_s;
    spec.load_s = 0.5;
    spec.firstRun_s = 0.5;
    spec.peak_bytes = 100u << 20;
    return spec;
}

VisitSpec batchOf(int batch)
{
    VisitSpec visit;
    visit.batch = batch;
    return visit;
}

bool hasReason(const Decision& decision, std::string_view code)
{
    return std::any_of(decision.reasons.begin(), decision.reasons.end(),
        [code](const Note& note) { return note.code == code; });
}

Decision only(const RunBuilder& builder, const DecisionInputs& inputs = {})
{
    const auto decisions = decisionsOf(builder.table(), inputs);
    EXPECT_EQ(decisions.size(), 1u);
    return decisions.at(0);
}

RunBuilder fasterCompiled()
{
    RunBuilder builder;
    builder.visit(
        batchOf(1), {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.005), 30)});
    return builder;
}

TEST(Decision, CompilesWhatIsShownToBeFaster)
{
    const auto decision = only(fasterCompiled());

    EXPECT_EQ(decision.advice, Advice::Compile);
    EXPECT_EQ(decision.variant, cppDefault);
    EXPECT_EQ(decision.batch, 1);
    EXPECT_DOUBLE_EQ(decision.before_s->value, 0.010);
    EXPECT_DOUBLE_EQ(decision.after_s->value, 0.005);
    EXPECT_DOUBLE_EQ(decision.improvement_percent->value, 50);
    EXPECT_NEAR(decision.paysBackAfter->value, 6000, 1e-6); // 30 s / 5 ms
    EXPECT_EQ(decision.sentence,
        (Note{"decision-compile-pays",
            {"ResNet", "C++ default", "1", "10.00 [10.00, 10.00]", "5.000 [5.000, 5.000]",
                "6000 [6000, 6000]"}}));
}

TEST(Decision, DoesNotCompileWhatIsTheSameOrSlower)
{
    RunBuilder builder;
    builder.visit(
        {"a", "A"}, {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.010), 30)});
    builder.visit(
        {"b", "B"}, {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.012), 30)});

    const auto decisions = decisionsOf(builder.table());

    ASSERT_EQ(decisions.size(), 2u);
    EXPECT_EQ(decisions[0].advice, Advice::DoNotCompile);
    EXPECT_TRUE(hasReason(decisions[0], codes::decisionSame));
    EXPECT_EQ(decisions[1].advice, Advice::DoNotCompile);
    EXPECT_TRUE(hasReason(decisions[1], codes::decisionSlower));
    EXPECT_EQ(decisions[1].variant, cppNone);
    EXPECT_DOUBLE_EQ(decisions[1].after_s->value, 0.010);
    EXPECT_FALSE(decisions[1].paysBackAfter);
}

TEST(Decision, IsUnclearWithTheReasonOfTheVerdict)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010, 8), 0), measuredRow(cppDefault, steady(0.005, 8), 30)});

    const auto decision = only(builder);

    EXPECT_EQ(decision.advice, Advice::Unclear);
    EXPECT_EQ(decision.sentence, (Note{"decision-unclear", {"ResNet", "1"}}));
    EXPECT_EQ(decision.reasons.at(0), (Note{"too-few-rounds", {"8", "20"}}));
    EXPECT_FALSE(decision.improvement_percent);
}

TEST(Decision, NeverRestsOnWrongOutputs)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010), 0), {cppDefault, steady(0.001), Outcome::WrongOutput, false}});

    const auto decision = only(builder);

    EXPECT_EQ(decision.advice, Advice::DoNotCompile);
    EXPECT_EQ(decision.reasons.at(0),
        (Note{"decision-not-measured", {"ResNet", "1", "C++ default", "wrong-output"}}));
}

TEST(Decision, IsUnclearWhileAVariantIsNotMeasuredYet)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.012), 30),
            {cppMaxAutotune, {}, Outcome::Cancelled}});

    const auto decision = only(builder);

    EXPECT_EQ(decision.advice, Advice::Unclear);
    EXPECT_EQ(decision.reasons.at(0),
        (Note{"decision-not-measured", {"ResNet", "1", "C++ max-autotune", "cancelled"}}));
}

TEST(Decision, SaysNothingOfWhatWasNotRun)
{
    RunBuilder builder;
    builder.visit(batchOf(1), {measuredRow(cppNone, steady(0.010), 0), {cppDefault, {}, Outcome::Cancelled}});
    builder.planned({"vit", "ViT"}, {cppNone, cppDefault});

    const auto decisions = decisionsOf(builder.table());

    ASSERT_EQ(decisions.size(), 2u);
    EXPECT_EQ(decisions[0].advice, Advice::Unclear);
    EXPECT_EQ(decisions[1].advice, Advice::Unclear);
    EXPECT_FALSE(decisions[1].before_s);
    EXPECT_FALSE(decisions[1].batch);
}

TEST(Decision, TakesTheFastestModeThatIsShownToBeFaster)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.006), 30),
            measuredRow(cppMaxAutotune, steady(0.005), 300)});

    const auto decision = only(builder);

    EXPECT_EQ(decision.variant, cppMaxAutotune);
    EXPECT_NEAR(decision.paysBackAfter->value, 60000, 1e-6);
}

TEST(Decision, TakesTheCheaperModeUnlessItIsShownToBeSlower)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.00501), 30),
            measuredRow(cppMaxAutotune, steady(0.00500), 300)});

    EXPECT_EQ(only(builder).variant, cppDefault);
}

TEST(Decision, TakesTheBatchWithTheLeastTimePerImage)
{
    RunBuilder builder;
    builder.visit(
        batchOf(1), {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.005), 30)});
    builder.visit(
        batchOf(4), {measuredRow(cppNone, steady(0.030), 0), measuredRow(cppDefault, steady(0.012), 30)});
    builder.visit(
        batchOf(16), {measuredRow(cppNone, steady(0.120), 0), measuredRow(cppDefault, steady(0.056), 30)});

    const auto decision = only(builder);

    EXPECT_EQ(decision.batch, 4); // 3 ms per image, against 5 and 3.5
    EXPECT_DOUBLE_EQ(decision.before_s->value, 0.030);
}

TEST(Decision, TakesTheSmallestBatchThatIsNotShownToBeWorse)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, wavy(0.010, 0.1), 0), measuredRow(cppDefault, wavy(0.0050, 0.1), 30)});
    builder.visit(batchOf(4),
        {measuredRow(cppNone, wavy(0.040, 0.1), 0), measuredRow(cppDefault, wavy(0.0199, 0.1), 30)});

    EXPECT_EQ(only(builder).batch, 1);
}

TEST(Decision, KeepsTheLatencyLimit)
{
    RunBuilder builder;
    builder.visit(
        batchOf(1), {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.005), 30)});
    builder.visit(
        batchOf(4), {measuredRow(cppNone, steady(0.030), 0), measuredRow(cppDefault, steady(0.012), 30)});
    DecisionInputs inputs;
    inputs.latencyLimit_s = 0.011;

    const auto decision = only(builder, inputs);

    EXPECT_EQ(decision.batch, 1);
    EXPECT_EQ(decision.variant, cppDefault);
    EXPECT_TRUE(hasReason(decision, codes::decisionTooSlow));
}

TEST(Decision, MeasuresTheLimitAgainstTheTailAndNotTheMean)
{
    RunBuilder builder;
    auto rounds = steady(0.005);
    rounds[7] = 0.009; // 100 samples: too few for a 95th percentile, so the slowest counts
    builder.visit(batchOf(1), {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, rounds, 30)});
    DecisionInputs inputs;
    inputs.latencyLimit_s = 0.008;

    const auto decision = only(builder, inputs);

    EXPECT_EQ(decision.advice, Advice::NothingFits);
    EXPECT_EQ(decision.sentence, (Note{"decision-nothing-fits", {"ResNet"}}));
    EXPECT_FALSE(decision.variant);
}

TEST(Decision, KeepsTheMemoryLimit)
{
    RunBuilder builder;
    auto large = measuredRow(cppDefault, steady(0.005), 30);
    large.peak_bytes = 200u << 20;
    builder.visit(batchOf(1), {measuredRow(cppNone, steady(0.010), 0), large});
    DecisionInputs inputs;
    inputs.memoryLimit_bytes = 150u << 20;

    const auto decision = only(builder, inputs);

    EXPECT_EQ(decision.advice, Advice::DoNotCompile);
    EXPECT_EQ(decision.reasons.at(0),
        (Note{"decision-too-large", {"ResNet", "1", "C++ default", "200 MiB", "150 MiB"}}));
}

TEST(Decision, CompilesOnlyWhatPaysWithinTheLifeOfAProcess)
{
    DecisionInputs inputs;
    inputs.inferencesPerProcess = 5000; // 6000 are needed
    const auto tooShort = only(fasterCompiled(), inputs);
    inputs.inferencesPerProcess = 6001;
    const auto longEnough = only(fasterCompiled(), inputs);

    EXPECT_EQ(tooShort.advice, Advice::DoNotCompile);
    EXPECT_TRUE(hasReason(tooShort, codes::decisionDoesNotPay));
    EXPECT_EQ(longEnough.advice, Advice::Compile);
}

TEST(Decision, IsUnclearWhereTheIntervalSpansTheLifeOfAProcess)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, wavy(0.010, 0.1), 0), measuredRow(cppDefault, wavy(0.005, 0.1, 20, 2), 30)});
    DecisionInputs inputs;
    inputs.inferencesPerProcess = 6010;

    const auto decision = only(builder, inputs);

    EXPECT_EQ(decision.advice, Advice::Unclear);
    EXPECT_EQ(decision.reasons.at(0).code, codes::decisionMayNotPay);
}

TEST(Decision, WithAWarmCacheCompilingCostsOnlyTheLongerStart)
{
    RunBuilder builder;
    auto compiled = measuredRow(cppDefault, steady(0.005), 30);
    compiled.firstRun_s = 1.0; // half a second longer than the baseline
    builder.visit(batchOf(1), {measuredRow(cppNone, steady(0.010), 0), compiled});
    DecisionInputs inputs;
    inputs.cache = CacheState::Warm;

    EXPECT_NEAR(only(builder, inputs).paysBackAfter->value, 100, 1e-9);
    EXPECT_NEAR(only(builder).paysBackAfter->value, 6100, 1e-6);
}

TEST(Decision, KnowsNothingOfAWarmStartOfPython)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(pythonNone, steady(0.010), 0), measuredRow(pythonDefault, steady(0.005), 30)});
    DecisionInputs inputs;
    inputs.cache = CacheState::Warm;

    const auto decision = only(builder, inputs);

    EXPECT_EQ(decision.engine, Engine::Python);
    EXPECT_EQ(decision.advice, Advice::Compile);
    EXPECT_FALSE(decision.paysBackAfter);
    EXPECT_EQ(decision.sentence.code, codes::decisionCompile);
    inputs.inferencesPerProcess = 1e6;
    EXPECT_EQ(only(builder, inputs).advice, Advice::Unclear);
}

TEST(Decision, IsAboutCppUnlessAskedOtherwise)
{
    RunBuilder builder;
    builder.visit(batchOf(1),
        {measuredRow(cppNone, steady(0.010), 0), measuredRow(cppDefault, steady(0.010), 30),
            measuredRow(pythonNone, steady(0.020), 0), measuredRow(pythonDefault, steady(0.012), 40)});
    DecisionInputs python;
    python.engine = Engine::Python;

    EXPECT_EQ(only(builder).advice, Advice::DoNotCompile);
    EXPECT_EQ(only(builder, python).advice, Advice::Compile);
    EXPECT_EQ(only(builder, python).variant, pythonDefault);
}

TEST(Decision, OfPublishedMeansIsNeverMoreThanUnclear)
{
    StudyTable table;
    StudyRow row;
    row.model = row.label = "vit";
    row.outcome = Outcome::Measured;
    row.variant = pythonNone;
    row.mean_s = 0.010;
    table.rows.push_back(row);
    row.variant = pythonDefault;
    row.mean_s = 0.001;
    table.rows.push_back(row);

    const auto decisions = decisionsOf(table);

    ASSERT_EQ(decisions.size(), 1u);
    EXPECT_EQ(decisions[0].advice, Advice::Unclear);
}

} // namespace
} // namespace inferometer::core
