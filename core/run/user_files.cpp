// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/user_files.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/plan/selection.h"

#include <algorithm>
#include <system_error>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

bool liesOnDisk(const OwnModel& model)
{
    return model.source.kind == ModelKind::Folder || runsCode(model.source.kind);
}

bool isThere(const std::string& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

Note noteOf(std::string_view code, const std::string& path)
{
    return Note{std::string(code), {path}};
}

std::optional<Note> whyUnusable(OwnModel model, const std::stop_token& stop)
{
    const auto path = model.source.path.empty() ? model.source.file : model.source.path;
    if (model.source.path.empty() || !isThere(path))
        return noteOf(codes::missingOnTarget, path);
    const auto planned = model.source.sha256;
    if (refresh(model, {stop, {}}).isOk() && model.source.sha256 == planned)
        return std::nullopt;
    return noteOf(codes::differsOnTarget, path);
}

Result<void> checkContent(OwnModel& model, const std::stop_token& stop)
{
    if (liesOnDisk(model) && model.source.path.empty())
        return Error{ErrorCode::UsageInvalid, Note{"own-model-nowhere", {oneLine(model.label, 80)}}};
    const auto planned = model.source.sha256;
    if (const auto read = refresh(model, {stop, {}}); !read)
        return read;
    if (model.source.sha256 != planned)
        return Error{ErrorCode::UsageInvalid, Note{"own-model-changed", {oneLine(model.label, 80)}}};
    return {};
}

} // namespace

bool lacksPython(const Plan& plan)
{
    const auto usesPeer = [](const Variant& variant) { return variant.engine == Engine::Python; };
    return plan.namesPython && plan.peerPython.empty()
        && std::any_of(plan.visits.begin(), plan.visits.end(), [&](const Visit& visit) {
               return std::any_of(visit.variants.begin(), visit.variants.end(), usesPeer);
           });
}

std::string unknownFile(const Plan& plan, std::string_view image)
{
    if (!image.empty() && image != sampleImageName && plan.imagePath.empty())
        return std::string(image);
    if (lacksPython(plan))
        return "python";
    for (const auto& model : plan.models) {
        if (liesOnDisk(model) && model.source.path.empty())
            return model.source.file;
    }
    return {};
}

std::optional<Note> whyNotRunnable(const OwnModel& model)
{
    if (!liesOnDisk(model))
        return std::nullopt;
    const auto& source = model.source;
    const auto needed =
        source.kind == ModelKind::Folder ? (fs::path(source.path) / "config.json").string() : source.path;
    if (!isThere(needed))
        return Note{"model-file-missing", {needed}};
    if (!model.isAllowed())
        return Note{"code-not-allowed", {source.path}};
    return std::nullopt;
}

const Note* MissingFiles::whyNot(const Workload& workload, const Variant& variant) const
{
    if (image)
        return &*image;
    if (const auto model = models.find(workload.model); model != models.end())
        return &model->second;
    return python && variant.engine == Engine::Python ? &*python : nullptr;
}

MissingFiles missingFiles(const RunOrder& order, const Plan& plan, const std::stop_token& stop)
{
    MissingFiles missing;
    if (!order.isForTarget)
        return missing;
    if (!plan.imagePath.empty() && !openForReading(plan.imagePath))
        missing.image = noteOf(codes::missingOnTarget, plan.imagePath);
    if (!plan.peerPython.empty() && !isThere(plan.peerPython))
        missing.python = noteOf(codes::missingOnTarget, plan.peerPython);
    for (const auto& model : plan.models) {
        if (auto why = liesOnDisk(model) ? whyUnusable(model, stop) : std::nullopt)
            missing.models.emplace(model.name, *std::move(why));
    }
    return missing;
}

Result<void> checkModels(
    const RunOrder& order, const MissingFiles& missing, Plan& plan, const std::stop_token& stop)
{
    for (auto& model : plan.models) {
        if (!missing.models.contains(model.name)) {
            if (const auto checked = checkContent(model, stop); !checked)
                return checked;
        }
        const auto* known = order.catalog.findByName(model.name);
        if (order.allowsCode)
            model.allowedSha256 = model.source.sha256;
        else if (known && known->own)
            model.allowedSha256 = known->own->allowedSha256;
    }
    return checkConsent(plan);
}

} // namespace inferometer::core
