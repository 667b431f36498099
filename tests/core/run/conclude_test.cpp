// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/conclude.h"
#include "core/run/out_of_memory_rule.h"

#include <gtest/gtest.h>

using namespace inferometer::core;

namespace {

Row rowOf(const Variant& variant, double mean_s, int rounds = 20)
{
    Row row;
    row.result.variant = variant;
    row.result.outcome = Outcome::Measured;
    for (int round = 0; round < rounds; ++round) {
        const double noise = 1.0 + 0.001 * ((round * 7) % 5 - 2);
        row.result.rounds.push_back({round, {mean_s * noise, mean_s * noise * 1.001}, {}, mean_s});
    }
    return row;
}

const Variant cppNone{};
const Variant cppDefault{Engine::Cpp, CompileMode::Default};

VisitRecord recordOf(std::vector<Row> rows)
{
    VisitRecord record;
    record.visit = "resnet.cpu.b1.float32";
    record.rows = std::move(rows);
    return record;
}

} // namespace

TEST(Conclude, ComparesAVariantWithTheBaselineOfItsEngine)
{
    auto record = recordOf({rowOf(cppNone, 0.010), rowOf(cppDefault, 0.008),
        rowOf(Variant{Engine::Python}, 0.020), rowOf(Variant{Engine::Python, CompileMode::Default}, 0.010)});
    record.rows[1].cost.compile_s = 20;

    concludeRows(record, policyOf(Preset::Standard));

    ASSERT_TRUE(record.rows[1].conclusions && record.rows[3].conclusions);
    EXPECT_FALSE(record.rows[0].conclusions->improvement_percent);
    EXPECT_NEAR(record.rows[1].conclusions->improvement_percent->value, 20, 0.01);
    EXPECT_EQ(record.rows[1].conclusions->verdict, Verdict::Faster);
    EXPECT_NEAR(record.rows[1].conclusions->breakEven_runs->value, 10'000, 50);
    EXPECT_NEAR(record.rows[3].conclusions->improvement_percent->value, 50, 0.01);
}

TEST(Conclude, CountsBreakEvenColdAndWithAWarmCache)
{
    auto record = recordOf({rowOf(cppNone, 0.010), rowOf(cppDefault, 0.008),
        rowOf(Variant{Engine::Python}, 0.020), rowOf(Variant{Engine::Python, CompileMode::Default}, 0.010)});
    for (auto& row : record.rows) {
        row.result.load_s = 0.1;
        row.result.firstRun_s = row.result.variant.isBaseline() ? 0.02 : 0.06;
        if (!row.result.variant.isBaseline())
            row.cost.compile_s = 20;
    }

    concludeRows(record, policyOf(Preset::Standard));

    const auto& cpp = *record.rows[1].conclusions;
    EXPECT_NEAR(cpp.breakEven_runs->value, 10'000, 50);
    EXPECT_NEAR(cpp.breakEvenWarm_runs->value, 20, 0.1);
    EXPECT_LT(*cpp.breakEvenWarm_runs->low, 20);
    EXPECT_GT(*cpp.breakEvenWarm_runs->high, 20);
    EXPECT_TRUE(record.rows[3].conclusions->breakEven_runs);
    EXPECT_FALSE(record.rows[3].conclusions->breakEvenWarm_runs) << "its first call is its compilation";
}

TEST(Conclude, WrongOutputsHaveDurationsAndNoImprovement)
{
    auto wrong = recordOf({rowOf(cppNone, 0.010), rowOf(cppDefault, 0.008)});
    wrong.rows[1].result.outcome = Outcome::WrongOutput;
    auto wrongBaseline = recordOf({rowOf(cppNone, 0.010), rowOf(cppDefault, 0.008)});
    wrongBaseline.rows[0].result.outcome = Outcome::WrongOutput;

    for (auto* record : {&wrong, &wrongBaseline}) {
        concludeRows(*record, policyOf(Preset::Standard));
        ASSERT_TRUE(record->rows[1].conclusions);
        EXPECT_FALSE(record->rows[1].conclusions->improvement_percent);
        EXPECT_FALSE(record->rows[1].conclusions->verdict);
    }
}

TEST(Conclude, PairsRoundsByTheirNumber)
{
    auto record = recordOf({rowOf(cppNone, 0.010), rowOf(cppDefault, 0.008)});
    record.rows[1].result.rounds.erase(record.rows[1].result.rounds.begin() + 3);

    concludeRows(record, policyOf(Preset::Standard));

    EXPECT_EQ(record.rows[1].conclusions->n, 38);
    EXPECT_NEAR(record.rows[1].conclusions->improvement_percent->value, 20, 0.05);
}

TEST(Conclude, WithoutABaselineThereAreDurationsOnly)
{
    auto record = recordOf({rowOf(cppDefault, 0.008)});
    Row failed;
    failed.result.variant = cppNone;
    failed.result.outcome = Outcome::Crashed;
    record.rows.push_back(failed);

    concludeRows(record, policyOf(Preset::Standard));

    EXPECT_TRUE(record.rows[0].conclusions);
    EXPECT_FALSE(record.rows[0].conclusions->improvement_percent);
    EXPECT_FALSE(record.rows[1].conclusions);
}

TEST(OutOfMemoryRule, LargerBatchesOfTheSameVariantAreSkipped)
{
    RunRecord run;
    VisitRecord record;
    record.workload = {"detr", Device{}, 4, DataType::Float32};
    Row row;
    row.result.variant = cppDefault;
    row.result.outcome = Outcome::OutOfMemory;
    record.rows.push_back(row);
    run.visits.push_back(record);
    const auto at = [](int batch, DataType type) { return Workload{"detr", Device{}, batch, type}; };

    EXPECT_EQ(smallerBatchWithoutMemory(run, at(16, DataType::Float32), cppDefault), 4);
    EXPECT_FALSE(smallerBatchWithoutMemory(run, at(1, DataType::Float32), cppDefault));
    EXPECT_FALSE(smallerBatchWithoutMemory(run, at(16, DataType::Float16), cppDefault));
    EXPECT_FALSE(smallerBatchWithoutMemory(run, at(16, DataType::Float32), cppNone));
    run.plan.triesLargerAfterOutOfMemory = true;
    EXPECT_FALSE(smallerBatchWithoutMemory(run, at(16, DataType::Float32), cppDefault));
}
