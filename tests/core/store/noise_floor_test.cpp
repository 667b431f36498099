// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/noise_floor.h"

#include "tests/core/store/example_run.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using inferometer::tests::exampleRun;
using inferometer::tests::TemporaryFolder;

namespace {

Row copyRow(int repetition, double improvement_percent, Verdict verdict)
{
    Row row = exampleRun().visits[0].rows[0];
    row.result.variant = Variant{Engine::Cpp, CompileMode::None};
    row.result.variant.repetition = repetition;
    row.conclusions->improvement_percent = Estimate{improvement_percent, std::nullopt, std::nullopt};
    row.conclusions->verdict = verdict;
    return row;
}

/// One visit with the given copies beside the variant itself.
RunRecord identicalRun(const std::vector<Row>& copies)
{
    auto run = exampleRun();
    run.visits.resize(1);
    run.visits[0].rows.resize(1);
    run.visits[0].rows.insert(run.visits[0].rows.end(), copies.begin(), copies.end());
    return run;
}

} // namespace

TEST(NoiseFloor, IsTheLargestDifferenceBetweenIdenticalPrograms)
{
    const auto run = identicalRun({copyRow(2, 0.4, Verdict::Same), copyRow(3, -1.2, Verdict::Slower)});

    const auto floors = noiseFloorsOf(run);

    ASSERT_EQ(floors.size(), 1u);
    EXPECT_EQ(floors[0].conditions, (NoiseConditions{"cpu", "Example CPU", 2, Allocator::Retain, "process"}));
    EXPECT_DOUBLE_EQ(floors[0].floor_percent, 1.2);
    EXPECT_EQ(floors[0].comparisons, 2);
    EXPECT_EQ(floors[0].wrongVerdicts, 1);
    EXPECT_EQ(floors[0].model, "resnet");
    EXPECT_EQ(floors[0].run, run.id);
}

TEST(NoiseFloor, IsNotDrawnFromProgramsThatDifferOrFailed)
{
    auto wrong = copyRow(2, 30, Verdict::Faster);
    wrong.result.outcome = Outcome::WrongOutput;
    auto otherLayout = copyRow(2, 30, Verdict::Faster);
    otherLayout.result.variant.layout = Layout::ChannelsLast;

    EXPECT_TRUE(noiseFloorsOf(exampleRun()).empty());
    EXPECT_TRUE(noiseFloorsOf(identicalRun({wrong, otherLayout})).empty());
}

TEST(NoiseFloor, IsKeptPerConditionsAndTheNewestCounts)
{
    const TemporaryFolder folder;
    const auto path = noiseFloorPath(folder.path());
    auto floor = noiseFloorsOf(identicalRun({copyRow(2, 0.4, Verdict::Same)})).front();
    auto other = floor;
    other.conditions.threads = 1;
    other.floor_percent = 3;

    ASSERT_TRUE(readNoiseFloors(path));
    EXPECT_TRUE(readNoiseFloors(path)->empty());
    ASSERT_TRUE(keepNoiseFloors(path, {floor, other}));
    floor.floor_percent = 0.7;
    ASSERT_TRUE(keepNoiseFloors(path, {floor}));

    const auto kept = readNoiseFloors(path);
    ASSERT_TRUE(kept) << kept.error().detail;
    EXPECT_EQ(kept->size(), 2u);
    EXPECT_DOUBLE_EQ(noiseFloorFor(*kept, floor.conditions)->floor_percent, 0.7);
    EXPECT_DOUBLE_EQ(noiseFloorFor(*kept, other.conditions)->floor_percent, 3);
    auto unknown = floor.conditions;
    unknown.allocator = Allocator::Default;
    EXPECT_FALSE(noiseFloorFor(*kept, unknown));
}

TEST(NoiseFloor, ADamagedFileIsRefusedAndStays)
{
    const TemporaryFolder folder;
    const auto path = folder.write("noise-floors.json", "{\"version\":1,\"floors\":[{}]}");
    const auto floor = noiseFloorsOf(identicalRun({copyRow(2, 0.4, Verdict::Same)})).front();

    EXPECT_EQ(readNoiseFloors(path).error().code, ErrorCode::FileInvalid);
    EXPECT_FALSE(keepNoiseFloors(path, {floor}));
    EXPECT_EQ(inferometer::tests::contentOf(path), "{\"version\":1,\"floors\":[{}]}");
}
