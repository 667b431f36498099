// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/selection.h"
#include "core/store/run_reader.h"
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/ui_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/models/conditions.h"
#include "ui/models/headline.h"
#include "ui/models/history_model.h"
#include "ui/models/metrics.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/result_columns.h"
#include "ui/models/result_table_model.h"
#include "ui/models/run_summary.h"
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

    void captionsNameEveryCudaAndTheAttention()
    {
        const auto caption = [](const core::RunRecord& record) {
            return conditionsLine(
                QLocale::c(), *viewOf(std::make_shared<const core::RunRecord>(record)), {0, 1, 2, 3});
        };
        auto record = *test::firstRecord();
        QVERIFY(!caption(record).contains(QStringLiteral("attention")));

        auto& visit = record.visits.front();
        visit.attention = core::Attention::Eager;
        visit.workload.device = {core::DeviceKind::Cuda, 0};
        record.plan.visits.front().workload.device = visit.workload.device;
        for (auto& row : visit.rows)
            row.result.versions["cuda"] = row.result.variant.engine == core::Engine::Cpp ? "12.8" : "12.6";

        const QString shown = caption(record);
        QVERIFY2(shown.contains(QStringLiteral(" · CUDA 12.8, CUDA 12.6 · ")), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral(" · attention: plain (eager) · ")), qPrintable(shown));
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

    void aRowThatMovedIsOnTheMachineThatMeasuredIt()
    {
        const RunView view(test::movedRecord());
        const core::Device there{core::DeviceKind::Cpu, 0, "new"};

        const int moved = view.find({"resnet", there, 1, core::DataType::Float32}, view.variants().back());

        QVERIFY(moved >= 0);
        QCOMPARE(view.row(moved).record()->target, std::string("new"));
        QCOMPARE(view.devices().size(), std::size_t{3});
        QCOMPARE(view.hardwareName(there), QStringLiteral("new · AMD EPYC 9654"));
    }

    void whatOneMachineMeasuredForTwoIsComparedWithinItsVisit()
    {
        auto record = *test::placesRecord();
        record.visits.back().target = "local";
        const RunView view(std::make_shared<const core::RunRecord>(record));

        QCOMPARE(view.devices().size(), std::size_t{1});
        for (const auto& row : view.rows()) {
            if (row.baseline >= 0)
                QCOMPARE(view.row(row.baseline).flat.visit, row.flat.visit);
        }
    }

    void devicesAreNeverPooledInAHeadline()
    {
        const auto twoDevices = [] {
            core::RunRecord run = *test::firstRecord();
            auto planned = run.plan.visits.front();
            auto record = run.visits.front();
            planned.workload.device = {core::DeviceKind::Cuda, 0};
            planned.id = core::visitId(planned.workload);
            record.visit = planned.id;
            record.workload = planned.workload;
            record.conditions.deviceName = "NVIDIA H100 80GB HBM3";
            for (auto& row : record.rows) {
                if (row.conclusions && row.conclusions->speedup) {
                    row.conclusions->speedup->value *= 3;
                    row.conclusions->improvement_percent->value =
                        (1 - 1 / row.conclusions->speedup->value) * 100;
                }
            }
            run.plan.visits.push_back(planned);
            run.visits.push_back(record);
            return std::make_shared<const core::RunRecord>(std::move(run));
        };
        const RunView view(twoDevices());

        const auto headline = headlineOf(view);

        QCOMPARE(headline.gains.size(), std::size_t{4}); // two engines on two devices
        for (const auto& gain : headline.gains) {
            QCOMPARE(gain.counted, 1);
            const bool isGpu = gain.place.contains(QStringLiteral("H100"));
            QVERIFY(isGpu || gain.place.contains(QStringLiteral("Intel Xeon")));
            const core::Device device{isGpu ? core::DeviceKind::Cuda : core::DeviceKind::Cpu, 0};
            const int row = view.find({"resnet", device, 1, core::DataType::Float32}, gain.variant);
            QVERIFY(qAbs(gain.geometricMean - view.row(row).conclusions()->speedup->value) < 1e-9);
        }
        QCOMPARE(view.row(headline.best).workload().device.kind, core::DeviceKind::Cuda);
        const auto summary = summaryOf(view, "/history/two.inferometer.jsonl");
        QCOMPARE(summary.gains.size(), std::size_t{4});
        HistoryModel history;
        history.setRuns({summary});
        QVERIFY(history.index(0, HistoryModel::GainColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("H100 80GB HBM3: ")));
        QVERIFY(headlineOf(RunView(test::firstRecord())).gains.front().place.isEmpty());
    }

    void anOutputThatIsWrongAfterMeasuringIsNotVerified()
    {
        core::RunRecord run = *test::firstRecord();
        auto& result = run.visits.front().rows[1].result;
        result.after->isPassed = false;
        result.after->maxAbsError = 0.7;
        result.after->reason = {"output-differs", {"0", "0.7", "0.001"}};
        auto& earlier = run.visits.front().rows[2].result;
        earlier.before->isPassed = false;
        const RunView view(std::make_shared<const core::RunRecord>(run));

        QVERIFY(!view.row(1).verification()->isPassed);
        QCOMPARE(view.row(1).verification()->reason.code, std::string("output-differs"));
        QCOMPARE(
            resultColumns()[static_cast<std::size_t>(columnNamed("Output error"))].value(view, view.row(1)),
            QVariant(0.7));
        QVERIFY(!view.row(2).verification()->isPassed);
        QVERIFY(view.row(3).verification()->isPassed);
        QVERIFY(!RunView(test::emptyRecord()).row(0).verification());
    }

    void theTableHoldsWhatTheChartsShow()
    {
        const auto view = viewOf(test::studyRecord());
        const auto columns = resultColumns();
        const int row = view->find({"vit", {}, 4, core::DataType::Float32}, view->variants().front());
        const auto& shown = view->row(row);
        const auto value = [&](const char* header) {
            const int column = columnNamed(header);
            return column < 0 ? QVariant() : columns[static_cast<std::size_t>(column)].value(*view, shown);
        };

        QCOMPARE(value("Lower quartile"), QVariant(shown.conclusions()->q1_s));
        QCOMPARE(value("Upper quartile"), QVariant(shown.conclusions()->q3_s));
        QCOMPARE(value("Fastest"), QVariant(shown.conclusions()->min_s));
        QCOMPARE(value("Slowest"), QVariant(shown.conclusions()->max_s));
        QCOMPARE(value("Time per image"), QVariant(shown.conclusions()->mean_s / 4));
        QVERIFY(value("Measured in").toString().contains(QStringLiteral("process of its own")));
    }

    void ownModelsHaveTheirOwnWeightsAndAReasonWhereTheyCannotRun()
    {
        core::OwnModel mine;
        mine.name = mine.label = "mine";
        mine.source = {core::ModelKind::Program, {}, {}, "/tmp/net.pt2", "net.pt2", "1a2b"};
        auto gone = mine;
        gone.name = gone.label = "gone";
        ModelTreeModel tree;
        const QAbstractItemModelTester tester(&tree, strict);
        tree.setModels({core::catalogModel(mine), core::catalogModel(gone)});
        tree.setAllChecked(true);
        QSignalSpy changed(&tree, &ModelTreeModel::checkedChanged);

        tree.setStates({{"mine", {ModelState::Kind::Own, 0, {}}},
            {"gone", {ModelState::Kind::NotRunnable, 0, {"model-file-missing", {"/tmp/net.pt2"}}}}});

        const auto task = tree.index(0, 0);
        const auto state = [&](int row) {
            return tree.index(row, ModelTreeModel::StateColumn, task).data().toString();
        };
        QCOMPARE(state(0), QStringLiteral("own weights"));
        QCOMPARE(
            state(1), QStringLiteral("not runnable: The model's file '/tmp/net.pt2' can no longer be read."));
        QCOMPARE(tree.checked(), std::vector<std::string>{"mine"});
        QCOMPARE(changed.count(), 1);
        const auto flags = tree.flags(tree.index(1, 0, task)); // to be edited or removed, not to be checked
        QVERIFY(flags.testFlag(Qt::ItemIsEnabled) && !flags.testFlag(Qt::ItemIsUserCheckable));
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

int tst_models(int argc, char* argv[])
{
    return test::runTest<ModelsTest>(argc, argv);
}

#include "tst_models.moc"
