// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"
#include "ui/run/backend.h"
#include "ui/run/run_worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>
#include <stop_token>

namespace inferometer::ui {

/// Starts, watches and stops runs from the GUI thread; the work is on a thread that lives as long as this
/// object and is joined in its destructor.
class RunController : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Running, FinishingVisit, Stopping };
    enum class Work { Run, Download, SetUp, Trial };

    /// After so long without being drawn, a round is drawn later, beside the next one.
    static constexpr std::chrono::milliseconds drawingLimit{200};

    explicit RunController(
        Backend& backend, QObject* parent = nullptr, std::chrono::milliseconds longestDrawing = drawingLimit);
    ~RunController() override;

    State state() const { return m_state; }
    bool isRunning() const { return m_state != State::Idle; }
    Work work() const { return m_work; } ///< what is under way, or was last
    /// The run at work as far as it is measured; the last one after its end.
    const std::shared_ptr<const RunView>& view() const { return m_view; }
    const std::filesystem::path& file() const { return m_file; }
    const core::Progress& progress() const { return m_progress; }
    /// Since the work that is under way began; a run's progress tells its own time, other work none.
    std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_begun.elapsed()); }

    void start(core::Plan plan);
    void resume(Resumption resumption);
    // Stopped as a run is.
    void download(std::vector<std::string> models); ///< fetches weights of models
    void setUp(); ///< makes the Python environment
    void tryModel(core::TrialOrder order);
    void finishVisitAndStop();
    void stopNow();

signals:
    void stateChanged();
    void started();
    void progressed(const core::Progress& progress); ///< at most 30 times a second, and after every round
    void roundMeasured(
        const RoundNews& round); ///< what is drawn of it at once is drawn while the runner waits
    void viewChanged(); ///< a visit was added
    void noted(const core::Note& note);
    void finished(); ///< `view` is complete
    void failed(const core::Error& error); ///< nothing was begun, or it could not go on
    void downloaded(); ///< also after a failure: what was fetched stays
    void setUpEnded(const core::Result<void>& result);
    void modelTried(const core::Result<core::TrialEnd>& end);

private:
    void launch(core::Plan plan, Resumption resume);
    void perform(Work work, RunTask task);
    void onPerformed(const std::function<void()>& answer);
    void begin(Work work);
    void setState(State state);
    void takeNews();
    void drawNews();
    void onEnded(const std::shared_ptr<const core::Result<core::RunEnd>>& end,
        const std::shared_ptr<const RunView>& view);
    void customEvent(QEvent* event) override;

    Backend& m_backend;
    RunMailbox m_mailbox;
    int m_taken = 0; ///< number of the newest news that were told
    QThread m_thread;
    std::unique_ptr<RunWorker> m_worker;
    QTimer m_pace;
    State m_state = State::Idle;
    Work m_work = Work::Run;
    QElapsedTimer m_begun;
    std::stop_source m_afterVisit;
    std::stop_source m_now;
    core::Progress m_progress;
    std::filesystem::path m_file;
    std::shared_ptr<const RunView> m_view;
};

} // namespace inferometer::ui
