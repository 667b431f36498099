// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/services.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/run/settings_file.h"
#include "core/store/failure_logs.h"
#include "core/store/flat_rows.h"
#include "core/store/history.h"
#include "text/error_text.h"
#include "text/note_text.h"

#include <set>

namespace inferometer::cli {

core::Result<core::RunServices> findServices()
{
    auto paths = core::userPaths();
    if (!paths)
        return paths.error();
    core::RunServices services;
    services.paths = *std::move(paths);
    services.tools = core::findTools();
    services.cacheLimit_bytes = core::cacheLimitIn(core::settingsFile(services.paths));
    return services;
}

core::Result<core::Catalog> readModels(const core::RunServices& services)
{
    auto shipped = core::readCatalog(services.tools.resources / "models.json");
    if (!shipped)
        return shipped;
    auto own = core::readOwnModels(services.paths.ownModels, core::Catalogue::User);
    if (!own)
        return own.error();
    return shipped->with(*own);
}

core::Result<core::Catalog> readModels()
{
    const auto services = findServices();
    return services ? readModels(*services) : services.error();
}

core::Result<core::Catalog> withProject(const core::Catalog& catalog, const std::string& file)
{
    if (file.empty())
        return catalog;
    if (const auto readable = core::openForReading(file); !readable)
        return readable.error();
    auto models = core::readOwnModels(file, core::Catalogue::Project);
    if (!models)
        return models.error();
    return catalog.with(*models);
}

core::Result<NamedRun> openRun(const std::string& name)
{
    const auto services = findServices();
    if (!services)
        return services.error();
    auto path = core::findRun(services->paths.history, name);
    if (!path)
        return path.error();
    auto file = core::readRun(*path);
    if (!file)
        return file.error();
    return NamedRun{*std::move(path), *std::move(file)};
}

void sayProblems(const NamedRun& run, const Console& console)
{
    for (const auto& problem : run.file.problems)
        console.warn("inferometer-cli: " + core::oneLine(text::sentence(problem), 1000));
}

void sayLogs(const core::RunRecord& run, const std::filesystem::path& file, const Console& console)
{
    std::set<std::filesystem::path> said;
    for (const auto& row : core::flatRows(run)) {
        if (!row.row || core::isTimed(core::outcomeOf(row)))
            continue;
        const auto log = core::findFailureLog(file, row.visit->id, row.variant);
        if (log && said.insert(*log).second)
            console.say("The whole log of " + row.visit->id + ": " + log->string());
    }
}

} // namespace inferometer::cli
