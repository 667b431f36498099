// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/run/loop.h"
#include "core/run/machine.h"

#include <functional>

namespace inferometer::core {

/// So long a device may take to cool; then the run goes on and says so.
inline constexpr double longestCooling_s = 600;

/// The pause between two visits: as long as the policy says, and on until the device is as cool as it says,
/// where it tells its temperature.
struct Cooldown {
    Loop& loop;
    const DriverSymbols& driver;
    double timeFactor = 1; ///< scales the waiting for the temperature; tests make it short
    std::function<bool()> mustStop;
    std::function<void(const Note&)> note;

    void wait(const Policy& policy, const DeviceFacts& device) const;

private:
    void waitForTemperature(double wanted_c, const DeviceFacts& device) const;
};

} // namespace inferometer::core
