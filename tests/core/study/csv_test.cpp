// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/csv.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

namespace inferometer::core {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, ReadsQuotesSeparatorsAndLineBreaks)
{
    const auto table = parseCsv("\xef\xbb\xbfname,text\r\nx,\"a, \"\"b\"\"\r\nc\"\r\n\"\",last");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->header, (std::vector<std::string>{"name", "text"}));
    EXPECT_EQ(table->rows, (Rows{{"x", "a, \"b\"\r\nc"}, {"", "last"}}));
    EXPECT_EQ(table->column("text"), 1u);
    EXPECT_FALSE(table->column("other"));
}

TEST(Csv, FillsShortRowsAndLeavesOutEmptyLines)
{
    const auto table = parseCsv("a,b,c\n1\n\n1,2\n,,\n");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, (Rows{{"1", "", ""}, {"1", "2", ""}, {"", "", ""}}));
}

TEST(Csv, TakesTheProtectionOfFormulasOff)
{
    const auto table = parseCsv("a,b,c\n'=1+1,'quoted',-\n");

    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, (Rows{{"=1+1", "'quoted'", "-"}}));
}

TEST(Csv, NamesTheLineThatIsWrong)
{
    EXPECT_EQ(text::sentence(parseCsv("a\n1\n1,2\n").error()), "Line 3 of the table has too many columns.");
    EXPECT_EQ(text::sentence(parseCsv("a,b\n\"open").error()), "Line 2 of the table ends within quotes.");
    EXPECT_FALSE(parseCsv("a,b\n\"x\"y,1\n"));
}

TEST(Csv, HasLimits)
{
    EXPECT_FALSE(parseCsv("a,b\n1,2\n", {4, 10, 10}));
    EXPECT_FALSE(parseCsv("a,b\n1,2\n", {100, 1, 10}));
    EXPECT_FALSE(parseCsv("a,b\n1,2\n3,4\n", {100, 10, 1}));
}

TEST(Csv, ReadsNothingAsNothing)
{
    const auto table = parseCsv("");

    ASSERT_TRUE(table);
    EXPECT_TRUE(table->rows.empty());
}

} // namespace
} // namespace inferometer::core
