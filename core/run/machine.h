// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/selection.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// A device that can be chosen.
struct DeviceFacts {
    Device device;
    std::string name; ///< "AMD EPYC 7B13", "NVIDIA H100 80GB HBM3"
    std::optional<std::uint64_t> memory_bytes;
    std::string capability; ///< CUDA: "9.0"
    std::string driver; ///< CUDA: driver's CUDA version, "13.0"
};

/// The processor, then CUDA's devices in its own order, asked of the driver where there is one.
std::vector<DeviceFacts> findDevices(const std::filesystem::path& systemRoot = "/");

/// Numbers of the logical processors that this process may use.
std::vector<int> affinity();
/// The control group's limit; nothing where there is none.
std::optional<double> groupQuota_cores(const std::filesystem::path& systemRoot = "/");

/// Processors that this process may use: physical ones within its affinity and its share of the control
/// group.
int usableCores(const std::filesystem::path& systemRoot = "/");

Machine machineFrom(const std::vector<DeviceFacts>& devices, int cores);

/// Memory that a visit may take by default: a safe share of what is available here and in the control group.
std::optional<std::uint64_t> safeMemory_bytes(const std::filesystem::path& systemRoot = "/");

} // namespace inferometer::core
