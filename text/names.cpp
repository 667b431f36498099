// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/names.h"

#include <array>

namespace inferometer::text {

namespace {

const std::array outcomeTable{
    Sentence{"measured", QT_TRANSLATE_NOOP("Inferometer", "measured")},
    Sentence{"wrong-output", QT_TRANSLATE_NOOP("Inferometer", "wrong output")},
    Sentence{"out-of-memory", QT_TRANSLATE_NOOP("Inferometer", "out of memory")},
    Sentence{"unsupported", QT_TRANSLATE_NOOP("Inferometer", "unsupported")},
    Sentence{"skipped", QT_TRANSLATE_NOOP("Inferometer", "skipped")},
    Sentence{"prepare-failed", QT_TRANSLATE_NOOP("Inferometer", "preparation failed")},
    Sentence{"export-failed", QT_TRANSLATE_NOOP("Inferometer", "graph capture failed")},
    Sentence{"compile-failed", QT_TRANSLATE_NOOP("Inferometer", "compile failed")},
    Sentence{"load-failed", QT_TRANSLATE_NOOP("Inferometer", "load failed")},
    Sentence{"capture-failed", QT_TRANSLATE_NOOP("Inferometer", "CUDA graph failed")},
    Sentence{"timed-out", QT_TRANSLATE_NOOP("Inferometer", "timed out")},
    Sentence{"crashed", QT_TRANSLATE_NOOP("Inferometer", "crashed")},
    Sentence{"device-lost", QT_TRANSLATE_NOOP("Inferometer", "device lost")},
    Sentence{"connection-lost", QT_TRANSLATE_NOOP("Inferometer", "connection lost")},
    Sentence{"protocol-error", QT_TRANSLATE_NOOP("Inferometer", "protocol error")},
    Sentence{"cancelled", QT_TRANSLATE_NOOP("Inferometer", "cancelled")},
    Sentence{"not-run", QT_TRANSLATE_NOOP("Inferometer", "not run")},
};

const std::array verdictTable{
    Sentence{"faster", QT_TRANSLATE_NOOP("Inferometer", "Faster than no compile, beyond the noise.")},
    Sentence{"slower", QT_TRANSLATE_NOOP("Inferometer", "Slower than no compile, beyond the noise.")},
    Sentence{"same", QT_TRANSLATE_NOOP("Inferometer", "Shown to be as fast as no compile.")},
    Sentence{"unclear",
        QT_TRANSLATE_NOOP(
            "Inferometer", "Neither a difference nor equality could be shown; measure longer.")},
};

const std::array stopTable{
    Sentence{"criteria-met", QT_TRANSLATE_NOOP("Inferometer", "Everything that was asked for was reached.")},
    Sentence{"exact-samples", QT_TRANSLATE_NOOP("Inferometer", "The exact number of inferences was timed.")},
    Sentence{
        "time-limit", QT_TRANSLATE_NOOP("Inferometer", "The time limit of the measurement was reached.")},
    Sentence{"sample-limit", QT_TRANSLATE_NOOP("Inferometer", "One record holds no more inferences.")},
    Sentence{"cancelled", QT_TRANSLATE_NOOP("Inferometer", "The run was cancelled.")},
    Sentence{"failed", QT_TRANSLATE_NOOP("Inferometer", "A variant failed in the middle.")},
    Sentence{"suspended", QT_TRANSLATE_NOOP("Inferometer", "The machine was asleep in the middle.")},
};

const std::array criterionTable{
    Sentence{"samples-not-reached", QT_TRANSLATE_NOOP("Inferometer", "the number of inferences")},
    Sentence{"rounds-not-reached", QT_TRANSLATE_NOOP("Inferometer", "the number of rounds")},
    Sentence{"time-not-reached", QT_TRANSLATE_NOOP("Inferometer", "the measuring time")},
    Sentence{"interval-not-reached", QT_TRANSLATE_NOOP("Inferometer", "the width of the interval")},
    Sentence{
        "warm-up-trend-not-gone", QT_TRANSLATE_NOOP("Inferometer", "steady durations after the warm-up")},
};

const std::array stepTable{
    // Of the worker.
    Sentence{"load", QT_TRANSLATE_NOOP("Inferometer", "Load")},
    Sentence{"weights", QT_TRANSLATE_NOOP("Inferometer", "Weights")},
    Sentence{"process", QT_TRANSLATE_NOOP("Inferometer", "Image")},
    Sentence{"reference", QT_TRANSLATE_NOOP("Inferometer", "Reference")},
    Sentence{"export", QT_TRANSLATE_NOOP("Inferometer", "Graph capture")},
    Sentence{"check", QT_TRANSLATE_NOOP("Inferometer", "Check of the graph")},
    Sentence{"save", QT_TRANSLATE_NOOP("Inferometer", "Save")},
    Sentence{"compile", QT_TRANSLATE_NOOP("Inferometer", "Compile")},
    // Of the run.
    Sentence{"start", QT_TRANSLATE_NOOP("Inferometer", "Start")},
    Sentence{"download", QT_TRANSLATE_NOOP("Inferometer", "Download")},
    Sentence{"set-up", QT_TRANSLATE_NOOP("Inferometer", "Set-up")},
    Sentence{"probe", QT_TRANSLATE_NOOP("Inferometer", "Check of the device")},
    Sentence{"cooldown", QT_TRANSLATE_NOOP("Inferometer", "Cooldown")},
    Sentence{"wait-space", QT_TRANSLATE_NOOP("Inferometer", "Waiting for disk space")},
    Sentence{"wait-cache", QT_TRANSLATE_NOOP("Inferometer", "Waiting for another process")},
    // Of the runner.
    Sentence{"spawn", QT_TRANSLATE_NOOP("Inferometer", "Start of the runner")},
    Sentence{"first-run", QT_TRANSLATE_NOOP("Inferometer", "First inference")},
    Sentence{"verify", QT_TRANSLATE_NOOP("Inferometer", "Verify")},
    Sentence{"memory", QT_TRANSLATE_NOOP("Inferometer", "Memory")},
    Sentence{"warm-up", QT_TRANSLATE_NOOP("Inferometer", "Warm-up")},
    Sentence{"measure", QT_TRANSLATE_NOOP("Inferometer", "Measure")},
    Sentence{"exit", QT_TRANSLATE_NOOP("Inferometer", "Finish")},
};

const std::array topicTable{
    Sentence{"cpu", QT_TRANSLATE_NOOP("Inferometer", "Processor")},
    Sentence{"memory", QT_TRANSLATE_NOOP("Inferometer", "Memory")},
    Sentence{"gpu", QT_TRANSLATE_NOOP("Inferometer", "GPU")},
    Sentence{"conditions", QT_TRANSLATE_NOOP("Inferometer", "Conditions")},
    Sentence{"runner", QT_TRANSLATE_NOOP("Inferometer", "Runner")},
    Sentence{"resources", QT_TRANSLATE_NOOP("Inferometer", "Model catalogue")},
    Sentence{"python", QT_TRANSLATE_NOOP("Inferometer", "Python")},
    Sentence{"torch", QT_TRANSLATE_NOOP("Inferometer", "torch")},
    Sentence{"transformers", QT_TRANSLATE_NOOP("Inferometer", "Transformers")},
    Sentence{"compiler", QT_TRANSLATE_NOOP("Inferometer", "Compiler")},
    Sentence{"cache", QT_TRANSLATE_NOOP("Inferometer", "Cache")},
    Sentence{"history", QT_TRANSLATE_NOOP("Inferometer", "History")},
    Sentence{"space", QT_TRANSLATE_NOOP("Inferometer", "Disk space")},
    Sentence{"hub", QT_TRANSLATE_NOOP("Inferometer", "Hugging Face cache")},
    Sentence{"fonts", QT_TRANSLATE_NOOP("Inferometer", "Fonts")},
};

const std::array conditionTable{
    Sentence{"torch", QT_TRANSLATE_NOOP("Inferometer", "torch")},
    Sentence{"torch_git", QT_TRANSLATE_NOOP("Inferometer", "torch commit")},
    Sentence{"cuda", QT_TRANSLATE_NOOP("Inferometer", "CUDA")},
    Sentence{"driver", QT_TRANSLATE_NOOP("Inferometer", "GPU driver")},
    Sentence{"device_name", QT_TRANSLATE_NOOP("Inferometer", "Device")},
    Sentence{"cpu_model", QT_TRANSLATE_NOOP("Inferometer", "Processor")},
    Sentence{"threads", QT_TRANSLATE_NOOP("Inferometer", "Threads")},
    Sentence{"cores", QT_TRANSLATE_NOOP("Inferometer", "Cores")},
    Sentence{"affinity", QT_TRANSLATE_NOOP("Inferometer", "CPU affinity")},
    Sentence{"cgroup_quota_cores", QT_TRANSLATE_NOOP("Inferometer", "CPU quota (cores)")},
    Sentence{"governor", QT_TRANSLATE_NOOP("Inferometer", "CPU governor")},
    Sentence{"weights", QT_TRANSLATE_NOOP("Inferometer", "Weights")},
    Sentence{"image", QT_TRANSLATE_NOOP("Inferometer", "Image")},
    Sentence{"attention", QT_TRANSLATE_NOOP("Inferometer", "Attention")},
    Sentence{"allocator", QT_TRANSLATE_NOOP("Inferometer", "Allocator")},
    Sentence{"order", QT_TRANSLATE_NOOP("Inferometer", "Order")},
    Sentence{"executor", QT_TRANSLATE_NOOP("Inferometer", "Executor")},
    Sentence{"in_parallel", QT_TRANSLATE_NOOP("Inferometer", "Devices in parallel")},
    Sentence{"target", QT_TRANSLATE_NOOP("Inferometer", "Target")},
    Sentence{"preset", QT_TRANSLATE_NOOP("Inferometer", "Preset")},
    Sentence{"samples", QT_TRANSLATE_NOOP("Inferometer", "Samples")},
    Sentence{"transformers", QT_TRANSLATE_NOOP("Inferometer", "Transformers")},
    Sentence{"triton", QT_TRANSLATE_NOOP("Inferometer", "Triton")},
    Sentence{"numpy", QT_TRANSLATE_NOOP("Inferometer", "NumPy")},
    Sentence{"pillow", QT_TRANSLATE_NOOP("Inferometer", "Pillow")},
    Sentence{"python", QT_TRANSLATE_NOOP("Inferometer", "Python")},
    Sentence{"compiler", QT_TRANSLATE_NOOP("Inferometer", "C++ compiler")},
    Sentence{"cpu_capability", QT_TRANSLATE_NOOP("Inferometer", "Vector instructions of torch")},
    Sentence{"inductor_isa", QT_TRANSLATE_NOOP("Inferometer", "Vector instructions of Inductor")},
    Sentence{"logical_processors", QT_TRANSLATE_NOOP("Inferometer", "Logical processors")},
    Sentence{"online_processors", QT_TRANSLATE_NOOP("Inferometer", "Processors of the machine")},
    Sentence{"memory_bytes", QT_TRANSLATE_NOOP("Inferometer", "Memory in bytes")},
    Sentence{"clock_limit_percent", QT_TRANSLATE_NOOP("Inferometer", "Clock limit in percent")},
    Sentence{"smt", QT_TRANSLATE_NOOP("Inferometer", "SMT")},
    Sentence{"power", QT_TRANSLATE_NOOP("Inferometer", "Power supply")},
    Sentence{"os", QT_TRANSLATE_NOOP("Inferometer", "Operating system")},
    Sentence{"kernel", QT_TRANSLATE_NOOP("Inferometer", "Kernel")},
    Sentence{"build_type", QT_TRANSLATE_NOOP("Inferometer", "Build type")},
    Sentence{"sanitizers", QT_TRANSLATE_NOOP("Inferometer", "Sanitizers")},
    Sentence{"inferometer", QT_TRANSLATE_NOOP("Inferometer", "Inferometer")},
    Sentence{"inferometer_git", QT_TRANSLATE_NOOP("Inferometer", "Inferometer commit")},
    Sentence{"weights_recipe", QT_TRANSLATE_NOOP("Inferometer", "Recipe of random weights")},
    Sentence{"tf32_matmul", QT_TRANSLATE_NOOP("Inferometer", "TF32 for matrix products")},
    Sentence{"tf32_conv", QT_TRANSLATE_NOOP("Inferometer", "TF32 for convolutions")},
    Sentence{"cudnn_benchmark", QT_TRANSLATE_NOOP("Inferometer", "cuDNN tries its algorithms")},
    Sentence{"static_inputs", QT_TRANSLATE_NOOP("Inferometer", "CUDA graphs without copying inputs")},
    Sentence{"cuda_archs", QT_TRANSLATE_NOOP("Inferometer", "CUDA architectures of torch")},
    Sentence{"cuda_headers", QT_TRANSLATE_NOOP("Inferometer", "CUDA headers")},
    Sentence{"load_average", QT_TRANSLATE_NOOP("Inferometer", "Load average")},
};

const std::array stateTable{
    Sentence{"ok", QT_TRANSLATE_NOOP("Inferometer", "ok")},
    Sentence{"warning", QT_TRANSLATE_NOOP("Inferometer", "warning")},
    Sentence{"error", QT_TRANSLATE_NOOP("Inferometer", "problem")},
};

const std::array ruleTable{
    Sentence{"float32-relative",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The largest error, relative to the reference's scale, is at most %1.")},
    Sentence{"float64-multiple",
        QT_TRANSLATE_NOOP(
            "Inferometer", "The error against a float64 reference is at most %1 times that of eager.")},
};

} // namespace

std::span<const Sentence> outcomes()
{
    return outcomeTable;
}

std::span<const Sentence> verdicts()
{
    return verdictTable;
}

std::span<const Sentence> stopReasons()
{
    return stopTable;
}

std::span<const Sentence> criteria()
{
    return criterionTable;
}

std::span<const Sentence> steps()
{
    return stepTable;
}

std::span<const Sentence> checkTopics()
{
    return topicTable;
}

std::span<const Sentence> conditions()
{
    return conditionTable;
}

std::span<const Sentence> checkStates()
{
    return stateTable;
}

std::span<const Sentence> rules()
{
    return ruleTable;
}

std::string nameIn(std::span<const Sentence> table, std::string_view word)
{
    const char* known = find(table, word);
    return known ? known : std::string(word);
}

} // namespace inferometer::text
