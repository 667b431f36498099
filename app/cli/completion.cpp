// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

#include "app/cli/services.h"
#include "core/store/history.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace inferometer::cli {

namespace {

using Words = std::vector<std::string>;

const CLI::App* commandNamed(const CLI::App& parent, const std::string& name)
{
    const auto found =
        parent.get_subcommands([&](const CLI::App* command) { return command->get_name() == name; });
    return found.empty() ? nullptr : found.front();
}

/// An option of the command or of those above it, whose words may stand behind it as well.
const CLI::Option* optionNamed(const std::vector<const CLI::App*>& commands, const std::string& name)
{
    for (const auto* command : commands) {
        if (const auto* option = name.starts_with('-') ? command->get_option_no_throw(name) : nullptr)
            return option;
    }
    return nullptr;
}

void addOptions(const CLI::App& command, Words& found)
{
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames())
            found.push_back("--" + name);
        for (const auto& name : option->get_snames())
            found.push_back("-" + name);
    }
}

Words modelNames()
{
    Words names{"all"};
    if (const auto catalog = readModels()) {
        for (const auto& model : catalog->models())
            names.push_back(model.name);
    }
    return names;
}

Words runNames()
{
    constexpr std::size_t shown = 50;
    constexpr std::string_view suffix = ".inferometer.jsonl";
    Words names{"last"};
    const auto services = findServices();
    if (!services)
        return names;
    for (const auto& file : core::runFiles(services->paths.history)) {
        const auto name = file.filename().string();
        names.push_back(name.substr(0, name.size() - suffix.size()));
    }
    names.resize(std::min(names.size(), shown));
    return names;
}

/// Commands whose own words are runs.
bool takesRuns(const std::string& command)
{
    static constexpr std::string_view all[] = {"show", "compare", "export", "report"};
    return std::find(std::begin(all), std::end(all), command) != std::end(all);
}

Words candidates(const std::vector<const CLI::App*>& commands, const std::string& before, bool isOption)
{
    Words found;
    if (isOption) {
        for (const auto* command : commands)
            addOptions(*command, found);
        return found;
    }
    const auto* option = optionNamed(commands, before);
    if (option && option->check_lname("model"))
        return modelNames();
    if (option && option->check_lname("resume"))
        return runNames();
    if (option && option->get_items_expected_max() > 0)
        return {}; // a value that nothing here knows
    for (const auto* command : commands.front()->get_subcommands([](const CLI::App*) { return true; }))
        found.push_back(command->get_name());
    if (takesRuns(commands.front()->get_name()))
        found = runNames();
    return found;
}

} // namespace

std::vector<std::string> completionsOf(const CLI::App& program, const std::vector<std::string>& words)
{
    std::vector<const CLI::App*> commands{&program}; // the innermost first
    const auto current = words.empty() ? std::string() : words.back();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (const auto* command = commandNamed(*commands.front(), words[i]))
            commands.insert(commands.begin(), command);
    }
    const auto before = words.size() < 2 ? std::string() : words[words.size() - 2];
    auto found = candidates(commands, before, current.starts_with('-'));
    std::erase_if(found, [&](const std::string& word) { return !word.starts_with(current); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace inferometer::cli
