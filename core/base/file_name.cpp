// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_name.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

namespace inferometer::core {

std::string fileNameFrom(std::string_view text)
{
    constexpr std::size_t maxLength = 80;
    std::string name;
    for (const char c : text.substr(0, maxLength))
        name += isNameCharacter(c) ? c : '_';
    const bool isOdd = name.empty() || name.front() == '.' || name.front() == '-';
    if (name != text || isOdd)
        name = (isOdd ? "x" : "") + name + "-" + sha256(text).substr(0, 8);
    return name;
}

} // namespace inferometer::core
