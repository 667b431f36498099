// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/local_facts.h"

#include "core/base/files.h"
#include "core/protocol/json.h"

namespace inferometer::core {

namespace {

struct LocalFacts {
    std::string image;
    std::string peerPython;
    std::map<std::string, std::string> models; ///< paths by the models' names
};

std::filesystem::path factsPath(const std::filesystem::path& runFile)
{
    return runFile.parent_path() / ("." + runFile.filename().string() + ".local");
}

} // namespace

template <> struct Fields<LocalFacts> {
    static constexpr auto all = std::tuple{
        Field{"image_path", &LocalFacts::image},
        Field{"peer_python", &LocalFacts::peerPython},
        Field{"model_paths", &LocalFacts::models},
    };
};

Result<void> writeLocalFacts(const std::filesystem::path& runFile, const Plan& plan)
{
    LocalFacts facts{plan.imagePath, plan.peerPython, {}};
    for (const auto& model : plan.models) {
        if (!model.source.path.empty())
            facts.models[model.name] = model.source.path;
    }
    if (facts.image.empty() && facts.peerPython.empty() && facts.models.empty())
        return {};
    return writeFileAtomically(factsPath(runFile), toLine(writeJson(facts)), Access::Private);
}

void addLocalFacts(const std::filesystem::path& runFile, Plan& plan)
{
    constexpr std::size_t maxBytes = 1u << 20;
    const auto text = readFile(factsPath(runFile), maxBytes);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(text.error());
    const auto facts = json ? fromJson<LocalFacts>(*json) : Result<LocalFacts>(json.error());
    if (!facts)
        return;
    plan.imagePath = facts->image;
    plan.peerPython = facts->peerPython;
    for (auto& model : plan.models) {
        if (const auto path = facts->models.find(model.name); path != facts->models.end())
            model.source.path = path->second;
    }
}

} // namespace inferometer::core
