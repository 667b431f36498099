// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utc.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace inferometer::core {

namespace {

std::string formatted(const char* format)
{
    const auto now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 80> text{};
    const auto size = std::snprintf(text.data(), text.size(), format, parts.tm_year + 1900, parts.tm_mon + 1,
        parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
    return std::string(text.data(), static_cast<std::size_t>(size));
}

} // namespace

std::string utcNow()
{
    return formatted("%04d-%02d-%02dT%02d:%02d:%02dZ");
}

std::string utcStamp()
{
    return formatted("%04d%02d%02dT%02d%02d%02dZ");
}

} // namespace inferometer::core
