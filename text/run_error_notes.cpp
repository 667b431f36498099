// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"

#include <array>

namespace inferometer::text {

namespace {

// Why a run could not be planned or begun.
const std::array table{
    // Models.
    Sentence{"model-unknown", QT_TRANSLATE_NOOP("Inferometer", "There is no model '%1'.")},
    Sentence{"models-are-listed", QT_TRANSLATE_NOOP("Inferometer", "The Benchmark page shows what there is."),
        "'inferometer-cli list models' shows what there is."},
    Sentence{"model-name-bad", QT_TRANSLATE_NOOP("Inferometer", "'%1' is no short name for a model.")},
    Sentence{"model-name-twice",
        QT_TRANSLATE_NOOP(
            "Inferometer", "There are two models with the name '%1'; give one of them another name.")},
    Sentence{"model-name-option", QT_TRANSLATE_NOOP("Inferometer", "Another name can be given to it."),
        "--name gives it another one."},
    Sentence{"model-in-catalogue",
        QT_TRANSLATE_NOOP("Inferometer", "The catalogue has this model already, as '%1'.")},
    Sentence{"own-model-unknown", QT_TRANSLATE_NOOP("Inferometer", "There is no model '%1' of your own.")},
    Sentence{"own-models-damaged", QT_TRANSLATE_NOOP("Inferometer", "The models in '%1' are not valid: %2")},
    Sentence{"own-models-too-new",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The models in '%1' were written by a newer version of Inferometer.")},
    Sentence{"folder-without-model",
        QT_TRANSLATE_NOOP("Inferometer",
            "The folder '%1' holds no model: it needs config.json and safetensors files, as a folder of the "
            "hub has.")},
    Sentence{"timm-name-bad", QT_TRANSLATE_NOOP("Inferometer", "'%1' names no model of timm.")},
    Sentence{"function-name-bad",
        QT_TRANSLATE_NOOP("Inferometer", "'%1' names no function; a model in Python is FILE.py:FUNCTION.")},
    Sentence{"own-code-not-allowed",
        QT_TRANSLATE_NOOP("Inferometer",
            "'%1' runs code, which is not allowed as it is now; if you trust it, allow it in the model's "
            "dialog."),
        "'%1' runs code, which is not allowed as it is now; if you trust it, say --allow-code or add it "
        "again."},
    Sentence{"own-model-nowhere",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Nothing says where '%1' is on this machine; start a new run that names it.")},
    Sentence{"own-model-changed",
        QT_TRANSLATE_NOOP("Inferometer", "'%1' has changed since the run was planned; start a new one.")},
    Sentence{"weights-not-downloaded",
        QT_TRANSLATE_NOOP("Inferometer", "The weights of '%1' could not be downloaded.")},
    Sentence{"weights-from-elsewhere",
        QT_TRANSLATE_NOOP("Inferometer",
            "Where there is no network, 'hf download %1' on another machine fills a cache that can be copied "
            "here.")},
    // What was chosen.
    Sentence{"no-model-chosen", QT_TRANSLATE_NOOP("Inferometer", "No model is chosen."),
        "No model is chosen: name some with -m, a task with -t, or everything with -m all."},
    Sentence{"no-model-of-task",
        QT_TRANSLATE_NOOP("Inferometer", "None of the chosen models belongs to the chosen task.")},
    Sentence{"batch-size-bad",
        QT_TRANSLATE_NOOP(
            "Inferometer", "A batch size of '%1' is not possible; it is a number from 1 to %2.")},
    Sentence{"device-word-bad",
        QT_TRANSLATE_NOOP("Inferometer",
            "There is no device '%1'; it is cpu, cuda, cuda:N or all, or one of a target such as "
            "NAME/cuda:0.")},
    Sentence{"device-missing-here",
        QT_TRANSLATE_NOOP("Inferometer", "There is no device '%1' on this machine."),
        "There is no device '%1'; 'inferometer-cli list devices' shows what there is."},
    Sentence{"no-cuda-device",
        QT_TRANSLATE_NOOP("Inferometer", "There is no CUDA device on this machine; choose the CPU."),
        "There is no CUDA device on this machine; use -d cpu."},
    Sentence{"device-not-on-target",
        QT_TRANSLATE_NOOP("Inferometer",
            "The target '%1' has no device '%2' as far as is known; ask it again on the System page."),
        "The target '%1' has no device '%2' as far as is known; 'inferometer-cli doctor --target %1' asks it "
        "again."},
    Sentence{"parallel-devices-too-few",
        QT_TRANSLATE_NOOP("Inferometer",
            "Measuring GPUs side by side needs at least two GPUs of one machine among the chosen devices."),
        "--parallel-devices needs at least two GPUs of one machine among the chosen devices; "
        "'inferometer-cli list devices' shows what there is."},
    Sentence{"allocator-needs-processes",
        QT_TRANSLATE_NOOP("Inferometer",
            "With the system's allocator each variant needs a process of its own, and runs are set to the "
            "window's process; change one of the two."),
        "--allocator default measures each variant in a process of its own, so --in-process cannot go with "
        "it."},
    Sentence{"too-many-workloads",
        QT_TRANSLATE_NOOP("Inferometer", "That would be %1 workloads; at most %2 fit into one run.")},
    Sentence{"samples-do-not-fit",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 inferences of each of %2 variants do not fit into one record; at most %3 of each do.")},
    Sentence{"study-chooses-itself",
        QT_TRANSLATE_NOOP("Inferometer",
            "A study chooses models, batch sizes, engines, modes and preset itself; give none of them with "
            "it.")},
    // What a run needs.
    Sentence{"set-up-of-package", QT_TRANSLATE_NOOP("Inferometer", "'Set up' downloads it."),
        "'inferometer-setup' downloads it, 'inferometer-cli doctor' says what is there."},
    Sentence{"set-up-of-tree",
        QT_TRANSLATE_NOOP(
            "Inferometer", "'./quickstart' sets everything up; the System page says what is there."),
        "'./quickstart' sets everything up, 'inferometer-cli doctor' says what is there."},
    Sentence{"no-guard",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The guard, which ends what the others leave behind, is missing (%1).")},
    Sentence{"no-runner", QT_TRANSLATE_NOOP("Inferometer", "The runner, which measures, is missing (%1).")},
    Sentence{
        "no-python", QT_TRANSLATE_NOOP("Inferometer", "The Python environment with torch is missing (%1).")},
    Sentence{"no-worker", QT_TRANSLATE_NOOP("Inferometer", "The folder of the worker is missing (%1).")},
    Sentence{"torch-is-another",
        QT_TRANSLATE_NOOP("Inferometer",
            "The Python environment has torch %1, and this Inferometer was built for torch %2; "
            "'inferometer-setup' makes the right one.")},
    Sentence{"runner-of-other-torch",
        QT_TRANSLATE_NOOP("Inferometer",
            "The runner was built with torch %1, the Python environment has torch %2; './quickstart build' "
            "makes them fit.")},
    Sentence{"runner-does-not-start",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The runner does not start; './quickstart build' builds it anew. It says: %1")},
    Sentence{"runner-not-in-time",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The runner does not start in time; './quickstart build' builds it anew.")},
    Sentence{"environment-broken",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The Python environment does not work; the System page says what is missing."),
        "The Python environment does not work; 'inferometer-cli doctor' says what is missing."},
    Sentence{
        "environment-not-made", QT_TRANSLATE_NOOP("Inferometer", "The Python environment was not made: %1")},
    Sentence{"engine-not-loaded",
        QT_TRANSLATE_NOOP("Inferometer", "The engine's library '%1' could not be loaded: %2")},
    Sentence{"process-not-started", QT_TRANSLATE_NOOP("Inferometer", "'%1' could not be started: %2.")},
    Sentence{"cache-not-executable",
        QT_TRANSLATE_NOOP("Inferometer",
            "The cache '%1' lies where nothing may be executed (mounted noexec), and compiled models are "
            "programs; XDG_CACHE_HOME names another place.")},
    Sentence{"space-for-cache-low",
        QT_TRANSLATE_NOOP("Inferometer", "There are only %1 free where the cache is; %2 are needed.")},
    Sentence{
        "run-can-be-resumed", QT_TRANSLATE_NOOP("Inferometer", "What is left of the run can be resumed.")},
    Sentence{"sample-not-resumable", QT_TRANSLATE_NOOP("Inferometer", "The sample run cannot be resumed.")},
    Sentence{"run-python-nowhere",
        QT_TRANSLATE_NOOP("Inferometer",
            "The run used a Python of its own, and nothing on this machine says which: the file beside %1 is "
            "missing. Start a new run that names it.")},
    Sentence{"run-image-is-another",
        QT_TRANSLATE_NOOP("Inferometer",
            "The run was begun with the image '%1', which is now '%2'; it cannot be resumed with another "
            "one.")},
    // Other machines. The name of the target is the first argument.
    Sentence{"target-not-usable", QT_TRANSLATE_NOOP("Inferometer", "The target '%1' cannot be used: %2")},
    Sentence{"target-ended-early", QT_TRANSLATE_NOOP("Inferometer", "The target '%1' ended early: %2")},
    Sentence{"target-did-not-answer", QT_TRANSLATE_NOOP("Inferometer", "The target '%1' did not answer: %2")},
    Sentence{"target-name-bad",
        QT_TRANSLATE_NOOP("Inferometer",
            "A target cannot be called '%1'; a name has up to 40 letters, digits, '-', '_' and '.', and is "
            "not 'local', which is this machine.")},
    Sentence{"target-path-bad",
        QT_TRANSLATE_NOOP("Inferometer",
            "The installation of '%1' is '%2'; it must be an absolute path without blanks and signs that a "
            "shell would change.")},
    Sentence{"target-launcher-bad",
        QT_TRANSLATE_NOOP("Inferometer", "The launcher of '%1' has an empty word, or more than %2.")},
    Sentence{
        "target-name-twice", QT_TRANSLATE_NOOP("Inferometer", "There are two targets of the name '%1'.")},
    Sentence{"targets-too-many", QT_TRANSLATE_NOOP("Inferometer", "There are more than %1 targets.")},
    Sentence{"targets-not-usable", QT_TRANSLATE_NOOP("Inferometer", "The settings '%1' cannot be used.")},
    Sentence{"target-unknown", QT_TRANSLATE_NOOP("Inferometer", "There is no target '%1'.")},
    Sentence{"targets-are-added", QT_TRANSLATE_NOOP("Inferometer", "The System page adds one."),
        "'inferometer-cli targets add' makes one."},
    Sentence{"targets-are-listed", QT_TRANSLATE_NOOP("Inferometer", "The System page shows what there is."),
        "'inferometer-cli targets list' shows what there is."},
};

} // namespace

std::span<const Sentence> runErrorNotes()
{
    return table;
}

} // namespace inferometer::text
