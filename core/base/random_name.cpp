// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_name.h"

#include <array>
#include <random>
#include <string_view>
#include <sys/random.h>

namespace inferometer::core {

std::string randomName()
{
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz012345"; // 32: five bits each
    std::array<unsigned char, 12> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        std::random_device device;
        for (auto& byte : bytes)
            byte = static_cast<unsigned char>(device());
    }
    std::string name;
    for (const auto byte : bytes)
        name += characters[byte & 31];
    return name;
}

} // namespace inferometer::core
