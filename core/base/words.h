// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace inferometer::core {

/// One enumerator and the word that stands for it in files, protocol and command line.
template <typename Enum> struct Word {
    Enum value;
    std::string_view word;
};

/// Specialised for every enumeration that is written somewhere: `static constexpr std::array all{Word{...},
/// ...}`.
template <typename Enum> struct Words;

template <typename Enum> constexpr std::string_view toWord(Enum value)
{
    for (const auto& entry : Words<Enum>::all) {
        if (entry.value == value)
            return entry.word;
    }
    return "unknown";
}

template <typename Enum> constexpr std::optional<Enum> fromWord(std::string_view word)
{
    for (const auto& entry : Words<Enum>::all) {
        if (entry.word == word)
            return entry.value;
    }
    return std::nullopt;
}

} // namespace inferometer::core
