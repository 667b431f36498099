// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

// Codes that the engine gives as well stand in running_notes.cpp. A phase or step among the arguments is a
// word of the protocol.
const std::array table{
    // Why a row was not measured, known before anything starts.
    Sentence{"reduce-overhead-needs-cuda-graphs",
        QT_TRANSLATE_NOOP("Inferometer", "reduce-overhead means CUDA graphs, which a CPU does not have.")},
    Sentence{"no-cudagraphs-is-max-autotune-on-cpu",
        QT_TRANSLATE_NOOP(
            "Inferometer", "On a CPU this is the same as max-autotune, since there are no CUDA graphs.")},
    Sentence{"smaller-batch-out-of-memory",
        QT_TRANSLATE_NOOP("Inferometer",
            "Batch %1 of the same model ran out of memory, so this larger one was not tried.")},
    Sentence{"attempts-exhausted",
        QT_TRANSLATE_NOOP("Inferometer",
            "The application ended %1 times while this was measured, so it was not tried again.")},
    // How a runner ended.
    Sentence{"deadline-passed",
        QT_TRANSLATE_NOOP("Inferometer", "The runner did not finish the phase '%1' within %2 s.")},
    Sentence{
        "ended-by-signal", QT_TRANSLATE_NOOP("Inferometer", "The runner was ended by %1 in the phase '%2'.")},
    Sentence{"killed-perhaps-for-memory",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The runner was killed in the phase '%1', perhaps for lack of memory.")},
    Sentence{"killed-for-memory",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The system killed the runner in the phase '%1' for lack of memory.")},
    Sentence{"ended-with-code",
        QT_TRANSLATE_NOOP("Inferometer", "The runner ended with exit code %1 in the phase '%2'.")},
    Sentence{"ended-without-result",
        QT_TRANSLATE_NOOP("Inferometer", "The runner ended in the phase '%1' without a result.")},
    Sentence{"protocol-broken",
        QT_TRANSLATE_NOOP("Inferometer", "The runner sent something unexpected in the phase '%1'.")},
    Sentence{"runner-not-started", QT_TRANSLATE_NOOP("Inferometer", "The runner could not be started.")},
    Sentence{"device-stuck",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The runner cannot be ended after the phase '%1': the device does not answer.")},
    Sentence{
        "result-incomplete", QT_TRANSLATE_NOOP("Inferometer", "The runner's result does not hold this row.")},
    // How a worker ended.
    Sentence{
        "worker-not-started", QT_TRANSLATE_NOOP("Inferometer", "The Python worker could not be started.")},
    Sentence{
        "worker-ended", QT_TRANSLATE_NOOP("Inferometer", "The Python worker ended in the step '%1' (%2).")},
    Sentence{"worker-deadline",
        QT_TRANSLATE_NOOP("Inferometer", "The Python worker did not finish the step '%1' within %2 s.")},
    Sentence{"worker-protocol",
        QT_TRANSLATE_NOOP("Inferometer", "The Python worker sent something unexpected in the step '%1'.")},
    Sentence{"worker-memory",
        QT_TRANSLATE_NOOP("Inferometer",
            "The Python worker needed more than the %2 of memory that it may take in the step '%1'; raise "
            "the limit, or free memory.")},
    Sentence{"worker-killed-for-memory",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The system killed the Python worker in the step '%1' for lack of memory.")},
    Sentence{"cache-failed",
        QT_TRANSLATE_NOOP("Inferometer", "The cache could not take or give what was prepared.")},
    // What to know about a row.
    Sentence{"devices-in-parallel",
        QT_TRANSLATE_NOOP("Inferometer",
            "Other GPUs of this machine were measured at the same time: they share its processors, memory "
            "and buses; for undisturbed durations measure without 'GPUs of one machine side by side'."),
        "Other GPUs of this machine were measured at the same time: they share its processors, memory and "
        "buses; for undisturbed durations measure without --parallel-devices."},
    Sentence{"measured-alone",
        QT_TRANSLATE_NOOP("Inferometer",
            "It ran out of memory beside the other variants and was measured alone. It did not take turns "
            "with them, so only differences of 5% and more count; a smaller batch or fewer variants may fit "
            "together.")},
    Sentence{"apart-for-memory",
        QT_TRANSLATE_NOOP("Inferometer",
            "The variants were measured in processes of their own, because together they might need too much "
            "memory; they did not take turns, so only differences of 5% and more count.")},
    Sentence{"apart-for-allocator",
        QT_TRANSLATE_NOOP("Inferometer",
            "With the system's allocator each variant is measured in a process of its own; they did not take "
            "turns, so only differences of 5% and more count.")},
    Sentence{"measured-anew",
        QT_TRANSLATE_NOOP("Inferometer",
            "An attempt before this one broke off (%1). What it had measured is discarded; the row was "
            "measured anew.")},
    Sentence{"measured-anew-after-sleep",
        QT_TRANSLATE_NOOP("Inferometer",
            "The machine slept for %1 s during an attempt before this one. What that had measured is "
            "discarded; the row was measured anew.")},
    Sentence{"other-environment",
        QT_TRANSLATE_NOOP("Inferometer",
            "Measured under other conditions than the run began with: %1 was %2 and is %3; compare it with "
            "rows of the same conditions only.")},
    Sentence{"governor-not-performance",
        QT_TRANSLATE_NOOP("Inferometer",
            "The processor's governor is '%1'; with 'performance' durations would be steadier (cpupower "
            "frequency-set -g "
            "performance).")},
    Sentence{"high-load",
        QT_TRANSLATE_NOOP("Inferometer",
            "The machine is busy with something else: a load of %1 on %2 cores; wait until it has ended, and "
            "measure again.")},
    Sentence{"debug-build",
        QT_TRANSLATE_NOOP("Inferometer",
            "This is a %1 build; durations are not what users would see. Measure with a release build.")},
    Sentence{"sanitized-build",
        QT_TRANSLATE_NOOP("Inferometer",
            "This build has sanitizers (%1); durations are not what users would see. Measure with a build "
            "without them.")},
    Sentence{"more-threads-than-cores",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 threads share %2 cores, which makes durations longer and less steady; %2 would be better."),
        "%1 threads share %2 cores, which makes durations longer and less steady; use %2 (--threads %2)."},
    Sentence{"smt-siblings-shared",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 threads share %2 cores, two of them the units of one; %2 threads would give steadier "
            "durations.")},
    Sentence{"quota-below-threads",
        QT_TRANSLATE_NOOP("Inferometer",
            "The control group grants %2 cores to %1 threads, so inferences are held back; use fewer "
            "threads.")},
    Sentence{"affinity-limited",
        QT_TRANSLATE_NOOP("Inferometer",
            "The process may use %1 of %2 processors; durations are those of this share, not of the machine. "
            "Lift the limit (taskset, cpuset) to measure the whole.")},
    Sentence{"clock-limited",
        QT_TRANSLATE_NOOP("Inferometer",
            "The processor's clock is limited to %1% of its highest one; lift the limit to see what the "
            "machine "
            "can do (cpupower frequency-set -u).")},
    Sentence{"on-battery",
        QT_TRANSLATE_NOOP("Inferometer", "The machine runs on battery; plug it in for steady durations.")},
    // What is said while a run goes on.
    Sentence{"cooling-to",
        QT_TRANSLATE_NOOP("Inferometer", "Waiting for %1 to cool from %2 to %3 degrees Celsius.")},
    Sentence{"still-warm",
        QT_TRANSLATE_NOOP(
            "Inferometer", "%1 still has %2 degrees Celsius after %4 s instead of %3; measuring goes on.")},
    Sentence{"retrying", QT_TRANSLATE_NOOP("Inferometer", "%1 is tried once more (%2: %3).")},
    Sentence{"waiting-for-space",
        QT_TRANSLATE_NOOP("Inferometer", "Waiting for disk space (%1): %2 are free, %3 are needed.")},
    Sentence{"waiting-for-cache",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Another process is making an entry of the cache (%1); waiting for it.")},
    Sentence{"entry-rebuilt",
        QT_TRANSLATE_NOOP(
            "Inferometer", "An entry of the cache (%1) was damaged; it is put aside and made anew.")},
    Sentence{"resumed-elsewhere",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The run began under other conditions: %1 was %2 and is %3; rows say so.")},
    Sentence{"noise-floors-unreadable",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The noise floors kept on this machine cannot be read, so rows name none.")},
    Sentence{"noise-floor-not-kept",
        QT_TRANSLATE_NOOP("Inferometer", "The noise floor was measured and could not be kept.")},
    Sentence{"device-quarantined",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The device %1 no longer works; what was planned for it is left out.")},
};

} // namespace

std::span<const Sentence> sweepNotes()
{
    return table;
}

} // namespace inferometer::text
