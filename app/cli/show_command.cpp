// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/conclusions.h"
#include "app/cli/outputs.h"
#include "app/cli/services.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/plan/choices.h"
#include "core/plan/selection.h"
#include "core/store/guide_script.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace inferometer::cli {

namespace {

using core::Error;

struct ShowWords {
    std::string run;
    std::string format;
    bool asPython = false;
    std::string model;
    std::optional<int> batch;
    std::string mode;
    bool decides = false;
    std::optional<double> maxLatency_ms;
    std::string maxMemory;
    std::optional<double> inferences;
    bool hasWarmCache = false;

    bool hasRow() const { return !model.empty() || batch || !mode.empty(); }
    bool hasLimits() const { return maxLatency_ms || !maxMemory.empty() || inferences || hasWarmCache; }
};

core::Result<core::DecisionInputs> inputsFrom(const ShowWords& words)
{
    core::DecisionInputs inputs;
    if (words.maxLatency_ms) {
        if (!(*words.maxLatency_ms > 0))
            return usage("--max-latency is a positive number of milliseconds.");
        inputs.latencyLimit_s = *words.maxLatency_ms / 1e3;
    }
    if (!words.maxMemory.empty()) {
        inputs.memoryLimit_bytes = core::bytesFrom(words.maxMemory);
        if (!inputs.memoryLimit_bytes)
            return usage("--max-memory is a size such as 512M or 4G, not '"
                + core::oneLine(words.maxMemory, 60) + "'.");
    }
    if (words.inferences && !(*words.inferences >= 1))
        return usage("--inferences is a number from 1 on.");
    inputs.inferencesPerProcess = words.inferences;
    inputs.cache = words.hasWarmCache ? core::CacheState::Warm : core::CacheState::Cold;
    return inputs;
}

/// The first row that the words fit, compiled ones before those without compiling.
core::Result<core::FlatRow> chosenRow(const core::RunRecord& run, const ShowWords& words)
{
    const auto mode = core::chosen<core::CompileMode>(words.mode, core::CompileMode::Default, "mode");
    if (!mode)
        return mode.error();
    const auto rows = core::flatRows(run);
    const auto isMeant = [&](const core::FlatRow& row) {
        const auto& workload = row.visit->workload;
        const bool isModel =
            words.model.empty() || words.model == workload.model || words.model == core::modelOf(row).hubId;
        return isModel && workload.batch == words.batch.value_or(workload.batch) && row.variant.mode == *mode;
    };
    const auto found = std::find_if(rows.begin(), rows.end(), isMeant);
    return found == rows.end()
        ? core::Result<core::FlatRow>(usage("The run has no such row; -m, -b and --mode name one."))
        : core::Result<core::FlatRow>(*found);
}

core::Result<std::string> pythonFor(const core::RunRecord& run, const ShowWords& words)
{
    const auto services = findServices();
    if (!services)
        return services.error();
    const auto models = readModels(*services);
    if (!models)
        return models.error();
    const auto catalog = core::catalogOf(run.plan, *models);
    if (!catalog)
        return catalog.error();
    const auto row = chosenRow(run, words);
    if (!row)
        return row.error();
    const auto model = catalog->find(row->visit->workload.model);
    if (!model)
        return model.error();
    const auto frame = core::readFile(services->tools.resources / "guide_script.py", 1u << 20);
    return frame ? core::guideScript(*frame, *model, *row) : core::Result<std::string>(frame.error());
}

core::Result<void> checkWords(const ShowWords& words)
{
    if (!words.decides && words.hasLimits())
        return usage("--max-latency, --max-memory, --inferences and --warm-cache go with --decide.");
    if (!words.asPython && words.hasRow())
        return usage("-m, -b and --mode go with --as-python.");
    if ((words.decides || words.asPython) && !words.format.empty())
        return usage("--format has no place with --decide and --as-python.");
    if (words.decides && words.asPython)
        return usage("--decide and --as-python exclude each other.");
    const auto format = formatFrom(words.format);
    return format ? core::Result<void>() : format.error();
}

core::Result<std::string> textFor(const core::RunRecord& run, const ShowWords& words)
{
    if (words.asPython)
        return pythonFor(run, words);
    if (words.decides) {
        const auto inputs = inputsFrom(words);
        return inputs ? decisionsText(run, *inputs) : core::Result<std::string>(inputs.error());
    }
    return textOf(run, *formatFrom(words.format));
}

ExitCode show(const ShowWords& words, const Console& console)
{
    if (const auto checked = checkWords(words); !checked)
        return console.fail(checked.error());
    const auto run = openRun(words.run);
    if (!run)
        return console.fail(run.error());
    const auto text = textFor(run->file.run, words);
    if (!text)
        return console.fail(text.error());
    sayProblems(*run, console);
    const auto delivered = console.deliver(*text);
    if (!words.asPython && !words.decides)
        sayLogs(run->file.run, run->path, console);
    return delivered == ExitCode::Done && !run->file.problems.empty() ? ExitCode::Incomplete : delivered;
}

} // namespace

Command addShow(CLI::App& program)
{
    const auto words = std::make_shared<ShowWords>();
    auto* command = program.add_subcommand("show", "Print a run as a table");
    command->add_option("run", words->run, "A run file, an id or a part of one, or last")
        ->type_name("RUN")
        ->required();
    command->add_option("--format", words->format, "md, csv, json or jsonl (default: md)")
        ->type_name("FORMAT");
    command->add_flag("--as-python", words->asPython,
        "Print a Python script after the guide that measures what a row stands for, by itself");
    command->add_option("-m,--model", words->model, "With --as-python: the row's model")->type_name("NAME");
    command->add_option("-b,--batch", words->batch, "With --as-python: its batch size")->type_name("N");
    command->add_option("--mode", words->mode, "With --as-python: its mode (default: default)")
        ->type_name("MODE");
    command->add_flag("--decide", words->decides, "Say per model whether to compile, and what that rests on");
    command->add_option("--max-latency", words->maxLatency_ms, "With --decide: what an inference may take")
        ->type_name("MS");
    command->add_option("--max-memory", words->maxMemory, "With --decide: what it may need, such as 4G")
        ->type_name("SIZE");
    command
        ->add_option("--inferences", words->inferences, "With --decide: how many a process makes in its life")
        ->type_name("N");
    command->add_flag("--warm-cache", words->hasWarmCache,
        "With --decide: a process finds the compiled program, and only loads it");
    return {command, [words](const Console& console) { return show(*words, console); }};
}

} // namespace inferometer::cli
