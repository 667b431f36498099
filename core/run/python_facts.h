// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <filesystem>
#include <optional>
#include <string>

/// What the worker said about its Python environment, kept so that a run whose artefacts are all in the cache
/// does not start Python: importing torch and Transformers takes longer than such a run's measuring.
namespace inferometer::core {

/// Changes whenever the environment, the worker, the compiler or the processor does; nothing where that
/// cannot be told from files (a Python without a folder of packages beside it): then it is asked every time.
std::optional<std::string> pythonStamp(const std::filesystem::path& python,
    const std::filesystem::path& worker, const std::filesystem::path& systemRoot = "/");

/// SHA-256 over the worker's sources that decide what it makes.
std::string workerDigest(const std::filesystem::path& worker);

/// The runner is known by its file.
std::string runnerStamp(const std::filesystem::path& runner);

std::optional<Environment> readPythonFacts(const std::filesystem::path& cache, const std::string& stamp);
Result<void> writePythonFacts(
    const std::filesystem::path& cache, const std::string& stamp, const Environment& facts);
/// The same for what the runner says of itself.
std::optional<Environment> readRunnerFacts(const std::filesystem::path& cache, const std::string& stamp);
Result<void> writeRunnerFacts(
    const std::filesystem::path& cache, const std::string& stamp, const Environment& facts);

} // namespace inferometer::core
