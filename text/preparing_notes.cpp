// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

// Codes that the runner gives as well stand in running_notes.cpp.
const std::array table{
    // The request and the model.
    Sentence{"bad-request",
        QT_TRANSLATE_NOOP("Inferometer", "The worker did not understand the field '%1' of its request.")},
    Sentence{
        "class-unknown", QT_TRANSLATE_NOOP("Inferometer", "This version of Transformers has no class '%1'.")},
    Sentence{
        "config-invalid", QT_TRANSLATE_NOOP("Inferometer", "The configuration of the model is not valid.")},
    Sentence{"processor-invalid",
        QT_TRANSLATE_NOOP("Inferometer", "The image processor '%1' could not be made from its parameters.")},
    Sentence{"text-missing",
        QT_TRANSLATE_NOOP("Inferometer", "The model wants the input '%1', which no image can give.")},
    Sentence{"model-failed", QT_TRANSLATE_NOOP("Inferometer", "The model failed in the step '%1'.")},
    // Weights and the Hugging Face cache.
    Sentence{"weights-missing", QT_TRANSLATE_NOOP("Inferometer", "The weights' file '%1' is missing.")},
    Sentence{"weights-mismatch",
        QT_TRANSLATE_NOOP("Inferometer",
            "The weights do not fit the model: '%1' is missing, superfluous or of another shape.")},
    Sentence{"remote-code-refused",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The model asks to run code of its own (in '%1'), which is never done.")},
    Sentence{"unsafe-weights-refused",
        QT_TRANSLATE_NOOP("Inferometer",
            "The weights exist only as '%1', a pickle that can run code; only safetensors files are read.")},
    Sentence{"pickles-not-used",
        QT_TRANSLATE_NOOP("Inferometer",
            "Of '%1' the Hugging Face cache holds only pickled weights, which can run code and are not used; "
            "the weights are random. Allow its download to get others."),
        "Of '%1' the Hugging Face cache holds only pickled weights, which can run code and are not used; "
        "the weights are random. --allow-download gets others."},
    Sentence{"snapshot-missing",
        QT_TRANSLATE_NOOP("Inferometer", "The model's snapshot is no longer in the Hugging Face cache.")},
    Sentence{"hub-model-not-here",
        QT_TRANSLATE_NOOP("Inferometer",
            "The model '%1' is not in the Hugging Face cache; allow its download, or fetch it with 'hf "
            "download %1'.")},
    Sentence{"snapshot-incomplete",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The model's snapshot in the Hugging Face cache lacks a readable '%1'.")},
    Sentence{"download-failed", QT_TRANSLATE_NOOP("Inferometer", "The model '%1' could not be downloaded.")},
    // A user's own model.
    Sentence{"timm-unknown", QT_TRANSLATE_NOOP("Inferometer", "This version of timm has no model '%1'.")},
    Sentence{"code-not-allowed",
        QT_TRANSLATE_NOOP("Inferometer",
            "The file '%1' runs code of its own, which was not allowed; allow it if you trust it.")},
    Sentence{
        "code-without-function", QT_TRANSLATE_NOOP("Inferometer", "The file '%1' has no function '%2'.")},
    Sentence{"code-returns-no-module",
        QT_TRANSLATE_NOOP("Inferometer",
            "The function in '%1' returned a %2; it must return a torch.nn.Module, or that and example "
            "inputs.")},
    Sentence{"model-file-missing",
        QT_TRANSLATE_NOOP("Inferometer", "The model's file '%1' can no longer be read.")},
    Sentence{"model-file-changed",
        QT_TRANSLATE_NOOP("Inferometer", "The model's file '%1' has changed since the run was planned.")},
    Sentence{"program-unreadable",
        QT_TRANSLATE_NOOP("Inferometer",
            "The file '%1' is no exported program that this torch can read; write it again with "
            "torch.export.save.")},
    Sentence{"inputs-unsupported",
        QT_TRANSLATE_NOOP("Inferometer",
            "The example inputs of '%1' cannot be used; they must be tensors, in order or by name.")},
    // The image.
    Sentence{"image-missing", QT_TRANSLATE_NOOP("Inferometer", "The image file is missing.")},
    Sentence{"image-damaged",
        QT_TRANSLATE_NOOP("Inferometer", "The image could not be read; it is damaged or no image.")},
    Sentence{"image-changed",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The image is not the one that the run began with; its content has changed.")},
    // Files.
    Sentence{"graph-missing", QT_TRANSLATE_NOOP("Inferometer", "The graph's file '%1' is missing.")},
    Sentence{"disk-full",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The disk is full; make room. Preferences, Paths, can clear the compile cache."),
        "The disk is full; make room, or see inferometer-cli cache prune."},
    Sentence{"write-failed", QT_TRANSLATE_NOOP("Inferometer", "A file of the cache could not be written.")},
    Sentence{
        "internal", QT_TRANSLATE_NOOP("Inferometer", "Something unexpected happened; the log says more.")},
    // Capturing the graph.
    Sentence{"data-dependent",
        QT_TRANSLATE_NOOP("Inferometer",
            "The graph cannot be captured: at %1 the model decides by the values of its data.")},
    Sentence{"export-error",
        QT_TRANSLATE_NOOP("Inferometer", "torch.export could not capture the graph at %1: %2")},
    Sentence{"graph-unsupported",
        QT_TRANSLATE_NOOP("Inferometer", "The graph holds '%1', which the C++ engine cannot execute.")},
    Sentence{"output-unsupported",
        QT_TRANSLATE_NOOP("Inferometer",
            "The model returns '%1', which is no tensor; a tensor, or a tuple, list or dict of tensors can "
            "be measured.")},
    // Compiling.
    Sentence{"compiler-missing",
        QT_TRANSLATE_NOOP(
            "Inferometer", "No working C++ compiler was found; install g++ to compile models.")},
    Sentence{"compile-error", QT_TRANSLATE_NOOP("Inferometer", "Inductor could not compile the graph.")},
    Sentence{"cuda-headers-missing",
        QT_TRANSLATE_NOOP("Inferometer", "CUDA's headers, which come with torch, are missing beside it.")},
    Sentence{"ptxas-missing",
        QT_TRANSLATE_NOOP("Inferometer", "Triton's assembler (ptxas), which comes with it, is missing.")},
    Sentence{"dtype-emulated",
        QT_TRANSLATE_NOOP(
            "Inferometer", "bfloat16 needs compute capability 8.0 or later; this device has %1.")},
    Sentence{"tf32-without-effect",
        QT_TRANSLATE_NOOP("Inferometer",
            "TF32 needs compute capability 8.0 or later, and changes nothing on this device, which has %1.")},
    Sentence{"matrix-products-not-tuned",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Inductor did not tune matrix products on this device; it says: %1.")},
    Sentence{"attention-eager",
        QT_TRANSLATE_NOOP("Inferometer",
            "This environment's Transformers has no fused attention (SDPA) for the model, which the C++ "
            "engine uses: Python and C++ differ in that too.")},
    Sentence{"cuda-graphs-by-engine",
        QT_TRANSLATE_NOOP("Inferometer", "For '%1' the C++ engine captures the CUDA graph itself.")},
    // What this machine or this torch cannot do.
    Sentence{"device-unavailable", QT_TRANSLATE_NOOP("Inferometer", "torch finds no device '%1'.")},
    Sentence{"dtype-unsupported",
        QT_TRANSLATE_NOOP("Inferometer", "The data type %1 is not supported for this model on this device.")},
    Sentence{"batch-fixed",
        QT_TRANSLATE_NOOP("Inferometer",
            "The model was made for a batch of %2 only, not of %1; export it with a dynamic batch.")},
    Sentence{"package-missing",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The Python environment lacks the package '%1'; install it there with pip.")},
    Sentence{
        "torch-too-old", QT_TRANSLATE_NOOP("Inferometer", "torch %1 is too old; %2 or later is needed.")},
};

} // namespace

std::span<const Sentence> preparingNotes()
{
    return table;
}

} // namespace inferometer::text
