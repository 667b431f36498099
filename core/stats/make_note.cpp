// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/make_note.h"

#include <array>
#include <charconv>

namespace inferometer::core {

std::string numberText(double value, int digits)
{
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits);
    return {text.data(), end.ptr};
}

Note makeNote(std::string_view code, std::initializer_list<double> args)
{
    Note note{std::string(code), {}};
    for (const double value : args)
        note.args.push_back(numberText(value));
    return note;
}

} // namespace inferometer::core
