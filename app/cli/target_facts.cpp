// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/target_facts.h"

#include "app/cli/interrupts.h"
#include "core/base/text.h"
#include "core/run/targets.h"
#include "text/note_text.h"

#include <set>

namespace inferometer::cli {

using core::Result;

namespace {

/// Names of targets in the words, as one of them or in front of a device.
std::set<std::string> namesIn(const RunWords& words)
{
    std::set<std::string> names;
    for (const auto& text : words.targets) {
        for (const auto& name : core::split(text, ','))
            names.insert(name);
    }
    for (const auto& text : words.devices) {
        for (const auto& word : core::split(text, ',')) {
            if (const auto device = core::deviceFromText(word))
                names.insert(device->target);
        }
    }
    names.erase("");
    names.erase("local");
    return names;
}

} // namespace

Result<core::TargetReport> askTarget(
    const core::RunServices& services, const core::Target& target, const Console& console)
{
    core::Loop loop;
    std::stop_source stop;
    const Interrupts interrupts(
        [&] {
            stop.request_stop();
            loop.wake();
        },
        {});
    const auto say = [&](const core::Note& note) { console.say("note: " + text::sentence(note)); };
    auto report = core::examineTarget(services, loop, target, stop.get_token(), say);
    if (!report)
        return report;
    if (const auto kept = core::rememberFacts(services.paths.targets, target.name, report->facts); !kept)
        return kept.error();
    return report;
}

Result<std::vector<core::DeviceFacts>> devicesWithTargets(
    const RunWords& words, const core::RunServices& services, const Console& console)
{
    auto devices = core::findDevices(services.systemRoot, services.driver);
    const auto names = namesIn(words);
    const auto known =
        names.empty() ? std::vector<core::Target>() : core::readTargets(services.paths.targets);
    if (!known)
        return known.error();
    for (const auto& name : names) {
        auto target = core::findTarget(*known, name);
        if (!target)
            return target.error();
        if (!target->facts) {
            console.say("Asking '" + name + "' what it has.");
            const auto report = askTarget(services, *target, console);
            if (!report)
                return report.error();
            target->facts = report->facts;
        }
        const auto own = core::devicesOf(*target);
        devices.insert(devices.end(), own.begin(), own.end());
    }
    return devices;
}

} // namespace inferometer::cli
