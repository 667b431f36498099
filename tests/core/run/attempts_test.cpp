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
    EXPECT_EQ(attempts.results()[1].warnings.front().code, "measured-alone");
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
