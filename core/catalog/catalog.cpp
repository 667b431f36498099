// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/catalog/own_model_json.h"
#include "core/protocol/json.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

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
        Field{"guide", &CatalogModel::isOfGuide},
    };
};

namespace {

Error invalidEntry(const std::string& reason)
{
    return Error{ErrorCode::FileInvalid, "The catalogue of models is not valid: " + reason + "."};
}

using Shapes = std::map<std::string, std::vector<double>>;

constexpr const char* picture = "pixel_values"; ///< the one input that is no integer

/// Nothing where the entry does not say.
Shapes shapesOf(const Json& entry, const char* key)
{
    Shapes shapes;
    try {
        readJson(entry.value(key, Json::object()), shapes);
    } catch (const std::exception&) {
        return {};
    }
    return shapes;
}

/// Pixels of the image tensor, [batch, channels, height, width]; 1 where the entry does not say.
double pixelsOf(const Shapes& inputs)
{
    const auto found = inputs.find(picture);
    return found != inputs.end() && found->second.size() == 4 ? found->second[2] * found->second[3] : 1;
}

/// Elements of a tensor of one image.
double scalarsOf(const std::vector<double>& shape)
{
    return std::accumulate(shape.begin(), shape.end(), 1.0, std::multiplies<>());
}

CatalogModel::Sizes sizesOf(const Shapes& inputs, const Shapes& outputs)
{
    CatalogModel::Sizes sizes;
    for (const auto& [name, shape] : inputs)
        (name == picture ? sizes.values : sizes.integers) += scalarsOf(shape);
    for (const auto& [name, shape] : outputs)
        sizes.outputs += scalarsOf(shape);
    return sizes;
}

Result<CatalogModel> modelFrom(const Json& json)
{
    auto model = fromJson<CatalogModel>(json, ErrorCode::FileInvalid, "catalogue of models");
    if (!model)
        return model;
    if (!isShortName(model->name))
        return invalidEntry("'" + oneLine(model->name, 60) + "' is no short name");
    if (!isHubId(model->hubId))
        return invalidEntry("'" + oneLine(model->hubId, 60) + "' is no hub id");
    model->label = oneLine(model->label, 60);
    model->entry = toLine(json);
    model->identity = model->entry;
    const auto inputs = shapesOf(json, "inputs");
    model->cost = model->parameters * pixelsOf(inputs);
    model->sizes = sizesOf(inputs, shapesOf(json, "outputs"));
    return model;
}

} // namespace

Catalog::Catalog(std::vector<CatalogModel> models)
    : m_models(std::move(models))
{
}

const CatalogModel* Catalog::findByName(std::string_view name) const
{
    const auto isMeant = [&](const CatalogModel& model) {
        return !name.empty() && (model.name == name || model.hubId == name);
    };
    const auto found = std::find_if(m_models.begin(), m_models.end(), isMeant);
    return found == m_models.end() ? nullptr : &*found;
}

CatalogModel catalogModel(const OwnModel& own)
{
    CatalogModel model;
    model.name = own.name;
    model.label = own.label;
    model.task = own.task;
    model.parameters = own.parameters;
    if (own.source.kind == ModelKind::Hub)
        model.hubId = own.source.model;
    else if (own.source.kind == ModelKind::Timm)
        model.hubId = "timm/" + own.source.model;
    auto entry = writeJson(own);
    entry["hub_id"] = model.hubId;
    entry["source"]["allowed"] = own.isAllowed();
    model.entry = toLine(entry);
    Json identity{{"kind", writeJson(own.source.kind)}, {"model", own.source.model},
        {"function", own.source.function}, {"sha256", own.source.sha256}};
    if (own.imageSize)
        identity["image_size"] = *own.imageSize;
    model.identity = toLine(identity);
    model.isOfGuide = false;
    model.own = own;
    return model;
}

Result<Catalog> Catalog::with(const std::vector<OwnModel>& models) const
{
    auto all = m_models;
    for (const auto& model : models) {
        if (!isShortName(model.name))
            return Error{ErrorCode::UsageInvalid, Note{"model-name-bad", {oneLine(model.name, 60)}}};
        const auto hasName = [&](const CatalogModel& other) { return other.name == model.name; };
        if (std::any_of(all.begin(), all.end(), hasName))
            return Error{ErrorCode::UsageInvalid, Note{"model-name-twice", {model.name}}};
        all.push_back(catalogModel(model));
    }
    return Catalog(std::move(all));
}

namespace {

/// A name that the catalogue does not have yet.
std::string freeName(const Catalog& catalog, const std::string& wanted)
{
    auto name = wanted;
    for (int i = 2; catalog.findByName(name) || name == "all"; ++i)
        name = wanted + "-" + std::to_string(i);
    return name;
}

bool isSame(const OwnModel& one, const OwnModel& other)
{
    return catalogModel(one).identity == catalogModel(other).identity;
}

} // namespace

Result<ExtendedCatalog> withWords(const Catalog& catalog, const std::vector<std::string>& words,
    const std::filesystem::path& hub, const Reading& reading)
{
    ExtendedCatalog extended{catalog, {}};
    for (const auto& word : words) {
        if (word == "all" || extended.catalog.findByName(word)) {
            extended.names.push_back(word);
            continue;
        }
        auto own = ownModelFrom(word, hub, reading);
        if (!own)
            return own.error();
        if (!*own) {
            extended.names.push_back(word); // the plan says that nothing has this name
            continue;
        }
        const auto& known = extended.catalog.models();
        const auto same = std::find_if(known.begin(), known.end(),
            [&](const CatalogModel& model) { return model.own && isSame(*model.own, **own); });
        if (same != known.end()) {
            extended.names.push_back(same->name);
            continue;
        }
        (*own)->name = freeName(extended.catalog, (*own)->name);
        auto more = extended.catalog.with({**own});
        if (!more)
            return more.error();
        extended.catalog = *std::move(more);
        extended.names.push_back((*own)->name);
    }
    return extended;
}

Result<CatalogModel> Catalog::find(std::string_view name) const
{
    if (const auto* model = findByName(name))
        return *model;
    std::vector<std::string> names;
    for (const auto& model : m_models) {
        names.push_back(model.name);
        if (!model.hubId.empty())
            names.push_back(model.hubId);
    }
    const Error unknown(ErrorCode::ModelNotFound, Note{"model-unknown", {oneLine(name, 100)}});
    return unknown.followedBy(didYouMean(name, names).value_or(Note{"models-are-listed", {}}));
}

Result<Catalog> catalogFromText(std::string_view text)
{
    auto json = parseJson(text, ErrorCode::FileInvalid, {maxBytes, 32, 100'000});
    if (!json)
        return invalidEntry(json.error().detail);
    auto listing = fromJson<Listing>(*json, ErrorCode::FileInvalid, "catalogue of models");
    if (!listing)
        return listing.error();
    if (listing->version > version)
        return Error{ErrorCode::SchemaTooNew,
            "The catalogue of models has version " + std::to_string(listing->version)
                + "; this program knows " + std::to_string(version) + "."};
    if (listing->models.size() > maxModels)
        return invalidEntry("it lists more than " + std::to_string(maxModels) + " models");
    std::vector<CatalogModel> models;
    std::set<std::string> seen;
    for (const auto& item : listing->models) {
        auto model = modelFrom(item);
        if (!model)
            return model.error();
        if (!seen.insert(model->name).second || !seen.insert(model->hubId).second)
            return invalidEntry("'" + model->name + "' stands in it twice");
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
    case Task::Other:
        return "Other";
    }
    return "";
}

} // namespace inferometer::core
