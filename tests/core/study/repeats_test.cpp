// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/repeats.h"
#include "tests/core/study/run_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using namespace tests;

Variant again(Variant variant, int repetition)
{
    variant.repetition = repetition;
    return variant;
}

TEST(Repeats, TellHowFarCompilationsLieApart)
{
    RunBuilder builder;
    builder.visit({},
        {{cppNone, steady(0.032)}, {cppDefault, steady(0.010)}, {again(cppDefault, 2), steady(0.011)},
            {again(cppDefault, 3), steady(0.0105)}});

    const auto notes = repeatsOf(builder.table());

    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].code, "compile-spread");
    EXPECT_THAT(
        notes[0].args, testing::ElementsAre("ResNet", "1", "C++ default", "3", "10.00", "11.00", "10.0"));
}

TEST(Repeats, LeaveOutWhatWasNotVerified)
{
    RunBuilder builder;
    builder.visit({},
        {{cppNone, steady(0.032)}, {cppDefault, steady(0.010)},
            {again(cppDefault, 2), steady(0.011), Outcome::WrongOutput, false}});

    EXPECT_TRUE(repeatsOf(builder.table()).empty());
}

} // namespace
} // namespace inferometer::core
