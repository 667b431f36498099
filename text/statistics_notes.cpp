// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

const std::array table{
    // Why the verdict is what it is.
    Sentence{"difference-shown",
        QT_TRANSLATE_NOOP("Inferometer", "An improvement of %1% is shown by %3 rounds (p = %2).")},
    Sentence{"equivalence-shown",
        QT_TRANSLATE_NOOP("Inferometer",
            "With 99% confidence the improvement lies between %1% and %2%, that is within ±%3%.")},
    Sentence{"too-few-rounds", QT_TRANSLATE_NOOP("Inferometer", "A verdict needs %2 rounds; there are %1.")},
    Sentence{"below-minimum-effect",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The improvement of %1% is smaller than the %2% that count as one.")},
    Sentence{"not-interleaved",
        QT_TRANSLATE_NOOP("Inferometer",
            "The variants were measured one after the other, so that an improvement of %1% may be drift; %2% "
            "would "
            "count.")},
    Sentence{"means-and-ranks-disagree",
        QT_TRANSLATE_NOOP("Inferometer",
            "The mean (improvement %1%) and the ranks of the rounds (p = %2) point in opposite directions.")},
    Sentence{"evidence-too-weak",
        QT_TRANSLATE_NOOP("Inferometer", "The difference may be chance: p = %1, and %2 is needed.")},
    Sentence{"interval-too-wide",
        QT_TRANSLATE_NOOP("Inferometer",
            "With 99% confidence the improvement lies between %1% and %2%, which is too wide to call the "
            "variants the "
            "same (±%3%).")},
    Sentence{
        "not-enough-data", QT_TRANSLATE_NOOP("Inferometer", "There are no rounds that both variants have.")},
    Sentence{"invalid-samples",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Some durations are no valid numbers, so nothing is concluded from them.")},
    // What makes a row's numbers doubtful.
    Sentence{"high-variation",
        QT_TRANSLATE_NOOP("Inferometer",
            "The durations vary: their standard deviation is %1% of the mean (limit %2%); close other "
            "programs, or measure longer (Time limit per variant)."),
        "The durations vary: their standard deviation is %1% of the mean (limit %2%); close other programs, "
        "or measure longer (--max-time)."},
    Sentence{"noisy",
        QT_TRANSLATE_NOOP("Inferometer",
            "Noisy: the middle half of the durations spans %1% of the median (limit %2%); close other "
            "programs, or measure longer (Time limit per variant)."),
        "Noisy: the middle half of the durations spans %1% of the median (limit %2%); close other programs, "
        "or measure longer (--max-time)."},
    Sentence{"unreliable",
        QT_TRANSLATE_NOOP("Inferometer",
            "Unreliable: the middle half of the durations spans %1% of the median (limit %2%); find what "
            "disturbs the machine and measure again.")},
    Sentence{"drift",
        QT_TRANSLATE_NOOP("Inferometer",
            "The durations drifted by %1% over the measurement (p = %2); measure again, with pauses if the "
            "machine grows warm (Cooldown between models)."),
        "The durations drifted by %1% over the measurement (p = %2); measure again, with pauses if the "
        "machine grows warm (--cooldown)."},
    Sentence{"bimodal",
        QT_TRANSLATE_NOOP("Inferometer",
            "The durations fall into two groups, around %1 s and %2 s; %3% are in the slower one. Close "
            "other programs or bind the run to fixed processors (taskset), and measure again.")},
    // What the measurement did not reach.
    Sentence{"samples-not-reached", QT_TRANSLATE_NOOP("Inferometer", "Only %1 of %2 inferences were timed.")},
    Sentence{"rounds-not-reached", QT_TRANSLATE_NOOP("Inferometer", "Only %1 of %2 rounds were measured.")},
    Sentence{"time-not-reached", QT_TRANSLATE_NOOP("Inferometer", "Only %1 s of %2 s were timed.")},
    Sentence{"interval-not-reached",
        QT_TRANSLATE_NOOP("Inferometer", "The result is known within ±%1%, not within ±%2%.")},
    Sentence{"warm-up-trend-not-gone",
        QT_TRANSLATE_NOOP("Inferometer",
            "The durations were still changing when the warm-up ended after %1 inferences and %2 s.")},
    Sentence{"suspended",
        QT_TRANSLATE_NOOP("Inferometer",
            "The machine slept for %1 s, so nothing is concluded from the measurement; resuming the run "
            "measures it again.")},
};

} // namespace

std::span<const Sentence> statisticsNotes()
{
    return table;
}

} // namespace inferometer::text
