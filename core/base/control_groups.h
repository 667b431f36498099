// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace inferometer::core {

/// Folders of the control groups (version 2) that hold this process, its own first, the root last: a limit
/// of each of them holds, and a job of Slurm or a service of systemd has its limits far below the root.
std::vector<std::filesystem::path> controlGroups(const std::filesystem::path& systemRoot = "/");

/// How often the kernel has killed for lack of memory so far, in this control group and in the system.
long kernelKills(const std::filesystem::path& systemRoot = "/");

} // namespace inferometer::core
