// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inferometer::engine {

/// A tensor that a package works with and does not hold itself.
struct ConstantPlace {
    std::string name; ///< in the package
    std::string from; ///< "weights", "graph" or "package": which file
    std::string source; ///< name there
    std::string device; ///< "cpu", "cuda": where the code expects it
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in elements, as the code expects them
};

/// What the worker wrote about a package.
struct PackageFacts {
    std::string sharedObject; ///< file name
    std::optional<int> threads; ///< that the code was generated for; nothing: any number
    bool isFrozen = false; ///< holds its weights itself
    std::map<std::string, std::string> metadata; ///< AOTI_CPU_ISA, ...
    std::vector<ConstantPlace> constants;
};

Attempt<PackageFacts> readPackageFacts(const std::filesystem::path& folder);

/// A shared object that is cut off can end the process when it is opened or run: so its own account of its
/// parts is compared with the file.
Attempt<void> checkSharedObject(const std::filesystem::path& file);

/// What a package would be run on.
struct PackageHost {
    std::string device = "cpu"; ///< "cpu", "cuda"
    std::string machine; ///< "x86_64"
    std::set<std::string> processorFlags; ///< as the kernel names them
    std::string capability; ///< of the CUDA device, as the compiler writes it: "90"; empty on a CPU
    int threads = 1;
};

/// This machine's processor; device, capability and threads are left to the caller.
PackageHost thisHost();

/// Code for instructions that a machine lacks ends in an illegal instruction, not in an error message: so
/// this is asked before anything of a package is loaded.
Attempt<void> checkPackageSuits(const PackageFacts& facts, const PackageHost& host);

} // namespace inferometer::engine
