// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sweep_observer.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
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
    std::optional<core::RunRecord> started;
    std::filesystem::path file;
    std::optional<core::Progress> progress;
    std::vector<RoundNews> rounds;
    std::vector<core::VisitRecord> visits;
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

private:
    std::mutex m_mutex;
    RunNews m_news;
    bool m_isWaiting = false;
};

} // namespace inferometer::ui
