// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What /proc says about other processes.
namespace inferometer::core {

struct ProcessFacts {
    int process = 0;
    int parent = 0;
    int session = 0;
    char state = '?'; ///< 'Z': ended, waiting to be reaped; 'D': waits for a device and cannot be ended
    std::uint64_t startTime = 0; ///< in ticks since boot: with the number it names a process for good
};

/// Nothing where there is no such process.
std::optional<ProcessFacts> processFacts(int process);
/// Living processes (not zombies) of a session.
std::vector<ProcessFacts> processesOfSession(int session);

/// Living processes below another one, parents first.
std::vector<int> descendantsOf(int ancestor);

/// A text that names this process, and whether the process that a text names still lives.
std::string ownProcessMark();
bool isAlive(const std::string& processMark);

} // namespace inferometer::core
