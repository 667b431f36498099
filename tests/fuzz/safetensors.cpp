// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors_header.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

namespace {

constexpr std::uint64_t dataBytes = 28; // as the headers of the corpus say

} // namespace

void fuzz(std::string_view input)
{
    const auto header = parseSafetensorsHeader(input, dataBytes);
    if (!header) {
        require(!header.error().detail.empty());
        return;
    }
    std::uint64_t end = 0;
    for (const auto& entry : header->entries) {
        require(entry.begin == end && entry.end >= entry.begin);
        end = entry.end;
    }
    require(end == dataBytes);
}

} // namespace inferometer::fuzz
