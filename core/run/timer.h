// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/run/loop.h"

#include <functional>

namespace inferometer::core {

/// Calls back once on the loop, later, unless it is stopped or destroyed before.
class Timer {
public:
    explicit Timer(Loop& loop);
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    ~Timer();

    /// Starts anew; an earlier call that has not come is forgotten.
    void start(double delay_s, std::function<void()> then);
    void stop();

private:
    struct Content;
    Content* m_content; ///< owned by the loop once closing has begun
    Loop& m_loop;
};

} // namespace inferometer::core
