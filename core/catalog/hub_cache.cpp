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

/// By its name, as the worker tells it.
bool isPickle(const fs::path& file)
{
    const auto extension = file.extension();
    return extension == ".bin" || extension == ".pt" || extension == ".pth" || extension == ".ckpt";
}

struct Contents {
    HubSnapshot snapshot;
    bool hasConfiguration = false;
    bool hasSafetensors = false;
    bool hasPickles = false;
};

/// What there is of a revision; nothing where that cannot be told.
std::optional<Contents> contentsOf(const fs::path& hub, std::string_view hubId, std::string_view revision)
{
    if (!isHubId(hubId))
        return std::nullopt;
    const auto repository = repositoryFolder(hub, hubId);
    const auto commit = commitOf(repository, revision);
    if (!commit)
        return std::nullopt;
    Contents contents{{repository / "snapshots" / *commit, *commit, 0}};
    std::error_code failure;
    for (fs::directory_iterator entry(contents.snapshot.folder, failure);
         !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        std::error_code broken; // a link without its blob: an interrupted download
        const auto bytes = fs::file_size(entry->path(), broken);
        if (broken)
            continue;
        contents.snapshot.bytes += bytes;
        const auto& path = entry->path();
        contents.hasConfiguration |= path.filename() == "config.json";
        contents.hasSafetensors |= path.extension() == ".safetensors";
        contents.hasPickles |= isPickle(path);
    }
    return failure ? std::nullopt : std::optional(std::move(contents));
}

} // namespace

std::optional<HubSnapshot> findSnapshot(
    const fs::path& hub, std::string_view hubId, std::string_view revision)
{
    auto contents = contentsOf(hub, hubId, revision);
    if (!contents || !contents->hasSafetensors || !contents->hasConfiguration)
        return std::nullopt;
    return std::move(contents->snapshot);
}

bool holdsOnlyPickles(const fs::path& hub, std::string_view hubId)
{
    const auto contents = contentsOf(hub, hubId, "main");
    return contents && contents->hasPickles && !contents->hasSafetensors;
}

} // namespace inferometer::core
