// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Why a file could not be used: path, and what the system says of it.
namespace inferometer::core::codes {

inline constexpr std::string_view fileNotOpened = "file-not-opened";
inline constexpr std::string_view fileNotRead = "file-not-read";
inline constexpr std::string_view fileNotExamined = "file-not-examined";
inline constexpr std::string_view fileNotCreated = "file-not-created";
inline constexpr std::string_view fileNotWritten = "file-not-written";
inline constexpr std::string_view fileNotLocked = "file-not-locked";
inline constexpr std::string_view fileNotRemoved = "file-not-removed";
inline constexpr std::string_view fileNotRestored = "file-not-restored";

} // namespace inferometer::core::codes
