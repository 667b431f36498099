// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/executor.h"
#include "core/run/loop.h"

#include <set>
#include <stop_token>

namespace inferometer::core {

/// Knows which devices no longer work in this run: what is planned for them would only wait for its
/// deadlines.
class DeviceWatch {
public:
    DeviceWatch(Loop& loop, Executor& executor, std::stop_token stop);

    bool isLost(const Device& device) const { return m_lost.contains(device); }
    /// Whether an attempt may have cost its device: an error that stays with a context, or a deadline on a
    /// GPU.
    static bool isDoubtful(const Device& device, const VisitEnd& end);
    /// Asks a doubtful device twice at most. False: it did not answer, and is lost from now on.
    bool answers(const Device& device);

private:
    bool answersOnce(const Device& device);

    Loop& m_loop;
    Executor& m_executor;
    std::stop_token m_stop;
    std::set<Device> m_lost;
};

} // namespace inferometer::core
