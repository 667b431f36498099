// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

const std::array table{
    // What cannot be.
    Sentence{"job-invalid", QT_TRANSLATE_NOOP("Inferometer", "The runner did not understand its job.")},
    Sentence{"mode-needs-cuda", QT_TRANSLATE_NOOP("Inferometer", "The compile mode %1 needs a CUDA device.")},
    Sentence{"frozen-needs-compile",
        QT_TRANSLATE_NOOP("Inferometer", "Weights can be frozen only into compiled code.")},
    Sentence{"python-not-here",
        QT_TRANSLATE_NOOP("Inferometer",
            "Python variants need a process of their own and cannot be measured in this one.")},
    // Loading.
    Sentence{"file-missing", QT_TRANSLATE_NOOP("Inferometer", "The prepared file '%1' is missing.")},
    Sentence{"weights-damaged", QT_TRANSLATE_NOOP("Inferometer", "The weights' file '%1' is damaged.")},
    Sentence{"graph-damaged", QT_TRANSLATE_NOOP("Inferometer", "The graph is damaged: %1.")},
    Sentence{"package-damaged", QT_TRANSLATE_NOOP("Inferometer", "The compiled package is damaged: %1.")},
    Sentence{"unknown-operator",
        QT_TRANSLATE_NOOP("Inferometer", "The graph holds the operator %1, which this torch does not have.")},
    Sentence{"operator-mismatch",
        QT_TRANSLATE_NOOP("Inferometer",
            "The operator %1 of this torch does not take the argument '%2' as the graph gives it.")},
    Sentence{
        "constant-missing", QT_TRANSLATE_NOOP("Inferometer", "The tensor '%1' is not among the weights.")},
    Sentence{"constant-mismatch",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The tensor '%1' has another shape or data type than the program expects.")},
    Sentence{"stale-package",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The compiled package was made for another machine: %1 is %2 in it and %3 here.")},
    Sentence{"load-error", QT_TRANSLATE_NOOP("Inferometer", "The program could not be loaded.")},
    Sentence{"device-missing", QT_TRANSLATE_NOOP("Inferometer", "There is no device %1.")},
    Sentence{"driver-missing",
        QT_TRANSLATE_NOOP(
            "Inferometer", "No NVIDIA driver is loaded; the CPU can be measured all the same.")},
    Sentence{"driver-too-old",
        QT_TRANSLATE_NOOP("Inferometer",
            "The NVIDIA driver is too old for this torch; update it, or use a torch built for an older "
            "CUDA.")},
    Sentence{"no-kernel-image",
        QT_TRANSLATE_NOOP("Inferometer",
            "This torch has no code for the compute capability of this device; another build of torch, such "
            "as "
            "one for CUDA 12, may.")},
    Sentence{"device-busy",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Another process has the device for itself; try again when it has ended.")},
    Sentence{"cuda-graph-needs-cuda", QT_TRANSLATE_NOOP("Inferometer", "A CPU has no CUDA graphs.")},
    Sentence{"engine-without-cuda", QT_TRANSLATE_NOOP("Inferometer", "The engine was built without CUDA.")},
    // Running.
    Sentence{"host-memory", QT_TRANSLATE_NOOP("Inferometer", "There was not enough memory.")},
    Sentence{"device-memory", QT_TRANSLATE_NOOP("Inferometer", "The device ran out of memory.")},
    Sentence{
        "device-error", QT_TRANSLATE_NOOP("Inferometer", "The device reported an error and cannot go on.")},
    Sentence{"run-error", QT_TRANSLATE_NOOP("Inferometer", "An inference failed.")},
    Sentence{"capture-error", QT_TRANSLATE_NOOP("Inferometer", "The CUDA graph could not be captured.")},
    Sentence{"peer-ended", QT_TRANSLATE_NOOP("Inferometer", "The Python process ended in the middle (%1).")},
    Sentence{"peer-protocol",
        QT_TRANSLATE_NOOP("Inferometer", "The Python process answered in an unexpected way.")},
    Sentence{"cancelled", QT_TRANSLATE_NOOP("Inferometer", "The run was cancelled.")},
    // Checking outputs.
    Sentence{"output-count", QT_TRANSLATE_NOOP("Inferometer", "There are %1 outputs instead of %2.")},
    Sentence{
        "output-shape", QT_TRANSLATE_NOOP("Inferometer", "Output %1 has another shape than the reference.")},
    Sentence{"output-type",
        QT_TRANSLATE_NOOP("Inferometer", "Output %1 has another data type than the reference.")},
    Sentence{"output-differs",
        QT_TRANSLATE_NOOP("Inferometer", "Output %1 differs from the reference by %2; the tolerance is %3.")},
    Sentence{"output-not-finite",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Output %1 holds infinite or undefined values that the reference does not have.")},
    Sentence{"reference-without-spread",
        QT_TRANSLATE_NOOP("Inferometer",
            "All values of reference output %1 are equal, so that nothing can be checked against it.")},
    Sentence{"program-changed-its-inputs",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The program changed its weights or inputs, which no inference may.")},
    // What to know about a row.
    Sentence{"threads-differ",
        QT_TRANSLATE_NOOP("Inferometer",
            "%2 threads are in use instead of %1; look for a limit of processors (affinity, control group), "
            "and measure again.")},
    Sentence{"engine-not-optimised",
        QT_TRANSLATE_NOOP("Inferometer",
            "The engine was built without optimisation; durations are not what users would see. Build it "
            "with the preset release.")},
    Sentence{"engine-sanitised",
        QT_TRANSLATE_NOOP("Inferometer",
            "The engine was built with sanitizers (%1); durations are not what users would see. Build it "
            "with the preset release.")},
    Sentence{"copies-its-inputs",
        QT_TRANSLATE_NOOP("Inferometer",
            "The graph writes into its weights or inputs, so each inference works on copies.")},
    Sentence{"samples-discarded",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 inferences were timed beside %2 until that failed. They are discarded; the row was measured "
            "anew without it.")},
    Sentence{"device-slowed",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 of %2 inferences were taken while the device was slowed down (%3); they are kept. Let it "
            "cool down (Cooldown between models) or raise its power limit (nvidia-smi -pl), and measure "
            "again."),
        "%1 of %2 inferences were taken while the device was slowed down (%3); they are kept. Let it cool "
        "down (--cooldown) or raise its power limit (nvidia-smi -pl), and measure again."},
    Sentence{"device-shared",
        QT_TRANSLATE_NOOP("Inferometer",
            "Other processes computed on the same device (%1 of them); end them and measure again.")},
    Sentence{
        "memory-peak-unknown", QT_TRANSLATE_NOOP("Inferometer", "The peak of memory could not be measured.")},
    Sentence{"peaks-too-large",
        QT_TRANSLATE_NOOP("Inferometer",
            "All variants together may need %1, more than 70% of the %2 there are; each is measured alone.")},
    Sentence{"graph-breaks",
        QT_TRANSLATE_NOOP("Inferometer",
            "torch.compile broke the graph (times: %1): what lies between the parts runs without being "
            "compiled. TORCH_LOGS=graph_breaks shows where.")},
    Sentence{"recompiles",
        QT_TRANSLATE_NOOP("Inferometer",
            "torch.compile compiled parts of the model again (times: %1); some inferences took longer by "
            "that. TORCH_LOGS=recompiles shows why."),
        "torch.compile compiled parts of the model again (times: %1); some inferences took longer by that. "
        "TORCH_LOGS=recompiles shows why; a longer warm-up (--warmup) may take them in."},
    Sentence{"cudagraph-skips",
        QT_TRANSLATE_NOOP("Inferometer",
            "torch.compile gave up CUDA graphs (times: %1), so that this mode saves less than it could. "
            "TORCH_LOGS=cudagraphs shows why.")},
    Sentence{"others-busy",
        QT_TRANSLATE_NOOP("Inferometer",
            "Other programs used %1% of the processors while this was measured; close them and measure "
            "again.")},
    Sentence{"time-stolen",
        QT_TRANSLATE_NOOP("Inferometer",
            "The host of this virtual machine took %1% of the processors' time; measure when it is less "
            "busy.")},
    Sentence{"thermally-throttled",
        QT_TRANSLATE_NOOP("Inferometer",
            "The processor slowed down because of heat (times: %1); let it cool down (Cooldown between "
            "models) and measure again."),
        "The processor slowed down because of heat (times: %1); let it cool down (--cooldown) and measure "
        "again."},
    Sentence{"quota-throttled",
        QT_TRANSLATE_NOOP("Inferometer",
            "The control group held the process back (times: %1); grant it more processors or use fewer "
            "threads.")},
};

} // namespace

std::span<const Sentence> runningNotes()
{
    return table;
}

} // namespace inferometer::text
