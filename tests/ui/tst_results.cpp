// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/models/result_columns.h"
#include "ui/models/run_view.h"
#include "ui/pages/advice_panel.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/details_panel.h"
#include "ui/pages/result_header.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

QString textOf(const QWidget& widget)
{
    QStringList texts;
    for (const auto* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

/// A run that was opened.
class ResultsTest : public QObject {
    Q_OBJECT

private slots:
    void chartAndTableFollowEachOther()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& page = t.window->resultsPage();

        auto& view = page.charts().chart();
        const auto& chart = std::get<BarChart>(view.chart());
        const int drawn = chart.panels.front().series[1].cells[3].row;

        page.table().selectRow(5);
        QCOMPARE(page.currentRow(), page.table().currentRow());
        page.chooseRow(drawn);
        QCOMPARE(page.table().currentRow(), drawn);
        const QRect place = view.currentPlace();
        QVERIFY(place.isValid());

        auto* plot = test::widgetNamed<QWidget>(view, chart.text.title);
        QVERIFY(plot);
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Right);
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(page.table().currentRow(), chart.panels.front().series[2].cells[3].row);
        QVERIFY(view.currentPlace().top() > place.top());
    }

    void anotherRunOpensWithNoBarChosen()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& page = t.window->resultsPage();
        page.chooseRow(1);
        QVERIFY(page.charts().chart().currentPlace().isValid());
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);

        t.window->openRun(t.backend.runs[1].file); // ResNet-50 alone
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));

        page.charts().chart().redraw(); // a bar has its place once it is drawn
        QCOMPARE(page.currentRow(), -1);
        QVERIFY(!page.charts().chart().currentPlace().isValid());
    }

    void aLabelThatIsBeingTypedBelongsToItsRun()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto* label =
            test::widgetNamed<QLineEdit>(t.window->resultsPage(), QStringLiteral("Label of the run"));
        t.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
        label->setFocus();
        label->selectAll();
        QTest::keyClicks(label, QStringLiteral("Before the update"));
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);

        const auto other = t.backend.runs[1].file;
        t.window->openRun(other);
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));
        QCOMPARE(label->text().toStdString(), t.backend.files[other]->label);
        label->clearFocus();
        t.settle();

        QCOMPARE(t.backend.labels.size(), std::size_t{1});
        QCOMPARE(t.backend.labels[test::studyFile], std::string("Before the update"));
        QCOMPARE(t.window->resultsPage().view()->record().id, t.backend.files[other]->id);
    }

    void theEngineOfTheBatchComparisonIsChosen()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& panel = t.window->resultsPage().charts();
        auto* engine = test::widgetNamed<QComboBox>(panel, QStringLiteral("Engine"));
        QVERIFY(engine && !engine->isVisible());
        panel.setKind(ChartKind::Batch);
        QVERIFY(engine->isVisible());

        engine->setCurrentIndex(1);
        emit engine->activated(1);

        QCOMPARE(panel.options().engine, core::Engine::Python);
        QVERIFY(std::get<BarChart>(panel.chart().chart()).text.subtitle.startsWith(QStringLiteral("Python")));
    }

    void conditionsHaveNamesAndAWrongOutputIsSaid()
    {
        test::WindowUnderTest t;
        auto run = *test::firstRecord();
        run.visits.front().conditions.versions["tf32_matmul"] = "on";
        run.visits.front().rows[1].result.after->isPassed = false;
        run.visits.front().rows[1].result.counters["graph_breaks"] = 2;
        t.backend.files[test::studyFile] = std::make_shared<const core::RunRecord>(run);
        test::openStudy(t);

        t.window->resultsPage().chooseRow(1);

        const QString shown = textOf(*t.window->resultsPage().findChild<DetailsPanel*>());
        QVERIFY2(shown.contains(QStringLiteral("TF32 for matrix products")), qPrintable(shown));
        QVERIFY(!shown.contains(QStringLiteral("tf32_matmul"))
            && !shown.contains(QStringLiteral("graph_breaks")));
        QVERIFY(
            shown.contains(QStringLiteral("wrong output")) && !shown.contains(QStringLiteral("verified")));
    }

    void aCopiedTableHasItsConditions()
    {
        test::WindowUnderTest t;
        test::openStudy(t);

        t.window->actions().copyMarkdown->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Intel Xeon Platinum 8481C")));
        t.window->actions().copyChart->trigger();

        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void aRowIsCopiedAsPython()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& page = t.window->resultsPage();
        page.chooseRow(1);
        const auto& row = page.view()->row(1);
        QVERIFY(row.variant().isCompiled());

        t.window->actions().copyPython->trigger();

        const QString script = QGuiApplication::clipboard()->text();
        QVERIFY(script.contains(QStringLiteral("torch.compile(")));
        QVERIFY2(
            script.contains(QString::fromStdString(row.workload().model)), qPrintable(script.left(2000)));
        QVERIFY(script.contains(QString::fromUtf8(core::toWord(row.variant().mode).data())));
    }

    void theDetailsSayWhatWasNotReachedAndWhatAPercentileNeeds()
    {
        test::WindowUnderTest t;
        auto record = *test::firstRecord();
        record.visits[0].stoppedBecause = "time-limit";
        record.visits[0].rows[0].result.notReached = {{"samples-not-reached", {"100", "300"}}};
        record.visits[0].rows[1].result.stoppedBecause = "criteria-met"; // of its own runner
        record.visits[0].notReached = {{"rounds-not-reached", {}}}; // as older files have it
        t.backend.files[test::studyFile] = std::make_shared<core::RunRecord>(record);
        test::openStudy(t);
        auto& page = t.window->resultsPage();
        auto* details = page.findChild<DetailsPanel*>();

        page.chooseRow(0);

        QCOMPARE(page.view()->row(0).conclusions()->n, 100);
        QVERIFY(test::waitFor(
            [&] { return test::says(*details, QStringLiteral("Only 100 of 300 inferences were timed.")); }));
        QVERIFY(test::says(*details, QStringLiteral("(needs 130 inferences)")));
        QVERIFY(test::says(*details, QStringLiteral("(needs 662 inferences)")));
        QVERIFY(!test::says(*details, QStringLiteral("(needs 64 inferences)"))); // the 90th is known
        page.chooseRow(1);
        QVERIFY(test::waitFor([&] {
            return test::says(*details, QStringLiteral("Everything that was asked for was reached."));
        }));
        QVERIFY(!test::says(*details, QStringLiteral("were timed.")));
        QVERIFY(!test::says(*details, QStringLiteral("the number of rounds")));
        page.chooseRow(2);
        QVERIFY(test::waitFor([&] { return test::says(*details, QStringLiteral("the number of rounds")); }));
    }

    void breakEvenIsShownWithItsIntervalColdAndWarm()
    {
        test::WindowUnderTest t;
        auto record = *test::firstRecord();
        auto& conclusions = *record.visits[0].rows[1].conclusions;
        conclusions.breakEven_runs = core::Estimate{500, 450, {}};
        conclusions.breakEvenWarm_runs = core::Estimate{20, 19, 21};
        t.backend.files[test::studyFile] = std::make_shared<core::RunRecord>(record);
        test::openStudy(t);
        auto& page = t.window->resultsPage();
        auto* details = page.findChild<DetailsPanel*>();

        page.chooseRow(1);

        QVERIFY(test::waitFor([&] { return test::says(*details, QStringLiteral("500 (450 or more)")); }));
        QVERIFY(test::says(*details, QStringLiteral("Break-even with a warm cache")));
        QVERIFY(test::says(*details, QStringLiteral("20 (19 to 21)")));
        const auto columns = resultColumns();
        const auto column = std::find_if(columns.begin(), columns.end(),
            [](const ResultColumn& each) { return headerOf(each) == QStringLiteral("Break-even"); });
        QVERIFY(column != columns.end());
        QCOMPARE(column->text(QLocale(QLocale::English), *page.view(), page.view()->row(1)),
            QStringLiteral("500 (450 or more)"));
    }

    void oneVerifiedRowIsNotToldInThePlural()
    {
        test::WindowUnderTest t;
        t.backend.files[test::studyFile] = test::firstRecord();
        test::openStudy(t);

        QStringList hints;
        for (const auto* tile : t.window->resultsPage().findChild<ResultHeader*>()->findChildren<QFrame*>())
            hints << tile->toolTip();

        QCOMPARE(hints.filter(QStringLiteral("Verified rows: 1, left out: 0.")).size(), 2);
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

    void aDamagedFileIsOpenedToBeReadOnly()
    {
        test::WindowUnderTest t;
        t.backend.problems = {{"run-line-left-out", {"3", "'x'", "its check does not fit."}}};

        test::openStudy(t);

        QCOMPARE(t.window->resultsPage().view()->rowCount(), 180);
        QVERIFY(t.window->resultsPage().banner().isVisible());
        QVERIFY(t.window->resultsPage().findChild<ResultHeader*>()->findChild<QLineEdit*>()->isReadOnly());
        QVERIFY(!t.window->actions().resume->isEnabled());
    }

    void chartAndTableHaveContextMenus()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
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

    void resultsOpenWithWhatToDo()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto* advice = t.window->resultsPage().findChild<AdvicePanel*>();
        QVERIFY(advice->isVisible());
        QVERIFY2(
            textOf(*advice).contains(QStringLiteral("MobileNet: compile (")), qPrintable(textOf(*advice)));

        // No model answers within a microsecond.
        test::widgetNamed<QDoubleSpinBox>(*advice, QStringLiteral("Latency limit"))->setValue(0.1);

        QCOMPARE(t.store->settings().latencyLimit_ms, 0.1);
        QVERIFY(textOf(*advice).contains(
            QStringLiteral("MobileNet: nothing that was measured keeps the limits")));
        QVERIFY(!textOf(*advice).contains(QStringLiteral("compile (")));
    }

    void aLimitIsTakenAsItWasTyped()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.language = LanguageChoice::English; });
        test::openStudy(t);
        auto* advice = t.window->resultsPage().findChild<AdvicePanel*>();
        auto* inferences = test::widgetNamed<QSpinBox>(*advice, QStringLiteral("Inferences"));
        auto* latency = test::widgetNamed<QDoubleSpinBox>(*advice, QStringLiteral("Latency limit"));
        auto* memory = test::widgetNamed<QDoubleSpinBox>(*advice, QStringLiteral("Memory limit"));

        inferences->setFocus();
        inferences->selectAll();
        QTest::keyClicks(inferences, QStringLiteral("12"));
        t.store->change([](Settings& settings) { settings.hasLegend = !settings.hasLegend; });
        QTest::keyClicks(inferences, QStringLiteral("345"));
        QTest::keyClick(inferences, Qt::Key_Return);
        for (auto* limit : {latency, memory}) {
            limit->setFocus();
            limit->selectAll();
            QTest::keyClicks(limit, QStringLiteral("12.5"));
            QTest::keyClick(limit, Qt::Key_Return);
        }

        QCOMPARE(t.store->settings().inferencesPerProcess, 12345);
        QCOMPARE(inferences->text(), QStringLiteral("12,345"));
        QCOMPARE(t.store->settings().latencyLimit_ms, 12.5);
        QCOMPARE(t.store->settings().memoryLimit_GiB, 12.5);
    }

    void theDetailsOfARowTakeThePlaceOfTheAdvice()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& page = t.window->resultsPage();

        page.chooseRow(3);

        QVERIFY(!page.findChild<AdvicePanel*>()->isVisible());
        QVERIFY(page.findChild<DetailsPanel*>()->isVisible());
    }

    void whatTheSystemsAllocatorCostsIsOneClickAway()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& page = t.window->resultsPage();
        page.chooseRow(1);
        const auto variant = page.view()->row(1).variant();
        QVERIFY(variant.isCompiled());
        QSignalSpy finished(&t.window->controller(), &RunController::finished);

        test::buttonNamed(page, QStringLiteral("With the system's allocator"))->click();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        const auto& plan = t.backend.lastPlan;
        QCOMPARE(plan.allocator, core::Allocator::Default);
        QCOMPARE(plan.visits.size(), std::size_t{1});
        QCOMPARE(
            plan.visits.front().variants, (std::vector<core::Variant>{core::baselineOf(variant), variant}));
        QVERIFY(page.view()->pinned()); // the row as it was stands beside it
    }
};

int tst_results(int argc, char* argv[])
{
    return test::runTest<ResultsTest>(argc, argv);
}

#include "tst_results.moc"
