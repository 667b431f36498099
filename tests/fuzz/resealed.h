// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"
#include "core/store/run_lines.h"

namespace inferometer::fuzz {

/// A line with a check that fits at its end: else no mutation would reach what is behind it.
inline std::string resealed(std::string_view line)
{
    auto content = core::withoutCheck(line);
    const auto check = core::sha256(content).substr(0, 16);
    content.pop_back();
    return content + ",\"check\":\"" + check + "\"}";
}

} // namespace inferometer::fuzz
