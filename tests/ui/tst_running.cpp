// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/ui/window_under_test.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

/// Runs as the window starts, shows and ends them.
class RunningTest : public QObject {
    Q_OBJECT

private slots:
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

    void aRunThatCannotBeginIsAMessage()
    {
        test::WindowUnderTest t;
        t.backend.startFailure =
            core::Error{core::ErrorCode::EnvironmentMissing, "There is no Python environment."};
        QSignalSpy failed(&t.window->controller(), &RunController::failed);

        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));

        QVERIFY(test::shownMessage());
        QVERIFY(t.window->actions().run->isEnabled());
        test::shownMessage()->close();
    }

    void closingWhileRunningAsksAndCanGoOn()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.window->controller().view() != nullptr; }));

        t.window->close();
        QVERIFY(t.window->isVisible());
        auto* box = test::shownMessage();
        QVERIFY(box);
        test::press(box, QMessageBox::RejectRole);
        QVERIFY(t.window->controller().isRunning());

        t.window->close();
        test::press(test::shownMessage(), QMessageBox::DestructiveRole);
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
        QCOMPARE(t.backend.lastResumed.string(), "/history/" + t.backend.script->id + ".inferometer.jsonl");
        QVERIFY(!t.window->actions().resume->isEnabled());
    }

    void whatCouldNotBeWrittenCanBeSavedElsewhere()
    {
        test::WindowUnderTest t;
        t.backend.script = test::firstRecord();
        t.backend.endFailure = core::Error{core::ErrorCode::StorageFailed, "No space is left."};
        QSignalSpy failed(&t.window->controller(), &RunController::failed);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));
        QVERIFY(test::shownMessage());

        test::press(test::shownMessage(), QMessageBox::AcceptRole);
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

    void theNoiseFloorIsMeasuredByOneButton()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::System);
        t.settle();
        QSignalSpy finished(&t.window->controller(), &RunController::finished);

        test::buttonNamed(t.window->systemPage(), QStringLiteral("Measure noise floor"))->click();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(t.backend.lastPlan.label, std::string("Noise floor"));
        QVERIFY(!t.backend.lastPlan.visits.empty());
    }

    void theGuidesStudyIsOfferedWithItsTimeAndStarted_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("visits");
        QTest::newRow("whole") << QStringLiteral("Whole study") << 36;
        QTest::newRow("short") << QStringLiteral("Short study") << 24;
    }

    void theGuidesStudyIsOfferedWithItsTimeAndStarted()
    {
        QFETCH(QString, button);
        QFETCH(int, visits);
        test::WindowUnderTest t;
        t.backend.script = test::firstRecord();
        t.store->change([](Settings& settings) { settings.devices = {QStringLiteral("cpu")}; });
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->showPage(PageId::Benchmark);
        t.settle();

        test::buttonNamed(t.window->benchmarkPage(), QStringLiteral("Guide's study…"))->click();
        t.settle();
        auto* box = test::shownMessage();
        QVERIFY(box);
        QVERIFY2(box->text().contains(QStringLiteral("take about")), qPrintable(box->text()));
        QVERIFY(box->text().contains(QStringLiteral("By earlier runs the inferences take about 24 min")));
        QVERIFY(box->informativeText().contains(QStringLiteral("guide-second-version")));
        QVERIFY(!(box->text() + box->informativeText()).contains(QStringLiteral("at most")));
        test::buttonNamed(*box, button)->click();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(static_cast<int>(t.backend.lastPlan.visits.size()), visits);
    }
};

QTEST_MAIN(RunningTest)
#include "tst_running.moc"
