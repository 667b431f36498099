// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/measure/program.h"

#include <vector>

namespace inferometer::core {

/// Consecutive inferences of one variant.
struct Block {
    double opening_s = 0; ///< the untimed inference that opened it: kept, but no sample
    std::vector<double> samples_s;
    std::vector<double> device_s; ///< by the device's own clock, one per sample; else empty
    long minorFaults = 0; ///< page faults of the process during the samples

    /// Time inside inferences, the opening one included.
    double inside_s() const;
};

/// Runs one untimed inference, because the first after a switch of variants is not like the others, then
/// `count` timed ones. A failing inference ends the block, which then does not exist.
Result<Block> measureBlock(Program& program, const Clock& clock, int count);

} // namespace inferometer::core
