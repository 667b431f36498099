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
    };
};

Result<void> writeLocalFacts(const std::filesystem::path& runFile, const Plan& plan)
{
    if (plan.imagePath.empty() && plan.peerPython.empty())
        return {};
    return writeFileAtomically(
        factsPath(runFile), toLine(writeJson(LocalFacts{plan.imagePath, plan.peerPython})), Access::Private);
}

void addLocalFacts(const std::filesystem::path& runFile, Plan& plan)
{
    constexpr std::size_t maxBytes = 1u << 16;
    const auto text = readFile(factsPath(runFile), maxBytes);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(text.error());
    const auto facts = json ? fromJson<LocalFacts>(*json) : Result<LocalFacts>(json.error());
    if (!facts)
        return;
    plan.imagePath = facts->image;
    plan.peerPython = facts->peerPython;
}

} // namespace inferometer::core
