// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/console.h"
#include "app/cli/names.h"
#include "core/store/markdown.h"

#include <gtest/gtest.h>

namespace inferometer::cli {

TEST(Names, DurationsGrowWithTheirUnit)
{
    EXPECT_EQ(durationText(0.04), "0.0 s");
    EXPECT_EQ(durationText(9.44), "9.4 s");
    EXPECT_EQ(durationText(35.4), "35 s");
    EXPECT_EQ(durationText(59.6), "1 min 00 s");
    EXPECT_EQ(durationText(130), "2 min 10 s");
    EXPECT_EQ(durationText(3900), "1 h 05 min");
    EXPECT_EQ(durationText(-1), "0.0 s");
}

TEST(Names, ClocksCountWholeSeconds)
{
    EXPECT_EQ(clockText(0.99), "0:00");
    EXPECT_EQ(clockText(130.2), "2:10");
    EXPECT_EQ(clockText(3900), "1:05:00");
    EXPECT_EQ(clockText(-5), "0:00");
}

TEST(Names, VariantsSayWhatMakesThemDiffer)
{
    EXPECT_EQ(core::variantName({}, false), "no compile");
    EXPECT_EQ(core::variantName({core::Engine::Python, core::CompileMode::MaxAutotune}, true),
        "Python max-autotune");
    EXPECT_EQ(core::variantName(
                  {core::Engine::Cpp, core::CompileMode::Default, true, core::Layout::ChannelsLast}, true),
        "C++ default, frozen, channels-last");
}

TEST(Columns, LinesUpByCharactersNotBytes)
{
    Columns table({"A", "B"});
    table.add({"日本", "x"});
    table.add({"longer", "y"});

    EXPECT_EQ(table.text(), "A       B\n日本      x\nlonger  y\n");
}

TEST(Columns, CutsBetweenCharacters)
{
    EXPECT_EQ(cut("abc", 3), "abc");
    EXPECT_EQ(cut("abcd", 3), "ab…");
    EXPECT_EQ(cut("日本語です", 3), "日本…");
    EXPECT_EQ(cut("abc", 0), "");
}

TEST(Readable, KeepsNothingThatChangesATerminal)
{
    EXPECT_EQ(readable("a\x1b[31mb\a\n"), "a [31mb  ");
    EXPECT_EQ(readable("日本 – \xc3\xbf"), "日本 – \xc3\xbf");
    EXPECT_EQ(readable("\xc2\x9b"
                       "31m\xff\xe6\x97"),
        " 31m???");
}

} // namespace inferometer::cli
