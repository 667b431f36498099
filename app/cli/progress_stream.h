// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/run/sweep_observer.h"

#include <optional>
#include <string>

namespace inferometer::cli {

/// Tells the run elsewhere that started this one where it stands: lines on standard output among those of the
/// run.
class ProgressStream final : public core::SweepObserver {
public:
    explicit ProgressStream(const core::Clock& clock);

    void started(const core::RunRecord& run, const std::filesystem::path& file) override;
    void progressed(const core::Progress& progress) override;
    void roundMeasured(const core::Progress& progress, const std::vector<core::Variant>& variants,
        const core::RoundEvent& round) override;
    void failureLogged(const core::FailureLog& log) override;
    void noted(const core::Note& note) override;

private:
    const core::Clock& m_clock;
    std::vector<std::string> m_visits; ///< in the order of the plan
    core::Nanoseconds m_lastRound{};
};

} // namespace inferometer::cli
