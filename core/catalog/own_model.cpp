// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/own_model.h"

#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/catalog/hub_cache.h"
#include "core/catalog/own_model_json.h"

#include <algorithm>
#include <set>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxOwnBytes = 4u << 20;
constexpr std::size_t maxOwnModels = 1000;
constexpr int ownVersion = 1;

Error invalid(const fs::path& file, const std::string& reason)
{
    return {ErrorCode::FileInvalid, Note{"own-models-damaged", {file.string(), reason}}};
}

/// Transformers' classes end in what they are for.
Task taskOfClass(std::string_view name)
{
    if (name.ends_with("ForImageClassification"))
        return Task::Classification;
    for (const auto* ending : {"ForSemanticSegmentation", "ForInstanceSegmentation",
             "ForUniversalSegmentation", "ForImageSegmentation", "ForPanopticSegmentation"}) {
        if (name.ends_with(ending))
            return Task::Segmentation;
    }
    if (name.ends_with("ForObjectDetection") || name.ends_with("ForZeroShotObjectDetection"))
        return Task::Detection;
    return Task::Other;
}

Task taskOfConfiguration(const fs::path& folder)
{
    const auto text = readFile(folder / "config.json", maxOwnBytes);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(text.error());
    if (!json || !json->is_object())
        return Task::Other;
    const auto names = json->value("architectures", Json::array());
    const bool isNamed = names.is_array() && !names.empty() && names[0].is_string();
    return isNamed ? taskOfClass(names[0].get<std::string>()) : Task::Other;
}

/// What the worker reads of a folder in the hub's layout.
bool isRead(const fs::path& file)
{
    const auto name = file.filename().string();
    return name.ends_with(".safetensors") || name.ends_with(".safetensors.index.json")
        || name == "config.json" || name == "preprocessor_config.json";
}

/// The files of a folder in the hub's layout that make the model.
Result<std::set<fs::path>> filesOfFolder(const fs::path& folder)
{
    std::set<fs::path> files;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        if (isRead(entry->path()))
            files.insert(entry->path());
    }
    if (!files.contains(folder / "config.json"))
        return Error{ErrorCode::ModelNotFound, Note{"folder-without-model", {folder.string()}}};
    return files;
}

/// Counts what is read of several files for whoever watches.
OnPiece watched(const std::set<fs::path>& files, const Reading& reading)
{
    std::uintmax_t all = 0;
    for (const auto& file : files) {
        std::error_code ignored;
        const auto size = fs::file_size(file, ignored);
        all += ignored ? 0 : size;
    }
    return [&reading, all, done = std::uintmax_t{}](std::size_t count) mutable {
        done += count;
        if (reading.progressed && all > 0)
            reading.progressed(std::min(1.0, static_cast<double>(done) / static_cast<double>(all)));
        return !reading.stop.stop_requested();
    };
}

Result<std::string> hashOfFolder(const fs::path& folder, const Reading& reading)
{
    const auto files = filesOfFolder(folder);
    if (!files)
        return files.error();
    const auto onPiece = watched(*files, reading);
    Sha256 sum;
    for (const auto& file : *files) {
        const auto own = sha256OfFile(file, onPiece);
        if (!own)
            return own;
        sum.add(file.filename().string() + "\n" + *own + "\n");
    }
    return sum.finish();
}

/// A short name from any text: lower case, what the rule of names forbids becomes '-'.
std::string shortName(std::string_view text)
{
    std::string name;
    for (const char c : lowerCase(text)) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        const char next = isPlain ? c : '-';
        const bool isDoubled = !name.empty() && name.back() == next && (next == '-' || next == '.');
        if (!isDoubled)
            name += next;
    }
    const auto first = name.find_first_not_of("-.");
    const auto last = name.find_last_not_of("-.");
    return first == std::string::npos ? "model"
                                      : name.substr(first, std::min<std::size_t>(last - first + 1, 80));
}

OwnModel timmModel(std::string_view name)
{
    OwnModel model;
    model.source.kind = ModelKind::Timm;
    model.source.model = name;
    model.task = Task::Classification;
    model.label = name;
    model.name = shortName(name);
    return model;
}

OwnModel hubModel(std::string_view id, const fs::path& hub)
{
    OwnModel model;
    model.source.kind = ModelKind::Hub;
    model.source.model = id;
    model.label = id;
    model.name = shortName(id.substr(id.find('/') + 1));
    model.task = taskOf(model.source, hub).value_or(Task::Other);
    return model;
}

Result<std::optional<OwnModel>> modelOnDisk(
    ModelKind kind, std::string_view path, std::string_view function, const Reading& reading)
{
    OwnModel model;
    auto absolute = fs::absolute(fs::path(path)).lexically_normal();
    if (!absolute.has_filename())
        absolute = absolute.parent_path();
    model.source.kind = kind;
    model.source.path = absolute.string();
    model.source.file = absolute.filename().string();
    model.source.function = function;
    model.label = oneLine(model.source.file + (function.empty() ? "" : ":" + std::string(function)), 60);
    model.name = shortName(kind == ModelKind::Folder
            ? model.source.file
            : absolute.stem().string() + (function.empty() ? "" : "-" + std::string(function)));
    model.task = taskOf(model.source, {}).value_or(Task::Other);
    if (const auto read = refresh(model, reading); !read)
        return read.error();
    return std::optional(std::move(model));
}

bool isPythonName(std::string_view text)
{
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), isPart)
        && !(text[0] >= '0' && text[0] <= '9');
}

} // namespace

struct OwnListing {
    int version = 0;
    std::vector<Json> models;
};

template <> struct Fields<OwnListing> {
    static constexpr auto all = std::tuple{
        Field{"version", &OwnListing::version, Presence::Required},
        Field{"models", &OwnListing::models, Presence::Required},
    };
};

std::optional<Task> taskOf(const ModelSource& source, const fs::path& hub)
{
    if (source.kind == ModelKind::Folder)
        return taskOfConfiguration(source.path);
    if (source.kind != ModelKind::Hub)
        return std::nullopt;
    const auto snapshot = findSnapshot(hub, source.model);
    return snapshot ? std::optional(taskOfConfiguration(snapshot->folder)) : std::nullopt;
}

Result<void> refresh(OwnModel& model, const Reading& reading)
{
    if (model.source.path.empty())
        return {};
    const fs::path path = model.source.path;
    auto hash = model.source.kind == ModelKind::Folder ? hashOfFolder(path, reading)
                                                       : sha256OfFile(path, watched({path}, reading));
    if (!hash)
        return hash.error();
    model.source.sha256 = *std::move(hash);
    return {};
}

Result<std::optional<OwnModel>> ownModelFrom(
    std::string_view word, const fs::path& hub, const Reading& reading)
{
    constexpr std::string_view timm = "timm:";
    constexpr std::string_view hubWord = "hub:";
    if (word.starts_with(timm)) {
        const auto name = word.substr(timm.size());
        if (!isHubId(name))
            return Error{ErrorCode::UsageInvalid, Note{"timm-name-bad", {oneLine(word, 100)}}};
        return std::optional(timmModel(name));
    }
    std::error_code ignored;
    if (word.ends_with(".pt2"))
        return modelOnDisk(ModelKind::Program, word, {}, reading);
    const auto colon = word.rfind(".py:");
    if (colon != std::string_view::npos) {
        const auto function = word.substr(colon + 4);
        if (!isPythonName(function))
            return Error{ErrorCode::UsageInvalid, Note{"function-name-bad", {oneLine(word, 100)}}};
        return modelOnDisk(ModelKind::Code, word.substr(0, colon + 3), function, reading);
    }
    if (!word.starts_with(hubWord) && fs::is_directory(fs::path(word), ignored))
        return modelOnDisk(ModelKind::Folder, word, {}, reading);
    const auto id = word.starts_with(hubWord) ? word.substr(hubWord.size()) : word;
    if (isHubId(id) && id.find('/') != std::string_view::npos)
        return std::optional(hubModel(id, hub));
    return std::optional<OwnModel>();
}

Result<std::vector<OwnModel>> readOwnModels(const fs::path& file, Catalogue catalogue)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return std::vector<OwnModel>();
    const auto text = readFile(file, maxOwnBytes);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, ErrorCode::FileInvalid, {maxOwnBytes, 32, 100'000});
    if (!json)
        return invalid(file, json.error().detail);
    const auto listing = fromJson<OwnListing>(*json, ErrorCode::FileInvalid, "list");
    if (!listing)
        return invalid(file, listing.error().detail);
    if (listing->version > ownVersion)
        return Error{ErrorCode::SchemaTooNew, Note{"own-models-too-new", {file.string()}}};
    if (listing->models.size() > maxOwnModels)
        return invalid(file, "there are more than " + std::to_string(maxOwnModels));
    std::vector<OwnModel> models;
    for (const auto& item : listing->models) {
        auto model = fromJson<OwnModel>(item, ErrorCode::FileInvalid, "entry");
        if (!model)
            return invalid(file, model.error().detail);
        const auto allowed = item.find("allowed_sha256");
        if (catalogue == Catalogue::User && allowed != item.end() && allowed->is_string())
            model->allowedSha256 = allowed->get<std::string>();
        if (!model->source.path.empty())
            model->source.path =
                (fs::absolute(file).parent_path() / model->source.path).lexically_normal().string();
        model->label = oneLine(model->label.empty() ? model->name : model->label, 60);
        models.push_back(*std::move(model));
    }
    return models;
}

Result<void> writeOwnModels(const fs::path& file, const std::vector<OwnModel>& models)
{
    auto list = Json::array();
    for (const auto& model : models) {
        auto item = writeJson(model);
        if (!model.allowedSha256.empty())
            item["allowed_sha256"] = model.allowedSha256;
        list.push_back(std::move(item));
    }
    if (const auto made = makeFolder(file.parent_path()); !made)
        return made;
    const auto text = Json{{"version", ownVersion}, {"models", std::move(list)}}.dump(
                          1, ' ', false, Json::error_handler_t::replace)
        + "\n";
    return writeFileAtomically(file, text, Access::Private);
}

} // namespace inferometer::core
