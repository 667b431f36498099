// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment.h"
#include "core/run/user_files.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/results_page.h"
#include "ui/pages/run_bar.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"
#include "ui/text/error_text.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>

#include <algorithm>

namespace inferometer::ui {

namespace {

/// The plan of a run cut down to one row and what it is compared with, where that was measured.
core::Plan planOfRow(const RunView& view, int row)
{
    const auto& chosen = view.row(row);
    core::Plan plan = view.record().plan;
    core::Visit visit = *chosen.flat.visit;
    visit.workload = chosen.workload();
    visit.id = core::visitId(visit.workload, visit.repetition);
    visit.variants.clear();
    if (chosen.baseline >= 0)
        visit.variants.push_back(view.row(chosen.baseline).variant());
    visit.variants.push_back(chosen.variant());
    std::erase_if(
        plan.models, [&](const core::OwnModel& model) { return model.name != visit.workload.model; });
    plan.visits = {std::move(visit)};
    plan.label.clear();
    return plan;
}

QString endSentence(core::Ending ending)
{
    switch (ending) {
    case core::Ending::Completed:
        return Tr::tr("The run is finished.");
    case core::Ending::Cancelled:
        return Tr::tr("The run was cancelled.");
    case core::Ending::Interrupted:
        return Tr::tr("The run was interrupted.");
    }
    Q_UNREACHABLE();
}

} // namespace

void MainWindow::connectController()
{
    connect(&m_controller, &RunController::started, this, &MainWindow::onRunStarted);
    connect(&m_controller, &RunController::viewChanged, this, &MainWindow::showLive);
    connect(&m_controller, &RunController::finished, this, &MainWindow::onRunFinished);
    connect(&m_controller, &RunController::failed, this, &MainWindow::onRunFailed);
    connect(&m_controller, &RunController::downloaded, this, [this] { benchmarkPage().askMachine(); });
    connect(&m_controller, &RunController::noted, this, &MainWindow::onNote);
    connect(&m_controller, &RunController::stateChanged, this, [this] {
        const bool isRunning = m_controller.isRunning();
        benchmarkPage().setRunning(isRunning);
        if (m_history)
            m_history->setRunning(isRunning);
        if (m_system)
            m_system->setRunning(isRunning);
        updateActions();
        if (!isRunning && m_closesAfterRun)
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
    connect(m_runBar, &RunBar::stopNowRequested, this, &MainWindow::requestCancel);
    connect(m_runBar, &RunBar::finishVisitRequested, &m_controller, &RunController::finishVisitAndStop);
    connect(m_runBar, &RunBar::milestone, this, &MainWindow::say);
}

void MainWindow::startRun(core::Plan plan)
{
    if (m_controller.isRunning())
        return;
    m_controller.start(std::move(plan));
}

void MainWindow::measureNoiseFloor()
{
    if (m_controller.isRunning())
        return;
    auto plan = m_backend.plan(core::noiseSelection({"all"}), benchmarkPage().devices());
    if (plan)
        startRun(*std::move(plan));
    else
        showError(plan.error());
}

void MainWindow::download(const QStringList& models)
{
    if (m_controller.isRunning())
        return;
    std::vector<std::string> names;
    for (const auto& model : models)
        names.push_back(model.toStdString());
    m_controller.download(std::move(names));
}

void MainWindow::resumeRun(const std::filesystem::path& file, const std::string& elsewhere)
{
    if (m_controller.isRunning() || file.empty())
        return;
    m_controller.resume({file, elsewhere});
}

/// The plan of one row; nothing, and a message, where it could not be measured as it was.
std::optional<core::Plan> MainWindow::planAgain(int row)
{
    const auto view = m_results ? m_results->view() : nullptr;
    if (m_controller.isRunning() || !view || row < 0)
        return std::nullopt;
    auto plan = planOfRow(*view, row);
    const auto* record = view->row(row).record();
    const auto missing = core::unknownFile(plan, record ? record->image : std::string());
    if (missing.empty())
        return plan;
    showMessage(Tr::tr("This row cannot be measured again here."),
        Tr::tr("Nothing says where “%1” is on this machine. Choose it again and start a new run.")
            .arg(QString::fromStdString(missing)));
    return std::nullopt;
}

void MainWindow::runAgain(int row)
{
    if (auto plan = planAgain(row))
        startRun(*std::move(plan));
}

void MainWindow::runWithSystemAllocator(int row)
{
    auto plan = planAgain(row);
    if (!plan)
        return;
    const auto view = m_results->view();
    plan->allocator = core::Allocator::Default;
    plan->label = Tr::tr("%1, system's allocator", "label of a run")
                      .arg(view->modelLabel(view->row(row).workload().model))
                      .toStdString();
    const auto alone = std::make_shared<const RunView>(view->withPinned(nullptr));
    pin({QString::fromStdString(nameOf(alone->table())), alone->table(), alone});
    startRun(*std::move(plan));
}

void MainWindow::onRunStarted()
{
    m_isShowingLive = true;
    m_isDamaged = false;
    setFile(m_controller.file());
    resultsPage().banner().dismiss();
    showLive();
    showPage(PageId::Results);
    showConditionWarnings();
}

/// Opening a run by a key or from a dialog does not leave the field of the label: what was typed there still
/// belongs to the run before.
void MainWindow::setFile(const std::filesystem::path& file)
{
    if (file != m_file)
        resultsPage().commitLabel();
    m_file = file;
    resultsPage().setFile(m_file);
}

/// What about the machine will make this run less certain: said once, and not in the way.
void MainWindow::showConditionWarnings()
{
    const auto& sessions = m_controller.view()->record().sessions;
    const auto warnings =
        sessions.empty() ? std::vector<core::Note>() : core::conditionWarnings(sessions.back());
    if (warnings.empty())
        return;
    resultsPage().banner().showMessage([warnings] {
        QStringList sentences;
        for (const auto& warning : warnings)
            sentences << noteText(warning);
        return sentences.join(QLatin1Char(' '));
    });
}

void MainWindow::showLive()
{
    if (!m_isShowingLive)
        return;
    resultsPage().setView(m_controller.view(), true);
    updateTitle();
    updateActions();
}

void MainWindow::onRunFinished()
{
    if (m_isShowingLive) {
        m_isShowingLive = false;
        showRun(m_controller.view(), m_controller.file());
    }
    if (!m_controller.file().empty())
        addRecent(m_controller.file());
    if (m_history)
        m_history->reload();
    if (m_store.settings().notifiesAtEnd && !isActiveWindow())
        QApplication::alert(this);
    say(endSentence(m_controller.view()->record().ending));
}

void MainWindow::onRunFailed(const core::Error& error)
{
    m_isShowingLive = false;
    updateActions();
    if (error.code == core::ErrorCode::Cancelled)
        return;
    auto* box = showError(error);
    if (error.code != core::ErrorCode::StorageFailed || !m_controller.view())
        return;
    m_incompleteFile = m_controller.file();
    auto* save = box->addButton(Tr::tr("Save &As…"), QMessageBox::AcceptRole);
    connect(save, &QPushButton::clicked, this, &MainWindow::saveAs);
}

void MainWindow::onNote(const core::Note& note)
{
    resultsPage().banner().showMessage([note] { return noteText(note); });
}

void MainWindow::openRun(const std::filesystem::path& file)
{
    m_background.ask(
        this, [this, file] { return m_backend.read(file); },
        [this, file](core::Result<core::RunFile> read) { onRead(file, std::move(read)); });
}

void MainWindow::onRead(const std::filesystem::path& file, core::Result<core::RunFile> read)
{
    if (!read) {
        showError(read.error());
        return;
    }
    const auto problems = read->problems;
    m_isShowingLive = m_controller.isRunning() && file == m_controller.file();
    m_isDamaged = !problems.empty();
    showRun(
        std::make_shared<const RunView>(std::make_shared<const core::RunRecord>(std::move(read->run))), file);
    if (m_isDamaged)
        resultsPage().banner().showMessage([problems] {
            return Tr::tr("%n part(s) of the file could not be read, so nothing is written to it: %1",
                nullptr, static_cast<int>(problems.size()))
                .arg(noteText(problems.front()));
        });
    if (!resultsPage().view()->record().isSample)
        addRecent(file);
    showPage(PageId::Results);
    emit runOpened();
}

void MainWindow::showRun(std::shared_ptr<const RunView> view, const std::filesystem::path& file)
{
    setFile(file);
    resultsPage().banner().dismiss();
    resultsPage().setReadOnly(m_isDamaged);
    resultsPage().setView(std::move(view), m_isShowingLive);
    updateTitle();
    updateActions();
}

void MainWindow::showSample()
{
    openRun(m_backend.sampleRun());
}

void MainWindow::relabel(const QString& label)
{
    const auto view = resultsPage().view();
    if (!view || m_file.empty())
        return;
    m_background.ask(
        this,
        [this, file = m_file, label = label.toStdString(), note = view->record().note] {
            return m_backend.relabel(file, label, note);
        },
        [this, file = m_file, label](const core::Result<void>& result) {
            if (!result) {
                showError(result.error());
                return;
            }
            if (m_history)
                m_history->reload();
            if (file != m_file)
                return;
            core::RunRecord record = resultsPage().view()->record();
            record.label = label.toStdString();
            showRun(
                std::make_shared<const RunView>(std::make_shared<const core::RunRecord>(std::move(record))),
                file);
        });
}

void MainWindow::chooseFile(bool inNewWindow)
{
    auto* dialog =
        new QFileDialog(this, inNewWindow ? Tr::tr("Open results in a new window") : Tr::tr("Open results"),
            QString::fromStdString(m_backend.historyFolder().string()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Tr::tr("Inferometer runs (*.inferometer.jsonl)"), Tr::tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, inNewWindow](const QString& path) {
        if (inNewWindow)
            QProcess::startDetached(QCoreApplication::applicationFilePath(), {path});
        else
            openRun(path.toStdString());
    });
    dialog->open();
}

void MainWindow::clearCache()
{
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("Clear the compile cache?"),
        Tr::tr(
            "Weights, graphs and compiled models are removed; the next run makes them anew. Results stay."),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* clear = box->addButton(Tr::tr("C&lear cache"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, clear](const QAbstractButton* button) {
        if (button != clear || m_controller.isRunning())
            return;
        m_background.ask(
            this, [this] { return m_backend.clearCache(); },
            [this](const core::Result<void>& result) {
                if (!result)
                    showError(result.error());
                else
                    say(Tr::tr("The cache is empty."));
            });
    });
    box->open();
}

QMessageBox* MainWindow::showError(const core::Error& error)
{
    return showMessage(headline(error.code), reasonText(error));
}

QMessageBox* MainWindow::showMessage(const QString& title, const QString& text)
{
    auto* box =
        new QMessageBox(QMessageBox::Warning, QStringLiteral("Inferometer"), title, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->open();
    return box;
}

} // namespace inferometer::ui
