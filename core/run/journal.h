// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/loop.h"
#include "core/run/run_session.h"
#include "core/store/run_writer.h"

#include <functional>
#include <stop_token>
#include <string>

namespace inferometer::core {

/// Writes a run's lines and patiently: where there is no space it waits, says so, and goes on when there is
/// some.
class Journal {
public:
    /// `say` is told when waiting begins.
    Journal(RunWriter writer, const RunServices& services, Loop& loop, std::stop_token stop,
        std::function<void(const Note&)> say);

    /// A line that could not be read again is not written: it would cost the file all that follows.
    Result<void> write(const std::string& line);
    /// Whether there is room for what comes next, after waiting for it; false: the patience is over or a stop
    /// was asked for.
    bool hasSpace();
    /// After a write outside the run file has failed: waits a little, as often as the patience allows; true:
    /// try again.
    bool waitAfter(const std::string& failure, double& patience_s);
    const std::filesystem::path& file() const { return m_writer.path(); }
    /// Why the run cannot go on, once it cannot.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    bool waitUntil(const std::function<bool()>& isMended, const Note& reason);

    RunWriter m_writer;
    const RunServices& m_services;
    Loop& m_loop;
    std::stop_token m_stop;
    std::function<void(const Note&)> m_say;
    std::optional<Error> m_failure;
};

} // namespace inferometer::core
