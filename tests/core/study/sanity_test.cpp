// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/note_codes.h"
#include "core/study/sanity.h"
#include "tests/core/study/run_builder.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using namespace tests;

VisitSpec at(int batch, Device device = {}, const std::string& deviceName = "Test CPU")
{
    VisitSpec visit;
    visit.batch = batch;
    visit.device = device;
    visit.deviceName = deviceName;
    return visit;
}

std::vector<SanityNote> found(const StudyTable& table, std::string_view code)
{
    auto notes = sanityOf(table);
    std::erase_if(notes, [code](const SanityNote& note) { return note.note.code != code; });
    return notes;
}

TEST(Sanity, NotesALargerBatchThatIsFaster)
{
    RunBuilder builder;
    builder.visit(at(4), {{cppNone, steady(0.047381)}});
    builder.visit(at(16), {{cppNone, steady(0.042179)}});

    const auto notes = found(builder.table(), codes::largerBatchFaster);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args,
        (std::vector<std::string>{"ResNet", "C++ none", "Test CPU", "4", "47.38", "16", "42.18"}));
    EXPECT_EQ(notes[0].rows, (std::vector<std::size_t>{0, 1}));
}

TEST(Sanity, LeavesALargerBatchThatIsFasterWithinTheNoiseAlone)
{
    RunBuilder builder;
    builder.visit(at(1), {{cppNone, wavy(0.0103, 0.2)}});
    builder.visit(at(4), {{cppNone, wavy(0.0100, 0.2)}});

    EXPECT_TRUE(found(builder.table(), codes::largerBatchFaster).empty());
}

TEST(Sanity, NotesGrowthBeyondTheBatchFactor)
{
    RunBuilder builder;
    builder.visit(at(4), {{cppNone, steady(0.030942)}});
    builder.visit(at(16), {{cppNone, steady(0.163706)}});

    const auto notes = found(builder.table(), codes::growthBeyondBatch);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args[7], "5.29");
    EXPECT_EQ(notes[0].note.args[8], "4.00");
}

TEST(Sanity, TakesGrowthWithTheBatchAsItIs)
{
    RunBuilder builder;
    builder.visit(at(1), {{cppNone, steady(0.010)}});
    builder.visit(at(4), {{cppNone, steady(0.043)}});

    EXPECT_TRUE(sanityOf(builder.table()).empty());
}

TEST(Sanity, NotesSamplesThatAppearTwice)
{
    RunBuilder builder;
    builder.visit({"a", "A"}, {{cppNone, wavy(0.010, 0.1)}});
    builder.visit({"b", "B"}, {{cppNone, wavy(0.010, 0.1)}});
    builder.visit({"c", "C"}, {{cppNone, wavy(0.010, 0.1, 20, 2)}});

    const auto notes = found(builder.table(), codes::identicalFigures);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].rows, (std::vector<std::size_t>{0, 1}));
}

TEST(Sanity, NotesOutOfMemoryWhereALargerBatchFitted)
{
    RunBuilder builder;
    builder.visit(at(4), {{cppNone, {}, Outcome::OutOfMemory}});
    builder.visit(at(16), {{cppNone, steady(0.1)}});

    const auto notes = found(builder.table(), codes::outOfMemoryBelowLarger);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args,
        (std::vector<std::string>{"ResNet", "4", "C++ none", "Test CPU", "ResNet", "16"}));
}

TEST(Sanity, NotesOutOfMemoryWhereALargerModelFitted)
{
    RunBuilder builder;
    VisitSpec small{"small", "Small"};
    small.flops = 1e9;
    builder.visit(small, {{cppNone, steady(0.01)}});
    small.batch = 16;
    small.flops = 0; // a visit that ran out of memory counted nothing
    builder.visit(small, {{cppNone, {}, Outcome::OutOfMemory}});
    VisitSpec large{"large", "Large"};
    large.batch = 16;
    large.flops = 16 * 2e9;
    builder.visit(large, {{cppNone, steady(0.2)}});
    VisitSpec larger{"larger", "Larger"};
    larger.batch = 16;
    larger.flops = 16 * 3e9;
    builder.visit(larger, {{cppNone, steady(0.3)}});

    const auto notes = found(builder.table(), codes::outOfMemoryBelowLarger);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args[4], "Large");
    EXPECT_EQ(notes[0].rows, (std::vector<std::size_t>{1, 2}));
}

TEST(Sanity, TakesOutOfMemoryOfTheLargestAsItIs)
{
    RunBuilder builder;
    builder.visit(at(1), {{cppNone, steady(0.01)}});
    builder.visit(at(16), {{cppNone, {}, Outcome::OutOfMemory}});

    EXPECT_TRUE(sanityOf(builder.table()).empty());
}

TEST(Sanity, NotesASlowerDeviceAheadOfAFasterOne)
{
    const Device fast{DeviceKind::Cuda, 0};
    const Device slow{DeviceKind::Cuda, 1};
    RunBuilder builder;
    for (const int batch : {1, 2, 4, 8}) {
        builder.visit(at(batch, fast, "Fast"), {{cppNone, steady(0.010 * batch)}});
        builder.visit(at(batch, slow, "Slow"), {{cppNone, steady((batch == 1 ? 0.009 : 0.02) * batch)}});
    }

    const auto notes = found(builder.table(), codes::slowerDeviceAhead);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args,
        (std::vector<std::string>{"ResNet", "1", "C++ none", "Slow", "9.000", "Fast", "10.00", "3", "4"}));
}

TEST(Sanity, RanksNoDevicesFromAFewCells)
{
    const Device gpu{DeviceKind::Cuda, 0};
    RunBuilder builder;
    for (const int batch : {1, 2, 4}) {
        builder.visit(at(batch, gpu, "A"), {{cppNone, steady(0.010 * batch)}});
        builder.visit(at(batch, {}, "B"), {{cppNone, steady((batch == 1 ? 0.009 : 0.02) * batch)}});
    }

    EXPECT_TRUE(found(builder.table(), codes::slowerDeviceAhead).empty());
}

TEST(Sanity, NotesAnImprovementThatIsTooGood)
{
    RunBuilder builder;
    builder.visit({"a", "A"}, {{cppNone, steady(0.010)}, {cppDefault, steady(0.0019)}});
    builder.visit({"b", "B"}, {{cppNone, steady(0.011)}, {cppDefault, steady(0.0023)}});

    const auto notes = found(builder.table(), codes::implausibleImprovement);

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note.args[4], "81.0");
    EXPECT_EQ(notes[0].rows, (std::vector<std::size_t>{1, 0}));
}

} // namespace
} // namespace inferometer::core
