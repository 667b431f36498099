// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace inferometer::core {

/// Reads one environment variable; nothing where it is unset or empty. Tests give their own.
using Variables = std::function<std::optional<std::string>(const char* name)>;
std::optional<std::string> environmentVariable(const char* name);

/// Where this user's files lie.
struct Paths {
    std::filesystem::path history; ///< run files
    std::filesystem::path cache; ///< weights, graphs, packages: closed to others
    std::filesystem::path hub; ///< Hugging Face cache, read only
    std::filesystem::path targets = {}; ///< settings: where else a run can measure
    std::filesystem::path ownModels = {}; ///< the user's catalogue
};

/// From XDG_DATA_HOME, XDG_CACHE_HOME, XDG_CONFIG_HOME and the variables of the Hugging Face libraries, else
/// below HOME.
Result<Paths> userPaths(const Variables& variable = environmentVariable);

/// What the programs of a build or an installation need from each other.
struct Tools {
    std::filesystem::path guard; ///< runs each of the others
    std::filesystem::path runner;
    std::filesystem::path engineLibrary; ///< for runs in this process
    std::filesystem::path worker; ///< folder, started as `python -I worker`
    std::filesystem::path python;
    std::filesystem::path resources; ///< models.json, images/
    std::filesystem::path window;
    std::filesystem::path commandLine; ///< measures this machine's part of a run on several
    /// Of an installed package, which is not linked to the LibTorch of one place: where the runner finds it,
    /// and the list that says which version it must be. Empty in a build tree.
    std::filesystem::path torchLibraries;
    std::filesystem::path requirements;
    std::filesystem::path setup; ///< makes the Python environment; only a package has it
};

/// Next to this program; in a build tree the sources' folders. The Python of a package is the environment
/// that inferometer-setup made. INFEROMETER_PYTHON, INFEROMETER_RUNNER, INFEROMETER_WORKER and
/// INFEROMETER_RESOURCES win.
Tools findTools(const Variables& variable = environmentVariable);
/// What a package finds only once its environment is made, looked for again.
void findEnvironment(Tools& tools);

} // namespace inferometer::core
