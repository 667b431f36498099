// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_options.h"
#include "ui/run/background.h"
#include "ui/run/run_controller.h"
#include "ui/settings/settings_store.h"
#include "ui/settings/theme.h"
#include "ui/text/language.h"

#include <QMainWindow>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

class QLabel;
class QMessageBox;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace inferometer::ui {

class AddModelDialog;
class BenchmarkPage;
class ChartView;
class ComparePage;
class FirstStartPage;
class HistoryPage;
class ResultsPage;
class ResumeMenu;
class RunBar;
class SystemPage;
class WindowActions;

/// The window: five pages, a bar while a run is under way, and the wiring between them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class PageId { Benchmark, Results, History, System, Compare, FirstStart };

    MainWindow(
        Backend& backend, SettingsStore& store, Language& language, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId page);
    PageId page() const;
    /// Reads a run in the background and shows it; a failure is shown as a message.
    void openRun(const std::filesystem::path& file);
    void showRun(std::shared_ptr<const RunView> view, const std::filesystem::path& file);
    /// Work that is older is not thrown away by one key, where the settings say so.
    void setAskAfter(std::chrono::milliseconds age) { m_askAfter = age; }

    // Made when they are first needed.
    BenchmarkPage& benchmarkPage();
    ResultsPage& resultsPage();
    HistoryPage& historyPage();
    SystemPage& systemPage();
    ComparePage& comparePage();
    FirstStartPage& firstStartPage();
    WindowActions& actions() { return *m_actions; }
    RunController& controller() { return m_controller; }
    Background& background() { return m_background; }

signals:
    void runOpened();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void buildToolBar();
    void connectActions();
    void connectEditActions();
    void connectViewActions();
    void connectRunActions();
    void connectHelpActions();
    void connectController();
    void connectSettings();
    void connectResults();
    void applySettings();
    void restore();
    void takeFirstSize();
    void remember();
    void restoreDefaultLayout();
    QWidget* placeholder(PageId page) const;
    void place(PageId page, QWidget* widget);

    void startRun(core::Plan plan);
    void download(const QStringList& models);
    void measureNoiseFloor();
    void showConditionWarnings();
    void resumeRun(const std::filesystem::path& file, const std::string& elsewhere);
    std::optional<core::Plan> planAgain(int row);
    void runAgain(int row);
    void runWithSystemAllocator(int row);
    void requestCancel();
    void onRunStarted();
    void onRunFinished();
    void onRunFailed(const core::Error& error);
    void onNote(const core::Note& note);
    void askBeforeClosing();
    void closeWithWork(QMessageBox* box);
    void setFile(const std::filesystem::path& file);
    void showLive();
    void updateActions();
    void updateShownActions();
    void updateTitle();
    void updateRecent();
    void addRecent(const std::filesystem::path& file);
    void chooseFile(bool inNewWindow);
    void onRead(const std::filesystem::path& file, core::Result<core::RunFile> read);
    void relabel(const QString& label);
    void showSample();
    void clearCache();
    void say(const QString& sentence);
    QMessageBox* showError(const core::Error& error);
    QMessageBox* showMessage(const QString& title, const QString& text);

    // Pictures and tables.
    struct ShownChart;
    std::optional<ShownChart> shownChart(); ///< of the page at hand; nothing where it has none
    ChartView& shownChartView();
    void exportChart();
    void exportAllCharts();
    void askToReplace(const QString& folder, const QStringList& names, const std::function<void()>& replace);
    void exportTable(
        const QString& suffix, const QString& filter, std::string (*write)(const core::RunRecord&));
    void exportReport(const QString& suffix);
    void fillGuideTables();

    // What stands beside a run.
    void connectComparing();
    void pinRun(const std::filesystem::path& file);
    void pin(Pinned pinned);
    void fillPinMenu();
    void offerStudy();

    // What a run needs: its environment, a user's own models.
    void offerSetUp();
    void addModel(const QString& path);
    void editModel(const QString& name);
    void openModelDialog(AddModelDialog* dialog);
    void removeModel(const QString& name);

    void saveAs();
    void savePlan();
    void copyCommandLine();
    void copyPython();
    void writeText(const QString& path, const std::string& text);
    void copyChart();
    void copyText();
    void chooseTarget(
        const QString& title, const QString& name, const QString& filter, std::function<void(QString)> use);

    Backend& m_backend;
    SettingsStore& m_store;
    Language& m_language;
    Theme& m_theme;
    Background m_background;
    RunController m_controller;
    WindowActions* m_actions;
    ResumeMenu* m_resumeMenu; ///< for the run that is shown
    QStackedWidget* m_pages;
    RunBar* m_runBar;
    QToolButton* m_runButton;
    QLabel* m_machine;
    BenchmarkPage* m_benchmark = nullptr;
    ResultsPage* m_results = nullptr;
    HistoryPage* m_history = nullptr;
    SystemPage* m_system = nullptr;
    ComparePage* m_compare = nullptr;
    FirstStartPage* m_firstStart = nullptr;
    bool m_hasOfferedSetUp = false;
    std::filesystem::path m_file; ///< of the run that is shown
    std::filesystem::path m_incompleteFile; ///< of a run that could not be written to its end
    std::chrono::milliseconds m_askAfter = std::chrono::seconds(30);
    bool m_closesAfterRun = false;
    bool m_isShowingLive = false;
    bool m_isDamaged = false; ///< the file of the run that is shown
};

} // namespace inferometer::ui
