// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace inferometer::core {

/// Something that can be timed. The measuring code knows no more of Torch or Python than this.
class Program {
public:
    virtual ~Program() = default;
    /// One inference: returns after the device has finished and the outputs are released. Only failures that
    /// end the program (out of memory, lost device) are errors.
    virtual Result<void> runAndRelease() = 0;
    /// Seconds that the device's own clock (CUDA events) gave the last inference; asked after the host's
    /// clock was read. Nothing where the device keeps no clock.
    virtual std::optional<double> lastDevice_s() { return std::nullopt; }
};

} // namespace inferometer::core
