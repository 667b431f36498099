// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/command.h"
#include "app/cli/measuring.h"
#include "app/cli/plan_report.h"
#include "app/cli/services.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/run/doctor.h"
#include "core/run/forecast.h"
#include "core/run/machine.h"
#include "core/store/noise_floor.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>

namespace inferometer::cli {

namespace {

using Json = nlohmann::ordered_json;

struct NoiseWords {
    std::vector<std::string> devices;
    std::vector<std::string> models;
    std::string batch;
    std::string allocator;
    std::optional<int> copies;
    std::optional<int> visits;
    std::optional<int> threads;
    std::optional<double> maxTime_s;
    bool isJson = false;
    bool showsKept = false;
};

core::Selection selectionFrom(const NoiseWords& words)
{
    auto selection = core::noiseSelection(words.devices, words.models);
    if (!words.batch.empty())
        selection.batches = {words.batch};
    selection.allocator = words.allocator;
    selection.copies = words.copies ? words.copies : selection.copies;
    selection.visits = words.visits ? words.visits : selection.visits;
    selection.maxTime_s = words.maxTime_s ? words.maxTime_s : selection.maxTime_s;
    selection.threads = words.threads;
    return selection;
}

std::string listOf(const std::vector<core::NoiseFloor>& floors)
{
    Columns table(
        {"DEVICE", "NOISE FLOOR", "COMPARISONS", "WRONG VERDICTS", "THREADS", "ALLOCATOR", "MODEL", "NAME"});
    for (const auto& floor : floors) {
        const auto& conditions = floor.conditions;
        table.add({conditions.device, core::fixedText(floor.floor_percent, 2) + "%",
            std::to_string(floor.comparisons), std::to_string(floor.wrongVerdicts),
            std::to_string(conditions.threads), std::string(core::toWord(conditions.allocator)),
            floor.model + " b" + std::to_string(floor.batch), core::oneLine(conditions.deviceName, 60)});
    }
    return table.text();
}

Json jsonOf(const core::NoiseFloor& floor)
{
    const auto& conditions = floor.conditions;
    return {{"device", conditions.device}, {"device_name", conditions.deviceName},
        {"threads", conditions.threads}, {"allocator", core::toWord(conditions.allocator)},
        {"executor", conditions.executor}, {"floor_percent", floor.floor_percent},
        {"comparisons", floor.comparisons}, {"wrong_verdicts", floor.wrongVerdicts}, {"model", floor.model},
        {"batch", floor.batch}, {"dtype", core::toWord(floor.dtype)}, {"run", floor.run},
        {"measured_utc", floor.measured_utc}};
}

ExitCode deliver(const std::vector<core::NoiseFloor>& floors, bool isJson, const Console& console)
{
    if (!isJson)
        return console.deliver(listOf(floors));
    auto list = Json::array();
    for (const auto& floor : floors)
        list.push_back(jsonOf(floor));
    return console.deliver(list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

ExitCode showKept(const core::RunServices& services, bool isJson, const Console& console)
{
    const auto floors = core::readNoiseFloors(core::noiseFloorPath(services.paths.history));
    if (!floors)
        return console.fail(floors.error());
    if (floors->empty() && !isJson) {
        console.say("No noise floor is known here; 'inferometer-cli noise' measures it.");
        return ExitCode::Done;
    }
    return deliver(*floors, isJson, console);
}

core::Result<core::RunOrder> orderFrom(const NoiseWords& words, const core::RunServices& services)
{
    auto catalog = readModels(services);
    if (!catalog)
        return catalog.error();
    const auto devices = core::findDevices(services.systemRoot, services.driver);
    const auto machine = core::machineFrom(devices, core::usableCores(services.systemRoot));
    auto plan = core::makePlan(selectionFrom(words), *catalog, machine);
    if (!plan)
        return plan.error();
    core::RunOrder order;
    order.plan = *std::move(plan);
    order.catalog = *std::move(catalog);
    return order;
}

ExitCode noise(const NoiseWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    if (words.showsKept)
        return showKept(*services, words.isJson, console);
    if (words.copies && *words.copies < 2)
        return console.fail(usage("--copies must be at least 2: one is compared with the other."));
    const auto order = orderFrom(words, *services);
    if (!order)
        return console.fail(order.error());
    if (const auto checked = core::checkPrerequisites(*services); !checked)
        return console.fail(checked.error());
    if (!console.isQuiet())
        console.say(forecastLine(order->plan, core::forecast(order->plan, order->catalog, *services), {}));
    const auto end = measure(*order, *services, {}, console);
    if (!end)
        return console.fail(end.error());
    const auto floors = core::noiseFloorsOf(*end->run);
    auto code = floors.empty() ? ExitCode::Failed : deliver(floors, words.isJson, console);
    if (!floors.empty())
        console.say(
            "Smaller differences say nothing on this device; the samples are in run " + end->run->id + ".");
    if (end->failure)
        return console.fail(*end->failure);
    if (end->run->ending == core::Ending::Cancelled)
        return ExitCode::Interrupted;
    return code == ExitCode::Done ? exitCodeOf(*end->run) : code;
}

} // namespace

Command addNoise(CLI::App& program)
{
    const auto words = std::make_shared<NoiseWords>();
    auto* command = program.add_subcommand("noise",
        "Measure identical programs against each other: smaller differences than theirs say nothing");
    command->add_option("-d,--device", words->devices, "cpu, cuda, cuda:N or all (default: the best one)")
        ->type_name("DEVICE")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("-m,--model", words->models, "What is measured (default: resnet)")
        ->type_name("NAME")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("-b,--batch", words->batch, "Its batch size (default: 1)")->type_name("N");
    command->add_option("--allocator", words->allocator, "retain or default (default: retain)")
        ->type_name("KIND");
    command->add_option("--copies", words->copies, "Identical programs side by side (default: 3)")
        ->type_name("N");
    command->add_option("--visits", words->visits, "Processes, one after the other (default: 5)")
        ->type_name("N");
    command->add_option("--threads", words->threads, "Threads (default: cores)")->type_name("N");
    command
        ->add_option("--max-time", words->maxTime_s, "Limit per program and process in seconds (default: 20)")
        ->type_name("S");
    command->add_flag(
        "--kept", words->showsKept, "Measure nothing, only print the floors kept on this machine");
    command->add_flag("--json", words->isJson, "As JSON");
    return {command, [words](const Console& console) { return noise(*words, console); }};
}

} // namespace inferometer::cli
