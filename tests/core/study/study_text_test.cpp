// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/words.h"
#include "core/plan/outcome.h"
#include "core/stats/verdict.h"
#include "core/study/note_codes.h"
#include "core/study/report/claims.h"
#include "core/study/report/note_codes.h"
#include "text/study_text.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace inferometer::text {
namespace {

TEST(StudyText, HasASentenceForEveryCode)
{
    for (const auto code : core::codes::study)
        EXPECT_NE(find(studyNotes(), code), nullptr) << code;
    for (const auto code : core::codes::reporting)
        EXPECT_NE(find(reportNotes(), code), nullptr) << code;
}

TEST(StudyText, HasAWordForEveryCell)
{
    const auto expectWord = [](std::string_view prefix, std::string_view word) {
        const auto code = std::string(prefix) + std::string(word);
        EXPECT_NE(find(reportNotes(), code), nullptr) << code;
    };
    for (const auto& entry : core::Words<core::Outcome>::all)
        expectWord(core::codes::cellPrefix, entry.word);
    for (const auto& entry : core::Words<core::Verdict>::all)
        expectWord(core::codes::verdictPrefix, entry.word);
    for (const auto& entry : core::Words<core::report::Standing>::all)
        expectWord(core::codes::standingPrefix, entry.word);
}

TEST(StudyText, HasEveryCodeOnceAndNoOthers)
{
    std::set<std::string_view> seen;
    for (const auto table : {studyNotes(), reportNotes()}) {
        for (const auto& sentence : table)
            EXPECT_TRUE(seen.insert(sentence.code).second) << sentence.code;
    }
    EXPECT_EQ(studyNotes().size(), core::codes::study.size());
    EXPECT_EQ(reportNotes().size(),
        core::codes::reporting.size() + core::Words<core::Outcome>::all.size()
            + core::Words<core::Verdict>::all.size() + core::Words<core::report::Standing>::all.size());
}

} // namespace
} // namespace inferometer::text
