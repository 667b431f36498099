// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include "text/study_text.h"

namespace inferometer::text {

const char* noteTemplate(std::string_view code)
{
    for (const auto table : {statisticsNotes(), sweepNotes(), targetNotes(), runningNotes(), preparingNotes(),
             doctorNotes(), studyNotes(), reportNotes()}) {
        if (const char* found = find(table, code))
            return found;
    }
    return nullptr;
}

std::string sentence(const core::Note& note)
{
    if (const char* known = noteTemplate(note.code))
        return filled(known, note.args);
    std::string shown = note.code;
    for (std::size_t i = 0; i < note.args.size(); ++i)
        shown += (i == 0 ? " (" : ", ") + note.args[i];
    return note.args.empty() ? shown : shown + ")";
}

} // namespace inferometer::text
