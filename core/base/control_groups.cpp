// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/control_groups.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"

#include <algorithm>

namespace inferometer::core {

namespace fs = std::filesystem;

std::vector<fs::path> controlGroups(const fs::path& systemRoot)
{
    constexpr std::string_view unified = "0::/"; // cgroups(7): "0::" and the path in the hierarchy
    std::vector<fs::path> groups{systemRoot / "sys/fs/cgroup"};
    for (const auto& line : split(readSystemFile(systemRoot / "proc/self/cgroup"), '\n')) {
        if (!line.starts_with(unified))
            continue;
        for (const auto& part : fs::path(line.substr(unified.size()))) {
            if (part == "..") // the group lies outside of what this namespace shows
                break;
            groups.push_back(groups.back() / part);
        }
    }
    std::reverse(groups.begin(), groups.end());
    return groups;
}

long kernelKills(const std::filesystem::path& systemRoot)
{
    long kills = 0;
    for (const auto* file : {"proc/vmstat", "sys/fs/cgroup/memory.events"}) {
        for (const auto& line : split(readSystemFile(systemRoot / file), '\n')) {
            const auto words = split(line, ' ');
            if (words.size() == 2 && words[0] == "oom_kill")
                kills += static_cast<long>(integerFrom(words[1]).value_or(0));
        }
    }
    return kills;
}

} // namespace inferometer::core
