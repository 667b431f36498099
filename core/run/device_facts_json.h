// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/json.h"
#include "core/run/machine.h"

/// How devices stand in JSON. Private to the sources that read or write them.
namespace inferometer::core {

template <> struct Fields<DeviceFacts> {
    static constexpr auto all = std::tuple{
        Field{"device", &DeviceFacts::device, Presence::Required},
        Field{"name", &DeviceFacts::name, Presence::Required},
        Field{"memory_bytes", &DeviceFacts::memory_bytes},
        Field{"capability", &DeviceFacts::capability},
        Field{"driver", &DeviceFacts::driver},
        Field{"driver_version", &DeviceFacts::driverVersion},
        Field{"pci_bus", &DeviceFacts::pciBus},
        Field{"multiprocessors", &DeviceFacts::multiprocessors},
        Field{"slice", &DeviceFacts::isSlice},
        Field{"drives_display", &DeviceFacts::drivesDisplay},
    };
};

} // namespace inferometer::core
