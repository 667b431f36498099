// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/protocol/json.h"

#include <algorithm>
#include <set>

namespace inferometer::core {

namespace {

constexpr std::size_t maxBytes = 4u << 20;
constexpr std::size_t maxModels = 1000;
constexpr int version = 1;

struct Listing {
    int version = 0;
    std::vector<Json> models;
};

bool isShortName(std::string_view name)
{
    return isHubId(name) && name.find('/') == std::string_view::npos && name == lowerCase(name)
        && name != "all";
}

} // namespace

template <> struct Fields<Listing> {
    static constexpr auto all = std::tuple{
        Field{"version", &Listing::version, Presence::Required},
        Field{"models", &Listing::models, Presence::Required},
    };
};

template <> struct Fields<CatalogModel> {
    static constexpr auto all = std::tuple{
        Field{"name", &CatalogModel::name, Presence::Required},
        Field{"hub_id", &CatalogModel::hubId, Presence::Required},
        Field{"label", &CatalogModel::label, Presence::Required},
        Field{"task", &CatalogModel::task, Presence::Required},
        Field{"parameters", &CatalogModel::parameters},
        Field{"attention", &CatalogModel::attention},
    };
};

namespace {

Error invalid(const std::string& reason)
{
    return Error{ErrorCode::FileInvalid, "The catalogue of models is not valid: " + reason + "."};
}

/// Pixels of the image tensor, [batch, channels, height, width]; 1 where the entry does not say.
double pixelsOf(const Json& entry)
{
    std::map<std::string, std::vector<double>> inputs;
    try {
        readJson(entry.value("inputs", Json::object()), inputs);
    } catch (const std::exception&) {
        return 1;
    }
    const auto shape = inputs["pixel_values"];
    return shape.size() == 4 ? shape[2] * shape[3] : 1;
}

Result<CatalogModel> modelFrom(const Json& json)
{
    auto model = fromJson<CatalogModel>(json, ErrorCode::FileInvalid, "catalogue of models");
    if (!model)
        return model;
    if (!isShortName(model->name))
        return invalid("'" + oneLine(model->name, 60) + "' is no short name");
    if (!isHubId(model->hubId))
        return invalid("'" + oneLine(model->hubId, 60) + "' is no hub id");
    model->label = oneLine(model->label, 60);
    model->entry = toLine(json);
    model->cost = model->parameters * pixelsOf(json);
    return model;
}

} // namespace

Catalog::Catalog(std::vector<CatalogModel> models)
    : m_models(std::move(models))
{
}

const CatalogModel* Catalog::findByName(std::string_view name) const
{
    const auto isMeant = [&](const CatalogModel& model) { return model.name == name || model.hubId == name; };
    const auto found = std::find_if(m_models.begin(), m_models.end(), isMeant);
    return found == m_models.end() ? nullptr : &*found;
}

Result<CatalogModel> Catalog::find(std::string_view name) const
{
    if (const auto* model = findByName(name))
        return *model;
    std::vector<std::string> names;
    for (const auto& model : m_models)
        names.insert(names.end(), {model.name, model.hubId});
    auto hint = didYouMean(name, names);
    if (hint.empty())
        hint = " 'inferometer-cli list models' shows what there is.";
    return Error{ErrorCode::ModelNotFound, "There is no model '" + oneLine(name, 100) + "'." + hint};
}

Result<Catalog> catalogFromText(std::string_view text)
{
    auto json = parseJson(text, ErrorCode::FileInvalid, {maxBytes, 32, 100'000});
    if (!json)
        return invalid(json.error().detail);
    auto listing = fromJson<Listing>(*json, ErrorCode::FileInvalid, "catalogue of models");
    if (!listing)
        return listing.error();
    if (listing->version > version)
        return Error{ErrorCode::SchemaTooNew,
            "The catalogue of models has version " + std::to_string(listing->version)
                + "; this program knows " + std::to_string(version) + "."};
    if (listing->models.size() > maxModels)
        return invalid("it lists more than " + std::to_string(maxModels) + " models");
    std::vector<CatalogModel> models;
    std::set<std::string> seen;
    for (const auto& item : listing->models) {
        auto model = modelFrom(item);
        if (!model)
            return model.error();
        if (!seen.insert(model->name).second || !seen.insert(model->hubId).second)
            return invalid("'" + model->name + "' stands in it twice");
        models.push_back(*std::move(model));
    }
    return Catalog(std::move(models));
}

Result<Catalog> readCatalog(const std::filesystem::path& file)
{
    const auto text = readFile(file, maxBytes);
    if (!text)
        return text.error();
    return catalogFromText(*text);
}

std::string_view guideName(Task task)
{
    switch (task) {
    case Task::Classification:
        return "Image Classification";
    case Task::Segmentation:
        return "Image Segmentation";
    case Task::Detection:
        return "Object Detection";
    }
    return "";
}

} // namespace inferometer::core
