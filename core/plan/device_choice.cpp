// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/device_choice.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace inferometer::core {

namespace {

Error noSuchDevice(const Device& device, bool hasGpu)
{
    if (!device.target.empty())
        return Error{ErrorCode::DeviceNotFound,
            Note{"device-not-on-target", {device.target, textWithoutTarget(device)}}};
    return hasGpu ? Error{ErrorCode::DeviceNotFound, Note{"device-missing-here", {toText(device)}}}
                  : Error{ErrorCode::DeviceNotFound, Note{"no-cuda-device", {}}};
}

/// Names as devices carry them: this machine's is empty.
std::vector<std::string> targetsOf(const Selection& selection)
{
    std::vector<std::string> targets;
    for (const auto& word : selection.targets) {
        const auto name = word == "local" ? std::string() : word;
        if (std::count(targets.begin(), targets.end(), name) == 0)
            targets.push_back(name);
    }
    return targets.empty() ? std::vector<std::string>{""} : targets;
}

std::vector<Device> devicesOfTarget(const Machine& machine, const std::string& target)
{
    std::vector<Device> devices;
    std::copy_if(machine.devices.begin(), machine.devices.end(), std::back_inserter(devices),
        [&](const Device& device) { return device.target == target; });
    return devices;
}

Device bestOf(const Machine& machine, const std::string& target)
{
    const auto devices = devicesOfTarget(machine, target);
    const auto best = std::max_element(
        devices.begin(), devices.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
    return best == devices.end() ? Device{DeviceKind::Cpu, 0, target} : *best;
}

/// What one word means on one target.
Result<std::vector<Device>> devicesNamed(
    const std::string& word, const Machine& machine, const std::string& target)
{
    if (word == "all")
        return devicesOfTarget(machine, target);
    auto device = deviceFromText(word);
    if (!device)
        return Error{ErrorCode::UsageInvalid, Note{"device-word-bad", {oneLine(word, 60)}}};
    if (device->target.empty())
        device->target = target;
    if (const auto checked = checkDevice(*device, machine); !checked)
        return checked.error();
    return std::vector{*device};
}

} // namespace

Result<void> checkDevice(const Device& device, const Machine& machine)
{
    if (std::count(machine.devices.begin(), machine.devices.end(), device) > 0)
        return {};
    const bool hasGpu = std::any_of(machine.devices.begin(), machine.devices.end(),
        [](const Device& other) { return other.target.empty() && other.kind != DeviceKind::Cpu; });
    return noSuchDevice(device, hasGpu);
}

Result<std::vector<Device>> devicesOf(const Selection& selection, const Machine& machine)
{
    std::vector<Device> devices;
    const auto add = [&](const Device& device) {
        if (std::count(devices.begin(), devices.end(), device) == 0)
            devices.push_back(device);
    };
    for (const auto& target : targetsOf(selection)) {
        if (selection.devices.empty())
            add(bestOf(machine, target));
        for (const auto& word : selection.devices) {
            const auto named = devicesNamed(word, machine, target);
            if (!named)
                return named.error();
            std::for_each(named->begin(), named->end(), add);
        }
    }
    return devices;
}

} // namespace inferometer::core
