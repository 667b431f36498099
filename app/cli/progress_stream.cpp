// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_stream.h"

#include "core/base/files.h"
#include "core/run/stream.h"

#include <unistd.h>

namespace inferometer::cli {

namespace {

/// A reader who left shows when the next line of the run is written.
void write(const std::string& line)
{
    core::writeAll(STDOUT_FILENO, line + "\n");
}

} // namespace

ProgressStream::ProgressStream(const core::Clock& clock)
    : m_clock(clock)
{
}

void ProgressStream::started(const core::RunRecord& run, const std::filesystem::path&)
{
    m_visits.clear();
    for (const auto& visit : run.plan.visits)
        m_visits.push_back(visit.id);
}

void ProgressStream::progressed(const core::Progress& progress)
{
    const auto index = static_cast<std::size_t>(progress.visit);
    if (index < m_visits.size())
        write(core::encode(
            core::StreamProgress{m_visits[index], progress.step, progress.variant, progress.share}));
}

void ProgressStream::roundMeasured(
    const core::Progress& progress, const std::vector<core::Variant>&, const core::RoundEvent&)
{
    using namespace std::chrono_literals;
    const auto now = m_clock.now();
    if (now - m_lastRound < 500ms)
        return;
    m_lastRound = now;
    progressed(progress);
}

void ProgressStream::failureLogged(const core::FailureLog& log)
{
    if (!log.text.empty())
        write(core::encode(log));
}

void ProgressStream::noted(const core::Note& note)
{
    write(core::encode(note));
}

} // namespace inferometer::cli
