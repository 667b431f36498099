// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/store/run_reader.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/models/history_model.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/image_box.h"
#include "ui/pages/label_dialog.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/system_page.h"
#include "ui/pages/window_actions.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

/// What the pages around the results do.
class PagesTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstChoiceIsReadyToRun()
    {
        test::WindowUnderTest t;

        QCOMPARE(t.window->page(), PageId::Benchmark);
        QCOMPARE(t.window->benchmarkPage().measurementCount(), 4);
        QVERIFY(t.window->actions().run->isEnabled());
    }

    void nothingChosenSaysWhatIsMissingAndCannotRun()
    {
        test::WindowUnderTest t;

        t.store->change([](Settings& settings) { settings.models.clear(); });
        t.settle();

        QVERIFY(!t.window->actions().run->isEnabled());
        QVERIFY(!t.window->benchmarkPage().whyNot().isEmpty());
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

    void missingWeightsCanBeFetchedWithoutMeasuring()
    {
        test::WindowUnderTest t;
        auto& page = t.window->benchmarkPage();
        auto* button = test::buttonNamed(page, QStringLiteral("Download only"));
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

        test::buttonNamed(t.window->benchmarkPage(), QStringLiteral("Download only"))->click();
        QVERIFY(test::waitFor([&] { return !failed.isEmpty(); }));

        QVERIFY(test::shownMessage());
        QCOMPARE(test::shownMessage()->informativeText(), QStringLiteral("No such host."));
        test::shownMessage()->close();
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

    void everySelectedRunIsDeletedAndBroughtBack()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();
        const auto labels = [&] {
            QStringList all;
            for (int row = 0; row < page.runCount(); ++row)
                all << page.table().model()->index(row, HistoryModel::LabelColumn).data().toString();
            all.sort(); // they are of one moment
            return all;
        };
        const QStringList before = labels();
        const auto kept = page.table().model()->index(1, HistoryModel::LabelColumn).data().toString();
        page.table().selectRow(0);
        page.table().selectionModel()->select(
            page.table().model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);

        test::buttonNamed(page, QStringLiteral("Delete"))->click();
        t.settle();
        QCOMPARE(labels(), QStringList{kept});
        test::buttonNamed(page, QStringLiteral("Undo"))->click();
        t.settle();

        QCOMPARE(labels(), before);
    }

    void aRunThatIsDeselectedIsLeftAlone()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();
        auto& table = page.table();
        const auto clickRow = [&](int row, Qt::KeyboardModifiers keys) {
            const QRect cell = table.visualRect(table.model()->index(row, HistoryModel::LabelColumn));
            QTest::mouseClick(table.viewport(), Qt::LeftButton, keys, cell.center());
        };
        clickRow(0, Qt::NoModifier);
        clickRow(1, Qt::ControlModifier);
        QVERIFY(test::buttonNamed(page, QStringLiteral("Compare"))->isEnabled());

        clickRow(1, Qt::ControlModifier);
        QCOMPARE(table.currentIndex().row(), 1);
        QVERIFY(!test::buttonNamed(page, QStringLiteral("Compare"))->isEnabled());
        const auto kept = table.model()->index(1, HistoryModel::LabelColumn).data().toString();
        test::buttonNamed(page, QStringLiteral("Delete"))->click();
        t.settle();

        QCOMPARE(page.runCount(), 2);
        QCOMPARE(table.model()->index(0, HistoryModel::LabelColumn).data().toString(), kept);
    }

    void whereNoRunIsSelectedNothingIsDoneWithOne()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();
        auto& table = page.table();
        const QRect cell = table.visualRect(table.currentIndex());

        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ControlModifier, cell.center());

        QVERIFY(table.currentIndex().isValid() && !table.selectionModel()->hasSelection());
        for (const char* text : {"Open", "Delete", "Pin", "Label and note…", "Show in folder"}) {
            const auto* button = test::buttonNamed(page, QString::fromUtf8(text));
            QVERIFY2(button && !button->isEnabled(), text);
        }
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Delete);
        t.settle();
        QCOMPARE(page.runCount(), 3);
    }

    void whatCannotBeDeletedStaysAndSaysWhy()
    {
        test::WindowUnderTest t;
        t.backend.storage = core::Error{core::ErrorCode::StorageFailed, "The folder is read-only."};
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();

        test::buttonNamed(page, QStringLiteral("Delete"))->click();
        t.settle();

        QCOMPARE(page.runCount(), 3);
        QVERIFY(test::says(page, QStringLiteral("The folder is read-only.")));
    }

    void aRunGetsALabelAndANote()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();

        test::buttonNamed(page, QStringLiteral("Label and note…"))->click();
        auto* dialog = page.findChild<LabelDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("Before the update"));
        dialog->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("fan at full speed"));
        dialog->accept();
        t.settle();

        const auto index = page.table().currentIndex().siblingAtColumn(HistoryModel::LabelColumn);
        QCOMPARE(index.data().toString(), QStringLiteral("Before the update"));
        QCOMPARE(index.data(Qt::ToolTipRole).toString(), QStringLiteral("fan at full speed"));
    }

    void anUnfinishedRunOfTheHistoryIsResumed()
    {
        test::WindowUnderTest t;
        for (auto& run : t.backend.runs)
            run.ending = core::Ending::Interrupted;
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->showPage(PageId::History);
        t.settle();
        auto& page = t.window->historyPage();
        const auto chosen = page.table().currentIndex();
        QVERIFY(chosen.isValid());

        test::buttonNamed(page, QStringLiteral("Resume run"))->click();

        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        const auto isChosen = [&](const RunSummary& run) { return run.file == t.backend.lastResumed; };
        QCOMPARE(std::count_if(t.backend.runs.begin(), t.backend.runs.end(), isChosen), std::ptrdiff_t{1});
        QVERIFY(t.backend.lastElsewhere.empty());
    }

    void aRunOfTheHistoryGoesOnOnThisMachine()
    {
        test::WindowUnderTest t;
        t.backend.knownTargets = {{"gpubox", {"ssh", "gpubox"}, "/opt/inferometer", {}}};
        for (auto& run : t.backend.runs)
            run.ending = core::Ending::Interrupted;
        QSignalSpy finished(&t.window->controller(), &RunController::finished);
        t.window->showPage(PageId::History);
        t.settle();
        const auto* button = test::buttonNamed(t.window->historyPage(), QStringLiteral("Resume run"));
        QVERIFY(button->menu());

        test::entryNamed(*button->menu(), QStringLiteral("This machine"))->trigger();

        QVERIFY(!button->isEnabled());
        QVERIFY(test::waitFor([&] { return !finished.isEmpty(); }));
        QVERIFY(!t.backend.lastResumed.empty());
        QCOMPARE(t.backend.lastElsewhere, std::string("local"));
    }

    void everythingIsDrawnAtTheScaleOfTheDisplay()
    {
        test::WindowUnderTest t;
        const double scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();

        const QPixmap drawn = t.window->grab();

        QCOMPARE(drawn.devicePixelRatio(), scale);
        QCOMPARE(drawn.size(), t.window->size() * scale);
    }

    void theHistoryFitsIntoItsWidth()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        for (const auto language : {LanguageChoice::English, LanguageChoice::Japanese}) {
            t.store->change([&](Settings& settings) { settings.language = language; });
            for (const int width : {1600, 1280, 960}) {
                t.window->resize(width, 800);
                t.settle();

                QCOMPARE(t.window->historyPage().table().horizontalScrollBar()->maximum(), 0);
            }
        }
    }

    void whatADeviceCannotDoIsDisabledWithItsReason()
    {
        test::WindowUnderTest t;
        t.backend.machine.back().capability = "7.5";
        t.store->change([](Settings& settings) { settings.devices = {QStringLiteral("cuda:0")}; });
        t.window->benchmarkPage().askMachine();
        t.settle();
        const auto box = [&]() -> QAbstractButton* {
            for (auto* button : t.window->benchmarkPage().findChildren<QAbstractButton*>()) {
                if (button->text() == QLatin1String("bfloat16"))
                    return button;
            }
            return nullptr;
        };

        QVERIFY(box());
        QVERIFY(!box()->isEnabled());
        QVERIFY(box()->accessibleDescription().contains(QStringLiteral("7.5")));

        t.store->change([](Settings& settings) {
            settings.devices = {QStringLiteral("cpu"), QStringLiteral("cuda:0")};
        });
        t.settle();
        QVERIFY(box()->isEnabled());
    }

    void aModeThatADeviceDoesNotHaveIsDisabledWithItsReason()
    {
        test::WindowUnderTest t;
        const auto box = [&]() -> QAbstractButton* {
            for (auto* button : t.window->benchmarkPage().findChildren<QAbstractButton*>()) {
                if (button->text() == QLatin1String("reduce-overhead"))
                    return button;
            }
            return nullptr;
        };
        t.store->change([](Settings& settings) { settings.devices = {QStringLiteral("cpu")}; });
        t.settle();

        QVERIFY(box() && !box()->isEnabled());
        QVERIFY(test::says(t.window->benchmarkPage(), box()->accessibleDescription()));
        QVERIFY(box()->accessibleDescription().contains(QStringLiteral("CUDA graphs")));

        t.store->change([](Settings& settings) { settings.devices = {QStringLiteral("cuda:0")}; });
        t.settle();
        QVERIFY(box()->isEnabled());
    }

    void anExaminationThatHangsHoldsNothingUp()
    {
        test::WindowUnderTest t;
        t.backend.isHeld = true;
        t.window->showPage(PageId::System);
        QSignalSpy opened(t.window.get(), &MainWindow::runOpened);

        t.window->openRun(test::studyFile);
        QVERIFY(test::waitFor([&] { return !opened.isEmpty(); }));

        QVERIFY(!t.window->systemPage().isExamined());
        t.window.reset(); // stops it instead of waiting for it
    }

    void tf32IsDisabledWhereADeviceLacksItAndStaysChosenForOthers()
    {
        test::WindowUnderTest t;
        t.backend.machine.back().capability = "7.0";
        t.store->change([](Settings& settings) { settings.devices = {QStringLiteral("cuda:0")}; });
        auto& page = t.window->benchmarkPage();
        page.askMachine();
        t.settle();
        const auto box = [&](const char* text) -> QAbstractButton* {
            for (auto* button : page.findChildren<QAbstractButton*>()) {
                if (button->text() == QLatin1String(text))
                    return button;
            }
            return nullptr;
        };
        QVERIFY(box("TF32 for convolutions"));
        QVERIFY(!box("TF32 for convolutions")->isEnabled());
        QVERIFY(box("TF32 for convolutions")->accessibleDescription().contains(QStringLiteral("7.0")));

        box("cuDNN tries its algorithms")->click();
        QVERIFY(t.store->settings().cudaChoices.contains(QStringLiteral("tf32-conv")));
        t.backend.machine.back().capability = "8.0";
        page.askMachine();
        t.settle();

        QVERIFY(box("TF32 for convolutions")->isEnabled());
        QVERIFY(box("TF32 for convolutions")->isChecked());
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
};

int tst_pages(int argc, char* argv[])
{
    return test::runTest<PagesTest>(argc, argv);
}

#include "tst_pages.moc"
