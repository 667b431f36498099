// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/main_window.h"
#include "ui/text/tr.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

namespace inferometer::ui {

namespace {

QString whatClosingCosts(RunController::Work work)
{
    switch (work) {
    case RunController::Work::Run:
        return Tr::tr("Closing the window cancels the run. Everything measured so far is kept, and the run "
                      "can be resumed.");
    case RunController::Work::Download:
        return Tr::tr("Closing the window cancels the download. Models that were fetched stay.");
    case RunController::Work::SetUp:
        return Tr::tr("Closing the window cancels the set-up of PyTorch, which can be begun again.");
    case RunController::Work::Trial:
        return Tr::tr("Closing the window cancels the preparation of the model.");
    }
    Q_UNREACHABLE();
}

QString cancelQuestion(RunController::Work work)
{
    switch (work) {
    case RunController::Work::Run:
        return Tr::tr("Cancel the run?");
    case RunController::Work::Download:
        return Tr::tr("Cancel the download?");
    case RunController::Work::SetUp:
        return Tr::tr("Cancel the set-up of PyTorch?");
    case RunController::Work::Trial:
        return Tr::tr("Cancel the preparation of the model?");
    }
    Q_UNREACHABLE();
}

QString whatCancellingCosts(RunController::Work work)
{
    switch (work) {
    case RunController::Work::Run:
        return Tr::tr("Everything measured so far is kept, and the run can be resumed.");
    case RunController::Work::Download:
        return Tr::tr("The download is cancelled. Models that were fetched stay.");
    case RunController::Work::SetUp:
        return Tr::tr("The set-up of PyTorch is cancelled; it can be begun again.");
    case RunController::Work::Trial:
        return Tr::tr("The preparation of the model is cancelled.");
    }
    Q_UNREACHABLE();
}

} // namespace

void MainWindow::requestCancel()
{
    const bool asks = m_store.settings().asksBeforeCancel && m_controller.elapsed() >= m_askAfter;
    if (!asks) {
        m_controller.stopNow();
        return;
    }
    const auto work = m_controller.work();
    auto* box = new QMessageBox(
        QMessageBox::Question, cancelQuestion(work), whatCancellingCosts(work), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* stop = box->addButton(Tr::tr("&Stop now"), QMessageBox::DestructiveRole);
    const auto* finish = work == RunController::Work::Run
        ? box->addButton(Tr::tr("&Finish this model, then stop"), QMessageBox::ActionRole)
        : nullptr;
    auto* keep = box->addButton(Tr::tr("&Keep Running"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::buttonClicked, this, [this, stop, finish](const QAbstractButton* button) {
        if (button == stop)
            m_controller.stopNow();
        else if (button == finish)
            m_controller.finishVisitAndStop();
    });
    closeWithWork(box);
    box->open();
}

/// A question about work that has ended is none any more.
void MainWindow::closeWithWork(QMessageBox* box)
{
    connect(&m_controller, &RunController::stateChanged, box, [this, box] {
        if (!m_controller.isRunning())
            box->close();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_controller.isRunning()) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::askBeforeClosing()
{
    if (m_closesAfterRun)
        return;
    auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("Inferometer"),
        whatClosingCosts(m_controller.work()), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* close = box->addButton(Tr::tr("Cancel and &Close"), QMessageBox::DestructiveRole);
    auto* keep = box->addButton(Tr::tr("&Keep Running"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::buttonClicked, this, [this, close](const QAbstractButton* button) {
        if (button != close)
            return;
        m_closesAfterRun = true;
        m_controller.stopNow();
        if (!m_controller.isRunning())
            this->close();
    });
    closeWithWork(box);
    box->open();
}

} // namespace inferometer::ui
