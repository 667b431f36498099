// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/texts.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <functional>

class QMenu;
class QMenuBar;

namespace inferometer::ui {

/// Every action of the window with its name, key and icon, and the menus that hold them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QObject* parent);

    void fill(QMenuBar* bar);
    void retranslate() const { m_texts.apply(); }

    // File
    QAction* newBenchmark;
    QAction* open;
    QAction* openInNewWindow;
    QAction* showSample;
    QAction* savePlan;
    QAction* saveAs;
    QAction* exportChart;
    QAction* exportAll;
    QAction* exportCsv;
    QAction* exportJson;
    QAction* exportJsonLines;
    QAction* exportMarkdown;
    QAction* reportHtml;
    QAction* reportMarkdown;
    QAction* reportPdf;
    QAction* close;
    QAction* quit;
    QMenu* recent;
    // Edit
    QAction* copy;
    QAction* copyChart;
    QAction* copyMarkdown;
    QAction* copyPython;
    QMenu* guideTables; ///< filled when it opens
    QAction* copyEnvironment;
    QAction* copyCommandLine;
    QAction* findModel;
    QAction* preferences;
    // View
    QActionGroup* pages; ///< data: index of the page
    QActionGroup* charts; ///< data: ChartKind
    QAction* chartOrTable;
    QAction* details;
    QAction* errorBars;
    QAction* valueLabels;
    QAction* legend;
    QAction* logarithmic;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* resetZoom;
    QMenu* pinned; ///< filled when it opens
    QActionGroup* languages; ///< data: LanguageChoice
    QActionGroup* themes; ///< data: ThemeChoice
    QAction* restoreLayout;
    // Run
    QAction* run;
    QAction* cancel;
    QAction* resume;
    QAction* runAgain;
    QActionGroup* presets; ///< data: core::Preset
    QAction* noiseFloor;
    QAction* clearCache;
    // Help
    QAction* gettingStarted;
    QAction* shortcuts;
    QAction* numbers;
    QAction* method;
    QAction* guide;
    QAction* limits;
    QAction* firstStart;
    QAction* checkEnvironment;
    QAction* reportProblem;
    QAction* about;
    QAction* aboutQt;

private:
    using Name = std::function<QString()>;

    QAction* add(Name name, const QKeySequence& key = {}, const char* icon = nullptr);
    QAction* addToggle(Name name, const QKeySequence& key = {});
    QActionGroup* addGroup();
    QAction* addChoice(
        QActionGroup* group, Name name, int data, const QKeySequence& key = {}, const char* icon = nullptr);
    QMenu* addMenu(QMenu* parent, Name name);
    QMenu* addMenu(QMenuBar* parent, Name name);
    void makeFile();
    void makeEdit();
    void makeView();
    void makeRun();
    void makeHelp();
    void fillFile(QMenuBar* bar);
    void fillEdit(QMenuBar* bar);
    void fillView(QMenuBar* bar);
    void fillRun(QMenuBar* bar);
    void fillHelp(QMenuBar* bar);

    Texts m_texts;
};

} // namespace inferometer::ui
