// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace inferometer::core {

/// Both ends included.
struct Interval {
    double low = 0;
    double high = 0;
};

/// A value with its 95 % interval. A missing bound is not known (too few rounds) or does not exist (a
/// break-even count without an upper bound).
struct Estimate {
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
};

} // namespace inferometer::core
