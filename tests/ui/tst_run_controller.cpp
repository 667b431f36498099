// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/window_under_test.h"
#include "ui/run/run_controller.h"

#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

/// Runs on their own thread.
class RunControllerTest : public QObject {
    Q_OBJECT

private slots:
    void aRunIsToldFromItsStartToItsEnd()
    {
        test::FakeBackend backend;
        RunController controller(backend);
        QSignalSpy started(&controller, &RunController::started);
        QSignalSpy finished(&controller, &RunController::finished);

        controller.start({});
        QVERIFY(controller.isRunning());
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(started.count(), 1);
        QVERIFY(!controller.isRunning());
        QCOMPARE(static_cast<int>(controller.view()->record().visits.size()), 35);
        QVERIFY(!controller.file().empty());
    }

    void progressIsCoalescedAndNothingElseIsLost()
    {
        test::FakeBackend backend;
        RunController controller(backend);
        QSignalSpy progressed(&controller, &RunController::progressed);
        QSignalSpy rounds(&controller, &RunController::roundMeasured);
        QSignalSpy finished(&controller, &RunController::finished);

        controller.start({});
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QVERIFY(progressed.count() < 35);
        QCOMPARE(rounds.count(), 35);
    }

    void stoppingNowKeepsWhatIsMeasured()
    {
        test::FakeBackend backend;
        backend.allowedVisits = 3;
        RunController controller(backend);
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start({});
        QVERIFY(test::waitFor(
            [&] { return controller.view() && controller.view()->record().visits.size() == 3; }));

        controller.stopNow();
        QCOMPARE(controller.state(), RunController::State::Stopping);
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(static_cast<int>(controller.view()->record().visits.size()), 3);
        QCOMPARE(controller.view()->record().ending, core::Ending::Cancelled);
    }

    void finishingTheVisitMeasuresItToTheEnd()
    {
        test::FakeBackend backend;
        backend.allowedVisits = 2;
        RunController controller(backend);
        QSignalSpy finished(&controller, &RunController::finished);
        controller.start({});
        QVERIFY(test::waitFor(
            [&] { return controller.view() && controller.view()->record().visits.size() == 2; }));

        controller.finishVisitAndStop();
        QCOMPARE(controller.state(), RunController::State::FinishingVisit);
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(static_cast<int>(controller.view()->record().visits.size()), 3);
    }

    void anEarlyStopIsNotLostAndDoesNotReachTheNextRun()
    {
        test::FakeBackend backend;
        backend.allowedVisits = 0;
        RunController controller(backend);
        QSignalSpy finished(&controller, &RunController::finished);

        controller.start({});
        controller.stopNow(); // before the thread has begun
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QVERIFY(controller.view()->record().visits.empty());

        backend.allowedVisits = 1 << 20;
        controller.start({});
        QVERIFY(test::waitFor([&] { return finished.count() == 2; }));
        QCOMPARE(controller.view()->record().ending, core::Ending::Completed);
    }

    void aRunThatCannotBeginIsAFailure()
    {
        test::FakeBackend backend;
        backend.startFailure = core::Error{core::ErrorCode::EnvironmentMissing, "There is no Python."};
        RunController controller(backend);
        QSignalSpy failed(&controller, &RunController::failed);
        QSignalSpy finished(&controller, &RunController::finished);

        controller.start({});
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));

        QCOMPARE(finished.count(), 0);
        QVERIFY(!controller.isRunning());
    }

    void destroyingTheControllerEndsTheRun()
    {
        test::FakeBackend backend;
        backend.allowedVisits = 1;
        {
            RunController controller(backend);
            controller.start({});
            QVERIFY(test::waitFor(
                [&] { return controller.view() && !controller.view()->record().visits.empty(); }));
        }

        QCOMPARE(backend.executed.load(), 1);
    }
};

QTEST_MAIN(RunControllerTest)
#include "tst_run_controller.moc"
