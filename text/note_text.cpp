// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include "text/error_text.h"
#include "text/study_text.h"

namespace inferometer::text {

namespace {

const Sentence* entryOf(std::string_view code)
{
    for (const auto table : {statisticsNotes(), sweepNotes(), targetNotes(), runningNotes(), preparingNotes(),
             doctorNotes(), studyNotes(), reportNotes(), fileErrorNotes(), runErrorNotes()}) {
        if (const auto* found = entryOf(table, code))
            return found;
    }
    return nullptr;
}

} // namespace

const char* noteTemplate(std::string_view code)
{
    const auto* known = entryOf(code);
    return known ? known->text : nullptr;
}

std::string sentence(const core::Note& note)
{
    if (const auto* known = entryOf(note.code))
        return filled(known->ofCommandLine ? known->ofCommandLine : known->text, note.args);
    std::string shown = note.code;
    for (std::size_t i = 0; i < note.args.size(); ++i)
        shown += (i == 0 ? " (" : ", ") + note.args[i];
    return note.args.empty() ? shown : shown + ")";
}

} // namespace inferometer::text
