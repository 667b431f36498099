// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/plan.h"
#include "core/run/child_process.h"
#include "core/run/machine.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Where else a run can measure. The settings say how to start Inferometer there; authentication is that of
/// ssh, Slurm and the like, and nothing secret is kept. Run files hold the names only.
namespace inferometer::core {

/// What a target had when it was last asked.
struct TargetFacts {
    std::vector<DeviceFacts> devices;
    int cores = 0;
    std::string version; ///< of Inferometer
    std::string torch;
    std::string asked_utc;
};

struct Target {
    std::string name;
    std::vector<std::string> launcher; ///< "ssh", "gpubox"; empty: another installation on this machine
    std::string installation; ///< the folder there that holds bin/inferometer-cli
    std::optional<TargetFacts> facts; ///< nothing: never asked
};

/// The targets of a settings file; none where there is no file.
Result<std::vector<Target>> readTargets(const std::filesystem::path& file);
Result<void> writeTargets(const std::filesystem::path& file, const std::vector<Target>& targets);
/// Changes of a settings file that may meanwhile have others in it: it is read first, while nobody else
/// changes it, and one that cannot be read is left as it is. The answer is what it holds then.
Result<std::vector<Target>> addTarget(const std::filesystem::path& file, const Target& target);
Result<std::vector<Target>> removeTarget(const std::filesystem::path& file, const std::string& name);
Result<std::vector<Target>> rememberFacts(
    const std::filesystem::path& file, const std::string& name, const TargetFacts& facts);

/// Whether a target can be used, in one sentence where it cannot. Its path must mean the same with and
/// without a shell on the way.
Result<void> checkTarget(const Target& target);
Result<Target> findTarget(const std::vector<Target>& targets, const std::string& name);
/// The targets that a plan names; the first that the settings do not know is the error.
Result<std::vector<Target>> targetsOf(const Plan& plan, const std::filesystem::path& file);

/// What a target's devices are called in a plan.
std::vector<DeviceFacts> devicesOf(const Target& target);
/// The command that starts Inferometer there with these words, below a guard.
ChildCommand commandOf(
    const Target& target, const std::vector<std::string>& words, const std::filesystem::path& guard);
/// The same for targets on one machine, which take turns.
std::string machineOf(const Target& target);

} // namespace inferometer::core
