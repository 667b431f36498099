// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Small operations on text that is no prose: names, lists, file names.
namespace inferometer::core {

/// Parts between separators, without surrounding blanks; empty parts are left out.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string trimmed(std::string_view text);
std::string lowerCase(std::string_view text); ///< ASCII only

/// Those of `known` that `name` may have meant, best first, at most `limit`.
std::vector<std::string> nearestNames(
    std::string_view name, std::span<const std::string> known, std::size_t limit = 3);
/// A question after the nearest names; nothing where no name is near.
std::optional<Note> didYouMean(std::string_view name, std::span<const std::string> known);

/// ASCII letters and digits, '-', '_' and '.': what every file system and the hub take in a name.
bool isNameCharacter(char c);
/// The rule of the Hugging Face hub: 1 to 96 characters of `[A-Za-z0-9_.-]` with at most one '/', without
/// ".." or "--".
bool isHubId(std::string_view text);
/// The first line, control characters replaced, cut to a length: for text that another program wrote.
std::string oneLine(std::string_view text, std::size_t maxLength = 400);

} // namespace inferometer::core
