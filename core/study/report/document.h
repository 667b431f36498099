// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

/// A document before it is words: headings, sentences, tables and figures as notes, in order. Writers turn it
/// into Markdown or HTML with somebody's phrases.
namespace inferometer::core::report {

/// A sentence of the user's language for a note; a line break in it is a line break in the document.
using Phrases = std::function<std::string(const Note&)>;

/// The sentence of a note; a note without a code is its first argument, word for word.
inline std::string spoken(const Note& note, const Phrases& phrases)
{
    if (!note.code.empty())
        return phrases(note);
    return note.args.empty() ? std::string() : note.args.front();
}

/// A note without a code stands for its first argument, as it is.
inline Note literal(std::string text)
{
    return Note{{}, {std::move(text)}};
}

struct Heading {
    int level = 1;
    Note text;
};

struct Paragraph {
    Note text;
};

struct List {
    std::vector<Note> items;
};

/// Every row is as long as the header.
struct Table {
    std::vector<Note> header;
    std::vector<std::vector<Note>> rows;
    Note caption; ///< its conditions; without a code there is none
};

struct Figure {
    Note title;
    std::string path; ///< as the document names it: relative to the document
    std::string png; ///< content, for documents that carry their pictures; may be empty
};

using Part = std::variant<Heading, Paragraph, List, Table, Figure>;

struct Document {
    Note title;
    std::vector<Part> parts;
};

} // namespace inferometer::core::report
