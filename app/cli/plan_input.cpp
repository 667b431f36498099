// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan_input.h"

#include "core/base/files.h"
#include "core/protocol/runner_messages.h"

#include <unistd.h>

namespace inferometer::cli {

namespace {

/// Notices where the first object of a JSON text ends; whether it is valid is for others to say.
class ObjectEnd {
public:
    bool isBehind(char c)
    {
        if (m_isInText) {
            m_isInText = c != '"' || m_isEscaped;
            m_isEscaped = c == '\\' && !m_isEscaped;
        } else if (c == '"') {
            m_isInText = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (c == '}' || c == ']') {
            return --m_depth <= 0;
        }
        return false;
    }

private:
    int m_depth = 0;
    bool m_isInText = false;
    bool m_isEscaped = false;
};

} // namespace

core::Result<std::string> readStandardPlan()
{
    std::string content;
    ObjectEnd end;
    char c = 0;
    while (content.size() <= core::maxLineBytes && core::readSome(STDIN_FILENO, &c, 1) == 1) {
        content += c;
        if (end.isBehind(c))
            return content;
    }
    if (content.size() > core::maxLineBytes)
        return core::Error{core::ErrorCode::FileInvalid, "The plan on standard input is too long."};
    return content;
}

} // namespace inferometer::cli
