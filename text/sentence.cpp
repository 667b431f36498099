// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence.h"

#include <algorithm>

namespace inferometer::text {

const Sentence* entryOf(std::span<const Sentence> table, std::string_view code)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Sentence& each) { return each.code == code; });
    return found == table.end() ? nullptr : &*found;
}

const char* find(std::span<const Sentence> table, std::string_view code)
{
    const auto* found = entryOf(table, code);
    return found ? found->text : nullptr;
}

std::string filled(std::string_view text, std::span<const std::string> args)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!isPlace) {
            result += text[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(text[++i] - '1');
        if (index < args.size())
            result += args[index].empty() ? "–" : args[index];
        else
            result += '?';
    }
    return result;
}

} // namespace inferometer::text
