// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/targets.h"

#include "core/base/files.h"
#include "core/base/lock.h"
#include "core/base/text.h"
#include "core/protocol/json.h"
#include "core/run/device_facts_json.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <thread>

namespace inferometer::core {

namespace fs = std::filesystem;

template <> struct Fields<TargetFacts> {
    static constexpr auto all = std::tuple{
        Field{"devices", &TargetFacts::devices},
        Field{"cores", &TargetFacts::cores},
        Field{"version", &TargetFacts::version},
        Field{"torch", &TargetFacts::torch},
        Field{"asked_utc", &TargetFacts::asked_utc},
    };
};

template <> struct Fields<Target> {
    static constexpr auto all = std::tuple{
        Field{"name", &Target::name, Presence::Required},
        Field{"launcher", &Target::launcher},
        Field{"installation", &Target::installation, Presence::Required},
        Field{"facts", &Target::facts},
    };
};

namespace {

constexpr std::size_t maxTargets = 200;
constexpr std::size_t maxBytesOfTargets = 1u << 20;
constexpr std::size_t maxWords = 100;

struct Settings {
    std::vector<Target> targets;
};

Error invalid(Note reason)
{
    return Error{ErrorCode::UsageInvalid, std::move(reason)};
}

bool isPlainPath(const std::string& path)
{
    constexpr std::string_view more = "/._-+@:,=";
    return !path.empty() && std::all_of(path.begin(), path.end(), [&](unsigned char c) {
        return std::isalnum(c) != 0 || more.find(static_cast<char>(c)) != std::string_view::npos;
    });
}

/// The folder of an installation or of a build, or the program itself.
std::string programOf(const std::string& installation)
{
    constexpr std::string_view program = "inferometer-cli";
    const fs::path path(installation);
    return path.filename() == program ? installation : (path / "bin" / program).string();
}

Result<void> checkAll(const std::vector<Target>& targets)
{
    std::set<std::string> names;
    if (targets.size() > maxTargets)
        return invalid(Note{"targets-too-many", {std::to_string(maxTargets)}});
    for (const auto& target : targets) {
        if (const auto checked = checkTarget(target); !checked)
            return checked;
        if (!names.insert(target.name).second)
            return invalid(Note{"target-name-twice", {target.name}});
    }
    return {};
}

} // namespace

template <> struct Fields<Settings> {
    static constexpr auto all = std::tuple{Field{"targets", &Settings::targets, Presence::Required}};
};

Result<std::vector<Target>> readTargets(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return std::vector<Target>();
    const auto text = readFile(file, maxBytesOfTargets);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(text.error());
    auto settings = json ? fromJson<Settings>(*json, ErrorCode::FileInvalid, "list of targets")
                         : Result<Settings>(json.error());
    const auto checked = settings ? checkAll(settings->targets) : Result<void>(settings.error());
    if (!checked) {
        auto reasons = checked.error().said();
        reasons.insert(reasons.begin(), Note{"targets-not-usable", {file.string()}});
        return Error{ErrorCode::FileInvalid, std::move(reasons)};
    }
    return std::move(settings->targets);
}

Result<void> writeTargets(const fs::path& file, const std::vector<Target>& targets)
{
    if (const auto checked = checkAll(targets); !checked)
        return checked;
    if (const auto made = makeFolder(file.parent_path()); !made)
        return made;
    const auto text = writeJson(Settings{targets}).dump(2, ' ', false, Json::error_handler_t::replace);
    return writeFileAtomically(file, text + "\n", Access::Private);
}

namespace {

/// Waits for whoever else changes the file, which takes milliseconds.
Result<FileLock> lockFor(const fs::path& file)
{
    constexpr std::chrono::milliseconds pause{10};
    for (int looks = 100;; --looks) {
        auto lock = FileLock::acquire(file.string() + ".lock", file.string());
        if (lock || lock.error().code != ErrorCode::Locked || looks == 0)
            return lock;
        std::this_thread::sleep_for(pause);
    }
}

Result<std::vector<Target>> change(
    const fs::path& file, const std::function<Result<void>(std::vector<Target>&)>& apply)
{
    if (const auto made = makeFolder(file.parent_path()); !made)
        return made.error();
    const auto lock = lockFor(file);
    if (!lock)
        return lock.error();
    auto targets = readTargets(file);
    if (!targets)
        return targets;
    if (const auto applied = apply(*targets); !applied)
        return applied.error();
    if (const auto written = writeTargets(file, *targets); !written)
        return written.error();
    return targets;
}

} // namespace

Result<std::vector<Target>> addTarget(const fs::path& file, const Target& target)
{
    if (const auto checked = checkTarget(target); !checked)
        return checked.error();
    return change(file, [&](std::vector<Target>& targets) -> Result<void> {
        std::erase_if(targets, [&](const Target& other) { return other.name == target.name; });
        targets.push_back(target);
        return {};
    });
}

Result<std::vector<Target>> removeTarget(const fs::path& file, const std::string& name)
{
    return change(file, [&](std::vector<Target>& targets) -> Result<void> {
        if (const auto found = findTarget(targets, name); !found)
            return found.error();
        std::erase_if(targets, [&](const Target& other) { return other.name == name; });
        return {};
    });
}

Result<std::vector<Target>> rememberFacts(
    const fs::path& file, const std::string& name, const TargetFacts& facts)
{
    return change(file, [&](std::vector<Target>& targets) -> Result<void> {
        for (auto& target : targets) {
            if (target.name == name)
                target.facts = facts;
        }
        return {};
    });
}

Result<void> checkTarget(const Target& target)
{
    if (!isTargetName(target.name))
        return invalid(Note{"target-name-bad", {oneLine(target.name, 60)}});
    if (!isPlainPath(target.installation) || target.installation.front() != '/')
        return invalid(Note{"target-path-bad", {target.name, oneLine(target.installation, 200)}});
    const bool isTooLong = target.launcher.size() > maxWords;
    if (isTooLong || std::count(target.launcher.begin(), target.launcher.end(), std::string()) > 0)
        return invalid(Note{"target-launcher-bad", {target.name, std::to_string(maxWords)}});
    return {};
}

Result<Target> findTarget(const std::vector<Target>& targets, const std::string& name)
{
    std::vector<std::string> names;
    for (const auto& target : targets) {
        if (target.name == name)
            return target;
        names.push_back(target.name);
    }
    auto unknown = invalid(Note{"target-unknown", {oneLine(name, 60)}});
    if (const auto hint = didYouMean(name, names))
        unknown = unknown.followedBy(*hint);
    return unknown.followedBy(names.empty() ? Note{"targets-are-added", {}} : Note{"targets-are-listed", {}});
}

Result<std::vector<Target>> targetsOf(const Plan& plan, const fs::path& file)
{
    const auto known = readTargets(file);
    if (!known)
        return known;
    std::set<std::string> names;
    for (const auto& visit : plan.visits)
        names.insert(visit.workload.device.target);
    names.erase("");
    std::vector<Target> targets;
    for (const auto& name : names) {
        auto target = findTarget(*known, name);
        if (!target)
            return target.error();
        targets.push_back(*std::move(target));
    }
    return targets;
}

std::vector<DeviceFacts> devicesOf(const Target& target)
{
    std::vector<DeviceFacts> devices;
    if (target.facts)
        devices = target.facts->devices;
    for (auto& facts : devices)
        facts.device.target = target.name;
    return devices;
}

ChildCommand commandOf(const Target& target, const std::vector<std::string>& words, const fs::path& guard)
{
    auto line = target.launcher;
    line.push_back(programOf(target.installation));
    line.insert(line.end(), words.begin(), words.end());
    return {guard, line.front(), {line.begin() + 1, line.end()}, childEnvironment({}), true};
}

std::string machineOf(const Target& target)
{
    return join(target.launcher, "\n");
}

} // namespace inferometer::core
