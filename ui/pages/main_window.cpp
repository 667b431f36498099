// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/main_window.h"

#include "ui/charts/chart_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/first_start_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/resume_menu.h"
#include "ui/pages/run_bar.h"
#include "ui/pages/setup_state.h"
#include "ui/pages/system_page.h"
#include "ui/pages/targets_box.h"
#include "ui/pages/window_actions.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

constexpr int smallestWidth = 800;
constexpr int smallestHeight = 560;
constexpr int makeAhead_ms = 300;
const QStringList pageWords{QStringLiteral("benchmark"), QStringLiteral("results"), QStringLiteral("history"),
    QStringLiteral("system"), QStringLiteral("compare")};

/// Pops up beside the event loop: Qt's own menu of actions runs a loop of its own.
void addContextMenu(QWidget& widget, const QList<QAction*>& actions)
{
    widget.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(
        &widget, &QWidget::customContextMenuRequested, &widget, [&widget, actions](const QPoint& position) {
            auto* menu = new QMenu(&widget);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->addActions(actions);
            menu->popup(widget.mapToGlobal(position));
        });
}

QString runFileIn(const QMimeData* data)
{
    for (const auto& url : data->urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".jsonl")))
            return url.toLocalFile();
    }
    return {};
}

} // namespace

MainWindow::MainWindow(
    Backend& backend, SettingsStore& store, Language& language, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_store(store)
    , m_language(language)
    , m_theme(theme)
    , m_controller(backend)
    , m_actions(new WindowActions(this))
    , m_resumeMenu(new ResumeMenu(backend, m_background, this))
    , m_pages(new QStackedWidget)
    , m_runBar(new RunBar(m_controller))
    , m_runButton(new QToolButton)
    , m_machine(new QLabel)
{
    build();
    connectActions();
    connectController();
    connectSettings();
    restore();
    updateActions();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/io.github.inferometer.Inferometer.svg")));
    setAcceptDrops(true);
    m_actions->fill(menuBar());
    buildToolBar();
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i <= static_cast<int>(PageId::FirstStart); ++i)
        m_pages->addWidget(new QWidget);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_runBar);
    setCentralWidget(central);
    m_machine->setTextFormat(Qt::PlainText);
    statusBar()->addPermanentWidget(m_machine);
    statusBar()->setSizeGripEnabled(false);
    setMinimumSize(smallestWidth, smallestHeight);
}

void MainWindow::buildToolBar()
{
    auto* bar = new QToolBar;
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(unit(this, 1.15), unit(this, 1.15)));
    bar->addActions(m_actions->pages->actions());
    auto* spacer = new QWidget;
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    m_runButton->setIcon(m_actions->run->icon());
    m_runButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setRole(m_runButton, "primary");
    connect(m_runButton, &QToolButton::clicked, m_actions->run, &QAction::trigger);
    bar->addWidget(m_runButton);
    bar->addAction(m_actions->cancel);
    addToolBar(bar);
}

void MainWindow::place(PageId page, QWidget* widget)
{
    const int index = static_cast<int>(page);
    QWidget* old = m_pages->widget(index);
    const bool isCurrent = m_pages->currentIndex() == index;
    m_pages->insertWidget(index, widget);
    m_pages->removeWidget(old);
    delete old;
    if (isCurrent)
        m_pages->setCurrentIndex(index);
}

BenchmarkPage& MainWindow::benchmarkPage()
{
    if (m_benchmark)
        return *m_benchmark;
    m_benchmark = new BenchmarkPage(m_backend, m_background, m_store);
    place(PageId::Benchmark, m_benchmark);
    m_benchmark->restoreSplitter(m_store.settings().benchmarkSplitter);
    connect(m_benchmark, &BenchmarkPage::runRequested, this, &MainWindow::startRun);
    connect(m_benchmark, &BenchmarkPage::downloadRequested, this, &MainWindow::download);
    connect(m_benchmark, &BenchmarkPage::planChanged, this, &MainWindow::updateActions);
    m_benchmark->addFooterButton(m_actions->savePlan);
    m_benchmark->addFooterButton(m_actions->copyCommandLine);
    connect(m_benchmark, &BenchmarkPage::studyRequested, this, &MainWindow::offerStudy);
    connect(m_benchmark, &BenchmarkPage::setUpRequested, this, [this] { showPage(PageId::FirstStart); });
    connect(m_benchmark, &BenchmarkPage::prerequisitesMissing, this, &MainWindow::offerSetUp);
    connect(m_benchmark, &BenchmarkPage::addModelRequested, this, &MainWindow::addModel);
    connect(m_benchmark, &BenchmarkPage::editModelRequested, this, &MainWindow::editModel);
    connect(m_benchmark, &BenchmarkPage::removeModelRequested, this, &MainWindow::removeModel);
    return *m_benchmark;
}

ResultsPage& MainWindow::resultsPage()
{
    if (m_results)
        return *m_results;
    m_results = new ResultsPage(m_store);
    place(PageId::Results, m_results);
    m_results->restoreSplitter(m_store.settings().resultsSplitter);
    m_results->table().restoreColumns(m_store.settings().resultColumns);
    m_results->setHasSample(!m_backend.sampleRun().empty());
    m_results->setCanResume(false);
    connectResults();
    return *m_results;
}

void MainWindow::connectResults()
{
    connect(m_results, &ResultsPage::benchmarkRequested, this, [this] { showPage(PageId::Benchmark); });
    connect(m_results, &ResultsPage::openRequested, m_actions->open, &QAction::trigger);
    connect(m_results, &ResultsPage::sampleRequested, this, &MainWindow::showSample);
    m_resumeMenu->openFrom(&m_results->resumeButton());
    connect(m_results, &ResultsPage::labelChanged, this, &MainWindow::relabel);
    connect(m_results, &ResultsPage::rowChosen, this, &MainWindow::updateActions);
    connect(m_results, &ResultsPage::runAgainRequested, this, &MainWindow::runAgain);
    connect(m_results, &ResultsPage::allocatorRequested, this, &MainWindow::runWithSystemAllocator);
    connect(m_results, &ResultsPage::announced, this, &MainWindow::say);
    auto& charts = m_results->charts();
    for (auto* action : {m_actions->copyChart, m_actions->exportChart, m_actions->resetZoom,
             m_actions->chartOrTable, m_actions->details, m_actions->pinned->menuAction()})
        charts.addTool(action);
    addContextMenu(charts.chart(),
        {m_actions->copyChart, m_actions->exportChart, m_actions->exportAll, m_actions->zoomIn,
            m_actions->zoomOut, m_actions->resetZoom});
    addContextMenu(m_results->table(),
        {m_actions->copy, m_actions->copyMarkdown, m_actions->copyPython, m_actions->exportCsv,
            m_actions->runAgain});
    connect(&charts, &ChartPanel::kindChanged, this,
        [this](ChartKind kind) { m_actions->charts->actions()[static_cast<int>(kind)]->setChecked(true); });
    m_actions->charts->actions().first()->setChecked(true);
    m_actions->details->setChecked(true);
}

HistoryPage& MainWindow::historyPage()
{
    if (m_history)
        return *m_history;
    m_history = new HistoryPage(m_backend, m_background);
    place(PageId::History, m_history);
    m_history->setRunning(m_controller.isRunning());
    connectComparing();
    connect(m_history, &HistoryPage::openRequested, this, &MainWindow::openRun);
    connect(m_history, &HistoryPage::resumeRequested, this, &MainWindow::resumeRun);
    connect(m_history, &HistoryPage::benchmarkRequested, this, [this] { showPage(PageId::Benchmark); });
    connect(
        m_history, &HistoryPage::relabelled, this, [this](const std::filesystem::path& file, const QString&) {
            if (file == m_file)
                openRun(file);
        });
    return *m_history;
}

SystemPage& MainWindow::systemPage()
{
    if (m_system)
        return *m_system;
    m_system = new SystemPage(m_backend, m_background);
    connect(&m_system->targets(), &TargetsBox::changed, this, [this] {
        m_resumeMenu->askTargets();
        if (m_benchmark)
            m_benchmark->askMachine();
    });
    place(PageId::System, m_system);
    connect(m_system, &SystemPage::noiseFloorRequested, this, &MainWindow::measureNoiseFloor);
    m_system->setRunning(m_controller.isRunning());
    return *m_system;
}

MainWindow::PageId MainWindow::page() const
{
    return static_cast<PageId>(m_pages->currentIndex());
}

void MainWindow::showPage(PageId page)
{
    switch (page) {
    case PageId::Benchmark:
        benchmarkPage();
        break;
    case PageId::Results:
        resultsPage();
        break;
    case PageId::History:
        historyPage().reload();
        break;
    case PageId::System:
        if (!systemPage().isExamined())
            systemPage().examine();
        break;
    case PageId::Compare:
        comparePage();
        break;
    case PageId::FirstStart:
        firstStartPage().look();
        break;
    }
    m_pages->setCurrentIndex(static_cast<int>(page));
    if (page != PageId::FirstStart) // which nobody goes to and fro
        m_actions->pages->actions()[static_cast<int>(page)]->setChecked(true);
    m_resumeMenu->askTargets();
    updateActions();
}

void MainWindow::takeFirstSize()
{
    resize(unit(this, 66), unit(this, 44));
}

void MainWindow::restore()
{
    const Settings& settings = m_store.settings();
    applySettings();
    takeFirstSize();
    if (!settings.geometry.isEmpty())
        restoreGeometry(settings.geometry);
    if (!settings.windowState.isEmpty())
        restoreState(settings.windowState);
    updateRecent();
    // Made and styled while nobody waits, so that the beginning of a run does not.
    QTimer::singleShot(makeAhead_ms, this, [this] {
        for (const auto* widget : resultsPage().findChildren<QWidget*>())
            widget->ensurePolished();
    });
    switch (settings.startPage) {
    case StartPage::Benchmark:
        showPage(PageId::Benchmark);
        break;
    case StartPage::Results:
        showPage(PageId::Results);
        break;
    case StartPage::History:
        showPage(PageId::History);
        break;
    case StartPage::Last:
        showPage(static_cast<PageId>(std::max<qsizetype>(0, pageWords.indexOf(settings.lastPage))));
        break;
    }
}

void MainWindow::remember()
{
    m_store.change([this](Settings& settings) {
        settings.geometry = saveGeometry();
        settings.windowState = saveState();
        settings.lastPage = pageWords.value(m_pages->currentIndex());
        if (m_benchmark)
            settings.benchmarkSplitter = m_benchmark->splitterState();
        if (m_results) {
            settings.resultsSplitter = m_results->splitterState();
            settings.resultColumns = m_results->table().columnState();
        }
    });
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        m_language.followFont();
        for (auto* part : findChildren<QWidget*>()) { // Qt tells windows alone
            if (!part->isWindow()) {
                QEvent change(QEvent::ApplicationFontChange);
                QCoreApplication::sendEvent(part, &change);
            }
        }
    }
    if (event->type() == QEvent::ApplicationPaletteChange)
        m_theme.followPalette();
    if (event->type() == QEvent::ThemeChange)
        m_theme.followDesktop();
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_actions->retranslate();
    updateRecent();
    updateActions();
    updateTitle();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!runFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString file = runFileIn(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openRun(file.toStdString());
}

void MainWindow::updateTitle()
{
    const auto view = m_results ? m_results->view() : nullptr;
    const QString label = view
        ? QString::fromStdString(view->record().label.empty() ? view->record().id : view->record().label)
        : QString();
    setWindowTitle(label.isEmpty() ? QStringLiteral("Inferometer")
                                   : Tr::tr("%1 – Inferometer", "window title").arg(label));
}

void MainWindow::say(const QString& sentence)
{
    statusBar()->showMessage(sentence);
}

} // namespace inferometer::ui
