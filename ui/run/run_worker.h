// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/run_events.h"

#include <QObject>

#include <functional>
#include <memory>

namespace inferometer::ui {

/// Work on the run's thread that is no run; what it returns is called on the GUI thread.
using RunTask = std::function<std::function<void()>(core::SweepObserver&, const std::stop_token&)>;

/// Drives runs on its own thread, one after the other. Everything it reports is a value in the mailbox.
class RunWorker : public QObject {
    Q_OBJECT

public:
    /// `longestDrawing`: for so long the runner waits for the window after a round, at most.
    RunWorker(Backend& backend, RunMailbox& mailbox, std::chrono::milliseconds longestDrawing);

    void run(const core::Plan& plan, const Resumption& resume, const core::StopTokens& stop);

    /// Does something else that takes long, and reports what to do with the answer.
    void perform(const RunTask& task, const std::stop_token& stop);

signals:
    void newsCame(); ///< at most once until the mailbox is emptied
    void drawingWanted(); ///< at once: the runner waits for it, or begins with an inference that is not timed
    void ended(std::shared_ptr<const core::Result<core::RunEnd>> end,
        std::shared_ptr<const inferometer::ui::RunView> view);
    void performed(std::function<void()> answer);

private:
    Backend& m_backend;
    RunMailbox& m_mailbox;
    std::chrono::milliseconds m_longestDrawing;
};

} // namespace inferometer::ui
