// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/command.h"
#include "app/cli/names.h"
#include "app/cli/services.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/catalog/hub_cache.h"
#include "core/run/device_list.h"
#include "core/run/targets.h"
#include "core/store/flat_rows.h"
#include "core/store/history.h"
#include "text/error_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>

namespace inferometer::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string weightsText(const std::filesystem::path& hub, const std::string& hubId)
{
    if (const auto snapshot = core::findSnapshot(hub, hubId))
        return "pretrained, " + core::bytesText(snapshot->bytes);
    return core::holdsOnlyPickles(hub, hubId) ? "random (pickled ones are not used)" : "random";
}

std::string modelsText(const core::Catalog& catalog, const core::Paths& paths)
{
    Columns table({"NAME", "TASK", "PARAMETERS", "WEIGHTS", "HUB ID"});
    for (const auto& model : catalog.models())
        table.add({model.name, std::string(core::toWord(model.task)),
            core::fixedText(model.parameters / 1e6, 1) + " M", weightsText(paths.hub, model.hubId),
            model.hubId});
    return table.text();
}

Json modelsJson(const core::Catalog& catalog, const core::Paths& paths)
{
    auto list = Json::array();
    for (const auto& model : catalog.models()) {
        const auto snapshot = core::findSnapshot(paths.hub, model.hubId);
        Json entry{{"name", model.name}, {"label", model.label}, {"task", core::toWord(model.task)},
            {"parameters", model.parameters}, {"hub_id", model.hubId},
            {"weights", snapshot ? "pretrained" : "random"}};
        if (snapshot) {
            entry["revision"] = snapshot->commit;
            entry["weights_bytes"] = snapshot->bytes;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

ExitCode listModels(bool isJson, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    const auto catalog = readModels(*services);
    if (!catalog)
        return console.fail(catalog.error());
    return console.deliver(
        isJson ? dumped(modelsJson(*catalog, services->paths)) : modelsText(*catalog, services->paths));
}

/// Of this machine and, as far as they were asked, of the targets.
core::Result<std::vector<core::DeviceFacts>> knownDevices()
{
    const auto services = findServices();
    if (!services)
        return services.error();
    const auto targets = core::readTargets(services->paths.targets);
    if (!targets)
        return targets.error();
    auto devices = core::findDevices(services->systemRoot, services->driver);
    for (const auto& target : *targets) {
        const auto own = core::devicesOf(target);
        devices.insert(devices.end(), own.begin(), own.end());
    }
    return devices;
}

std::string devicesTable(const std::vector<core::DeviceFacts>& devices)
{
    Columns table({"DEVICE", "NAME", "MEMORY", "CAPABILITY", "PCI", "DRIVER", "CUDA"});
    const auto cell = [](const std::string& text) { return text.empty() ? "-" : core::oneLine(text, 40); };
    for (const auto& facts : devices) {
        table.add({core::toText(facts.device),
            core::oneLine(facts.name, 80) + (facts.isSlice ? " (slice)" : "")
                + (facts.drivesDisplay ? " (drives the display)" : ""),
            facts.memory_bytes ? core::bytesText(*facts.memory_bytes) : "-", cell(facts.capability),
            cell(facts.pciBus), cell(facts.driverVersion), cell(facts.driver)});
    }
    return table.text();
}

ExitCode listDevices(bool isJson, const Console& console)
{
    const auto devices = knownDevices();
    if (!devices)
        return console.fail(devices.error());
    return console.deliver(isJson ? core::devicesText(*devices) : devicesTable(*devices));
}

/// What a line about a run says.
struct RunLine {
    core::RunRecord run;
    std::string models;
    std::string devices;
    int rows = 0;
    int measured = 0;
};

RunLine lineOf(core::RunRecord run)
{
    RunLine line;
    std::vector<std::string> models;
    std::set<core::Device> devices;
    for (const auto& visit : run.plan.visits) {
        if (std::find(models.begin(), models.end(), visit.workload.model) == models.end())
            models.push_back(visit.workload.model);
    }
    for (const auto& row : core::flatRows(run)) {
        devices.insert(core::deviceOf(row));
        ++line.rows;
        line.measured += core::outcomeOf(row) == core::Outcome::Measured;
    }
    for (const auto& device : devices)
        line.devices += (line.devices.empty() ? "" : ",") + core::toText(device);
    line.models = core::join(models, ",");
    line.run = std::move(run);
    return line;
}

ExitCode listRuns(bool isJson, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    Columns table({"RUN", "DEVICES", "MEASURED", "ENDING", "MODELS", "LABEL"});
    auto list = Json::array();
    auto ending = ExitCode::Done;
    for (const auto& path : core::runFiles(services->paths.history)) {
        auto file = core::readRun(path);
        if (!file) {
            ending = ExitCode::Incomplete;
            console.warn("inferometer-cli: " + core::oneLine(text::sentence(file.error()), 1000));
            continue;
        }
        const auto line = lineOf(std::move(file->run));
        table.add({line.run.id, line.devices, std::to_string(line.measured) + "/" + std::to_string(line.rows),
            std::string(core::toWord(line.run.ending)), cut(line.models, 40),
            core::oneLine(line.run.label, 80)});
        list.push_back({{"id", line.run.id}, {"label", line.run.label}, {"created_utc", line.run.created_utc},
            {"devices", line.devices}, {"models", line.models}, {"rows", line.rows},
            {"measured", line.measured}, {"ending", core::toWord(line.run.ending)}});
    }
    if (list.empty() && !isJson && ending == ExitCode::Done)
        console.say("There are no runs yet; 'inferometer-cli run -m resnet' makes the first one.");
    const auto delivered = console.deliver(isJson ? dumped(list)
            : list.empty()                        ? std::string()
                                                  : table.text());
    return delivered == ExitCode::Done ? ending : delivered;
}

ExitCode list(const std::string& what, bool isJson, const Console& console)
{
    if (what == "models")
        return listModels(isJson, console);
    return what == "devices" ? listDevices(isJson, console) : listRuns(isJson, console);
}

} // namespace

Command addList(CLI::App& program)
{
    struct ListWords {
        std::string what;
        bool isJson = false;
    };
    const auto words = std::make_shared<ListWords>();
    auto* command = program.add_subcommand("list", "What can be run, and what was run");
    command->require_subcommand(1);
    for (const auto& [name, help] :
        {std::pair{"models", "Models known by name, and where their weights come from"},
            std::pair{"devices", "What they can run on"},
            std::pair{"runs", "The runs of the history, newest first"}}) {
        auto* what = command->add_subcommand(name, help);
        what->fallthrough();
        what->add_flag("--json", words->isJson, "As JSON");
        what->callback([words, what] { words->what = what->get_name(); });
    }
    return {command, [words](const Console& console) { return list(words->what, words->isJson, console); }};
}

} // namespace inferometer::cli
