// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/study_text.h"

#include <array>

namespace inferometer::text {

namespace {

// A variant among the arguments reads "C++ default" or "Python max-autotune"; an outcome is its word in
// files. Values may carry their interval: "9.12 [8.90, 9.35]".
const std::array studyTable{
    // Headline.
    Sentence{"headline-speedup",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1 on %2: %3 times as fast as no compile (geometric mean; rows: %4).")},
    Sentence{"headline-nothing",
        QT_TRANSLATE_NOOP("Inferometer", "%1 on %2: no figure, because no row can be counted (rows: %3).")},
    Sentence{"headline-best", QT_TRANSLATE_NOOP("Inferometer", "Best: %1, batch %2, %3: %4 times as fast.")},
    Sentence{
        "headline-worst", QT_TRANSLATE_NOOP("Inferometer", "Worst: %1, batch %2, %3: %4 times as fast.")},
    Sentence{"headline-compiled-now",
        QT_TRANSLATE_NOOP("Inferometer", "Compiling took %1 s, all of it in this run.")},
    Sentence{"headline-compile-time",
        QT_TRANSLATE_NOOP("Inferometer",
            "Compiling took %1 s in all; %2 s of it in this run, the rest came from the cache.")},
    Sentence{"excluded-several", QT_TRANSLATE_NOOP("Inferometer", "Not counted: %1 rows of %2 (%3).")},
    Sentence{"excluded-not-measured",
        QT_TRANSLATE_NOOP("Inferometer", "Not counted: %1, batch %2, %3 was not measured (%4).")},
    Sentence{"excluded-wrong-output",
        QT_TRANSLATE_NOOP("Inferometer", "Not counted: the outputs of %1, batch %2, %3 were wrong.")},
    Sentence{"excluded-not-checked",
        QT_TRANSLATE_NOOP("Inferometer", "Not counted: the outputs of %1, batch %2, %3 were not checked.")},
    Sentence{"excluded-no-baseline",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Not counted: %1, batch %2, %3 has no row without compiling beside it.")},
    Sentence{"excluded-baseline",
        QT_TRANSLATE_NOOP("Inferometer",
            "Not counted: for %1, batch %2, %3 the row without compiling was not measured (%4).")},
    Sentence{"excluded-baseline-not-checked",
        QT_TRANSLATE_NOOP("Inferometer",
            "Not counted: for %1, batch %2, %3 the outputs of the row without compiling were not found "
            "right.")},
    Sentence{"excluded-no-speedup",
        QT_TRANSLATE_NOOP("Inferometer", "Not counted: %1, batch %2, %3 has no speed-up.")},

    // What each of two steps saves.
    Sentence{"split",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3: from %4 ms (Python, no compile) to %5 ms; %6 ms of that by leaving Python, %7 "
            "ms by "
            "compiling.")},
    Sentence{"split-layout",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3: from %4 ms (contiguous, no compile) to %5 ms; %6 ms of that by the "
            "channels-last layout, %7 ms by compiling.")},

    // Repetitions.
    Sentence{"compile-spread",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3: compiled %4 times, the means lie between %5 and %6 ms (%7% apart).")},
    Sentence{"visit-spread",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3: in %4 processes, the means lie between %5 and %6 ms (%7% apart).")},

    // The decision.
    Sentence{"decision-compile",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1: compile (%2) and use batch %3: %4 ms become %5 ms per inference.")},
    Sentence{"decision-compile-pays",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1: compile (%2) and use batch %3: %4 ms become %5 ms per inference. It pays back after %6 "
            "inferences.")},
    Sentence{"decision-do-not-compile",
        QT_TRANSLATE_NOOP("Inferometer", "%1: do not compile, and use batch %2: %3 ms per inference.")},
    Sentence{
        "decision-unclear", QT_TRANSLATE_NOOP("Inferometer", "%1: unclear at batch %2; measure longer.")},
    Sentence{"decision-nothing-fits",
        QT_TRANSLATE_NOOP("Inferometer", "%1: nothing that was measured keeps the limits.")},
    Sentence{"decision-no-baseline",
        QT_TRANSLATE_NOOP("Inferometer", "%1: unclear, because %2 was not measured without compiling.")},
    Sentence{"decision-not-measured",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 cannot be used: it was not measured (%4).")},
    Sentence{"decision-not-verified",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 is left out: its outputs were not found right.")},
    Sentence{"decision-no-interval",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 is left out: its duration has no interval.")},
    Sentence{"decision-too-slow",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 takes up to %4 ms, above the limit of %5 ms.")},
    Sentence{"decision-memory-unknown",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 is left out: its peak of memory is not known.")},
    Sentence{"decision-too-large",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 needs %4 of memory, above the limit of %5.")},
    Sentence{"decision-same",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 is shown to be as fast as no compile.")},
    Sentence{
        "decision-slower", QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 is slower than no compile.")},
    Sentence{"decision-not-clear",
        QT_TRANSLATE_NOOP("Inferometer", "Whether %1, batch %2, %3 is faster than no compile is not clear.")},
    Sentence{"decision-cost-unknown",
        QT_TRANSLATE_NOOP("Inferometer", "What starting with %1, batch %2, %3 costs is not known.")},
    Sentence{"decision-does-not-pay",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3 is faster but pays back after %4 inferences only; a process runs %5.")},
    Sentence{"decision-may-not-pay",
        QT_TRANSLATE_NOOP("Inferometer",
            "Whether %1, batch %2, %3 pays back is not clear: after %4 inferences; a process runs %5.")},
    Sentence{"decision-nothing-compiled",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2 was measured as %3 only.")},

    // Sanity.
    Sentence{"larger-batch-faster",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, %2 on %3: batch %6 (%7 ms) is faster than batch %4 (%5 ms), although it is more work.")},
    Sentence{"growth-beyond-batch",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, %2 on %3: from batch %4 (%5 ms) to batch %6 (%7 ms) the time grows by a factor of %8, more "
            "than the "
            "batch (%9).")},
    Sentence{"identical-figures",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1 on %2, batch %3 and %4 on %5, batch %6 have identical figures (%7: %8 ms).")},
    Sentence{"out-of-memory-below-larger",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3 on %4 ran out of memory, while the larger %5, batch %6, fitted.")},
    Sentence{"slower-device-ahead",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3: %4 (%5 ms) is ahead of %6 (%7 ms), which is faster in %8 of %9 rows.")},
    Sentence{"implausible-improvement",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, batch %2, %3 on %4: an improvement of %5% (%6 ms to %7 ms) is more than compiling can be "
            "expected to "
            "bring.")},

    // Published and imported tables.
    Sentence{"published-mean-only",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Only the mean is known, so nothing can be said about its certainty.")},
    Sentence{"published-python",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Measured with Python's torch.compile: comparable with Python rows only.")},
    Sentence{"published-out-of-memory", QT_TRANSLATE_NOOP("Inferometer", "The published table says OOM.")},
    Sentence{"not-published",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1: not published; the guide's text says that it ran out of memory.")},
    Sentence{"unbatched-as-batch-one",
        QT_TRANSLATE_NOOP("Inferometer", "%1: published as \"unbatched\" and shown as batch 1.")},
    Sentence{"checkpoint-link-open",
        QT_TRANSLATE_NOOP("Inferometer", "%1: the guide's link does not say which checkpoint this is.")},
    Sentence{"checkpoint-not-listed",
        QT_TRANSLATE_NOOP("Inferometer", "%1: the guide names this checkpoint in its sample code only.")},
    Sentence{"different-engine",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Different engine: the published figure is Python's, this row is C++.")},
    Sentence{"imported-from", QT_TRANSLATE_NOOP("Inferometer", "Imported from %1.")},
    Sentence{"imported-not-checked",
        QT_TRANSLATE_NOOP("Inferometer", "Inferometer did not check the outputs of imported rows.")},
    Sentence{"imported-rows-left-out",
        QT_TRANSLATE_NOOP("Inferometer", "Rows left out: %1; the first one, in line %2: %3")},
    Sentence{"imported-one-scenario",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The file holds one way to execute; there is nothing to compare it with.")},
    Sentence{"imported-without-report",
        QT_TRANSLATE_NOOP("Inferometer", "Not finished, and therefore without a report: %1.")},

    // Runs side by side.
    Sentence{"runs-differ",
        QT_TRANSLATE_NOOP("Inferometer", "The duration changed by %1%, beyond the noise of both runs.")},
    Sentence{"runs-agree",
        QT_TRANSLATE_NOOP(
            "Inferometer", "With 99% confidence the change lies between %1% and %2%, that is within ±%3%.")},
    Sentence{"runs-change-too-small",
        QT_TRANSLATE_NOOP("Inferometer",
            "The change of %1% is smaller than the %2% from which two runs are told apart: their rounds were "
            "not taken "
            "together.")},
    Sentence{"runs-overlap",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The means differ by %1%, but the middle halves of the rounds overlap.")},
    Sentence{"runs-interval-too-wide",
        QT_TRANSLATE_NOOP("Inferometer",
            "With 99% confidence the change lies between %1% and %2%, which is too wide to call the runs the "
            "same "
            "(±%3%).")},
    Sentence{"runs-too-few-rounds",
        QT_TRANSLATE_NOOP("Inferometer", "A verdict needs %3 rounds in both runs; there are %1 and %2.")},
    Sentence{"identical-rows", QT_TRANSLATE_NOOP("Inferometer", "These are the same samples.")},
    Sentence{"compared-missing", QT_TRANSLATE_NOOP("Inferometer", "One of the runs does not have this row.")},
    Sentence{"compared-other-devices",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Not compared: what %1 measured on %2; the base has no such device.")},
    Sentence{"compared-repeats",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Not compared: rows of %1 that repeat others in a process of their own (%2).")},
    Sentence{
        "compared-not-timed", QT_TRANSLATE_NOOP("Inferometer", "One of the runs has no time for it (%1).")},
    Sentence{"compared-wrong-output",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The outputs of one of them were wrong, so the times are not compared.")},
    Sentence{"regression-slower",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 became slower by %4%, above the limit of %5%.")},
    Sentence{"regression-failed",
        QT_TRANSLATE_NOOP("Inferometer", "%1, batch %2, %3 was measured before and is not any more (%4).")},

    // Time per image over the batch size.
    Sentence{"scaling-throughout",
        QT_TRANSLATE_NOOP("Inferometer", "%1, %2 on %3: compiling pays at every batch from %4 to %5.")},
    Sentence{"scaling-stops-paying",
        QT_TRANSLATE_NOOP("Inferometer", "%1, %2 on %3: compiling pays up to batch %4 and not at batch %5.")},
    Sentence{"scaling-starts-paying",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1, %2 on %3: compiling does not pay up to batch %4 and does at batch %5.")},
    Sentence{"scaling-never",
        QT_TRANSLATE_NOOP("Inferometer", "%1, %2 on %3: compiling pays at no batch from %4 to %5.")},
    Sentence{"scaling-unclear",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1, %2 on %3: where compiling pays between batch %4 and %5 is not clear.")},
    Sentence{"scaling-means-only",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1, %2 on %3: published means improve by %5% at batch %4 and by %7% at batch %6.")},
};

} // namespace

std::span<const Sentence> studyNotes()
{
    return studyTable;
}

} // namespace inferometer::text
