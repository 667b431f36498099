// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/claims.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

#include <utility>

namespace inferometer::core::report {
namespace {

using namespace tests;

TEST(Claims, AreTestedOnVerifiedRows)
{
    RunBuilder builder;
    builder.visit({"a", "A"},
        {{cppNone, steady(0.010)}, costing(cppDefault, 0.006, 20), costing(cppMaxAutotune, 0.005, 80)});
    builder.visit({"b", "B"},
        {{cppNone, steady(0.010)}, costing(cppDefault, 0.009, 20), costing(cppMaxAutotune, 0.009, 10)});

    const auto claims = claimsOf(builder.table(), Engine::Cpp);

    ASSERT_EQ(claims.size(), 5u);
    EXPECT_EQ(claims[0].standing, Standing::Fails);
    EXPECT_EQ(claims[0].finding,
        (Note{"claim-thirty-found", {"50.0 [50.0, 50.0]", "A", "1", "C++ max-autotune", "2", "2", "4"}}));
    EXPECT_EQ(claims[1].standing, Standing::Mixed);
    EXPECT_EQ(claims[1].finding, (Note{"claim-compiled-fastest", {"1", "2", "1.41"}})); // of 4 and 0.5
    EXPECT_EQ(claims[2].standing, Standing::Mixed);
    EXPECT_EQ(claims[2].finding, (Note{"claim-compiled-longest", {"1", "2"}}));
    EXPECT_EQ(claims[3].standing, Standing::Mixed);
    EXPECT_EQ(claims[3].finding, (Note{"claim-ran", {"1", "1", "0", "0", "2"}}));
    EXPECT_EQ(claims[4].standing, Standing::NotTested);
}

TEST(Claims, CompareNoModeWithItself)
{
    auto again = costing(cppDefault, 0.006, 10);
    again.variant.repetition = 2;
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, costing(cppDefault, 0.006, 20), again});

    const auto claims = claimsOf(builder.table(), Engine::Cpp);

    EXPECT_EQ(claims[1].standing, Standing::NotTested);
    EXPECT_EQ(claims[3].standing, Standing::NotTested);
}

TEST(Claims, OfTorchCompileAreNotTestedByCpp)
{
    RunBuilder builder;
    builder.visit({},
        {{cppNone, steady(0.010)}, costing(cppDefault, 0.005, 20), {pythonNone, steady(0.010)},
            costing(pythonDefault, 0.009, 30)});

    EXPECT_EQ(claimsOf(builder.table(), Engine::Python)[0].standing, Standing::Holds);
    EXPECT_EQ(claimsOf(builder.table(), Engine::Cpp)[0].standing, Standing::Fails);
}

TEST(Claims, OfARunWithoutCompiledRowsAreNotTested)
{
    RunBuilder builder;
    builder.visit({}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.001), Outcome::WrongOutput, false}});

    for (const auto engine : {Engine::Cpp, Engine::Python}) {
        for (const auto& claim : claimsOf(builder.table(), engine))
            EXPECT_EQ(claim.standing, Standing::NotTested);
    }
}

Standing upToThirty(const std::vector<RowSpec>& rows)
{
    RunBuilder builder;
    builder.visit({}, rows);
    return claimsOf(builder.table(), Engine::Cpp)[0].standing;
}

TEST(Claims, OfThirtyPercentNeedProofEitherWay)
{
    const RowSpec none{cppNone, wavy(0.010, 0.02)};
    const RowSpec least{cppNone, steady(0.010, 1)};

    EXPECT_EQ(upToThirty({none, {cppDefault, wavy(0.008, 0.02)}}), Standing::Holds);
    EXPECT_EQ(upToThirty({none, {cppDefault, wavy(0.005, 0.02)}}), Standing::Fails);
    // 73.8 % and 10 % of one round each: figures without an interval prove nothing.
    EXPECT_EQ(upToThirty({least, {cppDefault, steady(0.00262, 1)}}), Standing::NotClear);
    EXPECT_EQ(upToThirty({least, {cppDefault, steady(0.009, 1)}}), Standing::NotClear);
    // 30 % with an interval around it.
    EXPECT_EQ(upToThirty({none, {cppDefault, wavy(0.007, 0.2, 20, 2)}}), Standing::NotClear);
    EXPECT_EQ(upToThirty({none, {cppDefault, wavy(0.008, 0.02)}, {cppMaxAutotune, wavy(0.005, 0.02)}}),
        Standing::Fails);
}

Standing autotuneRunsFastest(const std::vector<std::pair<double, double>>& defaultAndAutotune_s, double share)
{
    RunBuilder builder;
    int number = 0;
    for (const auto& [plain_s, tuned_s] : defaultAndAutotune_s) {
        VisitSpec visit;
        visit.batch = ++number;
        builder.visit(visit,
            {{cppNone, steady(0.020)}, {cppDefault, wavy(plain_s, share)},
                {cppMaxAutotune, wavy(tuned_s, share, 20, 2)}});
    }
    return claimsOf(builder.table(), Engine::Cpp)[3].standing;
}

TEST(Claims, OfModesFollowTheVerdicts)
{
    EXPECT_EQ(autotuneRunsFastest({{0.010, 0.005}, {0.010, 0.006}}, 0.01), Standing::Holds);
    EXPECT_EQ(autotuneRunsFastest({{0.010, 0.005}, {0.005, 0.010}}, 0.01), Standing::Mixed);
    EXPECT_EQ(autotuneRunsFastest({{0.005, 0.010}}, 0.01), Standing::Fails);
    EXPECT_EQ(autotuneRunsFastest({{0.010, 0.010}}, 0.4), Standing::NotClear); // not told apart
    EXPECT_EQ(autotuneRunsFastest({}, 0.01), Standing::NotTested);
}

} // namespace
} // namespace inferometer::core::report
