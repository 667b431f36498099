// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/results_page.h"
#include "ui/pages/run_bar.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <sys/resource.h>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

constexpr int liveness = 5; ///< times what is promised, for machines that do other work

/// Of this process so far.
double processorTime_s()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/// Of this process while it waits for events; asleep between two of them, as qWait is not.
double usedAsleep_s(int wait_ms)
{
    const double before_s = processorTime_s();
    QEventLoop loop;
    QTimer::singleShot(wait_ms, &loop, &QEventLoop::quit);
    loop.exec();
    return processorTime_s() - before_s;
}

/// What the window asks when Escape is pressed; nothing where it does not ask.
QMessageBox* questionAfterEscape(test::WindowUnderTest& t)
{
    t.window->activateWindow();
    if (!QTest::qWaitForWindowActive(t.window.get()))
        return nullptr;
    QTest::keyClick(t.window.get(), Qt::Key_Escape);
    return test::shownMessage();
}

/// Opens a run of one model as the window reads it from a file.
void openAs(test::WindowUnderTest& t, const core::RunRecord& run)
{
    const auto file = t.backend.runs[1].file;
    t.backend.files[file] = std::make_shared<const core::RunRecord>(run);
    QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
    t.window->openRun(file);
    QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));
}

} // namespace

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
        QCOMPARE(t.window->statusBar()->currentMessage(), QStringLiteral("The run is finished."));
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

    void closingWhileRunningAsksAndTheRunCanBeResumed()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] {
            return t.window->controller().view()
                && t.window->controller().view()->record().visits.size() == 1;
        }));

        t.window->close();
        QVERIFY(t.window->isVisible());
        auto* box = test::shownMessage();
        QVERIFY(box);
        test::press(box, QMessageBox::RejectRole);
        QVERIFY(t.window->controller().isRunning());

        t.window->close();
        QElapsedTimer closing;
        closing.start();
        test::press(test::shownMessage(), QMessageBox::DestructiveRole);
        QVERIFY(test::waitFor([&] { return !t.window->isVisible(); }));
        QVERIFY(!t.window->controller().isRunning());
        const auto kept = t.window->controller().view()->shared();
        t.window.reset();
        QVERIFY2(closing.elapsed() < liveness * 3'000, qPrintable(QString::number(closing.elapsed())));

        QCOMPARE(kept->ending, core::Ending::Cancelled);
        QCOMPARE(kept->visits.size(), std::size_t{1});
        t.backend.files[test::studyFile] = kept;
        t.reopen();
        test::openStudy(t);
        t.window->resultsPage().resumeButton().click();
        QVERIFY(test::waitFor([&] { return t.backend.executed == 2; }));
        QVERIFY(t.backend.lastResumed == test::studyFile);
    }

    void theWindowSleepsWhileARoundIsTimed()
    {
        constexpr int round_ms = 1'000;
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.backend.roundsBegun == 2 && !t.backend.waitsForWindow; }));
        QVERIFY(t.window->isVisible() && t.window->controller().isRunning());
        constexpr double share = liveness * 0.01;
        constexpr int moment_ms = 200;
        constexpr int mostMoments = 50;
        // Until its pages are made and the last news are told, which takes as long as the machine needs.
        for (int i = 0; i < mostMoments && usedAsleep_s(moment_ms) > share * moment_ms / 1e3; ++i) { }

        const double used_s = usedAsleep_s(round_ms);

        std::printf("processor time of the window in %d ms: %.4f s\n", round_ms, used_s);
        QVERIFY(used_s < share * round_ms / 1e3);
    }

    void closingSaysWhatIsUnderWay()
    {
        test::WindowUnderTest t;
        t.backend.isHeld = true;
        t.window->controller().setUp();
        QVERIFY(t.window->controller().isRunning());

        t.window->close();

        auto* box = test::shownMessage();
        QVERIFY(box);
        QVERIFY2(box->text().contains(QStringLiteral("set-up")), qPrintable(box->text()));
        QVERIFY(!box->text().contains(QStringLiteral("resumed")));
        t.backend.isHeld = false; // it ends, and with it the question
        QVERIFY(test::waitFor([&] { return !test::shownMessage(); }));
        QVERIFY(t.window->isVisible());
    }

    void aLongRunIsNotThrownAwayByOneKey()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 2;
        t.window->setAskAfter(std::chrono::milliseconds(0));
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.backend.roundsBegun == 3; }));
        auto* box = questionAfterEscape(t);
        QVERIFY(box);
        QCOMPARE(t.window->controller().state(), RunController::State::Running);
        test::press(box, QMessageBox::RejectRole);
        QCOMPARE(t.window->controller().state(), RunController::State::Running);

        t.window->actions().cancel->trigger();
        test::press(test::shownMessage(), QMessageBox::ActionRole); // finish this model
        QCOMPARE(t.window->controller().state(), RunController::State::FinishingVisit);
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QCOMPARE(t.window->controller().view()->record().visits.size(), std::size_t{3});
    }

    void aLongSetUpIsNotThrownAwayByOneKey()
    {
        test::WindowUnderTest t;
        t.backend.isHeld = true;
        t.window->setAskAfter(std::chrono::milliseconds(0));
        t.window->controller().setUp();
        auto* box = questionAfterEscape(t);
        QVERIFY(box);
        QCOMPARE(t.window->controller().state(), RunController::State::Running);
        QVERIFY2(box->text().contains(QStringLiteral("set-up of PyTorch")), qPrintable(box->text()));
        for (auto* button : box->buttons()) // there is no model to be finished first
            QVERIFY(box->buttonRole(button) != QMessageBox::ActionRole);
        test::press(box, QMessageBox::RejectRole);
        QCOMPARE(t.window->controller().state(), RunController::State::Running);

        t.window->actions().cancel->trigger();
        test::press(test::shownMessage(), QMessageBox::DestructiveRole);
        QVERIFY(test::waitFor([&] { return !t.window->controller().isRunning(); }));
    }

    void whatHasJustBegunIsCancelledByOneKey()
    {
        test::WindowUnderTest t;
        t.backend.isHeld = true;
        t.window->controller().setUp();

        t.window->actions().cancel->trigger();

        QVERIFY(!test::shownMessage());
        QVERIFY(test::waitFor([&] { return !t.window->controller().isRunning(); }));
    }

    void theBarFinishesTheModelAtWork()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] {
            return t.window->controller().view()
                && t.window->controller().view()->record().visits.size() == 1;
        }));
        auto* bar = t.window->findChild<RunBar*>();
        auto* menu = bar->findChild<QMenu*>();
        QVERIFY(menu && menu->actions().front()->isEnabled());

        menu->actions().front()->trigger();

        QCOMPARE(t.window->controller().state(), RunController::State::FinishingVisit);
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QCOMPARE(t.window->controller().view()->record().visits.size(), std::size_t{2});
        QCOMPARE(t.window->controller().view()->record().ending, core::Ending::Cancelled);
    }

    void aRowIsRunAgainWithTheFilesItWasMeasuredWith()
    {
        test::WindowUnderTest t;
        auto run = *test::firstRecord();
        run.plan.imagePath = "/home/user/cat.png";
        run.plan.peerPython = "/opt/other/bin/python";
        run.visits.front().image = "cat.png sha256:0123456789ab";
        openAs(t, run);
        QSignalSpy finished(&t.window->controller(), &RunController::finished);

        t.window->resultsPage().chooseRow(1);
        t.window->actions().runAgain->trigger();
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));

        QCOMPARE(t.backend.lastPlan.imagePath, run.plan.imagePath);
        QCOMPARE(t.backend.lastPlan.peerPython, run.plan.peerPython);
        QCOMPARE(t.backend.lastPlan.visits.front().variants.size(), std::size_t{2});
    }

    void aRowWhoseFilesAreUnknownHereIsNotMeasuredWithOthers_data()
    {
        QTest::addColumn<bool>("isModel");
        QTest::newRow("image") << false;
        QTest::newRow("model") << true;
    }

    void aRowWhoseFilesAreUnknownHereIsNotMeasuredWithOthers()
    {
        QFETCH(bool, isModel);
        test::WindowUnderTest t;
        auto run = *test::firstRecord(); // as its file says it, without the paths that lie beside it
        if (isModel) {
            core::OwnModel model;
            model.name = model.label = "resnet";
            model.source.kind = core::ModelKind::Folder;
            model.source.file = "my-resnet";
            run.plan.models = {model};
        } else {
            run.visits.front().image = "cat.png sha256:0123456789ab";
        }
        openAs(t, run);
        t.window->resultsPage().chooseRow(1);

        for (const bool hasOtherAllocator : {false, true}) {
            if (hasOtherAllocator)
                emit t.window->resultsPage().allocatorRequested(1);
            else
                t.window->actions().runAgain->trigger();

            auto* box = test::shownMessage();
            QVERIFY(box);
            QVERIFY(box->informativeText().contains(
                isModel ? QStringLiteral("my-resnet") : QStringLiteral("cat.png")));
            delete box;
        }
        QCOMPARE(t.backend.executed.load(), 0);
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
        QCOMPARE(t.window->statusBar()->currentMessage(), QStringLiteral("The run was cancelled."));
        QVERIFY(t.window->actions().resume->isEnabled());
        t.backend.allowedVisits = 1 << 20;
        t.window->actions().resume->trigger();
        QVERIFY(test::waitFor([&] { return finished.count() == 2; }));
        QCOMPARE(t.backend.lastResumed.string(), "/history/" + t.backend.script->id + ".inferometer.jsonl");
        QVERIFY(!t.window->actions().resume->isEnabled());
    }

    void aRunGoesOnWhereTheUserChooses()
    {
        test::WindowUnderTest t;
        auto cancelled = *test::firstRecord();
        cancelled.ending = core::Ending::Cancelled;
        openAs(t, cancelled);
        t.settle();
        const auto* action = t.window->actions().resume;
        const auto* button = &t.window->resultsPage().resumeButton();
        QVERIFY(action->isEnabled() && !action->menu() && !button->menu());

        t.backend.knownTargets = {{"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}}};
        t.window->showPage(PageId::Results);
        t.settle();
        QVERIFY(action->menu());
        QCOMPARE(button->menu(), action->menu());
        t.window->actions().resume->trigger();
        QVERIFY(!t.window->controller().isRunning()); // nothing is chosen yet
        for (const auto* place : {"Where it was planned", "This machine"})
            QVERIFY(test::entryNamed(*button->menu(), QString::fromLatin1(place)));

        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        test::entryNamed(*button->menu(), QStringLiteral("gpubox"))->trigger();

        QVERIFY(!action->isEnabled() && !button->isVisible());
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QVERIFY(t.backend.lastResumed == t.backend.runs[1].file);
        QCOMPARE(t.backend.lastElsewhere, std::string("gpubox"));
    }

    void whereTargetsAreForgottenNothingIsChosen()
    {
        test::WindowUnderTest t;
        t.backend.knownTargets = {{"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}}};
        auto cancelled = *test::firstRecord();
        cancelled.ending = core::Ending::Cancelled;
        openAs(t, cancelled);
        t.settle();
        QVERIFY(t.window->actions().resume->menu());

        t.backend.knownTargets.clear();
        t.window->showPage(PageId::Results);
        t.settle();
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->resultsPage().resumeButton().click();

        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QVERIFY(t.backend.lastElsewhere.empty());
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

    void theMachineIsNotExaminedBesideARun()
    {
        test::WindowUnderTest t;
        t.backend.allowedVisits = 1;
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->actions().run->trigger();
        QVERIFY(test::waitFor([&] { return t.backend.roundsBegun == 2; }));

        t.window->showPage(PageId::System);
        auto& page = t.window->systemPage();
        t.window->actions().checkEnvironment->trigger();
        page.examine();
        t.settle();
        QCOMPARE(t.backend.examined.load(), 0);
        QVERIFY(!t.window->actions().checkEnvironment->isEnabled());
        QVERIFY(test::says(page, QStringLiteral("not examined while a run is under way")));
        QVERIFY(!test::says(page, QStringLiteral("Examining")));

        t.backend.allowedVisits = 1 << 20;
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QVERIFY(test::waitFor([&] { return page.isExamined(); }));
        QCOMPARE(t.backend.examined.load(), 1);
        QVERIFY(t.window->actions().checkEnvironment->isEnabled());
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

int tst_running(int argc, char* argv[])
{
    return test::runTest<RunningTest>(argc, argv);
}

#include "tst_running.moc"
