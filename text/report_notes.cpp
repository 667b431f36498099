// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/study_text.h"

#include <array>

namespace inferometer::text {

namespace {

// Arguments as in study_text.cpp.
const std::array reportTable{
    Sentence{"report-title", QT_TRANSLATE_NOOP("Inferometer", "Inference with and without compiling: %1")},
    Sentence{"report-intro",
        QT_TRANSLATE_NOOP("Inferometer",
            "Measured by Inferometer on %1 with torch %3 on: %2. This page follows the Hugging Face guide "
            "\"Optimize "
            "inference using torch.compile()\" and puts the figures of this machine in its place.")},
    Sentence{"report-sample",
        QT_TRANSLATE_NOOP(
            "Inferometer", "SAMPLE: this run comes with Inferometer and was not made on your machine.")},
    Sentence{"report-tables",
        QT_TRANSLATE_NOOP("Inferometer",
            "Below are the mean durations of one inference in milliseconds for each model, without and with "
            "compiling.")},
    Sentence{"report-trust",
        QT_TRANSLATE_NOOP("Inferometer",
            "Improvement is the share of time saved, with its 95% interval. A verdict is given only where "
            "the samples show "
            "it; break-even is the number of inferences after which compiling has paid for itself, and with "
            "a warm cache, where nothing is compiled, that after which a longer start has.")},
    Sentence{"report-source",
        QT_TRANSLATE_NOOP("Inferometer",
            "The guide: Hugging Face, Transformers documentation, \"Optimize inference using "
            "torch.compile()\", 2023.")},
    Sentence{"heading-benefits", QT_TRANSLATE_NOOP("Inferometer", "Benefits of compiling")},
    Sentence{"heading-advice", QT_TRANSLATE_NOOP("Inferometer", "What to do")},
    Sentence{"heading-method", QT_TRANSLATE_NOOP("Inferometer", "How it was measured")},
    Sentence{"heading-models", QT_TRANSLATE_NOOP("Inferometer", "Models")},
    Sentence{"heading-results", QT_TRANSLATE_NOOP("Inferometer", "Inference durations")},
    Sentence{"heading-device-batch", QT_TRANSLATE_NOOP("Inferometer", "%1 (batch size: %2), %3")},
    Sentence{"heading-mode", QT_TRANSLATE_NOOP("Inferometer", "Compile mode: %1")},
    Sentence{"heading-device", QT_TRANSLATE_NOOP("Inferometer", "%1, %2")},
    Sentence{"heading-trust", QT_TRANSLATE_NOOP("Inferometer", "What the figures are worth")},
    Sentence{"heading-split", QT_TRANSLATE_NOOP("Inferometer", "What each step saves")},
    Sentence{"heading-scaling", QT_TRANSLATE_NOOP("Inferometer", "Where compiling pays")},
    Sentence{"heading-doubts", QT_TRANSLATE_NOOP("Inferometer", "Worth a second look")},
    Sentence{"heading-published",
        QT_TRANSLATE_NOOP("Inferometer", "The guide's figures beside those of this machine")},
    Sentence{"caption-published",
        QT_TRANSLATE_NOOP("Inferometer",
            "Time saved in percent. The guide's figures are means without intervals, published in 2023 for "
            "Python's torch.compile() of torch %1 on those GPUs; here it is torch %2. They are for "
            "orientation and prove nothing about this machine.")},
    Sentence{"conditions-of-run",
        QT_TRANSLATE_NOOP("Inferometer",
            "Device: %1; torch %2; weights: %3; image: %4; threads: %5; attention: %6; allocator: %7; "
            "order: %8.")},
    Sentence{"column-here", QT_TRANSLATE_NOOP("Inferometer", "%1, \n%2")},
    Sentence{"column-here-other-engine", QT_TRANSLATE_NOOP("Inferometer", "%1, \n%2 \n(different engine)")},
    Sentence{"column-guide", QT_TRANSLATE_NOOP("Inferometer", "Guide: \n%1")},
    Sentence{"heading-claims", QT_TRANSLATE_NOOP("Inferometer", "The guide's claims on this machine")},
    Sentence{"heading-series", QT_TRANSLATE_NOOP("Inferometer", "The guide's torch %1, mode %2")},
    Sentence{"heading-claims-python",
        QT_TRANSLATE_NOOP("Inferometer", "Of torch.compile(), as the guide measured it: Python")},
    Sentence{"heading-claims-cpp",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The same asked of C++ compiled by AOTInductor, a different engine")},
    Sentence{"claims-without-python",
        QT_TRANSLATE_NOOP("Inferometer",
            "The guide speaks of torch.compile(). This run has no compiled rows of Python, so it cannot test "
            "what the guide says.")},
    Sentence{"heading-differences", QT_TRANSLATE_NOOP("Inferometer", "Differences from the guide's method")},
    Sentence{"heading-conditions", QT_TRANSLATE_NOOP("Inferometer", "Conditions")},
    Sentence{"condition-name", QT_TRANSLATE_NOOP("Inferometer", "%1")},
    Sentence{"figure-batch-comparison", QT_TRANSLATE_NOOP("Inferometer", "Batch Size Comparison on %1")},
    Sentence{
        "figure-batch-comparison-of", QT_TRANSLATE_NOOP("Inferometer", "Batch Size Comparison on %1, %2")},
    Sentence{"figure-duration",
        QT_TRANSLATE_NOOP("Inferometer", "Duration Comparison on %1 with Batch Size of %2")},
    Sentence{"figure-improvement",
        QT_TRANSLATE_NOOP("Inferometer", "Percentage Improvement on %1 with Batch Size of %2")},
    Sentence{"task-classification", QT_TRANSLATE_NOOP("Inferometer", "Image Classification")},
    Sentence{"task-segmentation", QT_TRANSLATE_NOOP("Inferometer", "Image Segmentation")},
    Sentence{"task-detection", QT_TRANSLATE_NOOP("Inferometer", "Object Detection")},
    Sentence{"task-other", QT_TRANSLATE_NOOP("Inferometer", "Other")},
    Sentence{"model-line", QT_TRANSLATE_NOOP("Inferometer", "%1 (%2 in the tables)")},
    Sentence{"row-classification", QT_TRANSLATE_NOOP("Inferometer", "Image Classification/%1")},
    Sentence{"row-segmentation", QT_TRANSLATE_NOOP("Inferometer", "Image Segmentation/%1")},
    Sentence{"row-detection", QT_TRANSLATE_NOOP("Inferometer", "Object Detection/%1")},
    Sentence{"row-other", QT_TRANSLATE_NOOP("Inferometer", "Other/%1")},
    Sentence{"conditions-line",
        QT_TRANSLATE_NOOP("Inferometer",
            "Device: %1; compiled: %2; torch %3; type: %4; weights: %5; image: %6; threads: %7; attention: "
            "%8; allocator: "
            "%9. Mean durations in ms.")},
    Sentence{"column-task-model", QT_TRANSLATE_NOOP("Inferometer", "Task/Model")},
    Sentence{"column-batch-size", QT_TRANSLATE_NOOP("Inferometer", "Batch Size")},
    Sentence{"column-no-compile", QT_TRANSLATE_NOOP("Inferometer", "torch %1 - \nno compile")},
    Sentence{"column-compile", QT_TRANSLATE_NOOP("Inferometer", "torch %1 - \ncompile")},
    Sentence{"column-device", QT_TRANSLATE_NOOP("Inferometer", "Device")},
    Sentence{"column-variant", QT_TRANSLATE_NOOP("Inferometer", "Compiled")},
    Sentence{"column-improvement", QT_TRANSLATE_NOOP("Inferometer", "Improvement (%)")},
    Sentence{"column-verdict", QT_TRANSLATE_NOOP("Inferometer", "Verdict")},
    Sentence{"column-compile-time", QT_TRANSLATE_NOOP("Inferometer", "Compile time (s)")},
    Sentence{"column-break-even", QT_TRANSLATE_NOOP("Inferometer", "Break-even (inferences)")},
    Sentence{"column-break-even-warm",
        QT_TRANSLATE_NOOP("Inferometer", "Break-even with a warm cache (inferences)")},
    Sentence{"column-peak-memory", QT_TRANSLATE_NOOP("Inferometer", "Peak memory")},
    Sentence{"column-advice", QT_TRANSLATE_NOOP("Inferometer", "Advice")},
    Sentence{"column-reason", QT_TRANSLATE_NOOP("Inferometer", "Because")},
    Sentence{"column-claim", QT_TRANSLATE_NOOP("Inferometer", "The guide says")},
    Sentence{"column-standing", QT_TRANSLATE_NOOP("Inferometer", "Here")},
    Sentence{"column-finding", QT_TRANSLATE_NOOP("Inferometer", "What was found")},
    Sentence{"column-condition", QT_TRANSLATE_NOOP("Inferometer", "Condition")},
    Sentence{"column-value", QT_TRANSLATE_NOOP("Inferometer", "Value")},
    Sentence{"cell-unbatched", QT_TRANSLATE_NOOP("Inferometer", "Unbatched")},
    Sentence{"cell-not-published", QT_TRANSLATE_NOOP("Inferometer", "not published")},
    Sentence{"cell-time-of-wrong-output", QT_TRANSLATE_NOOP("Inferometer", "%1 (wrong output)")},
    Sentence{"cell-measured", QT_TRANSLATE_NOOP("Inferometer", "measured")},
    Sentence{"cell-wrong-output", QT_TRANSLATE_NOOP("Inferometer", "wrong output")},
    Sentence{"cell-out-of-memory", QT_TRANSLATE_NOOP("Inferometer", "OOM")},
    Sentence{"cell-unsupported", QT_TRANSLATE_NOOP("Inferometer", "unsupported")},
    Sentence{"cell-skipped", QT_TRANSLATE_NOOP("Inferometer", "skipped")},
    Sentence{"cell-prepare-failed", QT_TRANSLATE_NOOP("Inferometer", "preparation failed")},
    Sentence{"cell-export-failed", QT_TRANSLATE_NOOP("Inferometer", "graph capture failed")},
    Sentence{"cell-compile-failed", QT_TRANSLATE_NOOP("Inferometer", "compile failed")},
    Sentence{"cell-load-failed", QT_TRANSLATE_NOOP("Inferometer", "load failed")},
    Sentence{"cell-capture-failed", QT_TRANSLATE_NOOP("Inferometer", "CUDA graph failed")},
    Sentence{"cell-timed-out", QT_TRANSLATE_NOOP("Inferometer", "timed out")},
    Sentence{"cell-crashed", QT_TRANSLATE_NOOP("Inferometer", "crashed")},
    Sentence{"cell-device-lost", QT_TRANSLATE_NOOP("Inferometer", "device lost")},
    Sentence{"cell-connection-lost", QT_TRANSLATE_NOOP("Inferometer", "connection lost")},
    Sentence{"cell-protocol-error", QT_TRANSLATE_NOOP("Inferometer", "protocol error")},
    Sentence{"cell-cancelled", QT_TRANSLATE_NOOP("Inferometer", "cancelled")},
    Sentence{"cell-not-run", QT_TRANSLATE_NOOP("Inferometer", "not run")},
    Sentence{"verdict-faster", QT_TRANSLATE_NOOP("Inferometer", "faster")},
    Sentence{"verdict-slower", QT_TRANSLATE_NOOP("Inferometer", "slower")},
    Sentence{"verdict-same", QT_TRANSLATE_NOOP("Inferometer", "same")},
    Sentence{"verdict-unclear", QT_TRANSLATE_NOOP("Inferometer", "unclear")},
    Sentence{"standing-holds", QT_TRANSLATE_NOOP("Inferometer", "holds")},
    Sentence{"standing-mixed", QT_TRANSLATE_NOOP("Inferometer", "holds in part")},
    Sentence{"standing-fails", QT_TRANSLATE_NOOP("Inferometer", "does not hold")},
    Sentence{"standing-not-clear", QT_TRANSLATE_NOOP("Inferometer", "not clear")},
    Sentence{"standing-not-tested", QT_TRANSLATE_NOOP("Inferometer", "not tested")},
    Sentence{"method-cpp",
        QT_TRANSLATE_NOOP("Inferometer",
            "C++: LibTorch executes the graph that torch.export gives, operator by operator (no compile) or "
            "compiled ahead "
            "of time by AOTInductor.")},
    Sentence{"method-python",
        QT_TRANSLATE_NOOP("Inferometer",
            "Python: a process of its own executes the Transformers model, not compiled and through "
            "torch.compile(), as "
            "the guide does.")},
    Sentence{"method-warm-up",
        QT_TRANSLATE_NOOP("Inferometer",
            "Each variant is warmed up until its durations no longer rise or fall, for %1 s at most.")},
    Sentence{"method-fixed-warm-up",
        QT_TRANSLATE_NOOP("Inferometer", "Each variant is warmed up with %1 inferences.")},
    Sentence{"method-exact-samples",
        QT_TRANSLATE_NOOP("Inferometer", "The mean of %1 inferences of the same image is taken.")},
    Sentence{"method-fewest-samples",
        QT_TRANSLATE_NOOP("Inferometer",
            "The mean of at least %1 inferences and %2 s of the same image is taken, within a limit of %3 "
            "s.")},
    Sentence{"method-adaptive-samples",
        QT_TRANSLATE_NOOP("Inferometer",
            "The mean of at least %1 inferences of the same image, in %2 rounds and %3 s, is taken; "
            "measuring goes on until "
            "every speed-up is known within ±%4% or %5 s have passed.")},
    Sentence{"method-interleaved",
        QT_TRANSLATE_NOOP("Inferometer",
            "All variants of a workload take turns in rounds, in random order, so that what disturbs the "
            "machine hits all "
            "alike.")},
    Sentence{"method-sequential",
        QT_TRANSLATE_NOOP("Inferometer", "The variants are measured one after the other, as in the guide.")},
    Sentence{"method-verified",
        QT_TRANSLATE_NOOP("Inferometer",
            "The outputs of every variant are compared with a reference before and after it is timed; wrong "
            "ones are never "
            "an improvement.")},
    Sentence{"method-verdict",
        QT_TRANSLATE_NOOP("Inferometer",
            "A verdict is drawn from a signed-rank test over at least %1 rounds at %2% and an improvement of "
            "at least %3%.")},
    Sentence{"differs-cpp",
        QT_TRANSLATE_NOOP("Inferometer",
            "C++ rows are compiled by AOTInductor and not by Python's torch.compile(); only Python rows are "
            "comparable with "
            "the guide's.")},
    Sentence{"differs-cpu",
        QT_TRANSLATE_NOOP("Inferometer", "The guide measured GPUs; here a CPU was measured (threads: %1).")},
    Sentence{
        "differs-type", QT_TRANSLATE_NOOP("Inferometer", "Some rows use another data type than float32.")},
    Sentence{"differs-weights",
        QT_TRANSLATE_NOOP("Inferometer",
            "Weights are random where no checkpoint was at hand; the values of healthy weights change "
            "durations by a few percent at most.")},
    Sentence{"differs-image",
        QT_TRANSLATE_NOOP("Inferometer",
            "The image is one drawn for this program instead of a photograph from COCO; the processor brings "
            "both to the "
            "same shape.")},
    Sentence{"differs-interleaved",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Variants take turns instead of being measured one after the other.")},
    Sentence{"differs-samples",
        QT_TRANSLATE_NOOP("Inferometer", "The number of timed inferences is not the guide's 300.")},
    Sentence{"differs-attention",
        QT_TRANSLATE_NOOP("Inferometer",
            "Attention uses PyTorch's fused operator where a model can; the Transformers of the guide had "
            "only the plain "
            "one for ViT and BeiT.")},
    Sentence{"differs-allocator",
        QT_TRANSLATE_NOOP("Inferometer",
            "On the CPU the process keeps freed memory while it measures, so that page faults of one variant "
            "do not fall "
            "on the next.")},
    Sentence{"differs-verified",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Outputs are checked and intervals are given; the guide does neither.")},
    Sentence{"differs-versions",
        QT_TRANSLATE_NOOP("Inferometer",
            "Versions: torch %1 and Transformers %2; the guide used torch 2.0.1 and 2.1.0dev.")},
    Sentence{"claim-thirty", QT_TRANSLATE_NOOP("Inferometer", "torch.compile() yields up to 30% speed-up.")},
    Sentence{"claim-default-compiles-fastest",
        QT_TRANSLATE_NOOP("Inferometer", "The default mode is the fastest to compile.")},
    Sentence{"claim-autotune-compiles-longest",
        QT_TRANSLATE_NOOP("Inferometer", "max-autotune takes longest to compile.")},
    Sentence{"claim-autotune-runs-fastest",
        QT_TRANSLATE_NOOP("Inferometer", "max-autotune gives the fastest inference.")},
    Sentence{"claim-reduce-overhead-runs-faster",
        QT_TRANSLATE_NOOP("Inferometer", "reduce-overhead gives faster inference than the default mode.")},
    Sentence{"claim-not-tested",
        QT_TRANSLATE_NOOP("Inferometer", "This run did not measure what it takes to test this.")},
    Sentence{"claim-thirty-found",
        QT_TRANSLATE_NOOP("Inferometer",
            "Largest share of time saved: %1% (%2, batch %3, %4). Of %7 rows, %5 lie above 30% with their "
            "whole interval and %6 do not exceed it; the others prove neither.")},
    Sentence{"claim-compiled-fastest",
        QT_TRANSLATE_NOOP("Inferometer",
            "In %1 of %2 cases it was compiled fastest; the quickest other mode took %3 times as long on "
            "average.")},
    Sentence{"claim-compiled-longest",
        QT_TRANSLATE_NOOP("Inferometer", "In %1 of %2 cases it took longest to compile.")},
    Sentence{"claim-ran",
        QT_TRANSLATE_NOOP("Inferometer",
            "Of %5 cases it was faster in %1, as fast in %2, slower in %3, not told apart in %4.")},
};

} // namespace

std::span<const Sentence> reportNotes()
{
    return reportTable;
}

} // namespace inferometer::text
