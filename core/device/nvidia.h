// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/device/device_state.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// All that is asked of NVIDIA's driver beside LibTorch: which devices there are, and how they fare. Its two
/// libraries are opened at run time, so nothing of a CUDA toolkit is needed to build or to start.
namespace inferometer::core {

inline constexpr const char* cudaDriverLibrary = "libcuda.so.1";
inline constexpr const char* nvmlLibrary = "libnvidia-ml.so.1";

/// Finds a function of one of the libraries; null where either is missing.
using DriverSymbols = std::function<void*(const char* library, const char* function)>;

/// Those that are installed. A library is opened once and never closed: the driver starts threads of its own.
DriverSymbols installedDriver();

/// One device as CUDA counts it: fastest first, and only what CUDA_VISIBLE_DEVICES leaves.
struct NvidiaDevice {
    int index = 0;
    std::string name = "CUDA device";
    std::optional<std::uint64_t> memory_bytes{};
    std::string capability{}; ///< "9.0"
    int multiprocessors = 0;
    std::string uuid{}; ///< matches it with NVML's account, which counts by bus; never stored
    std::string pciBus{}; ///< "0000:3b:00.0"
    bool isSlice = false; ///< of a device that is divided (MIG)
    bool drivesDisplay = false;
};

struct NvidiaFacts {
    std::string cuda{}; ///< newest CUDA version that the driver supports: "13.0"; empty: no driver
    std::string driver{}; ///< its own version: "580.65.06"; empty where NVML is missing
    std::vector<NvidiaDevice> devices{};
    std::string problem{}; ///< what the driver says instead of devices, English
};

NvidiaFacts findNvidiaDevices(const DriverSymbols& symbols = installedDriver());

/// The device with this UUID (32 hexadecimal digits); null where NVML is missing or does not know it. What
/// NVML does not support on it stays absent.
std::unique_ptr<DeviceMonitor> openNvidiaMonitor(
    const std::string& uuid, const DriverSymbols& symbols = installedDriver());

/// Whether code for these architectures ("sm_75 sm_80 compute_90") runs on a device of this capability
/// ("8.6"): machine code does within its major number, an intermediate one on everything newer.
bool hasCodeFor(std::string_view architectures, std::string_view capability);

} // namespace inferometer::core
