// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/child_process.h"
#include "core/run/executor.h"

#include <optional>
#include <string>
#include <variant>

namespace inferometer::core {

/// Everything known about a runner that has ended.
struct RunnerEnd {
    ChildEnd child;
    bool isCancelled = false;
    std::optional<double> deadline_s; ///< it was ended because this passed
    std::optional<VisitResult> result;
    std::optional<VisitFailure> failure;
    std::optional<std::string> protocolError; ///< what was wrong with its messages
    Phase phase = Phase::Spawn; ///< the last one that it reported
    std::optional<Variant> variant; ///< at work in it
    bool hasKernelKilled = false; ///< the kernel killed something for lack of memory meanwhile
};

/// Exactly one outcome, the first that fits: the user's cancel; a deadline; memory (the kernel's killer, or a
/// signal after a text that says so); another signal; what the runner itself reported; memory or a lost
/// device by its last texts; an exit code; its messages; a missing result. Only a result that is followed by
/// a normal end counts.
std::variant<VisitResult, VisitFailure> classify(const RunnerEnd& end);

/// "SIGSEGV", "signal 42".
std::string signalName(int signal);

} // namespace inferometer::core
