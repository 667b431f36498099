// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"
#include "text/names.h"
#include "text/note_text.h"

#include <gtest/gtest.h>

namespace inferometer::text {

TEST(Sentence, PutsArgumentsInTheirPlaces)
{
    EXPECT_EQ(sentence(core::Note{"too-few-rounds", {"5", "20"}}), "A verdict needs 20 rounds; there are 5.");
}

TEST(Sentence, KeepsPercentSignsBehindArguments)
{
    EXPECT_EQ(filled("by %1% of %2%%", std::vector<std::string>{"12.5", "3"}), "by 12.5% of 3%%");
}

TEST(Sentence, DoesNotFillInWhatAnArgumentHolds)
{
    EXPECT_EQ(filled("%1 and %2", std::vector<std::string>{"%2", "b"}), "%2 and b");
}

TEST(Sentence, MarksArgumentsThatAreEmptyOrMissing)
{
    EXPECT_EQ(filled("%1, %2", std::vector<std::string>{""}), "–, ?");
}

TEST(Sentence, ShowsAnUnknownCodeAsItIs)
{
    EXPECT_EQ(sentence(core::Note{"of-a-later-version", {}}), "of-a-later-version");
    EXPECT_EQ(sentence(core::Note{"of-a-later-version", {"1", "2"}}), "of-a-later-version (1, 2)");
    EXPECT_EQ(noteTemplate("of-a-later-version"), nullptr);
}

TEST(Sentence, IsEmptyForANoteWithoutACode)
{
    EXPECT_EQ(sentence(core::Note{}), "");
}

TEST(Sentence, OfAnErrorIsItsOwnElseThatOfItsCode)
{
    EXPECT_EQ(sentence(core::Error{core::ErrorCode::Locked, "Process 7 holds it."}), "Process 7 holds it.");
    EXPECT_EQ(sentence(core::Error{core::ErrorCode::Locked, ""}), "Another process is using it.");
}

TEST(Names, FallBackToTheWord)
{
    EXPECT_EQ(nameIn(outcomes(), "out-of-memory"), "out of memory");
    EXPECT_EQ(nameIn(outcomes(), "evaporated"), "evaporated");
}

} // namespace inferometer::text
