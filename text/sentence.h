// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

/// Qt's lupdate finds this word in the sources and the window translates what it marks; here it changes
/// nothing.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(context, text) text
#endif

namespace inferometer::text {

/// A code of the core or the worker and what it means in English, in the translation context "Inferometer".
/// %1 to %9 stand for the arguments that come with the code.
struct Sentence {
    std::string_view code;
    const char* text;
    const char* ofCommandLine = nullptr; ///< where that one has another name for what to do
};

/// The entry of a code; null where the table has none.
const Sentence* entryOf(std::span<const Sentence> table, std::string_view code);
/// The text of a code; null where the table has none.
const char* find(std::span<const Sentence> table, std::string_view code);

/// A text with its arguments in place; an empty one is a dash, one that is missing a question mark.
std::string filled(std::string_view text, std::span<const std::string> args);

} // namespace inferometer::text
