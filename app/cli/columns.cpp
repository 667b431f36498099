// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/columns.h"

#include <algorithm>

namespace inferometer::cli {

namespace {

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

} // namespace

int widthOf(std::string_view text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), beginsCharacter));
}

std::string cut(std::string_view text, int width)
{
    if (widthOf(text) <= width)
        return std::string(text);
    int count = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (beginsCharacter(text[end]) && ++count > width - 1)
            break;
    }
    return std::string(text.substr(0, end)) + (width > 0 ? "…" : "");
}

Columns::Columns(std::vector<std::string> header)
{
    m_lines.push_back(std::move(header));
}

void Columns::add(std::vector<std::string> cells)
{
    m_lines.push_back(std::move(cells));
}

std::string Columns::text() const
{
    constexpr int gap = 2;
    std::vector<int> widths;
    for (const auto& line : m_lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    std::string text;
    for (const auto& line : m_lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i];
            if (i + 1 < line.size())
                text.append(static_cast<std::size_t>(widths[i] - widthOf(line[i]) + gap), ' ');
        }
        text += '\n';
    }
    return text;
}

} // namespace inferometer::cli
