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
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <functional>
#include <utility>

namespace inferometer::ui {

namespace {

/// A study, and what earlier runs say of its time.
struct PlannedStudy {
    core::Plan plan;
    core::Forecast forecast;
};

core::Result<PlannedStudy> plannedStudy(const Backend& backend, core::Study study,
    const core::Selection& selection, const std::vector<core::DeviceFacts>& devices)
{
    auto plan = backend.study(study, selection, devices);
    if (!plan)
        return plan.error();
    auto forecast = backend.forecast(*plan);
    return PlannedStudy{*std::move(plan), std::move(forecast)};
}

QString durationOf(const PlannedStudy& study)
{
    QStringList lines{
        Tr::tr("By their time limits warm-up and inferences take about %1, more where single inferences are "
               "long; first runs, checks and compiling come on top.")
            .arg(wallTime(core::sumOfLimits_s(study.plan)))};
    if (study.forecast.measuring_s && study.forecast.unknownVisits == 0)
        lines << Tr::tr("By earlier runs the inferences take about %1.")
                     .arg(wallTime(*study.forecast.measuring_s));
    return lines.join(QLatin1Char('\n'));
}

/// On the background thread, where the rows are made as well.
core::Result<Pinned> readPinned(const Backend& backend, const std::filesystem::path& file)
{
    auto read = backend.read(file);
    if (!read)
        return read.error();
    const auto run =
        std::make_shared<const RunView>(std::make_shared<const core::RunRecord>(std::move(read->run)));
    return Pinned{QString::fromStdString(nameOf(run->table())), run->table(), run};
}

bool isOnCpu(const core::Plan& plan)
{
    return std::any_of(plan.visits.begin(), plan.visits.end(),
        [](const core::Visit& visit) { return visit.workload.device.kind == core::DeviceKind::Cpu; });
}

void askWhichStudy(QWidget* window, const PlannedStudy& whole, const PlannedStudy& part,
    const std::function<void(const core::Plan&)>& chosen)
{
    const QStringList text{
        Tr::tr("The whole study: twelve models, batch sizes 1, 4 and 16, both engines, 300 inferences each."),
        durationOf(whole)};
    const QStringList more{Tr::tr("The short one is what a CPU can afford: batch sizes 1 and 4, C++, as many "
                                  "inferences as the figures need."),
        durationOf(part), QString(),
        Tr::tr(
            "Not in it: BeiT and DETR, which the guide repeated with a second version of torch. They need an "
            "installation of that version: %1")
            .arg(QStringLiteral("inferometer-cli run --study guide-second-version"))};
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("The guide's study"),
        text.join(QLatin1Char('\n')), QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(more.join(QLatin1Char('\n')));
    auto* wholeButton = box->addButton(Tr::tr("&Whole study"), QMessageBox::ActionRole);
    auto* partButton = box->addButton(Tr::tr("&Short study"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(isOnCpu(whole.plan) ? partButton : wholeButton);
    QObject::connect(box, &QMessageBox::buttonClicked, window,
        [wholeButton, partButton, chosen, plans = std::pair(whole.plan, part.plan)](
            const QAbstractButton* button) {
            if (button == wholeButton)
                chosen(plans.first);
            else if (button == partButton)
                chosen(plans.second);
        });
    box->open();
}

} // namespace

ComparePage& MainWindow::comparePage()
{
    if (m_compare)
        return *m_compare;
    m_compare = new ComparePage(m_backend, m_background);
    place(PageId::Compare, m_compare);
    connect(m_compare, &ComparePage::historyRequested, this, [this] { showPage(PageId::History); });
    connect(m_compare, &ComparePage::announced, this, &MainWindow::say);
    connect(m_compare, &ComparePage::sourcesChanged, this, &MainWindow::updateActions);
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
        this, [this, file] { return readPinned(m_backend, file); },
        [this](core::Result<Pinned> pinned) {
            if (pinned)
                pin(*std::move(pinned));
            else
                showError(pinned.error());
        });
}

void MainWindow::pin(Pinned pinned)
{
    say(Tr::tr("Pinned beside every run: %1").arg(pinned.name));
    resultsPage().setPinned(std::make_shared<const Pinned>(std::move(pinned)));
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
    addPublishedTables(*menu, m_backend, [this](const core::StudyTable& table) {
        pin({QString::fromStdString(nameOf(table)), table});
    });
}

void MainWindow::offerStudy()
{
    core::Selection selection;
    for (const auto& device : chosenDevices(m_store.settings(), benchmarkPage().devices()))
        selection.devices.push_back(device.toStdString());
    m_background.ask(
        this,
        [this, selection, devices = benchmarkPage().devices()] {
            return std::pair(plannedStudy(m_backend, core::Study::Guide, selection, devices),
                plannedStudy(m_backend, core::Study::GuideShort, selection, devices));
        },
        [this](const auto& studies) {
            if (!studies.first || !studies.second)
                showError(studies.first ? studies.second.error() : studies.first.error());
            else
                askWhichStudy(this, *studies.first, *studies.second,
                    [this](const core::Plan& plan) { startRun(plan); });
        });
}

} // namespace inferometer::ui
