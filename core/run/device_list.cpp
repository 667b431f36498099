// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_list.h"

#include "core/base/text.h"
#include "core/run/device_facts_json.h"

#include <algorithm>

namespace inferometer::core {

std::string devicesText(const std::vector<DeviceFacts>& devices)
{
    auto list = Json::array();
    for (const auto& facts : devices) {
        auto entry = writeJson(facts);
        for (const auto* key : {"capability", "driver", "driver_version", "pci_bus"}) {
            if (entry.at(key) == "")
                entry.erase(key); // what a processor does not have
        }
        if (facts.device.kind == DeviceKind::Cpu) {
            for (const auto* key : {"multiprocessors", "slice", "drives_display"})
                entry.erase(key);
        }
        list.push_back(std::move(entry));
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<DeviceFacts>> devicesFromText(std::string_view text)
{
    constexpr std::size_t most = 1025;
    const auto invalid = [](const std::string& why) {
        return Error{ErrorCode::FileInvalid,
            "The list of devices is not one of 'inferometer-cli list devices --json': " + why};
    };
    const auto json = parseJson(text, ErrorCode::FileInvalid);
    if (!json)
        return invalid(json.error().detail);
    auto devices = fromJson<std::vector<DeviceFacts>>(*json, ErrorCode::FileInvalid, "list");
    if (!devices)
        return invalid(devices.error().detail);
    if (devices->empty() || devices->size() > most)
        return invalid("It names " + std::to_string(devices->size()) + " devices.");
    for (auto facts = devices->begin(); facts != devices->end(); ++facts) {
        facts->name = oneLine(facts->name, 200);
        const auto isSame = [&](const DeviceFacts& other) { return other.device == facts->device; };
        if (std::any_of(devices->begin(), facts, isSame))
            return invalid("It names " + toText(facts->device) + " twice.");
    }
    return devices;
}

} // namespace inferometer::core
