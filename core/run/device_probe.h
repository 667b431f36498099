// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/workload.h"
#include "core/run/child_process.h"
#include "core/run/runner_process.h"
#include "core/run/timer.h"

#include <functional>
#include <memory>

namespace inferometer::core {

/// Asks a fresh runner whether a device still works: an error may have been that of one process only.
class DeviceProbe {
public:
    DeviceProbe(Loop& loop, const RunnerSetup& setup, const Device& device,
        std::function<void(bool isAlive)> answered);

    /// The answer is no then.
    void cancel();
    bool isOver() const { return m_isOver; }

private:
    void end(bool isAlive);

    std::function<void(bool)> m_answered;
    Timer m_deadline;
    bool m_isLate = false;
    bool m_isOver = false;
    std::unique_ptr<ChildProcess> m_child; ///< last: it ends before what its observer uses
};

} // namespace inferometer::core
