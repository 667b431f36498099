// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/paths.h"

#include <cstdint>
#include <filesystem>

/// What the user set in the window and every run goes by, also one of the command line.
namespace inferometer::core {

/// The window writes it.
std::filesystem::path settingsFile(const Paths& paths);
/// How much the cache may hold; its default where the file does not say.
std::uint64_t cacheLimitIn(const std::filesystem::path& settings);

} // namespace inferometer::core
