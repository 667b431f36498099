// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/executor.h"
#include "core/run/inbox.h"
#include "core/run/loop.h"

#include <filesystem>
#include <memory>

namespace inferometer::core {

/// Measures visits in this process, one after the other on a thread of its own, with the engine's shared
/// library. A crash ends the program, a hang cannot be ended and there is no memory limit: for those who want
/// the fewest moving parts.
class InProcess final : public Executor {
public:
    InProcess(Loop& loop, std::filesystem::path library);
    /// Waits for the visit under way.
    ~InProcess() override;

    VisitId start(const VisitJob& job, VisitObserver observer) override;
    /// Says no: an error that stays with the context of this process ends the use of the device.
    VisitId probe(const Device& device, std::function<void(bool isAlive)> answered) override;
    void cancel(VisitId visit) override;

private:
    class ActiveVisit;

    std::filesystem::path m_library;
    Inbox m_inbox;
    VisitId m_current = 0;
    std::unique_ptr<ActiveVisit> m_visit;
};

} // namespace inferometer::core
