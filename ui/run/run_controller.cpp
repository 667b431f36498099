// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_controller.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace inferometer::ui {

namespace {

constexpr int pace_ms = 33; ///< 30 times a second

} // namespace

RunController::RunController(Backend& backend, QObject* parent, std::chrono::milliseconds longestDrawing)
    : QObject(parent)
    , m_backend(backend)
    , m_worker(std::make_unique<RunWorker>(backend, m_mailbox, longestDrawing))
{
    m_thread.setObjectName(QStringLiteral("run"));
    m_worker->moveToThread(&m_thread);
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace_ms);
    connect(&m_pace, &QTimer::timeout, this, &RunController::takeNews);
    connect(m_worker.get(), &RunWorker::newsCame, &m_pace, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    connect(m_worker.get(), &RunWorker::drawingWanted, this, &RunController::drawNews, Qt::QueuedConnection);
    connect(m_worker.get(), &RunWorker::ended, this, &RunController::onEnded, Qt::QueuedConnection);
    connect(m_worker.get(), &RunWorker::performed, this, &RunController::onPerformed, Qt::QueuedConnection);
    m_thread.start();
}

RunController::~RunController()
{
    m_now.request_stop();
    m_backend.wakeRun();
    m_thread.quit();
    m_thread.wait();
}

void RunController::start(core::Plan plan)
{
    launch(std::move(plan), {});
}

void RunController::resume(Resumption resumption)
{
    launch({}, std::move(resumption));
}

void RunController::launch(core::Plan plan, Resumption resume)
{
    m_file.clear();
    m_view.reset();
    begin(Work::Run);
    auto* worker = m_worker.get();
    const core::StopTokens stop{m_afterVisit.get_token(), m_now.get_token()};
    QMetaObject::invokeMethod(
        worker,
        [worker, plan = std::move(plan), resume = std::move(resume), stop] {
            worker->run(plan, resume, stop);
        },
        Qt::QueuedConnection);
}

void RunController::begin(Work work)
{
    Q_ASSERT(m_state == State::Idle);
    m_work = work;
    m_begun.start();
    // Fresh for every run: an early stop is never lost, a late one never hits the next run.
    m_afterVisit = std::stop_source();
    m_now = std::stop_source();
    m_progress = {};
    setState(State::Running);
}

void RunController::perform(Work work, RunTask task)
{
    begin(work);
    auto* worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker, [worker, task = std::move(task), stop = m_now.get_token()] { worker->perform(task, stop); },
        Qt::QueuedConnection);
}

void RunController::download(std::vector<std::string> models)
{
    const auto task = [this, models = std::move(models)](
                          core::SweepObserver& observer, const std::stop_token& stop) {
        const auto result = m_backend.download(models, observer, stop);
        return [this, result] {
            emit downloaded();
            if (!result && result.error().code != core::ErrorCode::Cancelled)
                emit failed(result.error());
        };
    };
    perform(Work::Download, task);
}

void RunController::setUp()
{
    perform(Work::SetUp, [this](core::SweepObserver& observer, const std::stop_token& stop) {
        const auto result = m_backend.setUp(observer, stop);
        return [this, result] { emit setUpEnded(result); };
    });
}

void RunController::tryModel(core::TrialOrder order)
{
    const auto task = [this, order = std::move(order)](
                          core::SweepObserver& observer, const std::stop_token& stop) {
        const auto end = m_backend.tryModel(order, observer, stop);
        return [this, end] { emit modelTried(end); };
    };
    perform(Work::Trial, task);
}

void RunController::finishVisitAndStop()
{
    if (m_state != State::Running)
        return;
    m_afterVisit.request_stop();
    m_backend.wakeRun();
    setState(State::FinishingVisit);
}

void RunController::stopNow()
{
    if (m_state == State::Idle || m_state == State::Stopping)
        return;
    m_now.request_stop();
    m_backend.wakeRun();
    setState(State::Stopping);
}

void RunController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

void RunController::takeNews()
{
    auto news = m_mailbox.take();
    m_taken = std::max(m_taken, news.number);
    if (news.view)
        m_view = std::move(news.view);
    if (news.isStarted) {
        m_file = news.file;
        emit started();
    }
    for (const auto& round : news.rounds)
        emit roundMeasured(round);
    if (news.visits > 0)
        emit viewChanged();
    for (const auto& note : news.notes)
        emit noted(note);
    if (news.progress) {
        m_progress = *news.progress;
        emit progressed(m_progress);
    }
}

void RunController::drawNews()
{
    m_pace.stop();
    takeNews();
    // Widgets post their layout and painting with low priority: this comes behind all that the news caused.
    QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority - 1);
}

void RunController::customEvent(QEvent*)
{
    m_mailbox.setDrawn(m_taken);
}

void RunController::onPerformed(const std::function<void()>& answer)
{
    m_pace.stop();
    takeNews();
    setState(State::Idle);
    answer();
}

void RunController::onEnded(
    const std::shared_ptr<const core::Result<core::RunEnd>>& end, const std::shared_ptr<const RunView>& view)
{
    m_pace.stop();
    takeNews();
    std::optional<core::Error> failure;
    if (end->isOk()) {
        const auto& value = end->value();
        m_file = value.file;
        failure = value.failure;
        if (view)
            m_view = view;
    } else {
        failure = end->error();
    }
    setState(State::Idle);
    if (m_view)
        emit finished();
    if (failure)
        emit failed(*failure);
}

} // namespace inferometer::ui
