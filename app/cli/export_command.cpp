// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/outputs.h"
#include "app/cli/services.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace inferometer::cli {

namespace {

struct ExportWords {
    std::string run;
    Outputs outputs;
};

ExitCode exportRun(const ExportWords& words, const Console& console)
{
    if (words.outputs.isEmpty())
        return console.fail({core::ErrorCode::UsageInvalid,
            "No file is named; give --csv, --json, --jsonl or --markdown with a FILE."});
    if (const auto checked = checkOutputs(words.outputs); !checked)
        return console.fail(checked.error());
    const auto run = openRun(words.run);
    if (!run)
        return console.fail(run.error());
    sayProblems(*run, console);
    if (const auto written = writeOutputs(run->file.run, words.outputs); !written)
        return console.fail(written.error());
    return run->file.problems.empty() ? ExitCode::Done : ExitCode::Incomplete;
}

} // namespace

Command addExport(CLI::App& program)
{
    const auto words = std::make_shared<ExportWords>();
    auto* command = program.add_subcommand("export", "Write a run into files of other forms");
    command->add_option("run", words->run, "A run file, an id or a part of one, or last")
        ->type_name("RUN")
        ->required();
    addOutputs(*command, words->outputs);
    return {command, [words](const Console& console) { return exportRun(*words, console); }};
}

} // namespace inferometer::cli
