// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace inferometer::engine {

/// The runner's conversation with the process that started it. A thread reads, so that the end of input is
/// noticed while an inference is under way: then everything of this process's group ends at once.
class RunnerChannel final : public VisitClient {
public:
    /// Takes standard output for the protocol: descriptor 1 is standard error from then on, so that nothing a
    /// library prints can disturb it.
    RunnerChannel();
    ~RunnerChannel() override;

    /// The first line; nothing when input ends before it.
    std::optional<std::string> waitForJob();
    /// Every further event carries this name.
    void setJob(std::string job) { m_job = std::move(job); }
    void send(const core::RunnerEvent& event);
    /// After the last event: the end of input means nothing any more.
    void finish() { m_isFinished = true; }

    void phase(const core::PhaseEvent& event) override { send(event); }
    void round(const core::RoundEvent& event) override;
    void waitForGo(int round) override;

private:
    void watch();
    void take(std::string line);
    [[noreturn]] void endEverything();

    int m_input = -1;
    int m_wake = -1; ///< ends the watcher
    int m_output = -1;
    std::string m_job;
    int m_sequence = 0;
    int m_rounds = 0;

    std::atomic<bool> m_isFinished = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<std::string> m_jobLine; ///< guarded by m_mutex, as what follows
    bool m_hasJob = false;
    bool m_hasEnded = false;
    int m_goes = 0;
    std::thread m_watcher;
};

} // namespace inferometer::engine
