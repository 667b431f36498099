// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/report/writers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inferometer::core::report {
namespace {

constexpr std::string_view screenStyle = R"css(
body { font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK JP", sans-serif; color: #1f2328; background: #fff;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; margin: 2em 0 .6em; }
h1 { margin-top: 0; }
h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
table { border-collapse: collapse; margin: 1em 0 .3em; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #d1d9e0; padding: .3em .8em; text-align: center; }
th { background: #f6f8fa; }
.caption, figcaption { color: #59636e; font-size: .85em; margin: 0 0 1.5em; }
figure { margin: 1.5em 0; }
img { max-width: 100%; }
@media print { body { max-width: none; margin: 0; } table, figure { break-inside: avoid; } h2, h3 { break-after: avoid; } }
)css";

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        case '\n':
            safe += "<br>";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
                safe += c;
        }
    }
    return safe;
}

std::string base64(const std::string& bytes)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::array<unsigned, 3> group{};
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t j = 0; j < count; ++j)
            group[j] = static_cast<unsigned char>(bytes[i + j]);
        const unsigned bits = group[0] << 16 | group[1] << 8 | group[2];
        for (std::size_t j = 0; j < 4; ++j)
            text += j <= count ? letters[bits >> (18 - 6 * j) & 63] : '=';
    }
    return text;
}

std::string element(const std::string& name, const std::string& content)
{
    return "<" + name + ">" + content + "</" + name + ">";
}

class HtmlWriter {
public:
    explicit HtmlWriter(const Phrases& phrases)
        : m_phrases(phrases)
    {
    }

    std::string text(const Note& note) const { return escaped(spoken(note, m_phrases)); }

    std::string operator()(const Heading& heading) const
    {
        return element("h" + std::to_string(heading.level), text(heading.text)) + "\n";
    }

    std::string operator()(const Paragraph& paragraph) const
    {
        return element("p", text(paragraph.text)) + "\n";
    }

    std::string operator()(const List& list) const
    {
        std::string items;
        for (const auto& item : list.items)
            items += element("li", text(item)) + "\n";
        return element("ul", "\n" + items) + "\n";
    }

    std::string operator()(const Table& table) const
    {
        std::string rows = "\n";
        for (const auto& row : table.rows)
            rows += element("tr", cells("td", row)) + "\n";
        const auto head = element("thead", element("tr", cells("th", table.header)));
        const auto caption = text(table.caption);
        return element("table", "\n" + head + "\n" + element("tbody", rows) + "\n") + "\n"
            + (caption.empty() ? "" : "<p class=\"caption\">" + caption + "</p>\n");
    }

    std::string operator()(const Figure& figure) const
    {
        const auto title = text(figure.title);
        const auto source =
            figure.png.empty() ? escaped(figure.path) : "data:image/png;base64," + base64(figure.png);
        return element("figure",
                   "<img src=\"" + source + "\" alt=\"" + title + "\">" + element("figcaption", title))
            + "\n";
    }

private:
    std::string cells(const std::string& name, const std::vector<Note>& row) const
    {
        std::string content;
        for (const auto& cell : row)
            content += element(name, text(cell));
        return content;
    }

    const Phrases& m_phrases;
};

} // namespace

std::string toHtml(const Document& document, const Phrases& phrases, const std::string& language,
    std::optional<std::string_view> style)
{
    const HtmlWriter writer(phrases);
    std::string text = "<!DOCTYPE html>\n<html lang=\"" + escaped(language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
        + element("title", writer.text(document.title)) + "\n"
        + element("style", std::string(style.value_or(screenStyle))) + "\n</head>\n<body>\n"
        + writer(Heading{1, document.title});
    for (const auto& part : document.parts)
        text += std::visit(writer, part);
    return text + "</body>\n</html>\n";
}

} // namespace inferometer::core::report
