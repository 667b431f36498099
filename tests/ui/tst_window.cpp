// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/history_page.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"
#include "ui/settings/preferences_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

const std::filesystem::path study = "/history/20260301T123456Z-k3x9.inferometer.jsonl";

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

void openStudy(test::WindowUnderTest& t)
{
    QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
    t.window->openRun(study);
    QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));
}

QMessageBox* shownMessage()
{
    QMessageBox* found = nullptr;
    for (auto* widget : QApplication::topLevelWidgets()) {
        if (auto* box = qobject_cast<QMessageBox*>(widget); box && box->isVisible())
            found = box;
    }
    return found;
}

void press(QMessageBox* box, QMessageBox::ButtonRole role)
{
    for (auto* button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
}

} // namespace

/// The whole window on a machine made of whole cloth.
class WindowTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstChoiceIsReadyToRun()
    {
        test::WindowUnderTest t;

        QCOMPARE(t.window->page(), PageId::Benchmark);
        QCOMPARE(t.window->benchmarkPage().measurementCount(), 4);
        QVERIFY(t.window->actions().run->isEnabled());
    }

    void aRunFillsTheResultsAndIsKept()
    {
        test::WindowUnderTest t;
        t.backend.script = test::firstRecord();
        QSignalSpy finished(&t.window->controller(), &RunController::finished);

        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(t.window->page(), PageId::Results);
        QCOMPARE(t.window->resultsPage().view()->rowCount(), 4);
        QVERIFY(!t.store->settings().recentFiles.isEmpty());
        QVERIFY(t.window->windowTitle().contains(QStringLiteral("20260302T080000Z-a1b2")));
    }

    void nothingChosenSaysWhatIsMissingAndCannotRun()
    {
        test::WindowUnderTest t;

        t.store->change([](Settings& settings) { settings.models.clear(); });
        t.settle();

        QVERIFY(!t.window->actions().run->isEnabled());
        QVERIFY(!t.window->benchmarkPage().whyNot().isEmpty());
    }

    void switchingTheLanguageChangesEveryVisibleText()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        openStudy(t);
        for (const auto page : {PageId::Benchmark, PageId::Results, PageId::History, PageId::System}) {
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
        openStudy(t);
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
        openStudy(t);
        for (const auto page : {PageId::Benchmark, PageId::Results, PageId::History, PageId::System}) {
            t.window->showPage(page);
            t.settle();
            for (auto* widget : t.window->findChildren<QWidget*>()) {
                const bool isControl = qobject_cast<QAbstractButton*>(widget)
                    || qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget)
                    || qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QTabBar*>(widget);
                const bool isInner = qobject_cast<QAbstractItemView*>(widget->parentWidget())
                    || qobject_cast<QLineEdit*>(widget->parentWidget())
                    || qobject_cast<QTabBar*>(widget->parentWidget())
                    || widget->objectName().startsWith(QLatin1String("qt_"));
                if (!isControl || isInner || !widget->isVisible())
                    continue;
                auto* face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY(face);
                QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                    qPrintable(QStringLiteral("%1 %2 on page %3")
                                   .arg(widget->metaObject()->className(), widget->objectName())
                                   .arg(static_cast<int>(page))));
            }
        }
    }

    void everythingCanBeReachedByTab()
    {
        test::WindowUnderTest t;
        t.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
        QSet<QWidget*> reached;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(t.window.get(), Qt::Key_Tab);
            reached << QApplication::focusWidget();
        }

        for (auto* button : t.window->benchmarkPage().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->isEnabled())
                QVERIFY2(reached.contains(button), qPrintable(button->text()));
        }
    }

    void chartAndTableFollowEachOther()
    {
        test::WindowUnderTest t;
        openStudy(t);
        auto& page = t.window->resultsPage();

        page.table().selectRow(5);
        QCOMPARE(page.currentRow(), page.table().currentRow());
        page.chooseRow(7);

        QCOMPARE(page.table().currentRow(), 7);
    }

    void aCopiedTableHasItsConditions()
    {
        test::WindowUnderTest t;
        openStudy(t);

        t.window->actions().copyMarkdown->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Intel Xeon Platinum 8481C")));
        t.window->actions().copyChart->trigger();

        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void emptyPagesSayWhatToDoNext()
    {
        test::WindowUnderTest t;
        t.backend.runs.clear();
        t.window->showPage(PageId::Results);
        int buttons = 0;
        for (auto* button : t.window->resultsPage().findChildren<QPushButton*>())
            buttons += button->isVisible();
        QCOMPARE(buttons, 3);

        t.window->showPage(PageId::History);
        t.settle();
        buttons = 0;
        for (auto* button : t.window->historyPage().findChildren<QPushButton*>())
            buttons += button->isVisible();
        QCOMPARE(buttons, 1);
    }

    void theSampleIsMarked()
    {
        test::WindowUnderTest t;
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
        t.window->showPage(PageId::Results);

        emit t.window->resultsPage().sampleRequested();
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));

        QVERIFY(!std::get<BarChart>(t.window->resultsPage().charts().chart().chart()).text.mark.isEmpty());
        QVERIFY(t.store->settings().recentFiles.isEmpty());
    }

    void aFileThatIsNoRunIsAMessageThatCanBeSelected()
    {
        test::WindowUnderTest t;

        t.window->openRun("/tmp/holiday.jsonl");
        t.settle();

        auto* box = shownMessage();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(QStringLiteral("holiday")));
        QVERIFY(box->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        box->close();
    }

    void aRunThatCannotBeginIsAMessage()
    {
        test::WindowUnderTest t;
        t.backend.startFailure =
            core::Error{core::ErrorCode::EnvironmentMissing, "There is no Python environment."};
        QSignalSpy failed(&t.window->controller(), &RunController::failed);

        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));

        QVERIFY(shownMessage());
        QVERIFY(t.window->actions().run->isEnabled());
        shownMessage()->close();
    }

    void closingWhileRunningAsksAndCanGoOn()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.window->controller().view() != nullptr; }));

        t.window->close();
        QVERIFY(t.window->isVisible());
        auto* box = shownMessage();
        QVERIFY(box);
        press(box, QMessageBox::RejectRole);
        QVERIFY(t.window->controller().isRunning());

        t.window->close();
        press(shownMessage(), QMessageBox::DestructiveRole);
        QVERIFY(test::waitFor([&] { return !t.window->isVisible(); }));
        QVERIFY(!t.window->controller().isRunning());
    }

    void cancellingKeepsTheRunAndOffersToResume()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 2;
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] {
            return t.window->controller().view()
                && t.window->controller().view()->record().visits.size() == 2;
        }));

        t.window->actions().cancel->trigger();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(t.window->resultsPage().view()->record().ending, core::Ending::Cancelled);
        QVERIFY(t.window->actions().resume->isEnabled());
        t.backend.allowedVisits = 1 << 20;
        t.window->actions().resume->trigger();
        QVERIFY(test::waitFor([&] { return finished.count() == 2; }));
        QVERIFY(!t.window->actions().resume->isEnabled());
    }

    void runsAreRenamedDeletedAndBroughtBack()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();
        QCOMPARE(page.runCount(), 3);

        page.table().setFocus();
        QTest::keyClick(&page.table(), Qt::Key_Delete);
        t.settle();
        QCOMPARE(page.runCount(), 2);
        for (auto* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("Undo")))
                button->click();
        }
        t.settle();

        QCOMPARE(page.runCount(), 3);
    }

    void theMachineIsDescribedInWords()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::System);
        QVERIFY(test::waitFor([&] { return t.window->systemPage().isExamined(); }));

        const QString text = t.window->systemPage().markdown();

        QCOMPARE(text.count(QLatin1Char('\n')), static_cast<qsizetype>(t.backend.checks.size()) + 1);
        QVERIFY(!text.contains(QStringLiteral("/home/user")));
    }

    void themesChangeColoursOfWindowAndChart()
    {
        test::WindowUnderTest t;
        openStudy(t);
        t.store->change([](Settings& settings) { settings.theme = ThemeChoice::Light; });
        const QColor light = t.window->palette().color(QPalette::Window);

        t.store->change([](Settings& settings) { settings.theme = ThemeChoice::Dark; });

        QVERIFY(t.window->palette().color(QPalette::Window).lightness() < light.lightness());
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
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(study.string()))});

        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(t.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(t.window.get(), &drop);
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));

        QCOMPARE(t.window->resultsPage().view()->rowCount(), 180);
    }

    void preferencesTakeEffectAtOnceAndCanBeTakenBack()
    {
        test::WindowUnderTest t;
        PreferencesDialog dialog(*t.store, t.backend, t.window.get());
        dialog.show();
        const Settings before = t.store->settings();

        t.store->change([](Settings& settings) { settings.hasHatch = false; });
        dialog.reject();
        QVERIFY(!t.store->settings().hasHatch);
        t.store->reset();

        QCOMPARE(t.store->settings().hasHatch, before.hasHatch);
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
