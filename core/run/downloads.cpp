// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/downloads.h"

#include "core/base/text.h"
#include "core/catalog/hub_cache.h"
#include "core/run/child_process.h"

#include <chrono>

namespace inferometer::core {

namespace {

constexpr auto limit = std::chrono::hours(2);

Error failed(const CatalogModel& model, const std::string& why)
{
    std::vector<Note> reasons{Note{"weights-not-downloaded", {model.hubId}}};
    if (!why.empty())
        reasons.push_back(Note{"quoted", {why}});
    reasons.push_back(Note{"weights-from-elsewhere", {model.hubId}});
    return {ErrorCode::ModelNotFound, std::move(reasons)};
}

Result<void> download(
    const CatalogModel& model, const RunServices& services, Loop& loop, const std::stop_token& stop)
{
    const ChildCommand command{services.tools.guard, services.tools.python,
        {"-I", (services.tools.resources / "download_weights.py").string(), services.tools.worker.string(),
            model.hubId},
        childEnvironment({{"HF_HUB_CACHE", services.paths.hub.string()}})};
    std::optional<ChildEnd> end;
    ChildObserver observer;
    observer.line = [](std::string_view) { return true; };
    observer.broken = [] {};
    observer.ended = [&](ChildEnd how) { end = std::move(how); };
    const auto child = ChildProcess::start(loop, command, std::move(observer));
    if (!child)
        return child.error();
    loop.runFor(limit, [&] { return end.has_value() || stop.stop_requested(); });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "The download was cancelled."};
    if (!end)
        return failed(model, "It took more than two hours.");
    if (end->exitCode != 0 || end->signal != 0 || !findSnapshot(services.paths.hub, model.hubId))
        return failed(model, lastLine(end->errorOutput));
    return {};
}

} // namespace

Result<void> downloadWeights(const std::vector<const CatalogModel*>& models, const RunServices& services,
    Loop& loop, const std::function<void(int index)>& onModel, const std::stop_token& stop)
{
    const std::stop_callback wake(stop, [&loop] { loop.wake(); });
    for (std::size_t i = 0; i < models.size(); ++i) {
        if (models[i]->hubId.empty() || findSnapshot(services.paths.hub, models[i]->hubId))
            continue;
        onModel(static_cast<int>(i));
        if (auto done = download(*models[i], services, loop, stop); !done)
            return done;
    }
    return {};
}

} // namespace inferometer::core
