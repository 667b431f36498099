// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/hub_cache.h"

#include "core/base/files.h"
#include "core/base/text.h"

#include <algorithm>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxReferenceBytes = 4096;

bool isCommit(std::string_view text)
{
    return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

fs::path repositoryFolder(const fs::path& hub, std::string_view hubId)
{
    std::string name = "models--";
    for (const char c : hubId)
        name += c == '/' ? std::string("--") : std::string(1, c);
    return hub / name;
}

std::optional<std::string> commitOf(const fs::path& repository, std::string_view revision)
{
    if (isCommit(revision))
        return std::string(revision);
    if (!isHubId(revision))
        return std::nullopt;
    const auto text = readFile(repository / "refs" / fs::path(revision), maxReferenceBytes);
    const auto commit = text ? trimmed(*text) : std::string();
    return isCommit(commit) ? std::optional(commit) : std::nullopt;
}

} // namespace

std::optional<HubSnapshot> findSnapshot(
    const fs::path& hub, std::string_view hubId, std::string_view revision)
{
    if (!isHubId(hubId))
        return std::nullopt;
    const auto repository = repositoryFolder(hub, hubId);
    const auto commit = commitOf(repository, revision);
    if (!commit)
        return std::nullopt;
    HubSnapshot snapshot{repository / "snapshots" / *commit, *commit, 0};
    bool hasWeights = false;
    std::error_code failure;
    for (fs::directory_iterator entry(snapshot.folder, failure);
         !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        std::error_code broken; // a link without its blob: an interrupted download
        const auto bytes = fs::file_size(entry->path(), broken);
        if (broken)
            continue;
        snapshot.bytes += bytes;
        hasWeights = hasWeights || entry->path().extension() == ".safetensors";
    }
    std::error_code ignored;
    if (failure || !hasWeights || !fs::is_regular_file(snapshot.folder / "config.json", ignored))
        return std::nullopt;
    return snapshot;
}

} // namespace inferometer::core
