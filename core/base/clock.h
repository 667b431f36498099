// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace inferometer::core {

using Nanoseconds = std::chrono::nanoseconds;

/// The only clock that measurements read: steady, so that changes of the wall clock cannot reach a sample.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Nanoseconds now() const = 0;
    /// Time asleep since boot (CLOCK_BOOTTIME - CLOCK_MONOTONIC): grows only while the machine is suspended.
    virtual Nanoseconds suspended() const = 0;
};

class SteadyClock final : public Clock {
public:
    Nanoseconds now() const override;
    Nanoseconds suspended() const override;
};

inline Nanoseconds nanoseconds(double seconds)
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::duration<double>(seconds));
}

inline double seconds(Nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace inferometer::core
