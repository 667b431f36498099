// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inferometer::cli {

/// What a shell can put in the place of the last of the words typed so far: commands, options, and where one
/// is wanted the names of models and runs.
std::vector<std::string> completionsOf(const CLI::App& program, const std::vector<std::string>& words);

} // namespace inferometer::cli
