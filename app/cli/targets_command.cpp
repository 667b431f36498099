// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/command.h"
#include "app/cli/names.h"
#include "app/cli/services.h"
#include "app/cli/target_facts.h"
#include "core/base/text.h"
#include "core/run/targets.h"
#include "text/error_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace inferometer::cli {

namespace {

using core::Target;
using Json = nlohmann::ordered_json;

struct TargetWords {
    std::string name;
    std::string path;
    std::vector<std::string> launcher;
    bool isUnasked = false;
    bool isJson = false;
};

std::string devicesText(const Target& target)
{
    std::vector<std::string> names;
    for (const auto& facts : core::devicesOf(target))
        names.push_back(core::textWithoutTarget(facts.device));
    return names.empty() ? "never asked" : core::join(names, ",");
}

Json objectOf(const Target& target)
{
    Json object{{"name", target.name}, {"launcher", target.launcher}, {"installation", target.installation}};
    if (!target.facts)
        return object;
    auto devices = Json::array();
    for (const auto& facts : core::devicesOf(target))
        devices.push_back({{"device", core::textWithoutTarget(facts.device)}, {"name", facts.name}});
    object["devices"] = std::move(devices);
    object["torch"] = target.facts->torch;
    object["asked_utc"] = target.facts->asked_utc;
    return object;
}

ExitCode listTargets(const TargetWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    const auto targets = core::readTargets(services->paths.targets);
    if (!targets)
        return console.fail(targets.error());
    Columns table({"TARGET", "DEVICES", "TORCH", "INSTALLATION", "LAUNCHER"});
    auto list = Json::array();
    for (const auto& target : *targets) {
        table.add({target.name, devicesText(target), target.facts ? target.facts->torch : "-",
            target.installation, target.launcher.empty() ? "-" : core::join(target.launcher, " ")});
        list.push_back(objectOf(target));
    }
    if (words.isJson)
        return console.deliver(list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    if (targets->empty())
        console.say(
            "There are no targets yet; 'inferometer-cli targets add gpubox --path /opt/inferometer -- ssh "
            "gpubox' makes one.");
    return targets->empty() ? ExitCode::Done : console.deliver(table.text());
}

/// What the target has, in a line.
ExitCode ask(const core::RunServices& services, const Target& target, const Console& console)
{
    const auto report = askTarget(services, target, console);
    if (!report)
        return console.fail({report.error().code,
            text::sentence(report.error()) + " The target is kept; 'doctor --target " + target.name
                + "' asks it again."});
    auto known = target;
    known.facts = report->facts;
    const auto& torch = report->facts.torch;
    console.say("'" + target.name + "' has " + devicesText(known)
        + (torch.empty() ? " and no torch that can be used; 'doctor --target " + target.name
                    + "' says what is missing."
                         : " with torch " + torch + "."));
    return ExitCode::Done;
}

ExitCode addTarget(const TargetWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    const Target target{words.name, words.launcher, words.path, {}};
    if (const auto added = core::addTarget(services->paths.targets, target); !added)
        return console.fail(added.error());
    return words.isUnasked ? ExitCode::Done : ask(*services, target, console);
}

ExitCode removeTarget(const TargetWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    const auto removed = core::removeTarget(services->paths.targets, words.name);
    return removed ? ExitCode::Done : console.fail(removed.error());
}

} // namespace

Command addTargets(CLI::App& program)
{
    const auto words = std::make_shared<TargetWords>();
    auto* command = program.add_subcommand("targets", "Other machines and installations to measure on");
    command->require_subcommand(1);
    auto* list = command->add_subcommand("list", "The targets, and what they had when they were last asked");
    list->fallthrough();
    list->add_flag("--json", words->isJson, "As JSON");
    auto* add = command->add_subcommand(
        "add", "Add a target, or replace it: targets add gpubox --path /opt/inferometer -- ssh gpubox");
    add->add_option("NAME", words->name, "What to call it")->required();
    add->add_option("--path", words->path, "The folder there that holds bin/inferometer-cli")
        ->required()
        ->type_name("DIR");
    add->add_flag("--unasked", words->isUnasked, "Do not ask it now what it has");
    add->add_option("LAUNCHER", words->launcher,
        "Behind --: the words that start a program there; none: on this machine");
    auto* remove = command->add_subcommand("remove", "Forget a target; its rows stay");
    remove->add_option("NAME", words->name, "Which one")->required();
    return {command, [words, list, add](const Console& console) {
                if (list->parsed())
                    return listTargets(*words, console);
                return add->parsed() ? addTarget(*words, console) : removeTarget(*words, console);
            }};
}

} // namespace inferometer::cli
