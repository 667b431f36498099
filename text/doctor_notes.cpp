// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/note_text.h"

#include <array>

namespace inferometer::text {

namespace {

const std::array table{
    // The machine.
    Sentence{"cpu-found", QT_TRANSLATE_NOOP("Inferometer", "%1, %2 cores for measuring")},
    Sentence{"memory-found", QT_TRANSLATE_NOOP("Inferometer", "%1, of which a run may take %2")},
    Sentence{"gpu-none",
        QT_TRANSLATE_NOOP(
            "Inferometer", "No CUDA device: the driver is not installed or finds none. The CPU works.")},
    Sentence{
        "gpu-found", QT_TRANSLATE_NOOP("Inferometer", "%1: %2, compute capability %3, driver for CUDA %4")},
    Sentence{"gpu-problem", QT_TRANSLATE_NOOP("Inferometer", "The NVIDIA driver finds no device: %1")},
    Sentence{"gpu-slice",
        QT_TRANSLATE_NOOP("Inferometer", "%1 is a slice of a device (MIG): others may use the rest of it.")},
    Sentence{"gpu-display",
        QT_TRANSLATE_NOOP("Inferometer", "%1 drives a display, whose drawing takes part of its time.")},
    // The programs.
    Sentence{"runner-found", QT_TRANSLATE_NOOP("Inferometer", "The runner is there.")},
    Sentence{"runner-missing", QT_TRANSLATE_NOOP("Inferometer", "The runner, which measures, is missing.")},
    Sentence{"build-engine",
        QT_TRANSLATE_NOOP("Inferometer", "Build it: ./quickstart build (with INFEROMETER_BUILD_ENGINE=ON).")},
    Sentence{"catalogue-found", QT_TRANSLATE_NOOP("Inferometer", "%1 models are known by name.")},
    Sentence{"catalogue-bad", QT_TRANSLATE_NOOP("Inferometer", "The catalogue of models cannot be read: %1")},
    Sentence{
        "reinstall", QT_TRANSLATE_NOOP("Inferometer", "Install Inferometer again; its files are damaged.")},
    // The Python environment.
    Sentence{"python-found", QT_TRANSLATE_NOOP("Inferometer", "Python %1")},
    Sentence{"python-missing", QT_TRANSLATE_NOOP("Inferometer", "There is no Python environment.")},
    Sentence{"python-broken", QT_TRANSLATE_NOOP("Inferometer", "The Python environment does not work: %1")},
    Sentence{"run-quickstart",
        QT_TRANSLATE_NOOP("Inferometer",
            "Run inferometer-setup, or ./quickstart build in a source tree, or name another one with "
            "INFEROMETER_PYTHON.")},
    Sentence{"environment-found",
        QT_TRANSLATE_NOOP("Inferometer", "PyTorch and what belongs to it are installed.")},
    Sentence{"environment-missing",
        QT_TRANSLATE_NOOP(
            "Inferometer", "PyTorch, which compiles and runs the models, is not installed yet.")},
    Sentence{"torch-found", QT_TRANSLATE_NOOP("Inferometer", "torch %1 (CUDA: %2)")},
    Sentence{"transformers-found", QT_TRANSLATE_NOOP("Inferometer", "Transformers %1")},
    Sentence{"transformers-missing",
        QT_TRANSLATE_NOOP("Inferometer", "Transformers is missing in the Python environment.")},
    Sentence{"compiler-found", QT_TRANSLATE_NOOP("Inferometer", "Compiler: %1"), "%1"},
    Sentence{"install-compiler",
        QT_TRANSLATE_NOOP("Inferometer", "Install g++ (Debian and Ubuntu: apt install g++).")},
    Sentence{"torch-without-code",
        QT_TRANSLATE_NOOP("Inferometer",
            "This torch has no code for %1: its compute capability is %2, torch was built for %3.")},
    Sentence{"other-torch",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Use another build of torch, such as one for CUDA 12, with INFEROMETER_PYTHON.")},
    Sentence{"cuda-compiler-found",
        QT_TRANSLATE_NOOP("Inferometer", "What compiling for CUDA needs came with torch.")},
    Sentence{"cuda-compiler-incomplete",
        QT_TRANSLATE_NOOP("Inferometer", "CUDA's headers or Triton's ptxas are missing beside torch.")},
    // The folders.
    Sentence{"cache-found", QT_TRANSLATE_NOOP("Inferometer", "%1 in use, at most %2")},
    Sentence{"cache-unusable", QT_TRANSLATE_NOOP("Inferometer", "The cache cannot be used: %1")},
    Sentence{"space-enough", QT_TRANSLATE_NOOP("Inferometer", "%1 are free.")},
    Sentence{"space-low", QT_TRANSLATE_NOOP("Inferometer", "Only %1 are free; %2 are needed.")},
    Sentence{"prune-cache",
        QT_TRANSLATE_NOOP("Inferometer", "Make room; Preferences, Paths, can clear the compile cache."),
        "Make room, for example with inferometer-cli cache prune --limit 5G."},
    Sentence{"history-found", QT_TRANSLATE_NOOP("Inferometer", "Runs: %1")},
    Sentence{"runs-without-python",
        QT_TRANSLATE_NOOP("Inferometer",
            "%1 of the runs used a Python that nothing on this machine names any more: the file beside %2 is "
            "missing. Such a run can neither be resumed nor measured again with it.")},
    Sentence{"history-unusable",
        QT_TRANSLATE_NOOP("Inferometer", "The folder of the run files cannot be written.")},
    Sentence{"hub-found", QT_TRANSLATE_NOOP("Inferometer", "There; pretrained weights in it are used.")},
    Sentence{"hub-none", QT_TRANSLATE_NOOP("Inferometer", "None; models get random weights.")},
    // The window.
    Sentence{"japanese-font-found", QT_TRANSLATE_NOOP("Inferometer", "A Japanese font is there (%1).")},
    Sentence{"japanese-font-missing",
        QT_TRANSLATE_NOOP(
            "Inferometer", "No Japanese font was found; Japanese text in the window would show as boxes.")},
    Sentence{"install-japanese-font", QT_TRANSLATE_NOOP("Inferometer", "Install fonts-noto-cjk.")},
};

} // namespace

std::span<const Sentence> doctorNotes()
{
    return table;
}

} // namespace inferometer::text
