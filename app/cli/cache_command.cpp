// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"
#include "app/cli/command.h"
#include "app/cli/names.h"
#include "app/cli/services.h"
#include "core/base/numbers.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace inferometer::cli {

namespace {

struct CacheWords {
    std::string action;
    std::string limit;
    bool isJson = false;
};

/// Entries of one kind, summed up.
struct KindUsage {
    core::ArtifactKind kind;
    int entries = 0;
    std::uint64_t bytes = 0;
};

std::vector<KindUsage> usageByKind(const core::ArtifactCache& cache)
{
    std::vector<KindUsage> kinds;
    for (const auto& word : core::Words<core::ArtifactKind>::all)
        kinds.push_back({word.value});
    for (const auto& usage : cache.usage()) {
        for (auto& kind : kinds) {
            if (kind.kind == usage.key.kind) {
                ++kind.entries;
                kind.bytes += usage.bytes;
            }
        }
    }
    return kinds;
}

std::uint64_t totalOf(const core::ArtifactCache& cache)
{
    std::uint64_t total = 0;
    for (const auto& usage : cache.usage())
        total += usage.bytes;
    return total;
}

std::string showText(const core::ArtifactCache& cache)
{
    Columns table({"KIND", "ENTRIES", "SIZE"});
    for (const auto& usage : usageByKind(cache))
        table.add({std::string(core::toWord(usage.kind)), std::to_string(usage.entries),
            core::bytesText(usage.bytes)});
    table.add({"damaged", "", core::bytesText(cache.quarantined_bytes())});
    table.add({"limit", "", core::bytesText(cache.limit_bytes())});
    return table.text() + cache.root().string() + "\n";
}

std::string showJson(const core::ArtifactCache& cache)
{
    nlohmann::ordered_json json;
    for (const auto& usage : usageByKind(cache))
        json[std::string(core::toWord(usage.kind))] = {{"entries", usage.entries}, {"bytes", usage.bytes}};
    json["damaged_bytes"] = cache.quarantined_bytes();
    json["limit_bytes"] = cache.limit_bytes();
    return json.dump(2) + "\n";
}

ExitCode prune(core::ArtifactCache& cache, std::uint64_t limit, const Console& console)
{
    cache.removeLeftovers();
    const auto freed = cache.prune(limit);
    if (!freed)
        return console.fail(freed.error());
    return console.deliver(
        "freed " + core::bytesText(*freed) + "; " + core::bytesText(totalOf(cache)) + " left\n");
}

ExitCode execute(const CacheWords& words, const Console& console)
{
    const auto services = findServices();
    if (!services)
        return console.fail(services.error());
    const auto limit = core::bytesFrom(words.limit);
    if (!words.limit.empty() && !limit)
        return console.fail({core::ErrorCode::UsageInvalid,
            "--limit needs a size such as 10G, not '" + core::oneLine(words.limit, 60) + "'."});
    auto cache = core::ArtifactCache::open(services->paths.cache, services->cacheLimit_bytes);
    if (!cache)
        return console.fail(cache.error());
    if (words.action == "show")
        return console.deliver(words.isJson ? showJson(*cache) : showText(*cache));
    return prune(*cache, words.action == "clear" ? 0 : limit.value_or(cache->limit_bytes()), console);
}

} // namespace

Command addCache(CLI::App& program)
{
    const auto words = std::make_shared<CacheWords>();
    auto* command = program.add_subcommand("cache", "Prepared weights, graphs and compiled packages on disk");
    command->require_subcommand(1);
    auto* show = command->add_subcommand("show", "How much there is");
    show->add_flag("--json", words->isJson, "As JSON");
    auto* prune = command->add_subcommand("prune", "Remove what was not used for longest, down to the limit");
    prune
        ->add_option("--limit", words->limit,
            "What may stay, such as 10G (default: the limit in the window's Preferences)")
        ->type_name("SIZE");
    auto* clear = command->add_subcommand("clear", "Remove everything that no run is using");
    for (auto* action : {show, prune, clear}) {
        action->fallthrough();
        action->callback([words, action] { words->action = action->get_name(); });
    }
    return {command, [words](const Console& console) { return execute(*words, console); }};
}

} // namespace inferometer::cli
