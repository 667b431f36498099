// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/engine/accelerator.h"

#include <filesystem>

namespace inferometer::engine {

inline const core::SteadyClock steadyClock;

/// What a visit finds on its machine; tests have their own.
struct Surroundings {
    OpenAccelerator open = openAccelerator;
    const core::Clock& clock = steadyClock; ///< of all that this process times
    std::filesystem::path systemRoot = "/"; ///< of what the system counts
};

} // namespace inferometer::engine
