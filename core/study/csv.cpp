// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/csv.h"

#include <algorithm>

namespace inferometer::core {
namespace {

/// Reads record by record; fields may hold separators, quotes and line breaks.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {
        constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
        if (m_text.substr(0, byteOrderMark.size()) == byteOrderMark)
            m_text.remove_prefix(byteOrderMark.size());
    }

    bool isAtEnd() const { return m_position >= m_text.size(); }

    Result<std::vector<std::string>> record(std::size_t maxFields)
    {
        std::vector<std::string> fields;
        for (;;) {
            auto field = peek() == '"' ? quoted() : plain();
            if (!field)
                return field.error();
            if (fields.size() == maxFields)
                return Error{ErrorCode::FileInvalid, Note{"table-line-too-wide", {std::to_string(m_line)}}};
            fields.push_back(unprotected(std::move(*field)));
            if (peek() != ',' || isAtEnd())
                break;
            ++m_position;
        }
        skipLineEnd();
        return fields;
    }

private:
    char peek() const { return isAtEnd() ? '\n' : m_text[m_position]; }

    Result<std::string> plain()
    {
        const auto end = std::min(m_text.find_first_of(",\r\n", m_position), m_text.size());
        std::string field(m_text.substr(m_position, end - m_position));
        m_position = end;
        return field;
    }

    Result<std::string> quoted()
    {
        std::string field;
        for (++m_position; !isAtEnd(); ++m_position) {
            const char c = m_text[m_position];
            if (c == '\n')
                ++m_line;
            if (c == '"' && m_text.substr(m_position + 1, 1) == "\"")
                ++m_position;
            else if (c == '"')
                break;
            field += c;
        }
        if (isAtEnd())
            return Error{ErrorCode::FileInvalid, Note{"table-line-in-quotes", {std::to_string(m_line)}}};
        ++m_position;
        if (!isAtEnd() && std::string_view(",\r\n").find(peek()) == std::string_view::npos)
            return Error{ErrorCode::FileInvalid, Note{"table-line-behind-quotes", {std::to_string(m_line)}}};
        return field;
    }

    void skipLineEnd()
    {
        if (!isAtEnd() && peek() == '\r')
            ++m_position;
        if (!isAtEnd() && peek() == '\n')
            ++m_position;
        ++m_line;
    }

    static std::string unprotected(std::string field)
    {
        constexpr std::string_view formulaStarts = "=+-@\t\r";
        if (field.size() > 1 && field[0] == '\'' && formulaStarts.find(field[1]) != std::string_view::npos)
            field.erase(0, 1);
        return field;
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_line = 1;
};

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const
{
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - header.begin()));
}

Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::FileInvalid, Note{"table-too-large", {}}};
    Reader reader(text);
    CsvTable table;
    auto header = reader.record(limits.columns);
    if (!header)
        return header.error();
    table.header = std::move(*header);
    while (!reader.isAtEnd()) {
        auto record = reader.record(table.header.size());
        if (!record)
            return record.error();
        if (record->size() == 1 && record->front().empty())
            continue; // an empty line
        if (table.rows.size() == limits.rows)
            return Error{ErrorCode::FileInvalid, Note{"table-rows-too-many", {std::to_string(limits.rows)}}};
        record->resize(table.header.size());
        table.rows.push_back(std::move(*record));
    }
    return table;
}

} // namespace inferometer::core
