// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <filesystem>
#include <optional>
#include <vector>

/// Whether the machine belonged to the measurement while it went on. Read before and after the rounds, never
/// inside.
namespace inferometer::core {

/// What the system has counted since it started, of the processors that this process may use.
struct MachineCounts {
    int processors = 0;
    double busy_s = 0; ///< in programs and in the kernel
    double passed_s = 0; ///< all their time, idle or not
    double stolen_s = 0; ///< taken by the host of a virtual machine
    std::optional<long> thermalEvents;
    std::optional<long> quotaPeriods; ///< in which the control group was held back
};

/// Shares of the processors' time up to which nothing is said.
inline constexpr double othersBusy_percent = 5;
inline constexpr double timeStolen_percent = 1;

MachineCounts readMachineCounts(const std::filesystem::path& systemRoot = "/");

/// Of this process and of its children that have ended.
double ownProcessorTime_s();
/// Likewise of another process; 0 where it is gone.
double processorTimeOf_s(int process, const std::filesystem::path& systemRoot = "/");

/// `ours_s`: processor time of the measuring processes in between.
std::vector<Note> doubtsBetween(const MachineCounts& before, const MachineCounts& after, double ours_s);

} // namespace inferometer::core
