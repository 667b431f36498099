// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/machine.h"

#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

/// What can be chosen, as JSON: one object per device. Neither UUIDs nor serial numbers are in it.
std::string devicesText(const std::vector<DeviceFacts>& devices);

/// The devices of such a list, of this machine or another one: to plan for it. Nothing can be measured on
/// them.
Result<std::vector<DeviceFacts>> devicesFromText(std::string_view text);

} // namespace inferometer::core
