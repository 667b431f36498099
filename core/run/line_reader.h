// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace inferometer::core {

/// Cuts a stream of bytes into lines of a limited length and number. Whatever arrives, it holds at most one
/// line.
class LineReader {
public:
    LineReader(std::size_t maxBytes, std::size_t maxLines)
        : m_maxBytes(maxBytes)
        , m_maxLines(maxLines)
    {
    }

    /// Calls `take` for every whole line, without newline, until it says stop with false. False once a bound
    /// is broken: then everything further is dropped.
    bool add(std::string_view bytes, const std::function<bool(std::string_view)>& take);

private:
    std::size_t m_maxBytes;
    std::size_t m_maxLines;
    std::size_t m_lines = 0;
    std::string m_line;
    bool m_isBroken = false;
};

/// The last bytes of a stream, for a log.
class TailBuffer {
public:
    explicit TailBuffer(std::size_t maxBytes = 64u << 10)
        : m_maxBytes(maxBytes)
    {
    }

    void add(std::string_view bytes);
    const std::string& text() const { return m_text; }

private:
    std::size_t m_maxBytes;
    std::string m_text;
};

} // namespace inferometer::core
