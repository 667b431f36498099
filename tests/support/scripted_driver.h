// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/device/nvidia.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inferometer::tests {

/// A device as a scripted driver has it. What is absent is not supported on it.
struct ScriptedDevice {
    std::string name;
    int major = 8;
    int minor = 0;
    int multiprocessors = 108;
    std::size_t memory_bytes = std::size_t{40} << 30;
    char mark = 'a'; ///< every byte of its UUID
    int bus = 0; ///< NVML counts by it
    bool isSlice = false;
    bool drivesDisplay = false;
    unsigned clock_mhz = 1410;
    std::vector<unsigned> temperatures_c{40}; ///< one per question, the last one for good
    unsigned power_mw = 250'000;
    unsigned long long slowedBy = 0;
    std::optional<unsigned long long> energy_mj{1'000'000};
    unsigned energyStep_mj = 0; ///< by which the counter moves with every question
    unsigned processes = 1;
    std::size_t used_bytes = std::size_t{3} << 30;
};

/// Stands in for the libraries of NVIDIA's driver, function by function, in their own calling convention.
/// There is one at a time: C functions have no object.
class ScriptedDriver {
public:
    explicit ScriptedDriver(std::vector<ScriptedDevice> devices);
    ~ScriptedDriver();
    ScriptedDriver(const ScriptedDriver&) = delete;
    ScriptedDriver& operator=(const ScriptedDriver&) = delete;

    core::DriverSymbols symbols() const;

    std::vector<ScriptedDevice> devices; ///< in CUDA's order
    std::set<std::string> missing; ///< functions that this driver lacks; or a whole library by its name
    int cudaError = 0; ///< of cuInit
    int temperatureQuestions = 0;
};

/// The devices of the guide: an A100, a V100 and a T4.
std::vector<ScriptedDevice> guideDevices();

} // namespace inferometer::tests
