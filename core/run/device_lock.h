// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/plan/plan.h"
#include "core/run/machine.h"

#include <string>
#include <vector>

namespace inferometer::core {

/// Two runs at once on one device would measure each other, whoever started them and wherever their caches
/// lie. The lock is a name in the kernel (unix(7), "abstract"): of this machine alone, also where homes are
/// shared by a network, nothing on disk, and free as soon as its owner is dead. Held until destruction.
class DeviceLock {
public:
    /// Refuses at once where the owner lives. A dead one's name is waited for, for a second at most: a
    /// process that it was starting when it died holds the name until it becomes another program. `machine`
    /// keeps apart what only pretends to be on machines of its own.
    static Result<DeviceLock> acquire(const DeviceFacts& device, const std::string& machine);

private:
    explicit DeviceLock(Descriptor socket)
        : m_socket(std::move(socket))
    {
    }

    Descriptor m_socket;
};

/// One for each device that the plan wants and the machine has.
Result<std::vector<DeviceLock>> lockDevices(
    const Plan& plan, const std::vector<DeviceFacts>& devices, const std::string& machine);

} // namespace inferometer::core
