// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_theme.h"
#include "ui/charts/chart_view.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/help_dialog.h"
#include "ui/pages/label_dialog.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"
#include "ui/settings/preferences_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

QString textOf(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->text();
    return {};
}

/// Texts that are the same in both languages: numbers, names, units.
bool isNeutral(QString text)
{
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}"));
    static const QStringList names{QStringLiteral("Python"), QStringLiteral("bfloat16"),
        QStringLiteral("float32"), QStringLiteral("float16"), QStringLiteral("reduce-overhead"),
        QStringLiteral("max-autotune-no-cudagraphs"), QStringLiteral("max-autotune"),
        QStringLiteral("English"), QStringLiteral("Inferometer"), QStringLiteral("Intel Xeon Platinum 8481C"),
        QStringLiteral("H100 80GB HBM3"), QStringLiteral("CPU"), QStringLiteral("GPU"), QStringLiteral("GiB"),
        QStringLiteral("default")};
    for (const auto& name : names)
        text.remove(name);
    return !words.match(text).hasMatch();
}

/// What can be operated, without the parts that such things are made of.
bool isControl(QWidget* widget)
{
    const auto* parent = widget->parentWidget();
    const bool isInner = qobject_cast<const QAbstractItemView*>(parent)
        || qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QTabBar*>(parent)
        || qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)
        || widget->objectName().startsWith(QLatin1String("qt_"));
    return !isInner
        && (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
            || qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)
            || qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QTabBar*>(widget)
            || qobject_cast<QPlainTextEdit*>(widget) || widget->inherits("QCustomPlot"));
}

QStringList namelessControls(const QWidget& root)
{
    QStringList found;
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (!isControl(widget) || !widget->isVisible())
            continue;
        auto* face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            found << QStringLiteral("%1 '%2'").arg(widget->metaObject()->className(), widget->objectName());
    }
    return found;
}

QCheckBox* checkBoxNamed(const QWidget& widget, const QString& text)
{
    for (auto* box : widget.findChildren<QCheckBox*>()) {
        if (box->text().remove(QLatin1Char('&')) == text)
            return box;
    }
    return nullptr;
}

} // namespace

/// The whole window on a machine made of whole cloth.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void switchingTheLanguageChangesEveryVisibleText()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        test::openStudy(t);
        for (const auto page :
            {PageId::Benchmark, PageId::Results, PageId::History, PageId::System, PageId::Compare}) {
            t.window->showPage(page);
            t.settle();
            QHash<QWidget*, QString> before;
            for (auto* widget : t.window->findChildren<QWidget*>()) {
                if (widget->isVisible() && !isNeutral(textOf(widget)))
                    before.insert(widget, textOf(widget));
            }

            t.store->change([](Settings& settings) { settings.language = LanguageChoice::Japanese; });
            t.settle();

            for (auto* widget : t.window->findChildren<QWidget*>()) {
                if (before.contains(widget) && widget->isVisible() && textOf(widget) == before[widget])
                    QFAIL(qPrintable(QStringLiteral("still English: ") + before[widget]));
            }
            t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        }
    }

    void menusAndTabsFollowTheLanguage()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        test::openStudy(t);
        const auto actions = t.window->actions().findChildren<QAction*>();
        QVERIFY(actions.size() > 50);
        QStringList english;
        for (const auto* action : actions)
            english << action->text();

        t.store->change([](Settings& settings) { settings.language = LanguageChoice::Japanese; });
        t.settle();

        for (qsizetype i = 0; i < actions.size(); ++i)
            QVERIFY2(isNeutral(english[i]) || actions[i]->text() != english[i], qPrintable(english[i]));
        QCOMPARE(t.window->resultsPage().charts().chart().chart().index(), std::size_t{0});
        QVERIFY(std::get<BarChart>(t.window->resultsPage().charts().chart().chart())
                    .text.title.contains(QStringLiteral("バッチサイズ")));
    }

    void everyVisibleControlHasAName()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        for (const auto page :
            {PageId::Benchmark, PageId::Results, PageId::History, PageId::System, PageId::Compare}) {
            t.window->showPage(page);
            t.settle();
            QCOMPARE(namelessControls(*t.window), QStringList());
        }
        PreferencesDialog preferences(*t.store, t.backend, t.window.get());
        preferences.show();
        auto* tabs = preferences.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QCOMPARE(namelessControls(preferences), QStringList());
        }
        const auto& chart = t.window->resultsPage().charts().chart().chart();
        ExportDialog exporting(
            *t.store, *t.language, [&chart] { return chart; }, t.window.get());
        exporting.show();
        QCOMPARE(namelessControls(exporting), QStringList());
        LabelDialog label({}, {}, t.window.get());
        label.show();
        QCOMPARE(namelessControls(label), QStringList());
    }

    void everythingCanBeReachedByTab()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        t.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
        for (const auto page :
            {PageId::Benchmark, PageId::Results, PageId::History, PageId::System, PageId::Compare}) {
            t.window->showPage(page);
            t.settle();
            QSet<QWidget*> reached;
            for (int i = 0; i < 120; ++i) {
                QTest::keyClick(t.window.get(), Qt::Key_Tab);
                reached << QApplication::focusWidget();
            }

            for (auto* widget : t.window->findChildren<QWidget*>()) {
                const auto* radio = qobject_cast<QRadioButton*>(widget); // arrows go on from the checked one
                const bool isWanted = isControl(widget) && widget->isVisible() && widget->isEnabled()
                    && (widget->focusPolicy() & Qt::TabFocus) != 0 && (!radio || radio->isChecked());
                QVERIFY2(!isWanted || reached.contains(widget),
                    qPrintable(QStringLiteral("%1 '%2' on page %3")
                                   .arg(widget->metaObject()->className(), textOf(widget))
                                   .arg(static_cast<int>(page))));
            }
        }
    }

    void copyingTakesWhatThePageShows()
    {
        test::WindowUnderTest t;
        auto* clipboard = QGuiApplication::clipboard();
        t.window->showPage(PageId::System);
        QVERIFY(test::waitFor([&] { return t.window->systemPage().isExamined(); }));
        t.window->actions().copy->trigger();
        QCOMPARE(clipboard->text(), t.window->systemPage().markdown());

        t.window->comparePage().compare({t.backend.runs[2].file, t.backend.runs[1].file});
        t.window->showPage(PageId::Compare);
        t.settle();
        t.window->actions().copy->trigger();
        QVERIFY(clipboard->text().contains(QStringLiteral("\n| ")));

        test::openStudy(t);
        t.window->actions().copy->trigger();
        QVERIFY(clipboard->text().contains(QStringLiteral("Intel Xeon Platinum 8481C")));
    }

    void everyQuestionOfTheHelpMenuIsAnsweredInBothLanguages()
    {
        test::WindowUnderTest t;
        QSet<QString> answers;
        for (const auto language : {LanguageChoice::English, LanguageChoice::Japanese}) {
            t.store->change([&](Settings& settings) { settings.language = language; });
            t.settle();
            const auto& a = t.window->actions();
            for (auto* action : {a.gettingStarted, a.numbers, a.method, a.guide, a.limits}) {
                action->trigger();
                auto* dialog = t.window->findChild<HelpDialog*>();
                QVERIFY(dialog);
                const auto text = dialog->findChild<QTextBrowser*>()->toPlainText();
                QVERIFY2(text.size() > 60, qPrintable(action->text()));
                answers << dialog->windowTitle() + text;
                delete dialog;
            }
        }

        QCOMPARE(answers.size(), 2 * 5);
    }

    void theLastSetUpAndPlaceComeBackAfterARestart()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) {
            settings.models = {QStringLiteral("vit"), QStringLiteral("beit")};
            settings.batches = {QStringLiteral("1"), QStringLiteral("8")};
            settings.startPage = StartPage::Last;
        });
        t.window->resize(1011, 707);
        t.window->showPage(PageId::History);
        t.window->close();

        t.reopen();

        QCOMPARE(t.window->page(), PageId::History);
        QCOMPARE(t.window->size(), QSize(1011, 707));
        QCOMPARE(t.window->benchmarkPage().measurementCount(), 0);
        t.window->showPage(PageId::Benchmark);
        t.settle();
        QCOMPARE(t.window->benchmarkPage().measurementCount(), 2 * 2 * 4);
    }

    void aRunFileCanBeDropped()
    {
        test::WindowUnderTest t;
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(test::studyFile.string()))});

        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(t.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(t.window.get(), &drop);
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));

        QCOMPARE(t.window->resultsPage().view()->rowCount(), 180);
    }

    void aFileThatIsNoRunIsAMessageThatCanBeSelected()
    {
        test::WindowUnderTest t;

        t.window->openRun("/tmp/holiday.jsonl");
        t.settle();

        auto* box = test::shownMessage();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(QStringLiteral("holiday")));
        QVERIFY(box->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        box->close();
    }

    void preferencesTakeEffectAtOnceAndCanBeTakenBack()
    {
        test::WindowUnderTest t;
        const Settings before = t.store->settings();
        auto* dialog = new PreferencesDialog(*t.store, t.backend, t.window.get());
        dialog->show();
        auto* hatch = checkBoxNamed(*dialog, QStringLiteral("Hatch compiled bars"));
        QVERIFY(hatch);

        hatch->click();
        QVERIFY(t.store->settings().hasHatch != before.hasHatch);
        QTest::keyClick(dialog, Qt::Key_Escape);

        QVERIFY(!dialog->isVisible());
        QCOMPARE(t.store->settings().hasHatch, before.hasHatch);
    }

    void preferencesCanBeReset()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) {
            settings.hasHatch = false;
            settings.models = {QStringLiteral("vit")};
        });
        PreferencesDialog dialog(*t.store, t.backend, t.window.get());
        dialog.show();

        dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();

        QVERIFY(t.store->settings().hasHatch);
        QCOMPARE(t.store->settings().models, QStringList{QStringLiteral("vit")});
    }

    void runsUseProcessesWhereThereIsNoEngine()
    {
        test::WindowUnderTest t;
        t.backend.hasEngine = false;
        t.store->change([](Settings& settings) { settings.runsInProcess = true; });
        t.settle();
        PreferencesDialog dialog(*t.store, t.backend, t.window.get());

        auto* box = checkBoxNamed(dialog, QStringLiteral("Run inside the window's process"));
        QVERIFY(box && !box->isEnabled());
        QVERIFY(box->accessibleDescription().contains(QStringLiteral("not found")));
        QVERIFY(t.window->benchmarkPage().plan() && !t.window->benchmarkPage().plan()->inProcess);
        t.window->actions().copyCommandLine->trigger();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("--in-process")));

        t.backend.hasEngine = true;
        t.store->change([](Settings& settings) { settings.preset = core::Preset::Guide; });
        t.settle();
        QVERIFY(t.window->benchmarkPage().plan()->inProcess);
        t.store->change([](Settings& settings) {
            settings.allocator = QStringLiteral("default");
            settings.devices = {QStringLiteral("cpu")};
        });
        t.settle();
        QVERIFY(!t.window->benchmarkPage().plan());
        QVERIFY(
            test::says(t.window->benchmarkPage(), QStringLiteral("each variant needs a process of its own")));
    }

    void aRunIsOpenedByKey()
    {
        test::WindowUnderTest t;
        t.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(t.window.get()));

        QTest::keyClick(t.window.get(), Qt::Key_O, Qt::ControlModifier);

        auto* dialog = t.window->findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptOpen);
        dialog->close();
    }

    void legendAndAxisAreSwitchedByTheMenu()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        const auto chart = [&] {
            return std::get<BarChart>(t.window->resultsPage().charts().chart().chart());
        };
        QVERIFY(chart().hasLegend && !chart().isLogarithmic);

        t.window->actions().legend->trigger();
        t.window->actions().logarithmic->trigger();

        QVERIFY(!chart().hasLegend && chart().isLogarithmic);
        QVERIFY(!t.store->settings().hasLegend && t.store->settings().isLogarithmic);
    }

    void theCacheLimitReachesTheRuns()
    {
        test::WindowUnderTest t;

        t.store->change([](Settings& settings) { settings.cacheLimit_GiB = 7; });

        QCOMPARE(t.backend.cacheLimit_bytes, std::uint64_t{7} << 30);
    }
};

int tst_window(int argc, char* argv[])
{
    return test::runTest<WindowTest>(argc, argv);
}

#include "tst_window.moc"
