// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/selection.h"

#include <vector>

namespace inferometer::core {

/// Whether a machine, or one of its targets, has a device.
Result<void> checkDevice(const Device& device, const Machine& machine);
/// The devices that a selection's words mean, on every target that it names.
Result<std::vector<Device>> devicesOf(const Selection& selection, const Machine& machine);

} // namespace inferometer::core
