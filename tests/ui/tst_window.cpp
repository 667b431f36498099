// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/pages/image_box.h"
#include "ui/pages/label_dialog.h"
#include "ui/pages/result_header.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
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

QPushButton* buttonNamed(const QWidget& page, const QString& text)
{
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
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
        ExportDialog exporting(*t.store, *t.language, t.window->resultsPage().view(), ChartKind::Improvement,
            t.window->resultsPage().charts().options(), t.window.get());
        exporting.show();
        QCOMPARE(namelessControls(exporting), QStringList());
        LabelDialog label({}, {}, t.window.get());
        label.show();
        QCOMPARE(namelessControls(label), QStringList());
    }

    void everythingCanBeReachedByTab()
    {
        test::WindowUnderTest t;
        openStudy(t);
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

    void aDamagedFileIsOpenedToBeReadOnly()
    {
        test::WindowUnderTest t;
        t.backend.problems = {"Line 3 is damaged and left out."};

        openStudy(t);

        QCOMPARE(t.window->resultsPage().view()->rowCount(), 180);
        QVERIFY(t.window->resultsPage().banner().isVisible());
        QVERIFY(t.window->resultsPage().findChild<ResultHeader*>()->findChild<QLineEdit*>()->isReadOnly());
        QVERIFY(!t.window->actions().resume->isEnabled());
    }

    void anImageCanBeDropped()
    {
        test::WindowUnderTest t;
        auto* box = t.window->benchmarkPage().findChild<ImageBox*>();
        QVERIFY(box);
        const QString path = t.folder.filePath(QStringLiteral("cat.png"));
        QVERIFY(QImage(8, 6, QImage::Format_RGB32).save(path));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});

        QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(box, &enter);
        QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(box, &drop);

        QVERIFY(enter.isAccepted());
        QCOMPARE(t.store->settings().image, path);
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

    void missingWeightsCanBeFetchedWithoutMeasuring()
    {
        test::WindowUnderTest t;
        auto& page = t.window->benchmarkPage();
        auto* button = buttonNamed(page, QStringLiteral("Download only"));
        QVERIFY(button);
        QVERIFY(!button->isEnabled()); // those of ResNet-50 are there
        t.store->change([](Settings& settings) {
            settings.models = {QStringLiteral("resnet"), QStringLiteral("vit")};
        });
        t.settle();
        QSignalSpy done(&t.window->controller(), &RunController::downloaded);

        QVERIFY(button->isEnabled());
        button->click();
        QVERIFY(t.window->controller().isRunning());
        QVERIFY(test::waitFor([&] { return !done.isEmpty(); }));
        t.settle();

        QCOMPARE(t.backend.downloaded, std::vector<std::string>{"vit"});
        QVERIFY(!button->isEnabled());
        QCOMPARE(t.backend.executed.load(), 0);
    }

    void aDownloadThatFailsSaysWhy()
    {
        test::WindowUnderTest t;
        t.backend.network = core::Error{core::ErrorCode::ModelNotFound, "No such host."};
        t.store->change([](Settings& settings) { settings.models = {QStringLiteral("vit")}; });
        t.settle();
        QSignalSpy failed(&t.window->controller(), &RunController::failed);

        buttonNamed(t.window->benchmarkPage(), QStringLiteral("Download only"))->click();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));

        QVERIFY(shownMessage());
        QCOMPARE(shownMessage()->informativeText(), QStringLiteral("No such host."));
        shownMessage()->close();
    }

    void whatCouldNotBeWrittenCanBeSavedElsewhere()
    {
        test::WindowUnderTest t;
        t.backend.script = test::firstRecord();
        t.backend.endFailure = core::Error{core::ErrorCode::StorageFailed, "No space is left."};
        QSignalSpy failed(&t.window->controller(), &RunController::failed);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));
        QVERIFY(shownMessage());

        press(shownMessage(), QMessageBox::AcceptRole);
        auto* dialog = t.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        const QString path = t.folder.filePath(QStringLiteral("kept.inferometer.jsonl"));
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");

        const auto kept = core::readRun(path.toStdString());
        QVERIFY(kept);
        QCOMPARE(kept->run.visits.size(), test::firstRecord()->visits.size());
        QVERIFY(kept->problems.empty());
    }

    void thePlanIsSavedForTheCommandLine()
    {
        test::WindowUnderTest t;
        t.window->actions().savePlan->trigger();
        auto* dialog = t.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        const QString path = t.folder.filePath(QStringLiteral("plan.json"));
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");

        const auto text = core::readFile(path.toStdString(), 1 << 20);
        QVERIFY(text);
        const auto plan = core::planFromText(*text);
        QVERIFY(plan);
        QCOMPARE(plan->visits.size(), std::size_t{1});
        QCOMPARE(plan->visits.front().variants.size(), std::size_t{4});
    }

    void theNoiseFloorIsMeasuredByOneButton()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::System);
        t.settle();
        QSignalSpy finished(&t.window->controller(), &RunController::finished);

        buttonNamed(t.window->systemPage(), QStringLiteral("Measure noise floor"))->click();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(t.backend.lastPlan.label, std::string("Noise floor"));
        QVERIFY(!t.backend.lastPlan.visits.empty());
    }

    void theCacheLimitReachesTheRuns()
    {
        test::WindowUnderTest t;

        t.store->change([](Settings& settings) { settings.cacheLimit_GiB = 7; });

        QCOMPARE(t.backend.cacheLimit_bytes, std::uint64_t{7} << 30);
    }

    void chartAndTableHaveContextMenus()
    {
        test::WindowUnderTest t;
        openStudy(t);
        for (QWidget* widget : {static_cast<QWidget*>(&t.window->resultsPage().charts().chart()),
                 static_cast<QWidget*>(&t.window->resultsPage().table())}) {
            QContextMenuEvent event(
                QContextMenuEvent::Keyboard, QPoint(5, 5), widget->mapToGlobal(QPoint(5, 5)));

            QApplication::sendEvent(widget, &event);

            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QVERIFY(menu->actions().size() >= 4);
            menu->close();
        }
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
