// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace inferometer::tests {

/// Time passes only when it is told to.
class FakeClock final : public core::Clock {
public:
    core::Nanoseconds now() const override { return m_now; }
    core::Nanoseconds suspended() const override { return m_suspended; }

    void advance(core::Nanoseconds time) { m_now += time; }
    void advance_s(double time_s) { advance(core::Nanoseconds(static_cast<long long>(time_s * 1e9 + 0.5))); }
    /// The machine sleeps: the steady clock stands still meanwhile.
    void sleep(core::Nanoseconds time) { m_suspended += time; }

private:
    core::Nanoseconds m_now{1'000'000'000};
    core::Nanoseconds m_suspended{0};
};

} // namespace inferometer::tests
