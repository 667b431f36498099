// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/command.h"
#include "app/cli/services.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "core/run/model_trial.h"
#include "text/note_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace inferometer::cli {

namespace {

namespace fs = std::filesystem;

/// What the user wrote after `models`.
struct ModelsWords {
    std::string action;
    std::string model;
    std::string name;
    std::string label;
    std::string task;
    std::string imageSize;
    std::string project; ///< empty: the user's own catalogue
    bool allowsCode = false;
    bool isPrepared = false;
    bool allowsDownload = false;
};

/// The catalogue that is read and written.
struct OwnCatalogue {
    fs::path file;
    core::Catalog shipped;
    std::vector<core::OwnModel> models;
};

core::Result<OwnCatalogue> openCatalogue(const ModelsWords& words, const core::RunServices& services)
{
    auto shipped = core::readCatalog(services.tools.resources / "models.json");
    if (!shipped)
        return shipped.error();
    const bool isMine = words.project.empty();
    OwnCatalogue catalogue{
        isMine ? services.paths.ownModels : fs::path(words.project), *std::move(shipped), {}};
    auto models =
        core::readOwnModels(catalogue.file, isMine ? core::Catalogue::User : core::Catalogue::Project);
    if (!models)
        return models.error();
    catalogue.models = *std::move(models);
    return catalogue;
}

core::Result<void> takeWords(const ModelsWords& words, core::OwnModel& model)
{
    constexpr int maxPixels = 4096;
    if (!words.name.empty())
        model.name = words.name;
    if (!words.label.empty())
        model.label = core::oneLine(words.label, 60);
    if (!words.task.empty()) {
        const auto task = core::fromWord<core::Task>(words.task);
        if (!task)
            return usage("--task is classification, segmentation, detection or other, not '"
                + core::oneLine(words.task, 60) + "'.");
        model.task = *task;
    }
    if (!words.imageSize.empty()) {
        const auto pixels = core::integerFrom(words.imageSize);
        if (!pixels || *pixels < 8 || *pixels > maxPixels)
            return usage("--image-size is a number of pixels from 8 to " + std::to_string(maxPixels) + ".");
        model.imageSize = static_cast<int>(*pixels);
    }
    if (words.allowsCode && core::runsCode(model.source.kind))
        model.allowedSha256 = model.source.sha256;
    return {};
}

std::string textOf(const std::vector<core::TensorFacts>& tensors)
{
    std::vector<std::string> parts;
    for (const auto& tensor : tensors) {
        std::vector<std::string> sizes;
        for (const auto size : tensor.shape)
            sizes.push_back(std::to_string(size));
        parts.push_back(tensor.name + " " + core::join(sizes, "x") + " " + tensor.dtype);
    }
    return core::join(parts, ", ");
}

/// Prepares a model as a run would, and says what it is.
core::Result<void> prepare(const ModelsWords& words, core::OwnModel& model, const core::Catalog& shipped,
    const core::RunServices& services, const Console& console)
{
    core::Loop loop;
    const auto end = core::tryModel(
        {model, {}, words.allowsDownload}, shipped, services, loop, [](const std::string&) {}, {});
    if (!end)
        return end.error();
    if (const auto* failure = std::get_if<core::WorkerFailure>(&end.value()))
        return core::Error{core::ErrorCode::Unsupported,
            "'" + model.label + "' cannot be measured. " + text::sentence(failure->reason)
                + (failure->detail.empty() ? "" : " (" + failure->detail + ")")};
    const auto& trial = std::get<core::ModelTrial>(end.value());
    model.parameters = trial.parameters;
    if (words.task.empty() && trial.task)
        model.task = *trial.task;
    console.say("Task: " + std::string(core::toWord(model.task)));
    console.say("Parameters: " + core::fixedText(trial.parameters, 0));
    console.say("Inputs: " + textOf(trial.inputs));
    console.say("Outputs: " + textOf(trial.outputs));
    return {};
}

ExitCode add(const ModelsWords& words, const core::RunServices& services, const Console& console)
{
    if (words.allowsDownload && !words.isPrepared)
        return console.fail(usage("--allow-download goes with --prepare: nothing is fetched without it."));
    auto catalogue = openCatalogue(words, services);
    if (!catalogue)
        return console.fail(catalogue.error());
    auto model = core::ownModelFrom(words.model, services.paths.hub);
    if (!model)
        return console.fail(model.error());
    if (!*model)
        return console.fail(usage("'" + core::oneLine(words.model, 100)
            + "' is no model; it is timm:NAME, a hub id, a folder in the hub's layout, FILE.py:FUNCTION or "
              "FILE.pt2."));
    if (const auto taken = takeWords(words, **model); !taken)
        return console.fail(taken.error());
    const auto& name = (*model)->name;
    auto all = catalogue->models;
    all.push_back(**model);
    if (const auto named = catalogue->shipped.with(all); !named)
        return console.fail(named.error().followedBy(core::Note{"model-name-option", {}}));
    if (words.isPrepared) {
        const auto prepared = prepare(words, **model, catalogue->shipped, services, console);
        if (!prepared)
            return console.fail(prepared.error());
    }
    catalogue->models.push_back(**model);
    if (const auto written = core::writeOwnModels(catalogue->file, catalogue->models); !written)
        return console.fail(written.error());
    console.say("Added '" + name + "'; 'inferometer-cli run -m " + name + "' measures it.");
    if (!(*model)->isAllowed())
        console.say("It runs code of its own; a run needs --allow-code until the model is added with it.");
    return ExitCode::Done;
}

ExitCode remove(const ModelsWords& words, const core::RunServices& services, const Console& console)
{
    auto catalogue = openCatalogue(words, services);
    if (!catalogue)
        return console.fail(catalogue.error());
    const auto removed = std::erase_if(
        catalogue->models, [&](const core::OwnModel& model) { return model.name == words.model; });
    if (removed == 0) {
        std::vector<std::string> names;
        for (const auto& model : catalogue->models)
            names.push_back(model.name);
        const core::Error unknown(core::ErrorCode::ModelNotFound,
            core::Note{"own-model-unknown", {core::oneLine(words.model, 100)}});
        const auto hint = core::didYouMean(words.model, names);
        return console.fail(hint ? unknown.followedBy(*hint) : unknown);
    }
    const auto written = core::writeOwnModels(catalogue->file, catalogue->models);
    return written ? ExitCode::Done : console.fail(written.error());
}

ExitCode list(const ModelsWords& words, const core::RunServices& services, const Console& console)
{
    const auto catalogue = openCatalogue(words, services);
    if (!catalogue)
        return console.fail(catalogue.error());
    Columns table({"NAME", "TASK", "KIND", "SOURCE"});
    for (const auto& model : catalogue->models)
        table.add({model.name, std::string(core::toWord(model.task)),
            std::string(core::toWord(model.source.kind)),
            model.source.path.empty()
                ? model.source.model
                : model.source.path + (model.source.function.empty() ? "" : ":" + model.source.function)});
    if (catalogue->models.empty())
        console.say(
            "There are no models of your own yet; 'inferometer-cli models add timm:resnet18' adds one.");
    return console.deliver(catalogue->models.empty() ? std::string() : table.text());
}

ExitCode models(const ModelsWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    if (words.action == "add")
        return add(words, *services, console);
    return words.action == "remove" ? remove(words, *services, console) : list(words, *services, console);
}

} // namespace

Command addModels(CLI::App& program)
{
    const auto words = std::make_shared<ModelsWords>();
    auto* command = program.add_subcommand("models", "Your own models: add, remove, list");
    command->require_subcommand(1);
    const auto action = [&](const char* name, const char* help) {
        auto* added = command->add_subcommand(name, help);
        added->fallthrough();
        added->callback([words, added] { words->action = added->get_name(); });
        return added;
    };
    auto* adding = action("add", "Put a model into your catalogue");
    adding->add_option("MODEL", words->model, "timm:NAME, a hub id, FOLDER, FILE.py:FUNCTION or FILE.pt2")
        ->required();
    adding->add_option("--name", words->name, "Its short name")->type_name("NAME");
    adding->add_option("--label", words->label, "Its name in tables and charts")->type_name("TEXT");
    adding->add_option("--task", words->task, "classification, segmentation, detection or other")
        ->type_name("TASK");
    adding->add_option("--image-size", words->imageSize, "Pixels of the image's sides")->type_name("N");
    adding->add_flag("--allow-code", words->allowsCode, "Let the code in the file run, as it is now");
    adding->add_flag(
        "--prepare", words->isPrepared, "Prepare it as a run would, and say its parameters and inputs");
    adding->add_flag("--allow-download", words->allowsDownload,
        "Let --prepare fetch a hub id that is not in the Hugging Face cache");
    auto* removing = action("remove", "Take a model out of your catalogue; its files stay");
    removing->add_option("NAME", words->model, "Its short name")->required();
    action("list", "Your own models");
    command->add_option("--models", words->project, "A project's file instead of your own catalogue")
        ->type_name("FILE");
    return {command, [words](const Console& console) { return models(*words, console); }};
}

} // namespace inferometer::cli
