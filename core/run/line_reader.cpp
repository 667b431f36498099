// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/line_reader.h"

#include <utility>

namespace inferometer::core {

namespace {

/// From here on a line gets all its room at once: by doubling it would leave as much again behind it.
constexpr std::size_t longLine = 1u << 20;

} // namespace

bool LineReader::add(std::string_view bytes, const std::function<bool(std::string_view)>& take)
{
    while (!m_isBroken && !bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto part = bytes.substr(0, end);
        if (m_line.size() + part.size() > m_maxBytes || m_lines == m_maxLines) {
            m_isBroken = true;
            std::string().swap(m_line);
            break;
        }
        if (m_line.size() + part.size() > longLine)
            m_line.reserve(m_maxBytes);
        m_line += part;
        if (end == std::string_view::npos)
            return true;
        bytes.remove_prefix(end + 1);
        ++m_lines;
        const auto line = std::exchange(m_line, {});
        if (!take(line))
            m_isBroken = true;
    }
    return !m_isBroken;
}

void TailBuffer::add(std::string_view bytes)
{
    if (bytes.size() > m_maxBytes)
        bytes.remove_prefix(bytes.size() - m_maxBytes);
    m_text += bytes;
    if (m_text.size() > 2 * m_maxBytes)
        m_text.erase(0, m_text.size() - m_maxBytes);
}

} // namespace inferometer::core
