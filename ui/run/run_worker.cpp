// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_worker.h"

namespace inferometer::ui {

namespace {

/// Puts every report of a run into the mailbox.
class MailingObserver final : public core::SweepObserver {
public:
    MailingObserver(RunMailbox& mailbox, std::function<void()> wake)
        : m_mailbox(mailbox)
        , m_wake(std::move(wake))
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
    }
    void roundMeasured(const core::Progress& progress, const std::vector<core::Variant>& variants,
        const core::RoundEvent& round) override
    {
        put([&](RunNews& news) {
            news.progress = progress;
            news.rounds.push_back({progress.workload, variants, round});
        });
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
    std::function<void()> m_wake;
};

} // namespace

RunWorker::RunWorker(Backend& backend, RunMailbox& mailbox)
    : m_backend(backend)
    , m_mailbox(mailbox)
{
}

void RunWorker::run(const core::Plan& plan, const std::filesystem::path& resume, const core::StopTokens& stop)
{
    MailingObserver observer(m_mailbox, [this] { emit newsCame(); });
    emit ended(
        std::make_shared<const core::Result<core::RunEnd>>(m_backend.execute(plan, resume, observer, stop)));
}

void RunWorker::perform(const RunTask& task, const std::stop_token& stop)
{
    MailingObserver observer(m_mailbox, [this] { emit newsCame(); });
    emit performed(task(observer, stop));
}

} // namespace inferometer::ui
