// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/outputs.h"
#include "app/cli/services.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace inferometer::cli {

namespace {

struct ShowWords {
    std::string run;
    std::string format;
};

ExitCode show(const ShowWords& words, const Console& console)
{
    const auto format = formatFrom(words.format);
    if (!format)
        return console.fail(format.error());
    const auto run = openRun(words.run);
    if (!run)
        return console.fail(run.error());
    sayProblems(*run, console);
    const auto delivered = console.deliver(textOf(run->file.run, *format));
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
    return {command, [words](const Console& console) { return show(*words, console); }};
}

} // namespace inferometer::cli
