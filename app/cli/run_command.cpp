// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/measuring.h"
#include "app/cli/names.h"
#include "app/cli/plan_input.h"
#include "app/cli/plan_report.h"
#include "app/cli/run_words.h"
#include "app/cli/services.h"
#include "app/cli/target_facts.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/plan/choices.h"
#include "core/plan/study.h"
#include "core/run/device_list.h"
#include "core/run/doctor.h"
#include "core/run/forecast.h"
#include "core/run/machine.h"
#include "core/store/flat_rows.h"
#include "core/store/history.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace inferometer::cli {

namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

/// Combinations of words that contradict each other, and files that could not be written in the end.
Result<void> checkWords(const RunWords& words)
{
    const bool isStream = words.output == "-";
    if (!words.plan.empty() && !words.resume.empty())
        return usage("--plan and --resume exclude each other.");
    if (!words.plan.empty() && words.hasSelection())
        return usage("--plan says what is run; no selection and no measuring option goes with it.");
    if (!words.resume.empty() && (words.hasSelection() || !words.output.empty() || !words.label.empty()))
        return usage("--resume continues a run as it was planned; no selection, -o or --label goes with it.");
    if (!words.resume.empty() && words.isDryRun)
        return usage("--resume and --dry-run exclude each other.");
    if (!words.machine.empty() && !words.isDryRun)
        return usage(
            "--machine goes with --dry-run only: nothing can be measured on another machine's devices.");
    if (isStream && !words.format.empty())
        return usage("With -o - the run itself goes to standard output; --format has no place there.");
    const auto& progress = words.progress;
    if (progress != "auto" && progress != "always" && progress != "never" && !words.isForTarget())
        return usage("--progress is auto, always or never, not '" + core::oneLine(progress, 60) + "'.");
    if (words.isForTarget() && !(isStream && words.plan == "-"))
        return usage("--progress stream goes with --plan - -o -, as a run on another machine starts it.");
    if (!words.targets.empty()
        && (!words.plan.empty() || (!words.resume.empty() && words.targets.size() > 1)))
        return usage("--target goes with a selection, or once with --resume.");
    return checkOutputs(words.outputs);
}

Result<core::Plan> planOf(const RunWords& words, const core::Selection& selection,
    const core::Catalog& catalog, const core::Machine& machine)
{
    if (words.study.empty())
        return core::makePlan(selection, catalog, machine);
    const auto study = core::chosen<core::Study>(words.study, core::Study::Guide, "study");
    return study ? core::makeStudy(*study, selection, catalog, machine) : Result<core::Plan>(study.error());
}

/// A dry run costs nothing: where no model is named, it plans what the guide measured.
bool plansTheGuidesModels(const RunWords& words)
{
    return words.isDryRun && words.study.empty() && words.plan.empty() && words.models.empty()
        && words.tasks.empty();
}

void takeTheGuides(core::Selection& selection, const core::Catalog& catalog)
{
    for (const auto& model : catalog.models()) {
        if (model.isOfGuide)
            selection.models.push_back(model.name);
    }
    if (selection.batches.empty())
        selection.batches = {"1", "4", "16"};
}

/// The selected models' words become names; those that are the user's own come into the plan.
Result<core::Plan> planFromWords(const RunWords& words, const core::Catalog& catalog,
    const core::Machine& machine, const core::RunServices& services)
{
    auto selection = selectionFrom(words);
    if (!selection)
        return selection.error();
    if (plansTheGuidesModels(words))
        takeTheGuides(*selection, catalog);
    auto known = withProject(catalog, words.project);
    if (!known)
        return known.error();
    auto extended = core::withWords(*known, selection->models, services.paths.hub);
    if (!extended)
        return extended.error();
    selection->models = extended->names;
    auto plan = planOf(words, *selection, extended->catalog, machine);
    if (plan) {
        if (const auto read = core::refreshModels(*plan); !read)
            return read.error();
    }
    return plan;
}

Result<core::Plan> planFrom(const RunWords& words, const core::Catalog& catalog, const core::Machine& machine,
    const core::RunServices& services)
{
    if (words.plan.empty())
        return planFromWords(words, catalog, machine, services);
    const auto content =
        words.plan == "-" ? readStandardPlan() : core::readFile(words.plan, core::maxLineBytes);
    if (!content)
        return content.error();
    auto plan = core::planFromText(*content);
    if (!plan)
        return plan;
    if (words.isForTarget() && plan->threads == 0)
        plan->threads = machine.threads;
    const auto missing =
        words.isForTarget() ? core::WhatIsMissing::CostsItsRows : core::WhatIsMissing::IsAnError;
    if (const auto checked = core::checkPlan(*plan, catalog, machine, missing); !checked)
        return checked.error();
    if (!words.label.empty())
        plan->label = core::oneLine(words.label, 200);
    return plan;
}

/// Those that can be chosen here, or those that stand in a file.
Result<std::vector<core::DeviceFacts>> devicesFor(
    const RunWords& words, const core::RunServices& services, const Console& console)
{
    if (words.machine.empty())
        return devicesWithTargets(words, services, console);
    const auto text = core::readFile(words.machine, core::maxLineBytes);
    return text ? core::devicesFromText(*text) : text.error();
}

/// What is run, and what is known of the devices.
struct Ordered {
    core::RunOrder order;
    std::vector<core::DeviceFacts> devices;
};

/// A plan of the user's words, or the rest of an earlier run.
Result<Ordered> orderFrom(const RunWords& words, const core::RunServices& services, const Console& console)
{
    auto catalog = readModels(services);
    if (!catalog)
        return catalog.error();
    core::RunOrder order;
    order.catalog = *std::move(catalog);
    order.allowsCode = words.allowCode;
    if (!words.resume.empty()) {
        const auto path = core::findRun(services.paths.history, words.resume);
        if (!path)
            return path.error();
        auto file = core::readRun(*path);
        if (!file)
            return file.error();
        order.resume = *path;
        order.plan = std::move(file->run.plan);
        order.elsewhere = words.elsewhere();
        return Ordered{std::move(order), {}};
    }
    auto devices = devicesFor(words, services, console);
    if (!devices)
        return devices.error();
    const auto machine = core::machineFrom(*devices, core::usableCores(services.systemRoot));
    auto plan = planFrom(words, order.catalog, machine, services);
    if (!plan)
        return plan.error();
    order.plan = *std::move(plan);
    order.isForTarget = words.isForTarget();
    order.toStandardOutput = words.output == "-";
    if (!order.toStandardOutput)
        order.file = words.output;
    return Ordered{std::move(order), *std::move(devices)};
}

ExitCode dryRun(const Ordered& ordered, const core::RunServices& services, const std::string& study,
    core::TableFormat format, const Console& console)
{
    const auto& [order, devices] = ordered;
    const auto catalog = core::catalogOf(order.plan, order.catalog);
    if (!catalog)
        return console.fail(catalog.error());
    const auto forecast = core::forecast(order.plan, *catalog, services, devices);
    switch (format) {
    case core::TableFormat::Markdown:
        return console.deliver(planText(order.plan, *catalog, forecast, devices)
            + (study.empty() ? "" : studyLine(order.plan, study, forecast) + "\n"));
    case core::TableFormat::Json:
    case core::TableFormat::JsonLines:
        return console.deliver(planJson(order.plan, forecast, devices));
    case core::TableFormat::Csv:
        break;
    }
    return console.fail(usage("--dry-run prints md or json."));
}

/// What was compiled and where the rest is, in a line below the progress.
std::string summaryOf(const core::RunEnd& end)
{
    int rows = 0;
    int measured = 0;
    int compiled = 0;
    int cached = 0;
    int inPython = 0;
    for (const auto& row : core::flatRows(*end.run)) {
        ++rows;
        measured += core::outcomeOf(row) == core::Outcome::Measured;
        if (!row.row || !row.row->cost.isCompileCached)
            continue;
        if (row.variant.engine == core::Engine::Python)
            ++inPython;
        else
            ++(*row.row->cost.isCompileCached ? cached : compiled);
    }
    auto text = std::to_string(measured) + " of " + countText(rows, "row", "rows") + " measured";
    if (compiled > 0)
        text += "; " + countText(compiled, "package", "packages") + " compiled";
    if (cached > 0)
        text += "; " + countText(cached, "package", "packages") + " came from the cache";
    if (inPython > 0)
        text += "; " + countText(inPython, "torch.compile", "torch.compiles") + " in Python";
    return text + (end.file.empty() ? "" : "; run " + end.run->id);
}

ExitCode deliver(
    const core::RunEnd& end, const RunWords& words, core::TableFormat format, const Console& console)
{
    auto code = exitCodeOf(*end.run);
    if (end.run->ending == core::Ending::Cancelled)
        code = ExitCode::Interrupted;
    console.say(summaryOf(end));
    if (words.output != "-" && console.deliver(textOf(*end.run, format)) != ExitCode::Done)
        code = ExitCode::Failed;
    sayLogs(*end.run, end.file, console);
    if (const auto written = writeOutputs(*end.run, words.outputs); !written)
        code = console.fail(written.error());
    if (end.failure) {
        const auto failed = console.fail(*end.failure);
        code = end.run->visits.empty() ? failed : ExitCode::Incomplete;
    }
    return code;
}

ExitCode run(const RunWords& words, const Console& console)
{
    if (const auto checked = checkWords(words); !checked)
        return console.fail(checked.error());
    const auto format = formatFrom(words.format);
    if (!format)
        return console.fail(format.error());
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    if (words.isForTarget() && !console.print(core::encode(core::ownHello(*services)) + "\n"))
        return ExitCode::Failed;
    const auto ordered = orderFrom(words, *services, console);
    if (!ordered)
        return console.fail(ordered.error());
    if (plansTheGuidesModels(words))
        console.say(
            "No model is named, so this plans what the guide measured; a run needs -m, -t or --study.");
    if (words.isDryRun)
        return dryRun(*ordered, *services, words.study, *format, console);
    const auto& [order, devices] = *ordered;
    const bool isElsewhere = core::hasTargets(order.plan) || !order.elsewhere.empty();
    if (const auto checked = core::checkPrerequisites(*services); !checked && !isElsewhere)
        return console.fail(checked.error());
    if (!console.isQuiet() && words.resume.empty() && !words.isForTarget()) {
        const auto forecast = core::forecast(order.plan, order.catalog, *services, devices);
        if (!words.study.empty())
            console.say(studyLine(order.plan, words.study, forecast));
        console.say(forecastLine(order.plan, forecast, devices));
    }
    const auto end = measure(order, *services, {words.progress, words.plan == "-"}, console);
    return end ? deliver(*end, words, *format, console) : console.fail(end.error());
}

} // namespace

Command addRun(CLI::App& program)
{
    const auto words = std::make_shared<RunWords>();
    auto* command = program.add_subcommand("run", "Measure models, not compiled and compiled");
    addWords(*command, *words);
    return {command, [words](const Console& console) { return run(*words, console); }};
}

} // namespace inferometer::cli
