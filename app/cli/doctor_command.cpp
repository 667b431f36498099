// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/fonts.h"
#include "app/cli/services.h"
#include "core/run/doctor.h"
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

ExitCode doctor(bool isJson, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    core::Loop loop;
    auto checks = core::examine(*services, loop);
    checks.push_back(checkFonts());
    const auto delivered = console.deliver(isJson ? jsonOf(checks) : textOf(checks, console));
    const bool isBroken = std::any_of(
        checks.begin(), checks.end(), [](const Check& check) { return check.state == CheckState::Bad; });
    return delivered == ExitCode::Done && isBroken ? ExitCode::Prerequisite : delivered;
}

} // namespace

Command addDoctor(CLI::App& program)
{
    const auto isJson = std::make_shared<bool>(false);
    auto* command =
        program.add_subcommand("doctor", "Examine what a run needs, and say how to mend what is missing");
    command->add_flag("--json", *isJson, "As JSON");
    return {command, [isJson](const Console& console) { return doctor(*isJson, console); }};
}

} // namespace inferometer::cli
