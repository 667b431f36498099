// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/machine.h"

#include <filesystem>
#include <vector>

namespace inferometer::core {

/// CUDA's devices in its own order, with what CUDA_VISIBLE_DEVICES leaves of them. Asks the driver's library,
/// which is opened only where a driver is loaded; nothing of a CUDA toolkit is needed.
std::vector<DeviceFacts> findCudaDevices(const std::filesystem::path& systemRoot);

} // namespace inferometer::core
