// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inferometer::core {

/// A file name from any text: letters, digits, '-', '_', '.', and a hash where anything was lost.
std::string fileNameFrom(std::string_view text);

} // namespace inferometer::core
