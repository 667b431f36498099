// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/settings_file.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/store/artifact_cache.h"

namespace inferometer::core {

std::filesystem::path settingsFile(const Paths& paths)
{
    return paths.targets.parent_path() / "inferometer.ini";
}

std::uint64_t cacheLimitIn(const std::filesystem::path& settings)
{
    constexpr std::size_t maxBytes = 1u << 20;
    constexpr std::string_view key = "cache_limit_gib=";
    constexpr std::int64_t most_GiB = 10000;
    const auto text = readFile(settings, maxBytes);
    std::string section;
    for (const auto& line : split(text ? *text : "", '\n')) {
        if (line.starts_with('['))
            section = line;
        if (section != "[measurement]" || !line.starts_with(key))
            continue;
        const auto limit_GiB = integerFrom(std::string_view(line).substr(key.size()));
        if (limit_GiB && *limit_GiB > 0 && *limit_GiB <= most_GiB)
            return static_cast<std::uint64_t>(*limit_GiB) << 30;
    }
    return ArtifactCache::defaultLimit_bytes;
}

} // namespace inferometer::core
