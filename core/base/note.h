// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace inferometer::core {

/// A reason or a warning as data: a code of a closed list (see text/) and its arguments in order. Programs
/// turn it into a sentence of the user's language; numbers among the arguments are locale-free.
struct Note {
    std::string code;
    std::vector<std::string> args;

    bool operator==(const Note&) const = default;
};

} // namespace inferometer::core
