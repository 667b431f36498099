// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "ui/charts/chart_builder.h"
#include "ui/models/headline.h"
#include "ui/models/history_model.h"
#include "ui/models/metrics.h"
#include "ui/models/result_columns.h"
#include "ui/models/result_table_model.h"
#include "ui/models/table_text.h"
#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::shared_ptr<const RunView> viewOf(const std::shared_ptr<const core::RunRecord>& record)
{
    return std::make_shared<const RunView>(record);
}

int columnNamed(const char* header)
{
    const auto columns = resultColumns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (qstrcmp(columns[i].header, header) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

/// Tables and trees of the window.
class ModelsTest : public QObject {
    Q_OBJECT

private slots:
    void theResultTableHoldsEveryPlannedRow()
    {
        ResultTableModel model;
        const QAbstractItemModelTester tester(&model, strict);

        model.setView(viewOf(test::studyRecord()));

        QCOMPARE(model.rowCount(), 12 * 3 * 5);
        QCOMPARE(model.columnCount(), static_cast<int>(resultColumns().size()));
        QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    }

    void clearingAnEmptyModelIsHarmless()
    {
        ResultTableModel results;
        const QAbstractItemModelTester resultsTester(&results, strict);
        HistoryModel history;
        const QAbstractItemModelTester historyTester(&history, strict);
        ModelTreeModel tree;
        const QAbstractItemModelTester treeTester(&tree, strict);

        results.clear();
        history.clear();
        tree.clear();
        results.setView(viewOf(test::firstRecord()));
        results.clear();

        QCOMPARE(results.rowCount(), 0);
        QCOMPARE(history.rowCount(), 0);
        QCOMPARE(tree.rowCount(), 0);
    }

    void aGrowingRunKeepsItsRows()
    {
        ResultTableModel model;
        const QAbstractItemModelTester tester(&model, strict);
        model.setView(viewOf(test::emptyRecord()));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        model.setView(viewOf(test::firstRecord()));

        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(model.rowCount(), 4);
    }

    void whatWasNotMeasuredIsADashAndNeverZero()
    {
        ResultTableModel model;
        const auto view = viewOf(test::studyRecord());
        model.setView(view);
        const int mean = columnNamed("Mean");

        for (int row = 0; row < model.rowCount(); ++row) {
            if (core::isTimed(view->row(row).outcome))
                continue;
            QCOMPARE(model.index(row, mean).data().toString(), absent());
            QVERIFY(!model.index(row, mean).data(ResultTableModel::SortRole).isValid());
        }
    }

    void wrongOutputsHaveATimeButNoImprovement()
    {
        const auto view = viewOf(test::studyRecord());
        int found = 0;
        for (const auto& row : view->rows()) {
            if (row.outcome != core::Outcome::WrongOutput)
                continue;
            ++found;
            QVERIFY(reading(row, Metric::Mean, false, ErrorBars::None));
            QVERIFY(!hasImprovement(row));
        }
        QCOMPARE(found, 1);
    }

    void sortingPutsTheUnmeasuredLastInBothDirections()
    {
        ResultTableModel model;
        model.setView(viewOf(test::studyRecord()));
        ResultSortModel sorted;
        const QAbstractItemModelTester tester(&sorted, strict);
        sorted.setSourceModel(&model);
        const int mean = columnNamed("Mean");

        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            sorted.sort(mean, order);

            bool wasAbsent = false;
            for (int row = 0; row < sorted.rowCount(); ++row) {
                const bool isAbsent = !sorted.index(row, mean).data(ResultTableModel::SortRole).isValid();
                QVERIFY(isAbsent || !wasAbsent);
                wasAbsent = isAbsent;
            }
            QVERIFY(wasAbsent);
        }
    }

    void markdownHasACaptionAndOneLinePerRow()
    {
        const auto view = viewOf(test::firstRecord());

        const QString text = markdownTable(QLocale(QLocale::English), *view, {0, 1, 2, 3}, {1, 4, 5, 6, 7});

        const QStringList lines = text.trimmed().split(QLatin1Char('\n'));
        QVERIFY(lines[0].contains(QStringLiteral("Intel Xeon Platinum 8481C")));
        QVERIFY(lines[0].contains(QStringLiteral("2.15.0")));
        QCOMPARE(lines.size(), 1 + 1 + 2 + 4);
    }

    void tabSeparatedTextLeavesTheUnmeasuredEmpty()
    {
        const auto view = viewOf(test::emptyRecord());

        const QString text = tabSeparated(QLocale(QLocale::English), *view, {0}, {1, columnNamed("Mean")});

        const QStringList lines = text.split(QLatin1Char('\n'));
        QVERIFY(lines[0].contains(QStringLiteral("C++ engine")));
        QCOMPARE(lines.mid(1), QStringList({QStringLiteral("Model\tMean"), QStringLiteral("ResNet\t"), {}}));
    }

    void theShippedSampleIsAWholeRunAndMarked()
    {
        const auto folder = test::FakeBackend().sampleImage().parent_path().parent_path();

        const auto file = core::readRun(folder / "sample.inferometer.jsonl");

        QVERIFY(file);
        QVERIFY(file->problems.empty());
        QVERIFY(file->run.isSample);
        const RunView view(std::make_shared<const core::RunRecord>(file->run));
        QVERIFY(view.rowCount() >= 2);
        for (const auto& row : view.rows())
            QVERIFY(row.record());
    }

    /// Whoever opens the sample first is to see every chart at once. Those that it cannot fill are named
    /// here.
    void theShippedSampleFillsEveryChartButThese()
    {
        const auto folder = test::FakeBackend().sampleImage().parent_path().parent_path();
        const auto file = core::readRun(folder / "sample.inferometer.jsonl");
        QVERIFY(file);
        const RunView view(std::make_shared<const core::RunRecord>(file->run));
        auto options = firstOptions(view);
        options.row = 0;
        std::vector<ChartKind> poor;

        for (const auto& kind : core::Words<ChartKind>::all) {
            const bool comparesNothing = kind.value == ChartKind::Places && view.devices().size() < 2;
            if (comparesNothing || isEmpty(buildChart(kind.value, view, options)))
                poor.push_back(kind.value);
        }

        QCOMPARE(poor, (std::vector{ChartKind::Places, ChartKind::Split}));
    }

    void theTreeChecksTasksAndModels()
    {
        test::FakeBackend backend;
        ModelTreeModel tree;
        const QAbstractItemModelTester tester(&tree, strict);
        tree.setModels(backend.catalog().models());
        QCOMPARE(tree.modelCount(), static_cast<int>(backend.catalog().models().size()));
        QCOMPARE(tree.rowCount(), 3);
        const QModelIndex task = tree.index(0, 0);

        tree.setData(tree.index(0, 0, task), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(task.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        tree.setData(task, Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(task.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QCOMPARE(static_cast<int>(tree.checked().size()), tree.rowCount(task));
        tree.setAllChecked(false);
        QVERIFY(tree.checked().empty());
    }

    void modelsThatCannotRunAreNeitherCheckedNorEnabled()
    {
        test::FakeBackend backend;
        ModelTreeModel tree;
        const QAbstractItemModelTester tester(&tree, strict);
        tree.setModels(backend.catalog().models());
        tree.setStates(backend.modelStates());

        tree.setAllChecked(true);

        const auto runnable = static_cast<int>(backend.catalog().models().size()) - 1;
        QCOMPARE(static_cast<int>(tree.checked().size()), runnable);
        ModelFilterModel filter;
        const QAbstractItemModelTester filterTester(&filter, strict);
        filter.setSourceModel(&tree);
        filter.setOnlyRunnable(true);
        int shown = 0;
        for (int i = 0; i < filter.rowCount(); ++i)
            shown += filter.rowCount(filter.index(i, 0));
        QCOMPARE(shown, runnable);
        filter.setFilterFixedString(QStringLiteral("detr"));
        QCOMPARE(filter.rowCount(), 1);
    }

    void theHistoryIsFoundByModelAndLabel()
    {
        test::FakeBackend backend;
        HistoryModel history;
        const QAbstractItemModelTester tester(&history, strict);
        HistoryFilterModel filter;
        const QAbstractItemModelTester filterTester(&filter, strict);
        filter.setSourceModel(&history);
        history.setRuns(backend.history());

        filter.setFilterFixedString(QStringLiteral("conditional"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setFilterFixedString(QString());
        history.remove(0);
        history.insert(0, backend.history().front());
        history.rename(0, "new name", "a note");

        QCOMPARE(history.index(0, HistoryModel::LabelColumn).data().toString(), QStringLiteral("new name"));
        QCOMPARE(history.rowCount(), 3);
    }

    void theHeadlineCountsOnlyVerifiedRows()
    {
        const RunView view(test::studyRecord());

        const auto headline = headlineOf(view);

        QCOMPARE(headline.planned, 180);
        QVERIFY(headline.outcomes.at(core::Outcome::OutOfMemory) > 0);
        QVERIFY(headline.best >= 0);
        for (const auto& gain : headline.gains) {
            QVERIFY(!gain.variant.isBaseline());
            QCOMPARE(gain.counted + gain.excluded, 36);
        }
    }

    void hardwareNamesLoseTheirNoise()
    {
        QCOMPARE(shortHardwareName(QStringLiteral("Intel(R) Xeon(R) CPU @ 2.20GHz")),
            QStringLiteral("Intel Xeon"));
        QCOMPARE(
            shortHardwareName(QStringLiteral("NVIDIA H100 80GB HBM3")), QStringLiteral("H100 80GB HBM3"));
        QCOMPARE(shortHardwareName(QStringLiteral("AMD EPYC 7B13 64-Core Processor")),
            QStringLiteral("AMD EPYC 7B13"));
        QCOMPARE(shortHardwareName(QStringLiteral("Tesla V100")), QStringLiteral("V100"));
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
