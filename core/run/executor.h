// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/runner_messages.h"

#include <functional>
#include <memory>

namespace inferometer::core {

/// How a visit ended, whatever happened: exactly one is delivered per started visit.
struct VisitEnd {
    std::variant<VisitResult, VisitFailure> content;
    std::string errorOutput; ///< the tail of what the executor's process printed, for the log
};

/// Receives the events of one visit on the dispatcher's loop.
struct VisitObserver {
    std::function<void(const PhaseEvent&)> phase;
    std::function<void(const RoundEvent&)>
        round; ///< of a gated job: the next one begins when it has returned
    std::function<void(VisitEnd)> ended;
};

/// The one way to LibTorch: asynchronous; several visits can be under way for several devices or targets.
class Executor {
public:
    using VisitId = int;

    virtual ~Executor() = default;
    /// Starts a visit and returns at once; its observer is called later, never from inside this call.
    virtual VisitId start(const VisitJob& job, VisitObserver observer) = 0;
    /// Whether a device still works, asked in a process that has not used it yet; answered later, as for
    /// `start`.
    virtual VisitId probe(const Device& device, std::function<void(bool isAlive)> answered) = 0;
    /// Ends a visit; its observer's `ended` still comes, with outcome cancelled; a probe says no. Harmless
    /// for an ended one.
    virtual void cancel(VisitId visit) = 0;
};

} // namespace inferometer::core
