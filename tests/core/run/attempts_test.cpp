// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/attempts.h"
#include "core/store/record.h"

#include <gtest/gtest.h>

using namespace inferometer::core;

namespace {

const Variant none{};
const Variant compiled{Engine::Cpp, CompileMode::Default};
const Variant tuned{Engine::Cpp, CompileMode::MaxAutotune};

VisitEnd failure(Outcome outcome, std::optional<Variant> variant = {})
{
    return {VisitFailure{outcome, Note{"code", {}}, "detail", variant}, {}};
}

VisitEnd measured(const std::vector<Variant>& variants, std::optional<Variant> withoutMemory = {})
{
    VisitResult result;
    for (const auto& variant : variants) {
        VariantResult own;
        own.variant = variant;
        own.outcome = variant == withoutMemory ? Outcome::OutOfMemory : Outcome::Measured;
        result.variants.push_back(own);
    }
    return {result, {}};
}

std::vector<Outcome> outcomes(const VisitAttempts& attempts)
{
    std::vector<Outcome> found;
    for (const auto& result : attempts.results())
        found.push_back(result.outcome);
    return found;
}

std::vector<std::vector<Note>> warningsIn(const VisitAttempts& attempts)
{
    std::vector<std::vector<Note>> found;
    for (const auto& result : attempts.results())
        found.push_back(result.warnings);
    return found;
}

} // namespace

TEST(VisitAttempts, OneRunnerMeasuresEverything)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), measured({none, compiled}));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::Measured}));
    EXPECT_EQ(attempts.runners(), 1);
}

TEST(VisitAttempts, AVariantThatCrashedIsExcludedAndTheOthersAreMeasured)
{
    VisitAttempts attempts({none, compiled, tuned});
    attempts.add(attempts.next(), failure(Outcome::Crashed, compiled));

    EXPECT_EQ(attempts.next(), (std::vector{none, tuned}));
    attempts.add(attempts.next(), measured({none, tuned}));

    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::Crashed, Outcome::Measured}));
    EXPECT_EQ(warningsIn(attempts)[0], (std::vector<Note>{{"measured-anew", {"crashed"}}}));
    EXPECT_TRUE(warningsIn(attempts)[1].empty()) << "it was not";
}

TEST(VisitAttempts, WithoutACulpritEverythingIsTriedOnceMore)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), failure(Outcome::TimedOut));

    EXPECT_EQ(attempts.next(), (std::vector{none, compiled}));
    attempts.add(attempts.next(), failure(Outcome::TimedOut));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::TimedOut, Outcome::TimedOut}));
}

TEST(VisitAttempts, ALoneVariantIsTriedTwice)
{
    VisitAttempts attempts({none});
    attempts.add(attempts.next(), failure(Outcome::Crashed, none));
    attempts.add(attempts.next(), measured({none}));

    EXPECT_EQ(outcomes(attempts), std::vector{Outcome::Measured});
    EXPECT_EQ(warningsIn(attempts)[0], (std::vector<Note>{{"measured-anew", {"crashed"}}}));
}

TEST(VisitAttempts, MemoryIsJudgedAloneInAFreshProcess)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), measured({none, compiled}, compiled));

    EXPECT_EQ(attempts.next(), std::vector{compiled});
    attempts.add({compiled}, failure(Outcome::OutOfMemory, compiled));

    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::OutOfMemory}));
}

TEST(VisitAttempts, WhatFitsAloneIsMeasuredAndMarked)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), failure(Outcome::OutOfMemory, compiled));
    attempts.add(attempts.next(), measured({none}));
    attempts.add(attempts.next(), measured({compiled}));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::Measured}));
    EXPECT_EQ(warningsIn(attempts)[0], (std::vector<Note>{{"measured-anew", {"out-of-memory"}}}));
    EXPECT_EQ(warningsIn(attempts)[1], (std::vector<Note>{{"measured-alone", {}}}));
}

TEST(VisitAttempts, WhatWouldNeedTooMuchTogetherIsMeasuredApartAndMarked)
{
    VisitResult together;
    for (const auto& variant : {none, compiled}) {
        VariantResult own;
        own.variant = variant;
        own.reason = Note{"peaks-too-large", {"8 GB", "10 GB"}};
        together.variants.push_back(own);
    }

    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), {together, {}});
    EXPECT_EQ(attempts.next(), std::vector{none});
    attempts.add(attempts.next(), measured({none}));
    EXPECT_EQ(attempts.next(), std::vector{compiled});
    attempts.add(attempts.next(), measured({compiled}));

    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::Measured}));
    for (const auto& result : attempts.results())
        EXPECT_EQ(result.warnings.front().code, "apart-for-memory");
}

TEST(VisitAttempts, ApartFromTheStartEachVariantHasItsRunner)
{
    auto attempts = VisitAttempts::apart({none, compiled}, "apart-for-allocator");
    EXPECT_EQ(attempts.next(), std::vector{none});
    attempts.add(attempts.next(), measured({none}));
    attempts.add(attempts.next(), failure(Outcome::Crashed, compiled));
    EXPECT_EQ(attempts.next(), std::vector{compiled}) << "a crash is tried once more";
    attempts.add(attempts.next(), measured({compiled}));

    EXPECT_EQ(attempts.runners(), 3);
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::Measured}));
    EXPECT_TRUE(wasMeasuredApart(attempts.results()[1]));
}

TEST(VisitAttempts, TheDoubtsAndTheEndOfARunnerOfItsOwnStandOnTheRow)
{
    const auto alone = [](const Variant& variant, const std::string& doubt, const std::string& reason) {
        auto end = measured({variant});
        auto& result = std::get<VisitResult>(end.content);
        result.warnings = {Note{doubt, {"20"}}};
        result.stoppedBecause = reason;
        result.variants[0].notReached = {Note{doubt + "-missed", {"3", "50"}}};
        result.measuring_s = 2;
        result.insideShare = variant == none ? 1 : 0.5;
        result.conditions.threads = 4;
        return end;
    };
    auto attempts = VisitAttempts::apart({none, compiled}, "apart-for-allocator");
    attempts.add({none}, alone(none, "others-busy", "criteria-met"));
    attempts.add({compiled}, alone(compiled, "thermally-throttled", "time-limit"));

    const auto results = attempts.results();
    EXPECT_EQ(results[0].warnings, (std::vector<Note>{{"apart-for-allocator", {}}, {"others-busy", {"20"}}}));
    EXPECT_EQ(results[1].warnings,
        (std::vector<Note>{{"apart-for-allocator", {}}, {"thermally-throttled", {"20"}}}));
    EXPECT_EQ(results[0].stoppedBecause, "criteria-met");
    EXPECT_EQ(results[1].stoppedBecause, "time-limit");
    EXPECT_EQ(results[1].notReached, (std::vector<Note>{{"thermally-throttled-missed", {"3", "50"}}}));
    const auto& shared = attempts.shared();
    ASSERT_TRUE(shared);
    EXPECT_TRUE(shared->warnings.empty()) << "one's doubt is not the other's";
    EXPECT_TRUE(shared->stoppedBecause.empty());
    EXPECT_EQ(shared->conditions.threads, 4);
    EXPECT_EQ(shared->measuring_s, 4);
    EXPECT_EQ(shared->insideShare, 0.75);
}

TEST(VisitAttempts, TheRunnerOfTheOthersSpeaksForThem)
{
    VisitAttempts attempts({none, compiled, tuned});
    auto together = measured({none, compiled, tuned}, tuned);
    std::get<VisitResult>(together.content).warnings = {Note{"others-busy", {"20"}}};
    std::get<VisitResult>(together.content).stoppedBecause = "criteria-met";
    attempts.add(attempts.next(), together);
    attempts.add({tuned}, measured({tuned}));

    ASSERT_TRUE(attempts.shared());
    EXPECT_EQ(attempts.shared()->stoppedBecause, "criteria-met");
    EXPECT_EQ(attempts.shared()->warnings.size(), 1u);
    EXPECT_TRUE(attempts.results()[0].stoppedBecause.empty());
}

TEST(VisitAttempts, WhatASuspendVoidedIsMeasuredOnceMore)
{
    VisitAttempts once({none, compiled});
    once.add(once.next(), {VisitFailure{Outcome::NotRun, Note{"suspended", {"3"}}, "", {}}, {}});
    EXPECT_EQ(once.next(), (std::vector{none, compiled}));
    once.add(once.next(), measured({none, compiled}));
    EXPECT_EQ(outcomes(once), (std::vector{Outcome::Measured, Outcome::Measured}));
    for (const auto& warnings : warningsIn(once))
        EXPECT_EQ(warnings, (std::vector<Note>{{"measured-anew-after-sleep", {"3"}}}));

    VisitAttempts twice({none});
    twice.add(twice.next(), failure(Outcome::NotRun));
    twice.add(twice.next(), failure(Outcome::NotRun));
    EXPECT_TRUE(twice.next().empty());
    EXPECT_EQ(outcomes(twice), std::vector{Outcome::NotRun});
}

TEST(VisitAttempts, ACancelIsFinal)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), failure(Outcome::Cancelled, compiled));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Cancelled, Outcome::Cancelled}));
}

TEST(VisitAttempts, AStatementOfTheRunnerIsNotTriedAgain)
{
    VisitAttempts attempts({none});
    attempts.add(attempts.next(), failure(Outcome::LoadFailed));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), std::vector{Outcome::LoadFailed});
}

TEST(VisitAttempts, AResultThatLeavesAVariantOutIsAnError)
{
    VisitAttempts attempts({none, compiled});
    attempts.add(attempts.next(), measured({none}));

    EXPECT_TRUE(attempts.next().empty());
    EXPECT_EQ(outcomes(attempts), (std::vector{Outcome::Measured, Outcome::ProtocolError}));
}

TEST(VisitAttempts, EndWhateverHappens)
{
    const std::vector<Variant> all{none, compiled, tuned, Variant{Engine::Python}};
    for (unsigned seed = 0; seed < 500; ++seed) {
        VisitAttempts attempts(all);
        auto state = seed;
        for (int guard = 0; !attempts.next().empty(); ++guard) {
            ASSERT_LT(guard, 20);
            state = state * 1103515245u + 12345u;
            const auto variants = attempts.next();
            const auto culprit = (state >> 8) % 3 == 0
                ? std::nullopt
                : std::optional(variants[(state >> 10) % variants.size()]);
            const auto kinds =
                std::array{Outcome::Crashed, Outcome::OutOfMemory, Outcome::TimedOut, Outcome::LoadFailed};
            attempts.add(variants,
                (state >> 16) % 4 == 0 ? measured(variants, culprit)
                                       : failure(kinds[(state >> 18) % 4], culprit));
        }
        EXPECT_EQ(attempts.results().size(), all.size());
    }
}
