// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/conditions.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace inferometer::core {
namespace {

/// In the order in which they are shown.
constexpr std::array<std::string_view, 19> first{"torch", "torch_git", "cuda", "driver", "device_name",
    "cpu_model", "threads", "cores", "affinity", "cgroup_quota_cores", "governor", "weights", "image",
    "attention", "allocator", "order", "executor", "in_parallel", "transformers"};
constexpr std::array<std::string_view, 5> momentary{"load", "available", "free", "utc", "uptime"};

bool isMomentary(std::string_view key)
{
    return std::any_of(momentary.begin(), momentary.end(),
        [key](std::string_view part) { return key.find(part) != std::string_view::npos; });
}

/// Their order is that of appearance, which means nothing.
std::set<std::string> valuesOf(const StudyTable& table, const std::string& key)
{
    const auto found = table.conditions.find(key);
    return found == table.conditions.end()
        ? std::set<std::string>()
        : std::set<std::string>(found->second.begin(), found->second.end());
}

std::size_t rankOf(const std::string& key)
{
    return static_cast<std::size_t>(std::find(first.begin(), first.end(), key) - first.begin());
}

} // namespace

std::vector<ConditionDifference> conditionDifferences(std::span<const StudyTable> tables)
{
    std::set<std::string> keys;
    for (const auto& table : tables) {
        for (const auto& entry : table.conditions)
            keys.insert(entry.first);
    }
    std::vector<ConditionDifference> differences;
    for (const auto& key : keys) {
        ConditionDifference difference{key, {}};
        for (const auto& table : tables)
            difference.values.push_back(conditionText(table, key));
        const auto& values = difference.values;
        const bool isKnown =
            std::count(values.begin(), values.end(), "") < static_cast<long>(values.size()) - 1;
        const bool isAlike = std::all_of(tables.begin(), tables.end(),
            [&](const StudyTable& table) { return valuesOf(table, key) == valuesOf(tables.front(), key); });
        // What a published table does not say matters only where it is decisive.
        if (!isAlike && !isMomentary(key) && (isKnown || rankOf(key) < first.size()))
            differences.push_back(std::move(difference));
    }
    std::stable_sort(differences.begin(), differences.end(),
        [](const auto& a, const auto& b) { return rankOf(a.key) < rankOf(b.key); });
    return differences;
}

} // namespace inferometer::core
