// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

// What happens on other machines. The first argument is the name of a target, unless a comment says
// otherwise.
const std::array table{
    Sentence{"connection-lost",
        QT_TRANSLATE_NOOP("Inferometer",
            "The connection to '%1' was lost while this was measured, or the run there was ended.")},
    Sentence{"missing-on-target",
        QT_TRANSLATE_NOOP("Inferometer",
            "The file or model '%1' is not there: a user's own files are not copied to other machines.")},
    Sentence{"differs-on-target",
        QT_TRANSLATE_NOOP("Inferometer",
            "What lies at '%1' there cannot be read or is not what the plan was made with: a user's own "
            "files "
            "are not copied to other machines.")},
    Sentence{"target-is-tried-again",
        QT_TRANSLATE_NOOP("Inferometer", "The connection to '%1' was lost; it is tried again.")},
    Sentence{"job-waits-for-resources",
        QT_TRANSLATE_NOOP("Inferometer", "The job on '%1' waits in the queue until resources are free.")},
    Sentence{"job-waits-for-priority",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The job on '%1' waits in the queue behind jobs of higher priority.")},
    Sentence{"job-waits-for-nodes",
        QT_TRANSLATE_NOOP("Inferometer",
            "The job on '%1' waits in the queue: the nodes it asks for are down, drained, reserved or do not "
            "exist.")},
    Sentence{"job-waits-for-partition",
        QT_TRANSLATE_NOOP("Inferometer",
            "The job on '%1' waits in the queue: its partition is down, or does not allow what it asks "
            "for.")},
    Sentence{"job-waits-for-limit",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The job on '%1' waits in the queue: a limit of the account is reached.")},
    Sentence{"job-waits-for-time",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The job on '%1' waits in the queue for its time or for another job.")},
    Sentence{"job-is-held",
        QT_TRANSLATE_NOOP("Inferometer", "The job on '%1' is held; 'scontrol release' lets it go on.")},
    Sentence{"job-starts", QT_TRANSLATE_NOOP("Inferometer", "The job on '%1' has its resources and starts.")},
    Sentence{"job-is", QT_TRANSLATE_NOOP("Inferometer", "The job on '%1' is '%2' (%3).")},
};

} // namespace

std::span<const Sentence> targetNotes()
{
    return table;
}

} // namespace inferometer::text
