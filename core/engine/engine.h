// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/runner_messages.h"

#include <stop_token>
#include <string>

/// The engine as others see it: no Torch in here. Reached by linking, or by dlopen of its shared library and
/// `inferometerEngine`.
namespace inferometer::engine {

/// Who asked for a visit. Called between inferences only, from the thread that runs the visit.
class VisitClient {
public:
    virtual ~VisitClient() = default;
    virtual void phase(const core::PhaseEvent& event) = 0;
    virtual void round(const core::RoundEvent& event) = 0;
    /// After every round of a gated job: returns when the next may begin.
    virtual void waitForGo(int round) = 0;
};

struct VisitOptions {
    /// A process of its own may limit its memory and start Python peers.
    bool hasOwnProcess = true;
};

class Engine {
public:
    virtual ~Engine() = default;
    /// Runs a visit on the calling thread and returns its VisitResult or VisitFailure. Never throws.
    virtual core::RunnerEvent runVisit(const core::VisitJob& job, VisitClient& client,
        const VisitOptions& options, std::stop_token stop) = 0;
    virtual core::HelloEvent hello() const = 0;
    /// Whether a device does what it is asked to, in a context made for the purpose.
    virtual bool answers(const core::Device& device) const = 0;
    /// What LibTorch sees of this machine, as one line of JSON.
    virtual std::string devicesLine() const = 0;
};

} // namespace inferometer::engine

extern "C" {
/// Lives as long as the library is loaded.
[[gnu::visibility("default")]] inferometer::engine::Engine* inferometerEngine();
}
