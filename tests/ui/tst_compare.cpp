// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"
#include "tests/support/sample_record.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_view.h"
#include "ui/models/pinned.h"
#include "ui/models/study_cells.h"
#include "ui/pages/columns_dialog.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/results_page.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

core::StudyTable guideOn(const test::FakeBackend& backend, const std::string& device)
{
    return core::ofDevice(backend.publishedTables().value().front(), device);
}

std::shared_ptr<const Pinned> pinned(core::StudyTable table)
{
    return std::make_shared<const Pinned>(Pinned{QStringLiteral("pinned"), std::move(table)});
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

/// Runs and published tables side by side, and what is pinned beside a run.
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

        page.add(guideOn(t.backend, "A100"));
        page.add(guideOn(t.backend, "T4"));

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
        page.add(guideOn(t.backend, "A100"));
        t.window->showPage(PageId::Compare);

        QVERIFY(test::says(page, QStringLiteral("Device: ")));
        QVERIFY(!test::says(page, QStringLiteral("device_name")));
        t.language->apply(LanguageChoice::Japanese);
        QCoreApplication::processEvents();
        QVERIFY(test::says(page, QStringLiteral("デバイス: ")));
        QVERIFY(!test::says(page, QStringLiteral("Device: ")));
    }

    void whatIsMissingIsAWordAndShownOnRequest()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.add(guideOn(t.backend, "V100"));
        page.add(guideOn(t.backend, "A100"));
        const int common = page.table().model()->rowCount();

        page.setShowsMissing(true);

        QVERIFY(page.table().model()->rowCount() > common);
        const QString name = QString::fromStdString(page.sources().front().label);
        const auto times = column(page.table(), name);
        QVERIFY(times.contains(QStringLiteral("not published")));
        QVERIFY(times.contains(QStringLiteral("OOM")));
        QVERIFY(!times.contains(milliseconds(QLocale(), 0)));
    }

    void anotherBaseTurnsTheChangesRound()
    {
        test::WindowUnderTest t;
        auto& page = t.window->comparePage();
        page.add(guideOn(t.backend, "A100"));
        page.add(guideOn(t.backend, "T4"));
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
            page.add(guideOn(t.backend, "A100"));

        QCOMPARE(page.sources().size(), std::size_t(5));
    }

    void theModelKeepsItsRules()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        test::FakeBackend backend;
        auto compared = std::make_shared<Compared>();
        compared->tables = {guideOn(backend, "A100"), guideOn(backend, "V100"), guideOn(backend, "T4")};
        compared->comparison = core::compareTables(compared->tables).value();

        model.clear();
        model.setCompared(compared);
        QCOMPARE(model.columnCount(), 4 + 1 + 2 * 4);
        QCOMPARE(model.markdown({0, 1}).count(QLatin1Char('\n')), 4);
        model.clear();

        QCOMPARE(model.rowCount(), 0);
    }

    void aPinnedRunIsTheSameAsItself()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(core::tableOf(*record)));
        int compared = 0;

        for (int row = 0; row < view.rowCount(); ++row) {
            const auto* cell = view.pinnedCell(row);
            QVERIFY(cell);
            if (!core::isTimed(view.row(row).outcome) || view.row(row).outcome != core::Outcome::Measured)
                continue;
            ++compared;
            QCOMPARE(judgement(*cell), QStringLiteral("same"));
        }

        QVERIFY(compared > 10);
    }

    void theGuideBesideCppRowsIsAnotherEngine()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(guideOn(backend, "A100")));
        int cpp = 0;
        int python = 0;

        for (int row = 0; row < view.rowCount(); ++row) {
            const auto* cell = view.pinnedCell(row);
            if (!cell)
                continue;
            const bool isCpp = view.row(row).variant().engine == core::Engine::Cpp;
            (isCpp ? cpp : python) += 1;
            QCOMPARE(cell->isSameEngine, !isCpp);
            QVERIFY(!cell->difference.verdict);
            if (isCpp)
                QCOMPARE(judgement(*cell), QStringLiteral("different engine"));
        }

        QVERIFY(cpp > 0);
    }

    void chartsHaveAHuePerRunAndAHatchForWhatIsCompiled()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(core::tableOf(*record)));
        const auto chart = durationChart(view, firstOptions(view), QLocale::c());

        const auto& series = chart.panels.front().series;
        QVERIFY(series.size() >= 4);
        for (std::size_t i = 0; i < series.size(); ++i) {
            const bool isPinned = series[i].name.startsWith(QStringLiteral("pinned"));
            QCOMPARE(series[i].style.paint, isPinned ? Paint::Orange : Paint::Blue);
            QCOMPARE(
                series[i].style.hatch == Hatch::None, series[i].name.contains(QStringLiteral("no compile")));
        }
        improvementChart(view, firstOptions(view), QLocale::c()); // its lines and notes are of the run alone
    }

    void thePageShowsWhatIsPinnedUntilNothingIs()
    {
        test::WindowUnderTest t;
        t.window->openRun(t.backend.runs.back().file);
        t.settle();
        auto& page = t.window->resultsPage();
        const auto shownColumns = [&] {
            auto* table = page.findChild<QTableView*>();
            int count = 0;
            for (int i = 0; i < table->model()->columnCount(); ++i)
                count += table->isColumnHidden(i) ? 0 : 1;
            return count;
        };
        const int before = shownColumns();

        page.setPinned(pinned(guideOn(t.backend, "A100")));
        QCOMPARE(shownColumns(), before + 2);
        page.setPinned(nullptr);

        QCOMPARE(shownColumns(), before);
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

QTEST_MAIN(CompareTest)
#include "tst_compare.moc"
