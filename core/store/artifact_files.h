// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

/// The files of a cache entry: their hashes in entry.json, and when those were last checked in checked.json.
namespace inferometer::core {

struct FileFacts {
    std::string sha256;
    std::uint64_t bytes = 0;
};

struct EntryFacts {
    int version = 1;
    std::string created_utc;
    std::map<std::string, FileFacts> files; ///< by path relative to the entry
    std::string facts; ///< JSON text
};

/// Hashes and syncs every file and writes entry.json.
Result<EntryFacts> sealEntry(const std::filesystem::path& folder, const std::string& facts);
/// Reads entry.json; bounded and checked, no path in it leads out of the folder.
Result<EntryFacts> readEntry(const std::filesystem::path& folder);
/// Compares the files with entry.json: exactly those, of the right size, and of the right hash unless inode,
/// size and time are as at the last check.
Result<void> checkEntry(const std::filesystem::path& folder, const EntryFacts& entry);

} // namespace inferometer::core
