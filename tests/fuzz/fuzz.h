// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string_view>

namespace inferometer::fuzz {

/// One parser at work on a text that anybody could have written. Each target defines it, in a file of its
/// own.
void fuzz(std::string_view input);

/// What a parser promises beyond ending; unlike an assertion it holds in every build.
inline void require(bool isKept)
{
    if (!isKept)
        std::abort();
}

} // namespace inferometer::fuzz
