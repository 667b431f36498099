// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/services.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <unistd.h>

namespace inferometer::cli {

namespace {

struct ReportWords {
    std::string run;
    std::string language = "en";
    std::vector<std::string> files;
};

/// The window program takes this one's place: its output and its exit code are this command's.
core::Error become(const std::filesystem::path& program, std::vector<std::string> words)
{
    words.insert(words.begin(), program.string());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    return {core::ErrorCode::ProcessFailed,
        "Cannot start '" + program.string() + "': " + std::strerror(errno) + "."};
}

ExitCode report(const ReportWords& words, const Console& console)
{
    if (words.language != "en" && words.language != "ja")
        return console.fail(usage("--lang is en or ja, not '" + core::oneLine(words.language, 60) + "'."));
    if (const auto run = openRun(words.run); !run)
        return console.fail(run.error());
    const auto program = core::findTools().window;
    if (::access(program.c_str(), X_OK) != 0)
        return console.fail({core::ErrorCode::EnvironmentMissing,
            "A report needs the window program for its figures, and '" + program.string()
                + "' is not installed; 'export --markdown' writes the tables without it."});
    std::vector<std::string> arguments{"--report", words.run, "--lang", words.language};
    for (const auto& file : words.files)
        arguments.insert(arguments.end(), {"--output", file});
    return console.fail(become(program, std::move(arguments)));
}

} // namespace

Command addReport(CLI::App& program)
{
    const auto words = std::make_shared<ReportWords>();
    auto* command =
        program.add_subcommand("report", "Write the guide's page for a run: method, figures, tables, claims");
    command->add_option("run", words->run, "A run file, an id or a part of one, or last")
        ->type_name("RUN")
        ->required();
    command->add_option("--lang", words->language, "en or ja (default: en)")->type_name("LANGUAGE");
    command
        ->add_option("-o,--output", words->files,
            "A name that ends in .html (self-contained), .md (pictures beside it) or .pdf; can be repeated "
            "(default: ID.report.html here)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    return {command, [words](const Console& console) { return report(*words, console); }};
}

} // namespace inferometer::cli
