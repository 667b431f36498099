// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <ostream>

namespace inferometer::core {

/// How GoogleTest shows a note.
inline void PrintTo(const Note& note, std::ostream* stream)
{
    *stream << note.code << '(';
    for (const auto& argument : note.args)
        *stream << argument << ';';
    *stream << ')';
}

} // namespace inferometer::core
