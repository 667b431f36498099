// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/command.h"
#include "app/cli/completion.h"
#include "app/cli/console.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <string>
#include <vector>

namespace inferometer::cli {

namespace {

constexpr const char* programHelp = "What compiling a PyTorch vision model buys on this machine.";
constexpr const char* programFooter =
    "Results go to standard output, everything else to standard error.\n"
    "Exit codes: 0 all measured, 1 failed, 2 usage, 3 some rows not "
    "measured, 4 slower than allowed, 5 something is missing, 130 interrupted.";

/// Words that may stand before or behind the command.
struct GlobalWords {
    bool isQuiet = false;
    bool isVerbose = false;
    std::string color = "auto";
};

void addGlobalWords(CLI::App& program, GlobalWords& words)
{
    program.add_flag("-q,--quiet", words.isQuiet, "Only results and errors");
    program.add_flag("-v,--verbose", words.isVerbose, "Every step");
    program.add_option("--color", words.color, "auto, always or never (default: auto)")->type_name("WHEN");
    program.set_version_flag(
        "--version", "inferometer-cli " INFEROMETER_VERSION, "Print the version and leave");
    program.set_help_flag("-h,--help", "Print this help and leave");
    program.fallthrough();
    program.require_subcommand(0, 1);
    program.footer(programFooter);
}

/// "inferometer-cli cache prune", as far as the commands were understood.
std::string commandsOf(const CLI::App& program)
{
    auto text = program.get_name();
    for (const auto* command : program.get_subcommands())
        text += " " + commandsOf(*command);
    return text;
}

/// The parser's complaint as one sentence that says where help is.
core::Error complaintOf(const CLI::ParseError& error, const CLI::App& program)
{
    const auto help = "; '" + commandsOf(program) + " --help' lists what there is.";
    const auto what = core::oneLine(error.what(), 300);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return usage(what.substr(0, what.find(':')) + " needs a value" + help);
    if (const auto rest = program.remaining(true); !rest.empty())
        return usage("'" + core::oneLine(rest.front(), 200) + "' is not expected here" + help);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return usage("One more word is needed" + help);
    return usage(what.substr(0, what.find_last_not_of(". ") + 1) + help);
}

/// `print` of a request for help or version: nothing else is done.
ExitCode printed(const CLI::ParseError& request, const CLI::App& program, const Console& console)
{
    const bool isVersion = dynamic_cast<const CLI::CallForVersion*>(&request) != nullptr;
    return console.deliver(isVersion ? std::string(request.what()) + "\n" : program.help());
}

Verbosity verbosityOf(const GlobalWords& words)
{
    if (words.isQuiet)
        return Verbosity::Quiet;
    return words.isVerbose ? Verbosity::Verbose : Verbosity::Normal;
}

/// For a shell: the words behind `complete` are those typed so far, whatever they are.
bool isCompletion(int argc, const char* const* argv)
{
    return argc > 1 && std::string_view(argv[1]) == "complete";
}

ExitCode complete(const CLI::App& program, const std::vector<std::string>& words, const Console& console)
{
    std::string lines;
    for (const auto& word : completionsOf(program, words))
        lines += word + "\n";
    return console.deliver(lines);
}

ExitCode execute(const std::vector<Command>& commands, const GlobalWords& words)
{
    if (words.color != "auto" && words.color != "always" && words.color != "never")
        return Console(Verbosity::Normal, "never")
            .fail(usage("--color is auto, always or never, not '" + core::oneLine(words.color, 60) + "'."));
    const Console console(verbosityOf(words), words.color);
    for (const auto& command : commands) {
        if (command.words->parsed())
            return command.execute(console);
    }
    return console.fail(usage("Nothing is asked for; 'inferometer-cli --help' lists the commands, and "
                              "'inferometer-cli run -m resnet' measures a first model."));
}

} // namespace

ExitCode runProgram(int argc, const char* const* argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader who left is an error of writing, not the end of a run
    CLI::App program(programHelp, "inferometer-cli");
    GlobalWords words;
    addGlobalWords(program, words);
    const std::vector commands{addRun(program), addNoise(program), addList(program), addModels(program),
        addShow(program), addCompare(program), addExport(program), addReport(program), addCache(program),
        addDoctor(program), addTargets(program)};
    const Console console(Verbosity::Normal, "never");
    if (isCompletion(argc, argv))
        return complete(program, {argv + 2, argv + argc}, console);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool isRequest = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        return isRequest ? printed(error, program, console) : console.fail(complaintOf(error, program));
    }
    try {
        return execute(commands, words);
    } catch (const std::exception& error) {
        return console.fail(
            {core::ErrorCode::Internal, std::string("Something unexpected happened: ") + error.what()});
    }
}

} // namespace inferometer::cli
