// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::core {

/// Conditions that a noise floor holds for: figures under others know nothing of it.
struct NoiseConditions {
    std::string device; ///< "cpu", "cuda:1"
    std::string deviceName;
    int threads = 0;
    Allocator allocator = Allocator::Retain;
    std::string executor; ///< "process" or "in-process"

    auto operator<=>(const NoiseConditions&) const = default;
};

/// How far identical programs lay apart on a device, measured side by side as any two variants are (A/A). A
/// difference below it says nothing about the programs.
struct NoiseFloor {
    NoiseConditions conditions;
    double floor_percent = 0; ///< the largest difference of means among the comparisons, without its sign
    int comparisons = 0;
    int wrongVerdicts = 0; ///< comparisons called faster or slower
    std::string model; ///< what was measured
    int batch = 1;
    DataType dtype = DataType::Float32;
    std::string run; ///< id of the run that holds the samples
    std::string measured_utc;
};

/// Of a run that measured a variant without compiling more than once: one floor per conditions.
std::vector<NoiseFloor> noiseFloorsOf(const RunRecord& run);

/// Under which conditions a visit was measured.
NoiseConditions noiseConditionsOf(const RunRecord& run, const VisitRecord& record);

/// The floors kept on this machine, beside the run files; none where there is no file yet.
std::filesystem::path noiseFloorPath(const std::filesystem::path& history);
Result<std::vector<NoiseFloor>> readNoiseFloors(const std::filesystem::path& path);
/// Adds floors; those of the same conditions are replaced.
Result<void> keepNoiseFloors(const std::filesystem::path& path, const std::vector<NoiseFloor>& floors);

/// The floor of these conditions; nothing where none was measured.
std::optional<NoiseFloor> noiseFloorFor(
    const std::vector<NoiseFloor>& floors, const NoiseConditions& conditions);

} // namespace inferometer::core
