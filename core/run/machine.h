// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/device/nvidia.h"
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
    std::string driverVersion{}; ///< its own: "580.65.06"; empty where it is not known
    std::string pciBus{}; ///< "0000:3b:00.0"
    int multiprocessors = 0;
    bool isSlice = false; ///< of a device that is divided (MIG)
    bool drivesDisplay = false;
    std::string uuid{}; ///< to find the device again while this process lives; never stored or shown
};

/// The processor, then CUDA's devices in its own order, asked of the driver where there is one.
std::vector<DeviceFacts> findDevices(
    const std::filesystem::path& systemRoot = "/", const DriverSymbols& symbols = installedDriver());

/// Numbers of the logical processors that this process may use.
std::vector<int> affinity();
/// The tightest limit of the control groups; nothing where there is none.
std::optional<double> groupQuota_cores(const std::filesystem::path& systemRoot = "/");

/// Processors that this process may use: physical ones within its affinity and its share of the control
/// group.
int usableCores(const std::filesystem::path& systemRoot = "/");

/// What is known of a device; its number alone where it is not there.
DeviceFacts factsOf(const std::vector<DeviceFacts>& devices, const Device& device);

/// Of its driver, as exactly as it is known.
std::string driverName(const DeviceFacts& facts);

Machine machineFrom(const std::vector<DeviceFacts>& devices, int cores);

/// Memory that a visit may take by default: a safe share of what is available here and in the control group.
std::optional<std::uint64_t> safeMemory_bytes(const std::filesystem::path& systemRoot = "/");

} // namespace inferometer::core
