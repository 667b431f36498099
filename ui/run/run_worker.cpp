// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_worker.h"

namespace inferometer::ui {

namespace {

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
        put([&](RunNews& news) {
            news.started = run;
            news.file = file;
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
        put([&](RunNews& news) {
            news.progress = progress;
            news.visits.push_back(record);
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

void RunWorker::run(const core::Plan& plan, const std::filesystem::path& resume, const core::StopTokens& stop)
{
    MailingObserver observer(
        m_mailbox, m_longestDrawing, stop.now, [this] { emit newsCame(); }, [this] { emit drawingWanted(); });
    emit ended(
        std::make_shared<const core::Result<core::RunEnd>>(m_backend.execute(plan, resume, observer, stop)));
}

void RunWorker::perform(const RunTask& task, const std::stop_token& stop)
{
    MailingObserver observer(
        m_mailbox, m_longestDrawing, stop, [this] { emit newsCame(); }, [this] { emit drawingWanted(); });
    emit performed(task(observer, stop));
}

} // namespace inferometer::ui
