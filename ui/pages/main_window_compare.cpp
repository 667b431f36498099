// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/benchmark_page.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/published_menu.h"
#include "ui/pages/results_page.h"
#include "ui/pages/setup_state.h"
#include "ui/pages/window_actions.h"
#include "ui/run/read_table.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace inferometer::ui {

ComparePage& MainWindow::comparePage()
{
    if (m_compare)
        return *m_compare;
    m_compare = new ComparePage(m_backend, m_background);
    place(PageId::Compare, m_compare);
    connect(m_compare, &ComparePage::historyRequested, this, [this] { showPage(PageId::History); });
    connect(m_compare, &ComparePage::announced, this, &MainWindow::say);
    return *m_compare;
}

void MainWindow::connectComparing()
{
    connect(m_history, &HistoryPage::compareRequested, this,
        [this](const std::vector<std::filesystem::path>& files) {
            comparePage().compare(files);
            showPage(PageId::Compare);
        });
    connect(m_history, &HistoryPage::pinRequested, this, &MainWindow::pinRun);
}

void MainWindow::pinRun(const std::filesystem::path& file)
{
    m_background.ask(
        this, [this, file] { return readTable(m_backend, file); },
        [this](core::Result<core::StudyTable> table) {
            if (table)
                pin(*std::move(table));
            else
                showError(table.error());
        });
}

void MainWindow::pin(core::StudyTable table)
{
    const QString name = QString::fromStdString(table.label.empty() ? table.id : table.label);
    resultsPage().setPinned(std::make_shared<const Pinned>(Pinned{name, std::move(table)}));
    say(Tr::tr("Pinned beside every run: %1").arg(name));
}

void MainWindow::fillPinMenu()
{
    QMenu* menu = m_actions->pinned;
    menu->clear();
    connect(menu->addAction(Tr::tr("&Nothing")), &QAction::triggered, this,
        [this] { resultsPage().setPinned(nullptr); });
    auto* own = menu->addAction(Tr::tr("&This run"));
    own->setEnabled(!m_file.empty() && !m_controller.isRunning());
    connect(own, &QAction::triggered, this, [this] { pinRun(m_file); });
    menu->addSeparator();
    addPublishedTables(*menu, m_backend, [this](const core::StudyTable& table) { pin(table); });
}

void MainWindow::offerStudy()
{
    core::Selection selection;
    for (const auto& device : chosenDevices(m_store.settings(), benchmarkPage().devices()))
        selection.devices.push_back(device.toStdString());
    const auto whole = m_backend.study(core::Study::Guide, selection, benchmarkPage().devices());
    const auto part = m_backend.study(core::Study::GuideShort, selection, benchmarkPage().devices());
    if (!whole || !part) {
        showError(whole ? part.error() : whole.error());
        return;
    }
    const auto time = [](const core::Plan& plan) { return wallTime(core::measuringLimit_s(plan)); };
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("The guide's study"),
        Tr::tr("The whole study: twelve models, batch sizes 1, 4 and 16, both engines, 300 inferences each. "
               "Warm-up and inferences take at most %1; compiling comes on top.")
            .arg(time(*whole)),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        Tr::tr("The short one is what a CPU can afford: batch sizes 1 and 4, C++, as many inferences as the "
               "figures need. It takes at most %1, and compiling.")
            .arg(time(*part)));
    auto* wholeButton = box->addButton(Tr::tr("&Whole study"), QMessageBox::ActionRole);
    auto* partButton = box->addButton(Tr::tr("&Short study"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Cancel);
    const bool isOnCpu = std::any_of(whole->visits.begin(), whole->visits.end(),
        [](const core::Visit& visit) { return visit.workload.device.kind == core::DeviceKind::Cpu; });
    box->setDefaultButton(isOnCpu ? partButton : wholeButton);
    connect(box, &QMessageBox::buttonClicked, this,
        [this, wholeButton, partButton, plans = std::pair(*whole, *part)](const QAbstractButton* button) {
            if (button == wholeButton)
                startRun(plans.first);
            else if (button == partButton)
                startRun(plans.second);
        });
    box->open();
}

} // namespace inferometer::ui
