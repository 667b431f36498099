// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/clock.h"
#include "core/run/sweep_observer.h"

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::cli {

/// How a run is followed on standard error.
enum class ProgressStyle {
    Silent, ///< warnings only
    Lines, ///< one line per finished visit
    Steps, ///< and one per step
    Redrawn, ///< one line that is redrawn, above it one per finished visit
};

/// `when` is auto, always or never.
ProgressStyle progressStyle(std::string_view when, const Console& console, bool isTerminal);

/// `[ 7/24] ViT · cuda:0 · b4 · default · Compile 0:12 · ETA 2:10`
class ProgressLine final : public core::SweepObserver {
public:
    ProgressLine(ProgressStyle style, const core::Clock& clock);
    ~ProgressLine() override;

    void started(const core::RunRecord& run, const std::filesystem::path& file) override;
    void progressed(const core::Progress& progress) override;
    void roundMeasured(const core::Progress& progress, const std::vector<core::Variant>& variants,
        const core::RoundEvent& round) override;
    void visitFinished(const core::Progress& progress, const core::VisitRecord& record) override;
    void noted(const core::Note& note) override;

    /// Called once the run has its file.
    void onStarted(std::function<void()> call) { m_onStarted = std::move(call); }
    /// Draws the line again with the time that has passed; from any thread.
    void tick();
    /// Says that the run is being stopped; from any thread.
    void stopping();

private:
    std::string lineOf(const core::Progress& progress) const;
    std::string headOf(const core::Progress& progress) const;
    std::string recordText(const core::VisitRecord& record) const;
    void write(const std::string& line); ///< above the redrawn one
    void redraw();
    void erase();

    std::function<void()> m_onStarted;
    ProgressStyle m_style;
    const core::Clock& m_clock;
    std::mutex m_mutex; ///< a second thread draws the passing time
    core::RunRecord m_run; ///< plan and models only
    bool m_hasSeveralEngines = false;
    bool m_isStopping = false;
    bool m_isDrawn = false;
    core::Progress m_last;
    core::Nanoseconds m_stepBegan{};
    core::Nanoseconds m_lastTold{};
    core::Nanoseconds m_lastDrawn{};
};

} // namespace inferometer::cli
