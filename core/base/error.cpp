// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace inferometer::core {

namespace {

/// As perror does it: "/run/lock: Permission denied".
std::string logLine(const std::vector<Note>& reasons)
{
    std::string line;
    for (const auto& reason : reasons) {
        for (const auto& argument : reason.args)
            line += (line.empty() ? "" : ": ") + argument;
    }
    return line.empty() && !reasons.empty() ? reasons.front().code : line;
}

} // namespace

Error::Error(ErrorCode kind, std::string sentence)
    : code(kind)
    , detail(std::move(sentence))
{
}

Error::Error(ErrorCode kind, Note reason)
    : Error(kind, std::vector{std::move(reason)})
{
}

Error::Error(ErrorCode kind, std::vector<Note> all)
    : code(kind)
    , detail(logLine(all))
    , reasons(std::move(all))
{
}

std::vector<Note> Error::said() const
{
    return reasons.empty() && !detail.empty() ? std::vector{Note{"quoted", {detail}}} : reasons;
}

Error Error::followedBy(Note reason) const
{
    auto all = said();
    all.push_back(std::move(reason));
    return {code, std::move(all)};
}

} // namespace inferometer::core
