// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sweep_observer.h"
#include "ui/models/run_view.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace inferometer::ui {

/// A finished round of the visit at work.
struct RoundNews {
    core::Workload workload;
    std::vector<core::Variant> variants;
    core::RoundEvent round;
};

/// Everything that happened since it was last asked: only the newest progress, everything else.
struct RunNews {
    int number = 0; ///< of the newest of it; counts everything that was ever put
    bool isStarted = false;
    std::filesystem::path file;
    std::shared_ptr<const RunView> view; ///< the run with all of it; made where nothing waits for it
    std::optional<core::Progress> progress;
    std::vector<RoundNews> rounds;
    int visits = 0; ///< that were added
    std::vector<core::Note> notes;
};

/// Where the run's thread leaves its news and the GUI thread fetches them, at its own pace.
class RunMailbox {
public:
    /// True for the first news since the last `take`: the moment to wake the reader.
    template <typename Change> bool put(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_news);
        m_news.number = ++m_put;
        const bool isFirst = !m_isWaiting;
        m_isWaiting = true;
        return isFirst;
    }

    RunNews take()
    {
        const std::lock_guard lock(m_mutex);
        m_isWaiting = false;
        return std::exchange(m_news, {});
    }

    /// By the reader: the news up to a number are on the screen.
    void setDrawn(int number)
    {
        const std::lock_guard lock(m_mutex);
        m_drawn = number;
        m_wasDrawn.notify_one();
    }

    /// By the run's thread: waits until all that was put is on the screen, for at most so long, and no longer
    /// than until a stop. A reader that once did not answer in time is not waited for before it has caught
    /// up.
    void waitUntilDrawn(std::chrono::milliseconds limit, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        if (m_drawn < m_missed)
            return;
        const int wanted = m_put;
        if (!m_wasDrawn.wait_for(lock, stop, limit, [&] { return m_drawn >= wanted; }))
            m_missed = wanted;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wasDrawn;
    RunNews m_news;
    bool m_isWaiting = false;
    int m_put = 0;
    int m_drawn = 0;
    int m_missed = 0; ///< what was not drawn in time
};

} // namespace inferometer::ui
