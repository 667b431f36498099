// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/reference.h"
#include "tests/support/sample_record.h"
#include "tests/ui/chart_values.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/models/pinned.h"
#include "ui/models/study_cells.h"
#include "ui/pages/history_page.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"

#include <QMap>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

namespace {

std::shared_ptr<const Pinned> pinned(core::StudyTable table)
{
    return std::make_shared<const Pinned>(Pinned{QStringLiteral("pinned"), std::move(table)});
}

/// The same run, pinned from its file: with its samples.
std::shared_ptr<const Pinned> pinned(const std::shared_ptr<const core::RunRecord>& record)
{
    const auto run = std::make_shared<const RunView>(record);
    return std::make_shared<const Pinned>(Pinned{QStringLiteral("pinned"), run->table(), run});
}

BarChart barsOf(ChartKind kind, const RunView& view, const ChartOptions& options)
{
    return std::get<BarChart>(buildChart(kind, view, options, QLocale::c()));
}

const BarSeries& seriesNamed(const BarChart& chart, const QString& name)
{
    const auto& series = chart.panels.front().series;
    return *std::find_if(
        series.begin(), series.end(), [&](const BarSeries& each) { return each.name == name; });
}

} // namespace

/// What is pinned beside a run: in its charts and its table, and how it gets there.
class PinnedTest : public QObject {
    Q_OBJECT

private slots:
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
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));
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
        QVERIFY(python > 0);
    }

    void theGuidesSeriesBesideARunIsCalledPython()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));
        auto cpp = firstOptions(view);
        std::erase_if(cpp.variants, [](const auto& each) { return each.engine == core::Engine::Python; });
        const QString python = QStringLiteral("pinned · Python · default");

        for (const auto kind :
            {ChartKind::Duration, ChartKind::Improvement, ChartKind::Scaling, ChartKind::Places}) {
            const auto chart = barsOf(kind, view, cpp);
            QVERIFY2(test::namesOf(chart).contains(python),
                qPrintable(test::namesOf(chart).join(QLatin1Char('|'))));
            QVERIFY(!test::namesOf(chart).contains(QStringLiteral("pinned · C++ · default")));
            int marked = 0;
            for (const auto& cell : seriesNamed(chart, python).cells) {
                QCOMPARE(cell.value && cell.label.contains(QStringLiteral("different engine")),
                    cell.value.has_value());
                marked += cell.value ? 1 : 0;
            }
            QVERIFY(marked > 0);
        }
    }

    void theGuidesSeriesStandsOnceBesideBothEngines()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));
        const auto options = firstOptions(view); // no compile and default of both

        const auto chart = improvementChart(view, options, QLocale::c());

        const QString python = QStringLiteral("pinned · Python · default");
        QCOMPARE(test::namesOf(chart).count(python), 1);
        const auto& cells = seriesNamed(chart, python).cells;
        QVERIFY(std::any_of(cells.begin(), cells.end(), [](const BarCell& cell) {
            return cell.value && !cell.label.contains(QStringLiteral("different engine"));
        }));
    }

    void everyChartOfARunBesideItselfShowsEachBarTwice()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(record));
        const auto options = firstOptions(view);

        for (const auto& kind : core::Words<ChartKind>::all) {
            if (kind.value == ChartKind::Samples)
                continue;
            const auto chart = barsOf(kind.value, view, options);
            for (const auto& panel : chart.panels) {
                QMap<qint64, int> own; // how often each value stands there
                QMap<qint64, int> beside;
                for (const auto& series : panel.series) {
                    for (const auto& cell : series.cells) {
                        QVERIFY(!series.isPinned || cell.row < 0);
                        if (cell.value)
                            ++(series.isPinned ? beside : own)[qRound64(*cell.value * 1e6)];
                    }
                }
                QVERIFY2(!own.isEmpty(), kind.word.data());
                QVERIFY2(own == beside, kind.word.data());
            }
        }
    }

    void theBatchComparisonHasAHuePerRunAndAHatchPerSize()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(record));

        const auto series = barsOf(ChartKind::Batch, view, firstOptions(view)).panels.front().series;

        QCOMPARE(series.size(), std::size_t{3 * 2 * 2});
        for (std::size_t i = 0; i < series.size(); ++i) {
            QCOMPARE(series[i].style.paint, series[i].isPinned ? Paint::Orange : Paint::Blue);
            QCOMPARE(series[i].name.startsWith(QStringLiteral("pinned · batch ")), series[i].isPinned);
            QCOMPARE(
                !isDiagonal(series[i].style.hatch), series[i].name.contains(QStringLiteral("no compile")));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(series[i].style != series[j].style);
        }
    }

    void modesOfCppBesideTheGuideSayThatItIsAnotherEngine()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));
        const auto chart = barsOf(ChartKind::Modes, view, firstOptions(view));
        int cpp = 0;
        int python = 0;

        QVERIFY(chart.hasLegend);
        for (const auto& panel : chart.panels)
            QCOMPARE(panel.series.size(), std::size_t{2});
        for (std::size_t i = 0; i < chart.groups.size(); ++i) {
            const auto& cell = chart.panels[0].series[1].cells[i];
            if (!cell.value)
                continue;
            const bool isCpp = chart.groups[i].section == QStringLiteral("C++");
            (isCpp ? cpp : python) += 1;
            QCOMPARE(cell.label.contains(QStringLiteral("different engine")), isCpp);
            QVERIFY(!chart.panels[1].series[1].cells[i].value); // nobody published how long it compiled
        }
        QVERIFY(cpp > 0 && python > 0);
    }

    void ofTheWayFromPythonTheGuideKnowsOnlyItsOwnStep()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));

        const auto chart = barsOf(ChartKind::Split, view, firstOptions(view));

        QCOMPARE(test::namesOf(chart).filter(QStringLiteral("pinned")),
            QStringList{QStringLiteral("pinned · Compiling in Python")});
        const auto isVit = [](const BarGroup& group) { return group.label == QStringLiteral("ViT"); };
        const auto place =
            std::find_if(chart.groups.begin(), chart.groups.end(), isVit) - chart.groups.begin();
        const auto& vit = seriesNamed(chart, QStringLiteral("pinned · Compiling in Python"))
                              .cells.at(static_cast<std::size_t>(place));
        QVERIFY2(qAbs(*vit.value - (1 - 7.584 / 9.325) * 100) < 1e-9, qPrintable(vit.label));
        QVERIFY(!vit.low && !vit.high);
    }

    void samplesOfAPinnedRunStandBesideItsOwn()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(record));

        const auto chart =
            std::get<SamplesChart>(buildChart(ChartKind::Samples, view, firstOptions(view), QLocale::c()));

        QCOMPARE(chart.series.size(), std::size_t{4});
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(!chart.series[i].isPinned && chart.series[i + 2].isPinned);
            QVERIFY(chart.series[i].value == chart.series[i + 2].value);
            QCOMPARE(chart.series[i].style.paint, Paint::Blue);
            QCOMPARE(chart.series[i + 2].style.paint, Paint::Orange);
        }
        QVERIFY(!chart.text.subtitle.contains(QStringLiteral("without single inferences")));
    }

    void publishedMeansHaveNoSamplesAndSaySo()
    {
        test::FakeBackend backend;
        const auto view = RunView(test::studyRecord()).withPinned(pinned(test::guideOn(backend, "A100")));
        auto options = firstOptions(view);
        options.row = view.find({"vit", options.device, 1, options.dtype},
            core::Variant{core::Engine::Python, core::CompileMode::Default});

        const auto chart =
            std::get<SamplesChart>(buildChart(ChartKind::Samples, view, options, QLocale::c()));

        QCOMPARE(chart.series.size(), std::size_t{2});
        const auto wanted = QStringLiteral("pinned · Python · default: 7.584 ms, published mean only");
        QVERIFY2(chart.text.subtitle.contains(wanted), qPrintable(chart.text.subtitle));
    }

    void aChartWithoutThePinSaysThatNothingStandsThere()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(test::firstRecord()));
        auto options = firstOptions(view);
        options.batch = 16;
        options.row = view.find({"vit", options.device, 16, options.dtype}, core::Variant{});
        options.scaled = {"vit"};

        for (const auto& kind : core::Words<ChartKind>::all) {
            const auto chart = buildChart(kind.value, view, options, QLocale::c());
            const bool isSaid = textOf(chart).subtitle.contains(
                QStringLiteral("Nothing that is pinned stands beside these rows."));
            QCOMPARE(isSaid, kind.value != ChartKind::Batch); // which has batch 1 of ResNet-50
        }
    }

    void aMedianHasNoPublishedMeanBesideItButThatOfAPinnedRun()
    {
        test::FakeBackend backend;
        const auto record = test::studyRecord();
        const RunView alone(record);
        auto options = firstOptions(alone);
        options.metric = Metric::Median;

        const auto guide =
            barsOf(ChartKind::Duration, alone.withPinned(pinned(test::guideOn(backend, "A100"))), options);
        const auto run = barsOf(ChartKind::Duration, alone.withPinned(pinned(record)), options);

        QVERIFY(test::namesOf(guide).filter(QStringLiteral("pinned")).isEmpty());
        QVERIFY(guide.text.subtitle.contains(QStringLiteral("Only means are known of what is pinned")));
        QVERIFY(!guide.text.footer.contains(QStringLiteral("published means"))); // of which it shows none
        QCOMPARE(run.panels.front().series[0].cells[0].value, run.panels.front().series[1].cells[0].value);
        QVERIFY(!run.text.subtitle.contains(QStringLiteral("pinned")));
    }

    void theFootNamesTheConditionsOfWhatIsPinned()
    {
        test::FakeBackend backend;
        auto other = *test::studyRecord();
        for (auto& visit : other.visits) {
            visit.weights = "pretrained-0123456789";
            visit.conditions.versions["torch"] = "2.13.0";
        }
        const RunView alone(test::studyRecord());
        const auto lastLine = [&](ChartKind kind, const std::shared_ptr<const Pinned>& beside) {
            const auto view = alone.withPinned(beside);
            return textOf(buildChart(kind, view, firstOptions(view), QLocale::c()))
                .footer.section(QLatin1Char('\n'), -1);
        };

        for (const auto kind : {ChartKind::Duration, ChartKind::Samples}) {
            const auto run = lastLine(kind, pinned(std::make_shared<const core::RunRecord>(other)));
            QVERIFY2(run.startsWith(QStringLiteral("pinned · Intel")), qPrintable(run));
            QVERIFY2(run.contains(QStringLiteral("2.13.0")), qPrintable(run));
            QVERIFY2(run.contains(QStringLiteral("float32 · ")), qPrintable(run));
            QVERIFY2(run.contains(QStringLiteral("pretrained weights (0123456)")), qPrintable(run));
            const auto table = lastLine(kind, pinned(core::tableOf(other)));
            QVERIFY2(table.contains(QStringLiteral("torch 2.13.0 · float32 · pretrained weights (0123456)")),
                qPrintable(table));
            const auto guide = lastLine(kind, pinned(test::guideOn(backend, "A100")));
            QVERIFY2(guide.startsWith(QStringLiteral("pinned · A100")), qPrintable(guide));
            QVERIFY2(guide.contains(QStringLiteral("float32 · pretrained weights · published means")),
                qPrintable(guide));
        }
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
                !isDiagonal(series[i].style.hatch), series[i].name.contains(QStringLiteral("no compile")));
        }
    }

    void aRegressionKeepsTheHueOfItsRun()
    {
        const auto record = test::studyRecord();
        const auto view = RunView(record).withPinned(pinned(core::tableOf(*record)));
        auto options = firstOptions(view);
        options.variants = {
            core::Variant{}, core::Variant{core::Engine::Cpp, core::CompileMode::MaxAutotune}};
        int slower = 0;

        for (const int batch : view.batches()) {
            options.batch = batch;
            const auto chart = improvementChart(view, options, QLocale::c());
            for (const auto& series : chart.panels.front().series) {
                const bool isPinned = series.name.startsWith(QStringLiteral("pinned"));
                QCOMPARE(series.style.paint, isPinned ? Paint::Orange : Paint::Blue);
                for (const auto& cell : series.cells) {
                    const auto style = cell.style.value_or(series.style);
                    if (!cell.value || *cell.value >= 0
                        || style.paint == Paint::Grey) // below the noise floor
                        continue;
                    ++slower;
                    QCOMPARE(style, series.style);
                }
            }
        }

        QVERIFY(slower > 0);
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

        page.setPinned(pinned(test::guideOn(t.backend, "A100")));
        QCOMPARE(shownColumns(), before + 2);
        page.setPinned(nullptr);

        QCOMPARE(shownColumns(), before);
    }

    void theGuideIsPinnedFromTheMenu()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& menu = *t.window->actions().pinned;

        test::entryNamed(menu, QStringLiteral("Guide: T4, 2.0.1-default"))->trigger();
        QCOMPARE(
            t.window->resultsPage().view()->pinned()->table.rows.front().setting.device, std::string("T4"));
        test::entryNamed(menu, QStringLiteral("This run"))->trigger();
        t.settle();
        QCOMPARE(t.window->resultsPage().view()->pinned()->table.id, test::studyRecord()->id);
        test::entryNamed(menu, QStringLiteral("Nothing"))->trigger();

        QVERIFY(!t.window->resultsPage().view()->pinned());
    }

    void aRunOfTheHistoryIsPinned()
    {
        test::WindowUnderTest t;
        t.window->showPage(PageId::History);
        t.settle();
        auto* table = t.window->historyPage().findChild<QTableView*>();
        table->selectRow(0);

        test::buttonNamed(t.window->historyPage(), QStringLiteral("Pin"))->click();
        t.settle();
        test::openStudy(t);

        const auto* pinned = t.window->resultsPage().view()->pinned();
        QVERIFY(pinned);
        QVERIFY(pinned->table.kind == core::SourceKind::Run);
        QVERIFY(pinned->run);
        QCOMPARE(pinned->run->rowCount(), static_cast<int>(pinned->table.rows.size()));
        QVERIFY(!pinned->table.rows.empty());
    }
};

int tst_pinned(int argc, char* argv[])
{
    return test::runTest<PinnedTest>(argc, argv);
}

#include "tst_pinned.moc"
