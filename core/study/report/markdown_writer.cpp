// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/writers.h"

#include "core/base/text.h"

#include <string_view>

namespace inferometer::core::report {
namespace {

/// Whether the character at a place means something in Markdown there. A bracket does where an address could
/// follow.
bool isSpecial(const std::string& text, std::size_t place)
{
    constexpr std::string_view always = "\\`*_<>|#";
    constexpr std::string_view afterBracket = "([:";
    const bool isBracket = text[place] == ']' && place + 1 < text.size();
    return always.find(text[place]) != std::string_view::npos
        || (isBracket && afterBracket.find(text[place + 1]) != std::string_view::npos);
}

/// Line breaks become `lineBreak`; other control characters are left out.
std::string escaped(const std::string& text, std::string_view lineBreak)
{
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            safe += lineBreak;
        } else if (static_cast<unsigned char>(text[i]) >= 0x20 && text[i] != 0x7f) {
            if (isSpecial(text, i))
                safe += '\\';
            safe += text[i];
        }
    }
    return safe;
}

/// For links: nothing that ends the address or leaves the line.
std::string address(const std::string& path)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view special = " ()<>\"'\\%";
    std::string safe;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7f || special.find(c) != std::string_view::npos) {
            safe += '%';
            safe += digits[byte >> 4];
            safe += digits[byte & 15];
        } else {
            safe += c;
        }
    }
    return safe;
}

class MarkdownWriter {
public:
    explicit MarkdownWriter(const Phrases& phrases)
        : m_phrases(phrases)
    {
    }

    std::string text(const Note& note) const { return escaped(spoken(note, m_phrases), " "); }

    std::string operator()(const Heading& heading) const
    {
        return std::string(static_cast<std::size_t>(heading.level), '#') + " " + text(heading.text) + "\n\n";
    }

    std::string operator()(const Paragraph& paragraph) const { return text(paragraph.text) + "\n\n"; }

    std::string operator()(const List& list) const
    {
        std::string lines;
        for (const auto& item : list.items)
            lines += "- " + text(item) + "\n";
        return lines + "\n";
    }

    std::string operator()(const Table& table) const
    {
        std::vector<std::string> names;
        for (const auto& name : table.header)
            names.push_back("**" + escaped(spoken(name, m_phrases), "<br>") + "**");
        std::string lines = line(names) + "|";
        for (std::size_t i = 0; i < names.size(); ++i)
            lines += ":---:|";
        lines += "\n";
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (const auto& cell : row)
                cells.push_back(escaped(spoken(cell, m_phrases), "<br>"));
            lines += line(cells);
        }
        const auto caption = text(table.caption);
        return lines + "\n" + (caption.empty() ? "" : caption + "\n\n");
    }

    std::string operator()(const Figure& figure) const
    {
        return "![" + text(figure.title) + "](" + address(figure.path) + ")\n\n";
    }

private:
    static std::string line(const std::vector<std::string>& cells)
    {
        return "| " + join(cells, " | ") + " |\n";
    }

    const Phrases& m_phrases;
};

} // namespace

std::string toMarkdown(const Document& document, const Phrases& phrases)
{
    const MarkdownWriter writer(phrases);
    std::string text = writer(Heading{1, document.title});
    for (const auto& part : document.parts)
        text += std::visit(writer, part);
    text.pop_back(); // one line end closes the file
    return text;
}

std::string toMarkdown(const Table& table, const Phrases& phrases)
{
    auto text = MarkdownWriter(phrases)(table);
    text.pop_back();
    return text;
}

} // namespace inferometer::core::report
