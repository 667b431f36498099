// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/cooldown.h"

#include "core/base/clock.h"
#include "core/base/numbers.h"
#include "core/plan/note_codes.h"

namespace inferometer::core {

void Cooldown::wait(const Policy& policy, const DeviceFacts& device) const
{
    if (policy.cooldown_s > 0 && !mustStop())
        loop.runFor(nanoseconds(policy.cooldown_s), mustStop);
    if (policy.coolTo_c && !mustStop())
        waitForTemperature(*policy.coolTo_c, device);
}

void Cooldown::waitForTemperature(double wanted_c, const DeviceFacts& device) const
{
    constexpr double step_s = 1;
    const auto monitor = openNvidiaMonitor(device.uuid, driver);
    const auto temperature = [&] { return monitor ? monitor->state().temperature_c : std::nullopt; };
    auto now_c = temperature();
    if (!now_c || *now_c <= wanted_c)
        return;
    const auto say = [&](std::string_view code, std::vector<std::string> more) {
        std::vector<std::string> arguments{
            toText(device.device), fixedText(*now_c, 0), fixedText(wanted_c, 0)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        note(Note{std::string(code), std::move(arguments)});
    };
    say(codes::coolingTo, {});
    for (double waited_s = 0; waited_s < longestCooling_s; waited_s += step_s) {
        if (loop.runFor(nanoseconds(step_s * timeFactor), mustStop))
            return;
        now_c = temperature();
        if (!now_c || *now_c <= wanted_c)
            return;
    }
    say(codes::stillWarm, {fixedText(longestCooling_s, 0)});
}

} // namespace inferometer::core
