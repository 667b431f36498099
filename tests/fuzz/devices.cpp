// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_list.h"
#include "tests/fuzz/fuzz.h"

namespace inferometer::fuzz {

using namespace core;

void fuzz(std::string_view input)
{
    const auto devices = devicesFromText(input);
    if (!devices) {
        require(!devices.error().detail.empty());
        return;
    }
    const auto text = devicesText(*devices);
    const auto again = devicesFromText(text);
    require(again && devicesText(*again) == text);
}

} // namespace inferometer::fuzz
