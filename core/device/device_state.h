// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// What a device said of itself at one moment; what it does not tell is absent.
struct DeviceState {
    std::optional<double> clock_mhz; ///< of its multiprocessors
    std::optional<double> memoryClock_mhz;
    std::optional<double> temperature_c;
    std::optional<double> power_w;
    /// Why it runs slower than it was asked to, as words: "power-cap", "sw-thermal", ... Empty: it does not,
    /// or does not tell.
    std::vector<std::string> slowedBy{};
    std::optional<double> memory_bytes{}; ///< in use on it, by whomever
};

/// Watches a device from beside it: the driver's own account, which costs the device nothing. Asked between
/// inferences only.
class DeviceMonitor {
public:
    virtual ~DeviceMonitor() = default;
    virtual DeviceState state() = 0;
    /// Joules that the whole board took since the driver was loaded.
    virtual std::optional<double> energy_j() = 0;
    /// Processes that compute on the device, this one among them.
    virtual std::optional<int> processes() = 0;
};

} // namespace inferometer::core
