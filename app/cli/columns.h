// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inferometer::cli {

/// Lines of text cells under a header, each column as wide as its widest cell.
class Columns {
public:
    explicit Columns(std::vector<std::string> header);

    void add(std::vector<std::string> cells);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_lines;
};

/// Characters of a UTF-8 text.
int widthOf(std::string_view text);
/// At most so many characters; a longer text ends with an ellipsis.
std::string cut(std::string_view text, int width);

} // namespace inferometer::cli
