// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_worker.h"

namespace inferometer::ui {

namespace {

/// As the window shows it, with all that its pages ask of it: on the run's thread, which no frame waits for.
std::shared_ptr<const RunView> viewOf(std::shared_ptr<const core::RunRecord> run)
{
    auto view = std::make_shared<const RunView>(std::move(run));
    (void)view->table();
    return view;
}

/// Puts every report of a run into the mailbox. After a round the runner waits until this returns, and this
/// until the window is drawn.
class MailingObserver final : public core::SweepObserver {
public:
    MailingObserver(RunMailbox& mailbox, std::chrono::milliseconds longestDrawing, std::stop_token stop,
        std::function<void()> wake, std::function<void()> draw)
        : m_mailbox(mailbox)
        , m_longestDrawing(longestDrawing)
        , m_stop(std::move(stop))
        , m_wake(std::move(wake))
        , m_draw(std::move(draw))
    {
    }

    void started(const core::RunRecord& run, const std::filesystem::path& file) override
    {
        m_run = run;
        const auto view = viewOf(std::make_shared<const core::RunRecord>(m_run));
        put([&](RunNews& news) {
            news.isStarted = true;
            news.file = file;
            news.view = view;
        });
    }
    void progressed(const core::Progress& progress) override
    {
        put([&](RunNews& news) { news.progress = progress; });
        if (progress.step == core::toWord(core::Phase::Measure))
            m_draw();
    }
    void roundMeasured(const core::Progress& progress, const std::vector<core::Variant>& variants,
        const core::RoundEvent& round) override
    {
        put([&](RunNews& news) {
            news.progress = progress;
            news.rounds.push_back({progress.workload, variants, round});
        });
        m_draw();
        m_mailbox.waitUntilDrawn(m_longestDrawing, m_stop);
    }
    void visitFinished(const core::Progress& progress, const core::VisitRecord& record) override
    {
        core::addVisit(m_run, record);
        const auto view = viewOf(std::make_shared<const core::RunRecord>(m_run));
        put([&](RunNews& news) {
            news.progress = progress;
            news.view = view;
            ++news.visits;
        });
    }
    void noted(const core::Note& note) override
    {
        put([&](RunNews& news) { news.notes.push_back(note); });
    }

private:
    template <typename Change> void put(Change change)
    {
        if (m_mailbox.put(change))
            m_wake();
    }

    RunMailbox& m_mailbox;
    core::RunRecord m_run; ///< as far as it is measured
    std::chrono::milliseconds m_longestDrawing;
    std::stop_token m_stop;
    std::function<void()> m_wake;
    std::function<void()> m_draw;
};

} // namespace

RunWorker::RunWorker(Backend& backend, RunMailbox& mailbox, std::chrono::milliseconds longestDrawing)
    : m_backend(backend)
    , m_mailbox(mailbox)
    , m_longestDrawing(longestDrawing)
{
}

void RunWorker::run(const core::Plan& plan, const Resumption& resume, const core::StopTokens& stop)
{
    MailingObserver observer(
        m_mailbox, m_longestDrawing, stop.now, [this] { emit newsCame(); }, [this] { emit drawingWanted(); });
    const auto end =
        std::make_shared<const core::Result<core::RunEnd>>(m_backend.execute(plan, resume, observer, stop));
    emit ended(end, *end && (*end)->run ? viewOf((*end)->run) : nullptr);
}

void RunWorker::perform(const RunTask& task, const std::stop_token& stop)
{
    MailingObserver observer(
        m_mailbox, m_longestDrawing, stop, [this] { emit newsCame(); }, [this] { emit drawingWanted(); });
    emit performed(task(observer, stop));
}

} // namespace inferometer::ui
