// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_words.h"

#include "core/base/numbers.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <limits>

namespace inferometer::cli {

namespace {

constexpr const char* selectionGroup = "Selection";
constexpr const char* measureGroup = "Measure";
constexpr const char* outputGroup = "Output";

class Adder {
public:
    Adder(CLI::App& words, const char* group)
        : m_words(words)
        , m_group(group)
    {
    }

    void list(const char* name, std::vector<std::string>& values, const char* kind, const char* help) const
    {
        m_words.add_option(name, values, help)->type_name(kind)->allow_extra_args(false)->group(m_group);
    }
    void word(const char* name, std::string& value, const char* kind, const char* help) const
    {
        m_words.add_option(name, value, help)->type_name(kind)->group(m_group);
    }
    void flag(const char* name, bool& value, const char* help) const
    {
        m_words.add_flag(name, value, help)->group(m_group);
    }

private:
    CLI::App& m_words;
    const char* m_group;
};

void addSelection(CLI::App& run, RunWords& words)
{
    const Adder add(run, selectionGroup);
    add.list("-m,--model", words.models, "NAME",
        "Models by short name or hub id, or all; your own as timm:NAME, hub:ID, FOLDER, FILE.py:FUNCTION or "
        "FILE.pt2");
    add.word(
        "--models", words.project, "FILE", "A project's own models, as 'inferometer-cli models' writes them");
    add.word("--study", words.study, "STUDY",
        "guide (the whole study of the Hugging Face guide), guide-second-version (what it repeated with "
        "another torch; goes with --python, torch 2.0 or later) or guide-short (what a CPU can afford of "
        "it)");
    add.list("-t,--task", words.tasks, "TASK", "classification, segmentation, detection or other");
    add.list("-d,--device", words.devices, "DEVICE",
        "cpu, cuda, cuda:N, all, or of a target NAME/cuda:N (default: the best one)");
    add.list("--target", words.targets, "NAME",
        "Where to measure: names of 'targets list', local for this machine (default: local); with --resume, "
        "where to go on");
    add.list("-b,--batch", words.batches, "N", "Batch sizes, such as 1,4,16 (default: 1)");
    add.list("--engine", words.engines, "ENGINE", "cpp, python (default: both, cpp with --preset quick)");
    add.list("--mode", words.modes, "MODE",
        "none, default, reduce-overhead, max-autotune, max-autotune-no-cudagraphs (default: none,default; "
        "none is always added)");
    add.list("--dtype", words.dtypes, "TYPE", "float32, float16, bfloat16 (default: float32)");
    add.list("--layout", words.layouts, "LAYOUT", "contiguous, channels-last (default: contiguous)");
    run.add_flag("--freeze{yes}", words.freeze,
           "Compile the C++ variants' weights in; --freeze=both measures both ways")
        ->group(selectionGroup);
    add.word("--attention", words.attention, "KIND", "sdpa or eager (default: sdpa)");
    add.word("--allocator", words.allocator, "KIND", "retain or default (default: retain)");
    add.word("--tf32-matmul", words.tf32Matmul, "ON|OFF",
        "TF32 for float32 matrix products on CUDA (default: off, as PyTorch)");
    add.word("--tf32-conv", words.tf32Conv, "ON|OFF",
        "TF32 for float32 convolutions on CUDA (default: on, as PyTorch)");
    add.flag("--cudnn-benchmark", words.cudnnBenchmark, "Let cuDNN try its algorithms and keep the fastest");
    add.word("--cuda-graph", words.cudaGraph, "WHAT",
        "none or eager: the uncompiled C++ variant as a CUDA graph as well (default: none)");
    add.flag("--static-inputs", words.staticInputs,
        "CUDA graphs read their inputs where they lie, instead of copying them first");
    add.word("--image", words.image, "FILE", "The image to use instead of the project's own");
    add.word("--python", words.python, "PATH", "The Python whose torch the python engine measures");
    add.word("--weights-seed", words.weightsSeed, "N", "Seed of random weights (default: 0)");
    add.flag("--allow-download", words.allowDownload,
        "Fetch pretrained weights that are not in the Hugging Face cache");
    add.flag("--allow-code", words.allowCode, "Run the code that models in Python files and .pt2 files hold");
}

void addMeasure(CLI::App& run, RunWords& words)
{
    const Adder add(run, measureGroup);
    add.word("--preset", words.preset, "PRESET", "quick, standard, guide or custom (default: standard)");
    add.word("-w,--warmup", words.warmup, "N", "Exactly so many warm-up inferences");
    add.word("-r,--runs", words.runs, "N", "Exactly so many timed inferences per variant");
    add.word("--max-time", words.maxTime, "S", "Limit per variant in seconds");
    add.word("--cooldown", words.cooldown, "S", "Pause between workloads in seconds");
    add.word("--cool-to", words.coolTo, "C",
        "Between workloads, wait until the device is no warmer than so many degrees Celsius");
    add.word("--compiles", words.compiles, "N",
        "Compile each variant so often, to see what the compiler's choices vary");
    add.word(
        "--visits", words.visits, "N", "Measure each workload in so many processes, one after the other");
    add.word("--threads", words.threads, "N", "Threads of compiler, runner and Python (default: cores)");
    add.word("--seed", words.seed, "N", "Seed of the order of variants");
    add.word("--memory-limit", words.memoryLimit, "SIZE",
        "Memory to prepare a workload on a CPU with, and to measure it with, such as 4G");
    add.word(
        "--compile-timeout", words.compileTimeout, "S", "Limit per compilation in seconds (default: 1800)");
    add.word("--order", words.order, "ORDER", "interleaved or sequential (default: interleaved)");
    add.flag("--try-larger", words.triesLarger, "Try larger batches of what ran out of memory");
    add.flag("--in-process", words.inProcess, "Measure inside this process instead of one of its own");
    add.flag("--parallel-devices", words.parallelDevices,
        "Measure the GPUs of one machine at the same time, instead of one after the other");
    add.word("--plan", words.plan, "FILE|-", "Run this plan instead of a selection");
    add.word("--resume", words.resume, "RUN", "Continue a run that was interrupted");
    add.flag("--dry-run", words.isDryRun,
        "Only say what would be run, and what it would cost; without a model for all, at batches 1, 4 and "
        "16");
    add.word("--machine", words.machine, "FILE",
        "With --dry-run: plan for the devices in FILE, which 'list devices --json' printed elsewhere");
}

void addOutput(CLI::App& run, RunWords& words)
{
    const Adder add(run, outputGroup);
    add.word("-o,--output", words.output, "FILE|-", "The run file (default: a new one in the history)");
    add.word("--format", words.format, "FORMAT", "md, csv, json or jsonl on standard output (default: md)");
    addOutputs(run, words.outputs);
    add.word("--label", words.label, "TEXT", "A name for the run");
    add.word("--progress", words.progress, "WHEN", "auto, always or never (default: auto)");
}

core::Error invalid(std::string sentence)
{
    return {core::ErrorCode::UsageInvalid, std::move(sentence)};
}

/// Reads lists and numbers; remembers the first thing that is wrong.
class Reading {
public:
    std::vector<std::string> list(const char* name, const std::vector<std::string>& given)
    {
        std::vector<std::string> words;
        for (const auto& text : given) {
            const auto parts = core::split(text, ',');
            words.insert(words.end(), parts.begin(), parts.end());
        }
        if (words.empty() && !given.empty())
            reject(std::string(name) + " needs at least one value.");
        return words;
    }

    template <typename Integer> std::optional<Integer> integer(const char* name, const std::string& word)
    {
        if (word.empty())
            return std::nullopt;
        const auto number = core::integerFrom(word);
        if (number && std::in_range<Integer>(*number))
            return static_cast<Integer>(*number);
        const char* kind = std::is_unsigned_v<Integer> ? " needs a whole number from 0 on, not '"
                                                       : " needs a whole number, not '";
        reject(name + std::string(kind) + core::oneLine(word, 60) + "'.");
        return std::nullopt;
    }

    std::optional<double> seconds(const char* name, const std::string& word)
    {
        return number(name, word, "seconds");
    }

    std::optional<double> number(const char* name, const std::string& word, const std::string& unit)
    {
        if (word.empty())
            return std::nullopt;
        const auto number = core::doubleFrom(word);
        if (!number)
            reject(name + (" needs a number of " + unit) + ", not '" + core::oneLine(word, 60) + "'.");
        return number;
    }

    const std::optional<core::Error>& problem() const { return m_problem; }

private:
    void reject(std::string sentence)
    {
        if (!m_problem)
            m_problem = invalid(std::move(sentence));
    }

    std::optional<core::Error> m_problem;
};

} // namespace

bool RunWords::hasSelection() const
{
    const auto isGiven = [](const auto&... parts) { return (... || !parts.empty()); };
    return isGiven(study, models, tasks, devices, batches, engines, modes, dtypes, layouts, freeze, attention,
               allocator, tf32Matmul, tf32Conv, cudaGraph, image, python, project, weightsSeed, preset, order,
               warmup, runs, maxTime, cooldown, coolTo, compiles, visits, threads, seed, memoryLimit,
               compileTimeout)
        || allowDownload || triesLarger || inProcess || parallelDevices || cudnnBenchmark || staticInputs;
}

void addWords(CLI::App& run, RunWords& words)
{
    addSelection(run, words);
    addMeasure(run, words);
    addOutput(run, words);
}

core::Result<core::Selection> selectionFrom(const RunWords& words)
{
    Reading read;
    core::Selection selection;
    selection.models = read.list("--model", words.models);
    selection.targets = read.list("--target", words.targets);
    selection.tasks = read.list("--task", words.tasks);
    selection.devices = read.list("--device", words.devices);
    selection.batches = read.list("--batch", words.batches);
    selection.engines = read.list("--engine", words.engines);
    selection.modes = read.list("--mode", words.modes);
    selection.dtypes = read.list("--dtype", words.dtypes);
    selection.layouts = read.list("--layout", words.layouts);
    selection.freeze = words.freeze;
    selection.attention = words.attention;
    selection.allocator = words.allocator;
    selection.tf32Matmul = words.tf32Matmul;
    selection.tf32Conv = words.tf32Conv;
    selection.cudaGraph = words.cudaGraph;
    selection.cudnnBenchmark = words.cudnnBenchmark;
    selection.staticInputs = words.staticInputs;
    selection.imagePath = words.image;
    selection.peerPython = words.python;
    selection.weightsSeed = read.integer<std::uint64_t>("--weights-seed", words.weightsSeed).value_or(0);
    selection.allowDownload = words.allowDownload;
    selection.preset = words.preset;
    selection.order = words.order;
    selection.warmup = read.integer<int>("--warmup", words.warmup);
    selection.runs = read.integer<int>("--runs", words.runs);
    selection.maxTime_s = read.seconds("--max-time", words.maxTime);
    selection.cooldown_s = read.seconds("--cooldown", words.cooldown);
    selection.coolTo_c = read.number("--cool-to", words.coolTo, "degrees Celsius");
    selection.compiles = read.integer<int>("--compiles", words.compiles);
    selection.visits = read.integer<int>("--visits", words.visits);
    selection.threads = read.integer<int>("--threads", words.threads);
    selection.seed = read.integer<std::uint64_t>("--seed", words.seed);
    selection.memoryLimit = words.memoryLimit;
    selection.compileTimeout_s = read.seconds("--compile-timeout", words.compileTimeout);
    selection.triesLargerAfterOutOfMemory = words.triesLarger;
    selection.inProcess = words.inProcess;
    selection.parallelDevices = words.parallelDevices;
    selection.label = words.label;
    if (read.problem())
        return *read.problem();
    return selection;
}

} // namespace inferometer::cli
