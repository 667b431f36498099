// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <string>
#include <vector>

namespace inferometer::core {

/// All words of an enumeration, in its own order.
template <typename Enum> std::vector<std::string> allWords()
{
    std::vector<std::string> words;
    for (const auto& entry : Words<Enum>::all)
        words.emplace_back(entry.word);
    return words;
}

/// One word to its value; `what` names the kind in the sentence: "compile mode".
template <typename Enum> Result<Enum> chosen(const std::string& word, Enum otherwise, const std::string& what)
{
    if (word.empty())
        return otherwise;
    if (const auto value = fromWord<Enum>(word))
        return *value;
    const auto words = allWords<Enum>();
    return Error{ErrorCode::UsageInvalid,
        "There is no " + what + " '" + oneLine(word, 60) + "'; it is one of " + join(words, ", ") + "."};
}

/// A list of words to values without doubles, in the order given; `otherwise` where the list is empty.
template <typename Enum>
Result<std::vector<Enum>> chosenList(
    const std::vector<std::string>& words, std::vector<Enum> otherwise, const std::string& what)
{
    if (words.empty())
        return otherwise;
    std::vector<Enum> values;
    for (const auto& word : words) {
        const auto value = chosen<Enum>(word, Enum(), what);
        if (!value)
            return value.error();
        if (std::find(values.begin(), values.end(), *value) == values.end())
            values.push_back(*value);
    }
    return values;
}

} // namespace inferometer::core
