// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <string>
#include <string_view>

namespace inferometer::core {

/// A text of a compiler or an exception without what identifies a user: of every absolute path only the last
/// part stays, names of user and host are replaced, and so are secrets.
std::string withoutPaths(std::string_view text);

/// A text without the values of environment variables whose names tell that they are nobody's business:
/// tokens, keys, passwords and the like.
std::string withoutSecrets(std::string text);

/// A path that a row has to name, since it is missing where the row was to be measured: without whose it is.
std::string withoutHome(std::string_view path);

/// The same for every free text of a record.
void removePaths(VisitRecord& record);

} // namespace inferometer::core
