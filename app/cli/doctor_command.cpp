// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/fonts.h"
#include "app/cli/services.h"
#include "app/cli/target_facts.h"
#include "core/run/doctor.h"
#include "core/run/stream.h"
#include "core/run/targets.h"
#include "text/names.h"
#include "text/note_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace inferometer::cli {

namespace {

using core::Check;
using core::CheckState;
using Json = nlohmann::ordered_json;

Tone toneOf(CheckState state)
{
    switch (state) {
    case CheckState::Good:
        return Tone::Good;
    case CheckState::Doubtful:
        return Tone::Doubtful;
    case CheckState::Bad:
        return Tone::Bad;
    }
    return Tone::Plain;
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

/// "ok       Compiler             g++ 12.2.0"
std::string lineOf(const Check& check, const Console& console)
{
    constexpr std::size_t stateWidth = 9;
    constexpr std::size_t topicWidth = 20;
    const auto state = text::nameIn(text::checkStates(), core::toWord(check.state));
    auto line = console.colored(state, toneOf(check.state))
        + std::string(stateWidth - std::min(stateWidth, state.size()), ' ')
        + padded(text::nameIn(text::checkTopics(), check.topic), topicWidth) + text::sentence(check.finding);
    if (!check.path.empty())
        line += " (" + check.path + ")";
    line += "\n";
    if (!check.remedy.code.empty())
        line += std::string(stateWidth + topicWidth, ' ') + text::sentence(check.remedy) + "\n";
    return line;
}

/// Without paths: this is what gets copied into reports.
Json objectOf(const Check& check)
{
    Json object{{"topic", check.topic}, {"state", core::toWord(check.state)}, {"code", check.finding.code},
        {"args", check.finding.args}, {"finding", text::sentence(check.finding)}};
    if (!check.remedy.code.empty())
        object["remedy"] = text::sentence(check.remedy);
    return object;
}

std::string textOf(const std::vector<Check>& checks, const Console& console)
{
    std::string text;
    for (const auto& check : checks)
        text += lineOf(check, console);
    return text;
}

std::string jsonOf(const std::vector<Check>& checks)
{
    auto list = Json::array();
    for (const auto& check : checks)
        list.push_back(objectOf(check));
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

struct DoctorWords {
    bool isJson = false;
    bool isLines = false;
    std::string target;
};

/// For a run elsewhere: who speaks, then what is found, a line each.
ExitCode sayLines(const core::RunServices& services, const Console& console)
{
    auto ending = console.deliver(core::encode(core::ownHello(services)) + "\n");
    core::Loop loop;
    for (const auto& check : core::examine(services, loop)) {
        if (ending == ExitCode::Done)
            ending = console.deliver(core::encode(check) + "\n");
    }
    return ending;
}

core::Result<std::vector<Check>> checksOf(
    const DoctorWords& words, const core::RunServices& services, const Console& console)
{
    if (words.target.empty() || words.target == "local") {
        core::Loop loop;
        auto checks = core::examine(services, loop);
        checks.push_back(checkFonts());
        return checks;
    }
    const auto targets = core::readTargets(services.paths.targets);
    if (!targets)
        return targets.error();
    const auto target = core::findTarget(*targets, words.target);
    if (!target)
        return target.error();
    auto report = askTarget(services, *target, console);
    return report ? core::Result<std::vector<Check>>(std::move(report->checks)) : report.error();
}

ExitCode doctor(const DoctorWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    if (words.isLines)
        return sayLines(*services, console);
    const auto found = checksOf(words, *services, console);
    if (!found)
        return console.fail(found.error());
    const auto delivered = console.deliver(words.isJson ? jsonOf(*found) : textOf(*found, console));
    const bool isBroken = std::any_of(
        found->begin(), found->end(), [](const Check& check) { return check.state == CheckState::Bad; });
    return delivered == ExitCode::Done && isBroken ? ExitCode::Prerequisite : delivered;
}

} // namespace

Command addDoctor(CLI::App& program)
{
    const auto words = std::make_shared<DoctorWords>();
    auto* command =
        program.add_subcommand("doctor", "Examine what a run needs, and say how to mend what is missing");
    command->add_flag("--json", words->isJson, "As JSON");
    command->add_option("--target", words->target, "Examine another machine or installation")
        ->type_name("NAME");
    command->add_flag("--lines", words->isLines, "As another installation asks")->group("");
    return {command, [words](const Console& console) { return doctor(*words, console); }};
}

} // namespace inferometer::cli
