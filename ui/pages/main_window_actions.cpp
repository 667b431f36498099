// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exports.h"
#include "core/store/markdown.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/help_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/resume_menu.h"
#include "ui/pages/setup_state.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/text/tr.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace inferometer::ui {

void MainWindow::connectActions()
{
    const auto& a = *m_actions;
    connect(a.newBenchmark, &QAction::triggered, this, [this] { showPage(PageId::Benchmark); });
    connect(a.open, &QAction::triggered, this, [this] { chooseFile(false); });
    connect(a.openInNewWindow, &QAction::triggered, this, [this] { chooseFile(true); });
    connect(a.showSample, &QAction::triggered, this, &MainWindow::showSample);
    connect(a.savePlan, &QAction::triggered, this, &MainWindow::savePlan);
    connect(a.saveAs, &QAction::triggered, this, &MainWindow::saveAs);
    connect(a.exportChart, &QAction::triggered, this, &MainWindow::exportChart);
    connect(a.exportAll, &QAction::triggered, this, &MainWindow::exportAllCharts);
    connect(a.exportCsv, &QAction::triggered, this,
        [this] { exportTable(QStringLiteral("csv"), Tr::tr("CSV files (*.csv)"), core::toCsv); });
    connect(a.exportJson, &QAction::triggered, this,
        [this] { exportTable(QStringLiteral("json"), Tr::tr("JSON files (*.json)"), core::toJson); });
    connect(a.exportJsonLines, &QAction::triggered, this, [this] {
        exportTable(QStringLiteral("jsonl"), Tr::tr("JSON Lines files (*.jsonl)"), core::toJsonLines);
    });
    connect(a.exportMarkdown, &QAction::triggered, this,
        [this] { exportTable(QStringLiteral("md"), Tr::tr("Markdown files (*.md)"), core::toMarkdown); });
    connect(a.reportHtml, &QAction::triggered, this, [this] { exportReport(QStringLiteral("html")); });
    connect(a.reportMarkdown, &QAction::triggered, this, [this] { exportReport(QStringLiteral("md")); });
    connect(a.reportPdf, &QAction::triggered, this, [this] { exportReport(QStringLiteral("pdf")); });
    connect(a.close, &QAction::triggered, this, &QWidget::close);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connectEditActions();
    connectViewActions();
    connectRunActions();
    connectHelpActions();
}

void MainWindow::connectEditActions()
{
    const auto& a = *m_actions;
    connect(a.copy, &QAction::triggered, this, &MainWindow::copyText);
    connect(a.copyChart, &QAction::triggered, this, &MainWindow::copyChart);
    connect(a.copyMarkdown, &QAction::triggered, this, [this] {
        if (page() == PageId::Compare)
            comparePage().copyMarkdown();
        else
            resultsPage().table().copyMarkdown();
    });
    connect(a.copyPython, &QAction::triggered, this, &MainWindow::copyPython);
    connect(a.pinned, &QMenu::aboutToShow, this, &MainWindow::fillPinMenu);
    connect(a.guideTables, &QMenu::aboutToShow, this, &MainWindow::fillGuideTables);
    connect(a.copyEnvironment, &QAction::triggered, this, [this] {
        if (systemPage().isExamined())
            QGuiApplication::clipboard()->setText(systemPage().markdown());
        else
            showPage(PageId::System);
    });
    connect(a.copyCommandLine, &QAction::triggered, this, &MainWindow::copyCommandLine);
    connect(a.findModel, &QAction::triggered, this, [this] {
        showPage(PageId::Benchmark);
        benchmarkPage().focusFilter();
    });
    connect(a.preferences, &QAction::triggered, this, [this] {
        auto* dialog = new PreferencesDialog(m_store, m_backend, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PreferencesDialog::clearCacheRequested, this, &MainWindow::clearCache);
        m_background.ask(
            dialog, [this] { return m_backend.cacheSize_bytes(); },
            [dialog](double bytes) { dialog->setCacheSize(bytes); });
        dialog->open();
    });
}

void MainWindow::connectViewActions()
{
    const auto& a = *m_actions;
    connect(a.pages, &QActionGroup::triggered, this,
        [this](const QAction* action) { showPage(static_cast<PageId>(action->data().toInt())); });
    connect(a.charts, &QActionGroup::triggered, this, [this](const QAction* action) {
        showPage(PageId::Results);
        resultsPage().charts().setKind(static_cast<ChartKind>(action->data().toInt()));
    });
    connect(a.chartOrTable, &QAction::toggled, this,
        [this](bool isTable) { resultsPage().setChartVisible(!isTable); });
    connect(a.details, &QAction::toggled, this, [this](bool isOn) { resultsPage().setDetailsVisible(isOn); });
    const auto flag = [this](QAction* action, bool Settings::*member) {
        connect(action, &QAction::toggled, this, [this, member](bool isOn) {
            m_store.change([&](Settings& settings) { settings.*member = isOn; });
        });
    };
    flag(a.valueLabels, &Settings::hasValueLabels);
    flag(a.legend, &Settings::hasLegend);
    flag(a.logarithmic, &Settings::isLogarithmic);
    connect(a.errorBars, &QAction::toggled, this, [this](bool isOn) {
        m_store.change([&](Settings& settings) {
            if (isOn != (settings.errorBars != ErrorBars::None))
                settings.errorBars = isOn ? Settings().errorBars : ErrorBars::None;
        });
    });
    connect(a.zoomIn, &QAction::triggered, this, [this] { shownChartView().zoom(0.8); });
    connect(a.zoomOut, &QAction::triggered, this, [this] { shownChartView().zoom(1.25); });
    connect(a.resetZoom, &QAction::triggered, this, [this] { shownChartView().resetZoom(); });
    connect(a.languages, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_store.change([&](Settings& settings) {
            settings.language = static_cast<LanguageChoice>(action->data().toInt());
        });
    });
    connect(a.themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_store.change(
            [&](Settings& settings) { settings.theme = static_cast<ThemeChoice>(action->data().toInt()); });
    });
    connect(a.restoreLayout, &QAction::triggered, this, &MainWindow::restoreDefaultLayout);
}

ChartView& MainWindow::shownChartView()
{
    return page() == PageId::Compare ? comparePage().chart() : resultsPage().charts().chart();
}

void MainWindow::connectRunActions()
{
    const auto& a = *m_actions;
    connect(a.run, &QAction::triggered, this, [this] { benchmarkPage().requestRun(); });
    connect(a.cancel, &QAction::triggered, this, &MainWindow::requestCancel);
    m_resumeMenu->openFrom(a.resume);
    connect(m_resumeMenu, &ResumeMenu::chosen, this,
        [this](const std::string& elsewhere) { resumeRun(m_file, elsewhere); });
    connect(a.runAgain, &QAction::triggered, this, [this] { runAgain(resultsPage().currentRow()); });
    connect(a.presets, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_store.change(
            [&](Settings& settings) { settings.preset = static_cast<core::Preset>(action->data().toInt()); });
    });
    connect(a.noiseFloor, &QAction::triggered, this, &MainWindow::measureNoiseFloor);
    connect(a.clearCache, &QAction::triggered, this, &MainWindow::clearCache);
}

void MainWindow::connectHelpActions()
{
    const auto show = [this](QAction* action, HelpDialog::Topic topic) {
        connect(action, &QAction::triggered, this, [this, topic] {
            auto* dialog = new HelpDialog(
                topic, m_system && m_system->isExamined() ? m_system->markdown() : QString(), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
    };
    show(m_actions->gettingStarted, HelpDialog::Topic::GettingStarted);
    show(m_actions->shortcuts, HelpDialog::Topic::Shortcuts);
    show(m_actions->numbers, HelpDialog::Topic::Numbers);
    show(m_actions->method, HelpDialog::Topic::Method);
    show(m_actions->guide, HelpDialog::Topic::Guide);
    show(m_actions->limits, HelpDialog::Topic::Limits);
    show(m_actions->reportProblem, HelpDialog::Topic::Problem);
    show(m_actions->about, HelpDialog::Topic::About);
    show(m_actions->aboutQt, HelpDialog::Topic::AboutQt);
    connect(m_actions->firstStart, &QAction::triggered, this, [this] { showPage(PageId::FirstStart); });
    connect(m_actions->checkEnvironment, &QAction::triggered, this, [this] {
        showPage(PageId::System);
        systemPage().examine();
    });
}

void MainWindow::connectSettings()
{
    connect(&m_store, &SettingsStore::changed, this, &MainWindow::applySettings);
}

void MainWindow::applySettings()
{
    const Settings& settings = m_store.settings();
    const auto& a = *m_actions;
    const auto set = [](QAction* action, bool isOn) {
        const QSignalBlocker blocker(action);
        action->setChecked(isOn);
    };
    set(a.errorBars, settings.errorBars != ErrorBars::None);
    set(a.valueLabels, settings.hasValueLabels);
    set(a.legend, settings.hasLegend);
    set(a.logarithmic, settings.isLogarithmic);
    a.languages->actions()[static_cast<int>(settings.language)]->setChecked(true);
    a.themes->actions()[static_cast<int>(settings.theme)]->setChecked(true);
    a.presets->actions()[static_cast<int>(settings.preset)]->setChecked(true);
    m_backend.setCacheLimit(static_cast<std::uint64_t>(settings.cacheLimit_GiB) << 30);
    if (m_language.choice() != settings.language)
        m_language.apply(settings.language);
    m_theme.apply(settings.theme);
}

void MainWindow::restoreDefaultLayout()
{
    m_store.change([](Settings& settings) {
        const Settings standard;
        settings.geometry = standard.geometry;
        settings.windowState = standard.windowState;
        settings.benchmarkSplitter = standard.benchmarkSplitter;
        settings.resultsSplitter = standard.resultsSplitter;
        settings.resultColumns = standard.resultColumns;
    });
    if (m_benchmark)
        m_benchmark->restoreSplitter({});
    if (m_results) {
        m_results->restoreSplitter({});
        m_results->table().restoreColumns({});
    }
    showNormal();
    takeFirstSize();
    m_actions->chartOrTable->setChecked(false);
    m_actions->details->setChecked(true);
}

void MainWindow::updateActions()
{
    const auto& a = *m_actions;
    const bool isRunning = m_controller.isRunning();
    const bool hasRun = m_results && m_results->view();
    const int count = m_benchmark ? m_benchmark->measurementCount() : 0;
    a.run->setEnabled(!isRunning && count > 0);
    m_runButton->setEnabled(a.run->isEnabled());
    m_runButton->setText(count > 0
            ? Tr::tr("Run (%1)", "%1 a number of measurements").arg(QLocale().toString(count))
            : Tr::tr("Run", "button"));
    m_runButton->setToolTip(isRunning ? Tr::tr("A run is under way.")
            : m_benchmark             ? m_benchmark->whyNot()
                                      : QString());
    a.savePlan->setEnabled(count > 0);
    a.showSample->setEnabled(!m_backend.sampleRun().empty());
    a.cancel->setEnabled(isRunning && m_controller.state() != RunController::State::Stopping);
    a.cancel->setVisible(isRunning);
    const bool isUnfinished = hasRun && !m_isShowingLive && !m_file.empty() && !m_isDamaged
        && !m_results->view()->record().isSample
        && m_results->view()->record().ending != core::Ending::Completed;
    a.resume->setEnabled(isUnfinished && !isRunning);
    a.saveAs->setEnabled(hasRun);
    updateShownActions();
    a.noiseFloor->setEnabled(!isRunning);
    a.clearCache->setEnabled(!isRunning);
    a.checkEnvironment->setEnabled(!isRunning); // starts Python, which would disturb what is measured
    if (m_results) {
        m_results->setCanResume(isUnfinished && !isRunning);
        m_results->setCanRun(!isRunning);
    }
    if (m_benchmark && !m_benchmark->devices().empty())
        m_machine->setText(deviceLine(m_benchmark->chosenDevice()));
}

/// Those that act on what is shown: on Compare they act on its chart and table, or on nothing.
void MainWindow::updateShownActions()
{
    const auto& a = *m_actions;
    const bool isComparing = page() == PageId::Compare;
    const bool hasRun = m_results && m_results->view();
    const bool hasShown = isComparing ? m_compare && !m_compare->sources().empty() : hasRun;
    for (auto* action : {a.exportChart, a.copyChart, a.copyMarkdown, a.zoomIn, a.zoomOut, a.resetZoom})
        action->setEnabled(hasShown);
    for (auto* action :
        {a.exportAll, a.exportCsv, a.exportJson, a.exportJsonLines, a.exportMarkdown, a.reportHtml,
            a.reportMarkdown, a.reportPdf, a.guideTables->menuAction(), a.chartOrTable, a.details})
        action->setEnabled(hasRun && !isComparing);
    const bool hasRow = hasRun && !isComparing && m_results->currentRow() >= 0;
    a.copyPython->setEnabled(hasRow);
    a.runAgain->setEnabled(hasRow && !m_controller.isRunning());
    for (auto* action : {a.errorBars, a.valueLabels, a.legend, a.logarithmic})
        action->setEnabled(!isComparing);
}

void MainWindow::updateRecent()
{
    m_actions->recent->clear();
    for (const auto& path : m_store.settings().recentFiles) {
        auto* action = m_actions->recent->addAction(QFileInfo(path).fileName());
        connect(action, &QAction::triggered, this, [this, path] { openRun(path.toStdString()); });
    }
    m_actions->recent->addSeparator();
    auto* clear = m_actions->recent->addAction(Tr::tr("&Clear List"));
    clear->setEnabled(!m_store.settings().recentFiles.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_store.change([](Settings& settings) { settings.recentFiles.clear(); });
        updateRecent();
    });
}

void MainWindow::addRecent(const std::filesystem::path& file)
{
    constexpr qsizetype kept = 10;
    m_store.change([&](Settings& settings) {
        const QString path = QString::fromStdString(file.string());
        settings.recentFiles.removeAll(path);
        settings.recentFiles.prepend(path);
        settings.recentFiles = settings.recentFiles.mid(0, kept);
    });
    updateRecent();
}

} // namespace inferometer::ui
