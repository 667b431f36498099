// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/run_bar.h"
#include "ui/run/run_controller.h"
#include "ui/widgets/sparkline.h"

#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

constexpr std::chrono::hours anHour{1};

/// Counts how often a widget is painted, and how often beside a round.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(const test::FakeBackend& backend)
        : m_backend(backend)
    {
    }

    int paints = 0;
    int besideARound = 0;

private:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_backend.roundsBegun > 0) {
            ++paints;
            besideARound += !m_backend.waitsForWindow;
        }
        return QObject::eventFilter(watched, event);
    }

    const test::FakeBackend& m_backend;
};

} // namespace

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

        QVERIFY(progressed.count() < 35 * test::FakeBackend::stepsPerVisit / 2);
        QCOMPARE(rounds.count(), 35);
    }

    void aRoundIsDrawnWhileTheRunnerWaits()
    {
        test::FakeBackend backend;
        backend.allowedVisits = 1; // until the bar is on the screen
        RunController controller(backend, nullptr, anHour);
        RunBar bar(controller);
        bar.setFixedSize(1200, 80); // as in the window, where no text changes its size
        PaintWatch watch(backend);
        bar.findChild<Sparkline*>()->installEventFilter(&watch);
        QSignalSpy finished(&controller, &RunController::finished);
        int told = 0;
        int late = 0;
        connect(&controller, &RunController::roundMeasured, this, [&] {
            ++told;
            late += !backend.waitsForWindow || backend.roundsBegun != told;
        });

        controller.start({});
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(test::waitFor([&] { return told == 2; }));
        backend.allowedVisits = 1 << 20;
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        const QStringList legend = bar.findChild<Sparkline*>()->legend();
        QVERIFY2(legend.size() > 1, qPrintable(legend.join(QLatin1Char('/'))));
        QVERIFY(legend[0].front() != legend[1].front());
        QVERIFY(bar.findChild<Sparkline*>()->toolTip().endsWith(legend.join(QLatin1Char('\n'))));
        QCOMPARE(told, 35);
        QCOMPARE(late, 0);
        QVERIFY2(watch.paints >= 33, qPrintable(QString::number(watch.paints)));
        QCOMPARE(watch.besideARound, 0);
    }

    void aWindowThatDoesNotAnswerStopsNoRun()
    {
        test::FakeBackend backend;
        RunController controller(backend, nullptr, std::chrono::milliseconds(1));
        QSignalSpy rounds(&controller, &RunController::roundMeasured);
        QSignalSpy finished(&controller, &RunController::finished);

        controller.start({});
        // This is the window's thread, and it handles no event before the run is over.
        QVERIFY(backend.runsEnded.try_acquire_for(std::chrono::seconds(60)));
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(rounds.count(), 35);
    }

    void aStopDoesNotWaitForTheWindow()
    {
        test::FakeBackend backend;
        RunController controller(backend, nullptr, anHour);
        controller.start({});

        // Without handling events: the runner waits for a window that says nothing.
        controller.stopNow();

        QVERIFY(backend.runsEnded.try_acquire_for(std::chrono::seconds(60)));
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

int tst_run_controller(int argc, char* argv[])
{
    return test::runTest<RunControllerTest>(argc, argv);
}

#include "tst_run_controller.moc"
