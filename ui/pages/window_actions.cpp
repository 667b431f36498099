// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/window_actions.h"

#include "ui/charts/chart_options.h"
#include "ui/settings/theme.h"
#include "ui/text/language.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace inferometer::ui {

namespace {

/// A name as it stands on a button: without its mnemonic.
QString plain(QString name)
{
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
    return name.remove(bracketed).remove(QLatin1Char('&'));
}

} // namespace

WindowActions::WindowActions(QObject* parent)
    : QObject(parent)
{
    makeFile();
    makeEdit();
    makeView();
    makeRun();
    makeHelp();
}

QAction* WindowActions::add(Name name, const QKeySequence& key, const char* icon)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    if (icon)
        action->setIcon(lineIcon(QString::fromLatin1(icon)));
    m_texts.bind([action, name] {
        action->setText(name());
        action->setIconText(plain(name()));
    });
    return action;
}

QAction* WindowActions::addToggle(Name name, const QKeySequence& key)
{
    auto* action = add(name, key);
    action->setCheckable(true);
    return action;
}

QActionGroup* WindowActions::addGroup()
{
    auto* group = new QActionGroup(this);
    group->setExclusive(true);
    return group;
}

QAction* WindowActions::addChoice(
    QActionGroup* group, Name name, int data, const QKeySequence& key, const char* icon)
{
    auto* action = add(name, key, icon);
    action->setCheckable(true);
    action->setData(data);
    group->addAction(action);
    return action;
}

QMenu* WindowActions::addMenu(QMenu* parent, Name name)
{
    auto* menu = parent->addMenu(QString());
    m_texts.bind([menu, name] { menu->setTitle(name()); });
    return menu;
}

QMenu* WindowActions::addMenu(QMenuBar* parent, Name name)
{
    auto* menu = parent->addMenu(QString());
    m_texts.bind([menu, name] { menu->setTitle(name()); });
    return menu;
}

void WindowActions::makeFile()
{
    newBenchmark = add([] { return Tr::tr("&New Benchmark"); }, QKeySequence::New, "gauge");
    open = add([] { return Tr::tr("&Open Results…"); }, QKeySequence::Open, "folder");
    openInNewWindow =
        add([] { return Tr::tr("Open in New &Window…"); }, QKeySequence(QStringLiteral("Ctrl+Shift+O")));
    showSample = add([] { return Tr::tr("Show Sa&mple"); });
    savePlan = add([] { return Tr::tr("Save &Plan…"); });
    saveAs = add([] { return Tr::tr("Save Results &As…"); }, QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    exportChart =
        add([] { return Tr::tr("&Chart…", "export"); }, QKeySequence(QStringLiteral("Ctrl+E")), "export");
    exportAll =
        add([] { return Tr::tr("A&ll Charts…", "export"); }, QKeySequence(QStringLiteral("Ctrl+Alt+E")));
    exportCsv = add([] { return Tr::tr("C&SV…", "export"); });
    exportJson = add([] { return Tr::tr("&JSON…", "export"); });
    exportJsonLines = add([] { return Tr::tr("JSON &Lines…", "export"); });
    exportMarkdown = add([] { return Tr::tr("&Markdown…", "export"); });
    reportHtml = add([] { return Tr::tr("&HTML…", "report"); });
    reportMarkdown = add([] { return Tr::tr("&Markdown with Pictures…", "report"); });
    reportPdf = add([] { return Tr::tr("&PDF…", "report"); });
    close = add([] { return Tr::tr("&Close"); }, QKeySequence::Close);
    quit = add([] { return Tr::tr("&Quit Inferometer"); }, QKeySequence(QStringLiteral("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeEdit()
{
    copy = add([] { return Tr::tr("&Copy"); }, QKeySequence::Copy, "copy");
    copyChart =
        add([] { return Tr::tr("Copy C&hart Image"); }, QKeySequence(QStringLiteral("Ctrl+Shift+C")), "copy");
    copyMarkdown = add([] { return Tr::tr("Copy as &Markdown Table"); });
    copyPython = add([] { return Tr::tr("Copy as P&ython"); });
    copyEnvironment = add([] { return Tr::tr("Copy &Environment Info"); });
    copyCommandLine = add([] { return Tr::tr("Copy Command &Line"); });
    findModel = add([] { return Tr::tr("&Find Model…"); }, QKeySequence::Find, "search");
    preferences = add([] { return Tr::tr("&Preferences…"); }, QKeySequence(QStringLiteral("Ctrl+,")));
    preferences->setMenuRole(QAction::PreferencesRole);
}

void WindowActions::makeView()
{
    pages = addGroup();
    addChoice(
        pages, [] { return Tr::tr("&Benchmark", "page"); }, 0, QKeySequence(QStringLiteral("Ctrl+1")),
        "gauge");
    addChoice(
        pages, [] { return Tr::tr("&Results", "page"); }, 1, QKeySequence(QStringLiteral("Ctrl+2")), "bars");
    addChoice(
        pages, [] { return Tr::tr("&History", "page"); }, 2, QKeySequence(QStringLiteral("Ctrl+3")), "clock");
    addChoice(
        pages, [] { return Tr::tr("&System", "page"); }, 3, QKeySequence(QStringLiteral("Ctrl+4")), "chip");
    addChoice(
        pages, [] { return Tr::tr("Co&mpare", "page"); }, 4, QKeySequence(QStringLiteral("Ctrl+5")), "panel");
    charts = addGroup();
    for (const auto& kind : core::Words<ChartKind>::all) // tabs and entries are found by its number
        addChoice(
            charts, [&kind] { return chartKindName(kind.value); }, static_cast<int>(kind.value));
    chartOrTable =
        addToggle([] { return Tr::tr("Show Only the &Table"); }, QKeySequence(QStringLiteral("Ctrl+T")));
    chartOrTable->setIcon(lineIcon(QStringLiteral("table")));
    details = addToggle([] { return Tr::tr("Show &Details"); }, QKeySequence(QStringLiteral("Ctrl+I")));
    details->setIcon(lineIcon(QStringLiteral("panel")));
    errorBars = addToggle([] { return Tr::tr("&Error Bars"); });
    valueLabels = addToggle([] { return Tr::tr("&Value Labels"); });
    legend = addToggle([] { return Tr::tr("Le&gend"); });
    logarithmic = addToggle([] { return Tr::tr("&Logarithmic Axis"); });
    zoomIn = add([] { return Tr::tr("Zoom &In"); }, QKeySequence::ZoomIn);
    zoomOut = add([] { return Tr::tr("Zoom &Out"); }, QKeySequence::ZoomOut);
    resetZoom =
        add([] { return Tr::tr("Reset &Zoom"); }, QKeySequence(QStringLiteral("Ctrl+0")), "zoom-reset");
    languages = addGroup();
    addChoice(
        languages, [] { return Tr::tr("&System Default", "language"); },
        static_cast<int>(LanguageChoice::System));
    for (const auto& language : spokenLanguages())
        addChoice(
            languages, [&language] { return QString::fromUtf8(language.name); },
            static_cast<int>(language.choice));
    themes = addGroup();
    addChoice(
        themes, [] { return Tr::tr("&System", "theme"); }, static_cast<int>(ThemeChoice::System));
    addChoice(
        themes, [] { return Tr::tr("&Light", "theme"); }, static_cast<int>(ThemeChoice::Light));
    addChoice(
        themes, [] { return Tr::tr("&Dark", "theme"); }, static_cast<int>(ThemeChoice::Dark));
    restoreLayout = add([] { return Tr::tr("Restore Default La&yout"); });
}

void WindowActions::makeRun()
{
    run = add([] { return Tr::tr("&Run"); }, QKeySequence(QStringLiteral("Ctrl+R")));
    run->setShortcuts({QKeySequence(QStringLiteral("Ctrl+R")), QKeySequence(Qt::Key_F5)});
    run->setIcon(accentIcon(QStringLiteral("play")));
    cancel = add([] { return Tr::tr("&Cancel Run"); }, QKeySequence(Qt::Key_Escape), "stop");
    resume = add([] { return Tr::tr("Resume R&un"); }, {}, "resume");
    runAgain = add([] { return Tr::tr("Run Selected Row &Again"); });
    presets = addGroup();
    addChoice(
        presets, [] { return presetName(core::Preset::Quick); }, static_cast<int>(core::Preset::Quick));
    addChoice(
        presets, [] { return presetName(core::Preset::Standard); }, static_cast<int>(core::Preset::Standard));
    addChoice(
        presets, [] { return presetName(core::Preset::Guide); }, static_cast<int>(core::Preset::Guide));
    addChoice(
        presets, [] { return presetName(core::Preset::Custom); }, static_cast<int>(core::Preset::Custom));
    noiseFloor = add([] { return Tr::tr("Measure Noise &Floor"); });
    clearCache = add([] { return Tr::tr("Clear Compile Cac&he…"); });
}

void WindowActions::makeHelp()
{
    gettingStarted = add([] { return Tr::tr("&Getting Started"); }, QKeySequence::HelpContents);
    shortcuts = add([] { return Tr::tr("&Keyboard Shortcuts"); });
    numbers = add([] { return Tr::tr("What Do the &Numbers Mean?"); });
    method = add([] { return Tr::tr("How Is It &Measured?"); });
    guide = add([] { return Tr::tr("Why Does It &Differ from the Guide?"); });
    limits = add([] { return Tr::tr("&What Is Not Measured?"); });
    firstStart = add([] { return Tr::tr("Set &Up…"); });
    checkEnvironment = add([] { return Tr::tr("Check &Environment"); });
    reportProblem = add([] { return Tr::tr("&Report a Problem"); });
    about = add([] { return Tr::tr("&About Inferometer"); });
    about->setMenuRole(QAction::AboutRole);
    aboutQt = add([] { return Tr::tr("About &Qt"); });
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void WindowActions::fill(QMenuBar* bar)
{
    fillFile(bar);
    fillEdit(bar);
    fillView(bar);
    fillRun(bar);
    fillHelp(bar);
}

void WindowActions::fillFile(QMenuBar* bar)
{
    auto* menu = addMenu(bar, [] { return Tr::tr("&File"); });
    menu->addActions({newBenchmark, open, openInNewWindow});
    recent = addMenu(menu, [] { return Tr::tr("Open &Recent"); });
    menu->addAction(showSample);
    menu->addSeparator();
    menu->addActions({saveAs, savePlan});
    auto* exports = addMenu(menu, [] { return Tr::tr("&Export"); });
    exports->addActions({exportChart, exportAll});
    exports->addSeparator();
    exports->addActions({exportCsv, exportJson, exportJsonLines, exportMarkdown});
    addMenu(menu, [] { return Tr::tr("Re&port"); })->addActions({reportHtml, reportMarkdown, reportPdf});
    menu->addSeparator();
    menu->addActions({close, quit});
}

void WindowActions::fillEdit(QMenuBar* bar)
{
    auto* menu = addMenu(bar, [] { return Tr::tr("&Edit"); });
    menu->addActions({copy, copyChart, copyMarkdown, copyPython});
    guideTables = addMenu(menu, [] { return Tr::tr("Copy &Table of the Guide's Kind"); });
    menu->addActions({copyEnvironment, copyCommandLine});
    menu->addSeparator();
    menu->addAction(findModel);
    menu->addSeparator();
    menu->addAction(preferences);
}

void WindowActions::fillView(QMenuBar* bar)
{
    auto* menu = addMenu(bar, [] { return Tr::tr("&View"); });
    menu->addActions(pages->actions());
    menu->addSeparator();
    addMenu(menu, [] { return Tr::tr("&Chart"); })->addActions(charts->actions());
    pinned = addMenu(menu, [] { return Tr::tr("&Pinned Baseline"); });
    pinned->menuAction()->setIcon(lineIcon(QStringLiteral("pin")));
    menu->addActions({chartOrTable, details});
    menu->addSeparator();
    menu->addActions({errorBars, valueLabels, legend, logarithmic});
    menu->addActions({zoomIn, zoomOut, resetZoom});
    menu->addSeparator();
    addMenu(menu, [] { return Tr::tr("La&nguage"); })->addActions(languages->actions());
    addMenu(menu, [] { return Tr::tr("The&me"); })->addActions(themes->actions());
    menu->addSeparator();
    menu->addAction(restoreLayout);
}

void WindowActions::fillRun(QMenuBar* bar)
{
    auto* menu = addMenu(bar, [] { return Tr::tr("&Run", "menu"); });
    menu->addActions({run, cancel, resume, runAgain});
    menu->addSeparator();
    addMenu(menu, [] { return Tr::tr("&Presets"); })->addActions(presets->actions());
    menu->addSeparator();
    menu->addActions({noiseFloor, clearCache});
}

void WindowActions::fillHelp(QMenuBar* bar)
{
    auto* menu = addMenu(bar, [] { return Tr::tr("&Help"); });
    menu->addActions({gettingStarted, shortcuts});
    menu->addSeparator();
    menu->addActions({numbers, method, guide, limits});
    menu->addSeparator();
    menu->addActions({firstStart, checkEnvironment, reportProblem});
    menu->addSeparator();
    menu->addActions({about, aboutQt});
}

} // namespace inferometer::ui
