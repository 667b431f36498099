// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/candidate.h"
#include "core/engine/device_watch.h"

#include <memory>

namespace inferometer::engine {

/// One variant with what is known about it so far.
struct Entrant {
    const core::VariantJob* job = nullptr;
    std::unique_ptr<Candidate> candidate; ///< none any more: its row is decided
    core::VariantResult result;
    std::unique_ptr<WatchedSubject> watched; ///< of the rounds under way
    double inference_s = 0; ///< mean of its warm-up, else its first run; 0: not known yet

    /// An error that stays with the context of this process: nobody can be measured in it any more.
    bool hasLostDevice() const
    {
        return result.outcome == core::Outcome::DeviceLost && job->variant.engine == core::Engine::Cpp;
    }

    void fail(const Failure& failure)
    {
        result.outcome = failure.outcome;
        result.reason = failure.reason;
        result.detail = failure.detail;
        candidate.reset();
    }
};

} // namespace inferometer::engine
