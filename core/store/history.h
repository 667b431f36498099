// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inferometer::core {

/// A new run's id and file: "20260301T123456Z-k3x9" and that with the suffix of run files.
std::string newRunId();
std::filesystem::path runPath(const std::filesystem::path& history, const std::string& id);

/// Paths of the run files of a folder, newest first; other files are left alone.
std::vector<std::filesystem::path> runFiles(const std::filesystem::path& history);

/// A run by path, by id, by a part of its id that only one has, or "last".
Result<std::filesystem::path> findRun(const std::filesystem::path& history, const std::string& name);

} // namespace inferometer::core
