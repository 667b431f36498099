// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"
#include "tests/support/sample_record.h"
#include "tests/ui/chart_values.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/columns_dialog.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/pages/window_actions.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

/// An entry of the menu "Add" as it is when it opens; null where there is none.
QAction* addEntry(const ComparePage& page, const QString& text)
{
    for (const auto* button : page.findChildren<QToolButton*>()) {
        if (button->text() != QStringLiteral("Add"))
            continue;
        emit button->menu()->aboutToShow();
        for (auto* action : button->menu()->actions()) {
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        }
    }
    return nullptr;
}

/// Every text of a column of the table.
QStringList column(const QTableView& table, const QString& header)
{
    QStringList texts;
    const auto& model = *table.model();
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.headerData(i, Qt::Horizontal).toString() != header)
            continue;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, i).data().toString();
    }
    return texts;
}

} // namespace

/// Runs, published tables and imports side by side.
class CompareTest : public QObject {
    Q_OBJECT

private slots:
    void aRunComparedWithItselfIsTheSameEverywhere()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();

        page.compare({t.backend.runs.back().file, t.backend.runs.back().file});
        t.settle();

        QVERIFY(page.compared());
        QCOMPARE(page.compared()->comparison.conditions.size(), std::size_t(0));
        const auto verdicts = column(page.table(), QStringLiteral("Verdict"));
        QVERIFY(verdicts.size() > 10);
        QCOMPARE(verdicts.count(QStringLiteral("same")), verdicts.size());
        for (const auto& difference : column(page.table(), QStringLiteral("Difference")))
            QCOMPARE(difference, QStringLiteral("0.000 ms"));
    }

    void publishedMeansClaimNoMoreThanMeansAllow()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();

        page.add(test::guideOn(t.backend, "A100"));
        page.add(test::guideOn(t.backend, "T4"));

        const auto verdicts = column(page.table(), QStringLiteral("Verdict"));
        QVERIFY(verdicts.size() > 60);
        QCOMPARE(verdicts.count(QStringLiteral("published mean only")), verdicts.size());
        QVERIFY(!isEmpty(page.chart().chart()));
    }

    void conditionsThatDifferHaveNamesInBothLanguages()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.compare({t.backend.runs.back().file});
        t.settle();
        page.add(test::guideOn(t.backend, "A100"));
        t.window->showPage(PageId::Compare);

        QVERIFY(test::says(page, QStringLiteral("Device: ")));
        QVERIFY(page.differencesText().contains(QStringLiteral("\nNot known of every source: ")));
        QVERIFY(!page.differencesText().contains(QStringLiteral("Allocator: "))); // nobody published one
        QVERIFY(!test::says(page, QStringLiteral("device_name")));
        t.language->apply(LanguageChoice::Japanese);
        QCoreApplication::processEvents();
        QVERIFY(test::says(page, QStringLiteral("デバイス: ")));
        QVERIFY(!test::says(page, QStringLiteral("Device: ")));
    }

    void cellsSayWhatIsOddAboutThemAndWhereTheyStand()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        const auto nightly = t.backend.publishedTables().value()[1];
        page.add(core::ofDevice(nightly, "T4"));
        page.add(core::ofDevice(nightly, "V100"));

        const auto& model = *page.table().model();
        QStringList tips;
        for (int row = 0; row < model.rowCount(); ++row)
            tips << model.index(row, 4).data(Qt::ToolTipRole).toString();

        QVERIFY2(!tips.filter(QStringLiteral("have identical figures")).isEmpty(),
            qPrintable(tips.join(QLatin1Char('\n'))));
        QCOMPARE(tips.filter(QStringLiteral("Published in the table \"PyTorch Nightly: T4\".")).size(),
            tips.size());
    }

    void machinesOfOneRunAreComparedApart()
    {
        auto record = *test::firstRecord();
        auto visit = record.visits.front();
        auto planned = record.plan.visits.front();
        planned.workload.device.target = visit.workload.device.target = visit.target = "old";
        planned.id = visit.visit = "old/" + planned.id;
        record.plan.visits.push_back(planned);
        record.visits.push_back(visit);
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();

        page.add(core::tableOf(record));
        page.add(core::tableOf(*test::firstRecord()));

        QCOMPARE(page.compared()->comparison.cells.size(),
            2 * test::firstRecord()->plan.visits.front().variants.size());
        auto* device = test::widgetNamed<QComboBox>(page, QStringLiteral("Device"));
        QCOMPARE(device->count(), 2);
        QVERIFY(device->itemText(1).startsWith(QStringLiteral("old · ")));
        device->setCurrentIndex(1);
        emit device->activated(1);
        QCOMPARE(
            test::namesOf(std::get<BarChart>(page.chart().chart())).size(), 4); // of the first source alone
        page.setBase(1);
        QVERIFY2(page.differencesText().contains(QStringLiteral("Not compared: ")),
            qPrintable(page.differencesText()));
    }

    void whatIsMissingIsAWordAndShownOnRequest()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.add(test::guideOn(t.backend, "V100"));
        page.add(test::guideOn(t.backend, "A100"));
        const int common = page.table().model()->rowCount();
        const auto batch = test::widgetNamed<QComboBox>(page, QStringLiteral("Batch size"));
        batch->setCurrentIndex(batch->count() - 1);
        emit batch->activated(batch->count() - 1);
        const auto drawn = [&] { return std::get<BarChart>(page.chart().chart()).groups.size(); };
        const auto drawnInCommon = drawn();

        page.setShowsMissing(true);

        QVERIFY(drawn() > drawnInCommon);
        QVERIFY(drawnInCommon > 5);
        QVERIFY(page.table().model()->rowCount() > common);
        const QString name = QString::fromStdString(page.sources().front().label);
        const auto times = column(page.table(), name);
        QVERIFY(times.contains(QStringLiteral("not published")));
        QVERIFY(times.contains(QStringLiteral("OOM")));
        QVERIFY(!times.contains(milliseconds(QLocale(), 0)));
    }

    void oneCellIsNotToldInThePlural()
    {
        auto one = *test::firstRecord();
        one.plan.visits.front().variants.resize(1);
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        t.window->showPage(PageId::Compare);

        page.add(core::tableOf(one));
        page.add(core::tableOf(one));

        QVERIFY(test::says(page, QStringLiteral("Cells with a time in every source: 1 of 1.")));
    }

    void anotherBaseTurnsTheChangesRound()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.add(test::guideOn(t.backend, "A100"));
        page.add(test::guideOn(t.backend, "T4"));
        const auto slower = page.compared()->comparison.cells.front().differences[1].change_percent->value;

        page.setBase(1);

        QCOMPARE(page.sources().front().rows.front().setting.device, std::string("T4"));
        const auto faster = page.compared()->comparison.cells.front().differences[1].change_percent->value;
        QVERIFY(slower > 0 && faster < 0);
        page.remove(1);
        QVERIFY(!page.compared());
    }

    void theChartShowsTheDeviceChosen()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        const auto whole = t.backend.publishedTables().value().front();
        page.add(whole);
        page.add(whole);
        auto* device = test::widgetNamed<QComboBox>(page, QStringLiteral("Device"));
        QStringList titles;
        for (int i = 0; i < device->count(); ++i) {
            device->setCurrentIndex(i);
            emit device->activated(i);
            titles << textOf(page.chart().chart()).footer;
        }

        QCOMPARE(titles.size(), 3);
        for (const auto& name : {QStringLiteral("A100"), QStringLiteral("V100"), QStringLiteral("T4")})
            QCOMPARE(titles.filter(name).size(), 1);
    }

    void everyDataTypeIsDrawnAndNamed()
    {
        const auto tableIn = [](core::DataType type) {
            auto run = *test::firstRecord();
            run.plan.visits.front().workload.dtype = run.visits.front().workload.dtype = type;
            return core::tableOf(run);
        };
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        t.window->showPage(PageId::Compare);
        const auto foot = [&] { return textOf(page.chart().chart()).footer; };

        page.add(tableIn(core::DataType::BFloat16));
        page.add(tableIn(core::DataType::BFloat16));

        auto* type = test::widgetNamed<QComboBox>(page, QStringLiteral("Data type"));
        QVERIFY(!type->isVisible());
        QVERIFY(!isEmpty(page.chart().chart()));
        QCOMPARE(foot().count(QStringLiteral(" · bfloat16 · random weights (seed 0)")), 2);

        page.add(tableIn(core::DataType::Float32)); // nothing is common to the three
        const auto subtitle = [&] { return textOf(page.chart().chart()).subtitle; };
        QVERIFY(isEmpty(page.chart().chart()));
        QVERIFY2(subtitle().contains(QStringLiteral("“Show missing” adds")), qPrintable(subtitle()));
        page.setShowsMissing(true);
        QVERIFY(!subtitle().contains(QStringLiteral("Show missing")));
        QVERIFY(type->isVisible());
        QCOMPARE(type->currentText(), QStringLiteral("bfloat16")); // the base's
        type->setCurrentIndex(type->findText(QStringLiteral("float32")));
        emit type->activated(type->currentIndex());

        QVERIFY(!isEmpty(page.chart().chart()));
        QCOMPARE(foot().count(QStringLiteral(" · float32 · ")), 1);
    }

    void actionsActOnWhatThePageShows()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) { settings.pictureLanguage = LanguageChoice::Japanese; });
        test::openStudy(t);
        const auto& actions = t.window->actions();
        auto& page = t.window->comparePage();
        t.window->showPage(PageId::Compare);
        QVERIFY(!actions.copyChart->isEnabled() && !actions.copyMarkdown->isEnabled());

        page.add(test::guideOn(t.backend, "A100"));
        page.add(test::guideOn(t.backend, "T4"));

        actions.copyChart->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().text(QStringLiteral("Title")),
            textOf(page.chart().chart()).title);
        actions.copyMarkdown->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(page.differencesText()));
        const auto before = page.chart().grab().toImage();
        actions.zoomIn->trigger();
        page.chart().redraw();
        QVERIFY(page.chart().grab().toImage() != before);

        const QString path = t.folder.filePath(QStringLiteral("compared.png"));
        actions.exportChart->trigger();
        QMetaObject::invokeMethod(t.window->findChild<ExportDialog*>(), "accept");
        auto* dialog = t.window->findChild<QFileDialog*>();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        const QString title = QImage(path).text(QStringLiteral("Title"));
        QVERIFY2(title.contains(QStringLiteral("バッチサイズ")), qPrintable(title));
    }

    void whatActsOnARunAloneIsOffWhileRunsAreCompared()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        const auto& a = t.window->actions();
        const std::vector<QAction*> ofRun{a.exportAll, a.exportCsv, a.reportHtml, a.chartOrTable, a.details,
            a.guideTables->menuAction(), a.logarithmic};
        const auto isOn = [](const QAction* action) { return action->isEnabled(); };

        QVERIFY(std::all_of(ofRun.begin(), ofRun.end(), isOn));
        t.window->showPage(PageId::Compare);
        QVERIFY(std::none_of(ofRun.begin(), ofRun.end(), isOn));
        QVERIFY(a.saveAs->isEnabled());
        t.window->showPage(PageId::Results);
        QVERIFY(std::all_of(ofRun.begin(), ofRun.end(), isOn));
    }

    void columnsOfAnotherProgramAreAskedFor()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("theirs.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Model,Batch Size,Latency (us),Remark\nViT,4,1500,x\nViT,16,OOM,y\n");
        file.close();

        page.addFile(path.toStdString());
        t.settle();

        auto* dialog = page.findChild<ColumnsDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->mapping().model, std::string("Model"));
        QCOMPARE(dialog->mapping().batch, std::string("Batch Size"));
        QCOMPARE(dialog->mapping().time, std::string("Latency (us)"));
        QVERIFY(dialog->mapping().unit == core::TimeUnit::Microseconds);
        dialog->accept();
        t.settle();
        QCOMPARE(page.sources().size(), std::size_t(1));
        QCOMPARE(*page.sources()[0].rows[0].mean_s, 1.5e-3);
        QVERIFY(page.sources()[0].rows[1].outcome == core::Outcome::OutOfMemory);
    }

    void aTableWithoutAModelOrATimeCannotBeChosen()
    {
        ColumnsDialog dialog(QStringLiteral("x.csv"), {"a", "b"}, nullptr);
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);

        QVERIFY(!ok->isEnabled());
        QVERIFY(dialog.mapping().model.empty());
    }

    void fiveAreTheMost()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        for (int i = 0; i < 6; ++i)
            page.add(test::guideOn(t.backend, "A100"));

        QCOMPARE(page.sources().size(), std::size_t(5));
    }

    void theModelKeepsItsRules()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        test::FakeBackend backend;
        auto compared = std::make_shared<Compared>();
        compared->tables = {
            test::guideOn(backend, "A100"), test::guideOn(backend, "V100"), test::guideOn(backend, "T4")};
        compared->comparison = core::compareTables(compared->tables).value();

        model.clear();
        model.setCompared(compared);
        QCOMPARE(model.columnCount(), 4 + 1 + 2 * 4);
        QCOMPARE(model.markdown({0, 1}).count(QLatin1Char('\n')), 4);
        model.clear();

        QCOMPARE(model.rowCount(), 0);
    }

    void aFolderOfReportsIsAdded()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.add(test::guideOn(t.backend, "A100"));
        auto* folder = addEntry(page, QStringLiteral("Folder of optimum-benchmark…"));
        QVERIFY(folder);

        folder->trigger();
        auto* dialog = page.findChild<QFileDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
        dialog->selectFile(QStringLiteral(INFEROMETER_TEST_DATA "/optimum_benchmark"));
        QMetaObject::invokeMethod(dialog, "accept");
        t.settle();
        t.settle();

        QCOMPARE(page.sources().size(), std::size_t(2));
        QVERIFY(page.sources()[1].kind == core::SourceKind::Imported);
        QCOMPARE(page.sources()[1].rows.size(), std::size_t(2));
    }

    void selectedRunsOfTheHistoryAreCompared()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto* table = t.window->historyPage().findChild<QTableView*>();
        table->selectAll();

        test::buttonNamed(t.window->historyPage(), QStringLiteral("Compare"))->click();
        t.settle();

        QCOMPARE(t.window->page(), PageId::Compare);
        QCOMPARE(t.window->comparePage().sources().size(), std::size_t(3));
    }
};

int tst_compare(int argc, char* argv[])
{
    return test::runTest<CompareTest>(argc, argv);
}

#include "tst_compare.moc"
