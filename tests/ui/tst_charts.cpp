// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/chart_values.h"
#include "tests/ui/ui_test.h"
#include "ui/charts/cells.h"
#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/plot/swatch.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

const BarCell& cell(const BarChart& chart, const QString& series, const QString& group)
{
    for (const auto& each : chart.panels.front().series) {
        for (std::size_t i = 0; each.name == series && i < chart.groups.size(); ++i) {
            if (chart.groups[i].label == group)
                return each.cells[i];
        }
    }
    static const BarCell none;
    return none;
}

/// Every engine in every mode, weights frozen or not: measured as the row of the default mode was.
void addVariants(core::RunRecord& record)
{
    std::vector<core::Variant> variants;
    for (const auto& mode : core::Words<core::CompileMode>::all) {
        for (const auto engine : {core::Engine::Cpp, core::Engine::Python})
            variants.push_back({engine, mode.value});
    }
    variants.push_back({core::Engine::Cpp, core::CompileMode::Default, true});
    for (auto& visit : record.plan.visits)
        visit.variants = variants;
    for (auto& visit : record.visits) {
        const auto measured = visit.rows[1];
        for (const auto& variant : variants) {
            const bool isThere = std::any_of(visit.rows.begin(), visit.rows.end(),
                [&](const core::Row& row) { return row.result.variant == variant; });
            if (isThere)
                continue;
            visit.rows.push_back(measured);
            visit.rows.back().result.variant = variant;
        }
    }
}

QString english_(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What the charts show.
class ChartsTest : public QObject {
    Q_OBJECT

private slots:
    void titlesAreWordedAsInTheGuide()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.batch = 4;

        QCOMPARE(durationChart(view, options, test::english).text.title,
            QStringLiteral("Duration Comparison on Intel Xeon Platinum 8481C with Batch Size of 4"));
        QCOMPARE(improvementChart(view, options, test::english).text.title,
            QStringLiteral("Percentage Improvement on Intel Xeon Platinum 8481C with Batch Size of 4"));
    }

    void aFirstLookShowsNoCompileAndDefaultOfBothEngines()
    {
        const RunView view(test::studyRecord());

        const auto chart = durationChart(view, firstOptions(view), test::english);

        QCOMPARE(static_cast<int>(chart.groups.size()), 12);
        QCOMPARE(static_cast<int>(chart.panels.front().series.size()), 4);
        QCOMPARE(chart.panels.front().series[0].style.hatch, Hatch::None);
        QCOMPARE(chart.panels.front().series[1].style.hatch, Hatch::Rising);
    }

    void whatWasNotMeasuredIsAWordInItsSlotAndNoBar()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.batch = 16;

        const auto durations = durationChart(view, options, test::english);
        const auto improvements = improvementChart(view, options, test::english);

        QVERIFY(!cell(durations, english_("C++ · default"), english_("OwlViT")).value);
        QCOMPARE(cell(durations, english_("C++ · default"), english_("OwlViT")).word, QStringLiteral("OOM"));
        QCOMPARE(
            cell(improvements, english_("C++ · default"), english_("OwlViT")).word, QStringLiteral("OOM"));
        for (const auto& series : durations.panels.front().series) {
            for (const auto& each : series.cells)
                QVERIFY(!each.value || *each.value > 0);
        }
    }

    void everyOutcomeHasItsPlaceInEveryChart()
    {
        const RunView view(test::outcomesRecord());
        auto options = firstOptions(view);

        for (const int batch : view.batches()) {
            options.batch = batch;
            const auto chart = durationChart(view, options, test::english);
            const auto& found = cell(chart, english_("default"), english_("Image Classification/ResNet"));
            const auto outcome = view.row(found.row).outcome;
            QCOMPARE(found.value.has_value(), core::isTimed(outcome));
            QCOMPARE(found.word.isEmpty(), core::isTimed(outcome));
            QVERIFY(!found.spoken.isEmpty());
        }
    }

    void wrongOutputsAreNeverAnImprovement()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.variants = view.variants();

        const auto chart = improvementChart(view, options, test::english);

        const auto& wrong = cell(chart, english_("C++ · max-autotune"), english_("BeiT"));
        QVERIFY(!wrong.value);
        QCOMPARE(wrong.word, QStringLiteral("wrong output"));
    }

    void improvementsAreSortedAndRegressionsHatched()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);

        const auto both = improvementChart(view, options, test::english);
        std::erase_if(options.variants,
            [](const core::Variant& variant) { return variant.engine == core::Engine::Python; });
        const auto alone = improvementChart(view, options, test::english);

        const auto& cells = both.panels.front().series.front().cells;
        for (std::size_t i = 1; i < cells.size(); ++i)
            QVERIFY(!cells[i].value || *cells[i - 1].value >= *cells[i].value);
        QCOMPARE(static_cast<int>(both.panels.front().lines.size()), 2);
        for (const auto* chart : {&both, &alone}) {
            const auto& regression = cell(*chart, english_("C++ · default"), english_("ResNet"));
            QVERIFY(*regression.value < 0);
            QVERIFY(regression.label.startsWith(QChar(0x2212)));
            // Beside others the hatch says which series it is.
            QCOMPARE(regression.style.has_value(), chart == &alone);
        }
        QCOMPARE(cell(alone, english_("C++ · default"), english_("ResNet")).style->hatch, Hatch::Falling);
    }

    void noTwoSeriesShareHatchAndLightness()
    {
        core::RunRecord record = *test::studyRecord();
        addVariants(record);
        const auto shared = std::make_shared<const core::RunRecord>(std::move(record));
        const RunView alone(shared);
        const auto table = std::make_shared<const Pinned>(
            Pinned{QStringLiteral("pinned"), core::tableOf(*test::studyRecord())});
        for (const auto& view : {alone, alone.withPinned(table)}) {
            auto options = firstOptions(view);
            for (const bool showsAll : {false, true}) {
                if (showsAll && !view.pinned())
                    options.variants = view.variants();
                for (const auto kind : {ChartKind::Duration, ChartKind::Batch, ChartKind::Improvement,
                         ChartKind::Split, ChartKind::Places, ChartKind::Scaling}) {
                    const auto chart = std::get<BarChart>(buildChart(kind, view, options, test::english));
                    const auto& series = chart.panels.front().series;
                    for (std::size_t i = 0; i < series.size(); ++i) {
                        for (std::size_t j = 0; j < i; ++j)
                            QVERIFY2(!areAlike(series[i].style, series[j].style),
                                qPrintable(series[i].name + QStringLiteral(" and ") + series[j].name));
                    }
                }
            }
        }
    }

    void theHatchesAreDrawnApart()
    {
        ChartTheme theme = lightChartTheme();
        QList<QImage> drawn;
        for (const auto hatch : {Hatch::None, Hatch::Rising, Hatch::Falling, Hatch::Cross, Hatch::Horizontal,
                 Hatch::Vertical, Hatch::Grid, Hatch::Dots}) {
            QImage image(60, 20, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawSwatch(painter, QRectF(2, 2, 56, 16), {Paint::Blue, hatch, false}, theme, false);
            painter.end();
            QVERIFY(!drawn.contains(image));
            drawn << image;
        }
    }

    void theBatchComparisonShowsTheChosenEngine()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        const auto cpp = batchChart(view, options, test::english);
        options.engine = core::Engine::Python;
        const auto python = batchChart(view, options, test::english);

        QCOMPARE(cpp.panels.front().series.size(), std::size_t{3 * 2});
        QCOMPARE(python.panels.front().series.size(), std::size_t{3 * 2});
        QVERIFY(cpp.text.subtitle.startsWith(QStringLiteral("C++")));
        QVERIFY(python.text.subtitle.startsWith(QStringLiteral("Python")));
        const int row = python.panels.front().series.front().cells.front().row;
        QCOMPARE(view.row(row).variant().engine, core::Engine::Python);
    }

    void aChartIsDescribedByItsExtremesAndWhatIsMissing()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.batch = 16;
        const auto chart = std::get<BarChart>(buildChart(ChartKind::Duration, view, options, test::english));

        QVERIFY2(
            chart.text.description.contains(QStringLiteral("Smallest: MobileNet, batch 16, C++ · default")),
            qPrintable(chart.text.description));
        QVERIFY(chart.text.description.contains(QStringLiteral("Largest: Maskformer, batch 16")));
        QVERIFY(chart.text.description.contains(QStringLiteral("have no value")));
    }

    void perImageDividesByTheBatch()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.batch = 4;
        const auto whole = durationChart(view, options, test::english);
        options.isPerImage = true;
        const auto each = durationChart(view, options, test::english);

        const double ratio = *cell(whole, english_("C++ · no compile"), english_("ViT")).value
            / *cell(each, english_("C++ · no compile"), english_("ViT")).value;
        QVERIFY(qAbs(ratio - 4.0) < 1e-9);
    }

    void modesShowEveryVariantWithItsCompileTimeBelow()
    {
        const RunView view(test::studyRecord());

        const auto chart = modesChart(view, firstOptions(view), test::english);

        QCOMPARE(static_cast<int>(chart.panels.size()), 2);
        QCOMPARE(static_cast<int>(chart.groups.size()), 5);
        QVERIFY(!chart.panels[1].series[0].cells[0].value);
        QVERIFY(chart.panels[1].series[0].cells[1].value);
        QVERIFY2(chart.text.subtitle.contains(QStringLiteral("by leaving Python")),
            qPrintable(chart.text.subtitle));
    }

    void placesStandBesideEachOtherWithTheirVersionOfTorch()
    {
        const RunView view(test::placesRecord());

        const auto chart = placesChart(view, firstOptions(view), test::english);

        QCOMPARE(static_cast<int>(chart.groups.size()), 2);
        QVERIFY(!chart.groups[0].label.contains(QStringLiteral("old")));
        QVERIFY2(chart.groups[1].label.contains(QStringLiteral("old"))
                && chart.groups[1].label.endsWith(QStringLiteral("torch 2.13.0")),
            qPrintable(chart.groups[1].label));
        for (const auto& series : chart.panels.front().series) {
            QVERIFY(series.cells[0].value);
            QCOMPARE(series.cells[1].value, series.cells[0].value);
            QVERIFY(series.cells[0].row != series.cells[1].row);
        }
    }

    void theWayFromPythonIsSplit()
    {
        const RunView view(test::firstRecord());

        const auto chart = splitChart(view, firstOptions(view), test::english);

        const auto splits = core::splitsOf(view.table());
        const auto& split = splits.front();
        const QString group = chart.groups.front().label;
        QCOMPARE(splits.size(), std::size_t{1});
        QCOMPARE(*cell(chart, QStringLiteral("Leaving Python"), group).value,
            split.first.improvement_percent->value);
        QCOMPARE(*cell(chart, QStringLiteral("Compiling in C++"), group).value,
            split.compiling.improvement_percent->value);
        const auto& both = cell(chart, QStringLiteral("Both: compiled C++ against Python"), group);
        QCOMPARE(*both.value, split.whole.improvement_percent->value);
        QCOMPARE(
            view.row(both.row).variant(), (core::Variant{core::Engine::Cpp, core::CompileMode::Default}));
        QVERIFY(chart.text.subtitle.contains(QStringLiteral("by leaving Python")));
    }

    void aSplitOfOneEngineSaysWhatItNeeds()
    {
        core::RunRecord record = *test::firstRecord();
        for (auto& visit : record.visits)
            std::erase_if(visit.rows,
                [](const core::Row& row) { return row.result.variant.engine == core::Engine::Python; });
        const RunView view(std::make_shared<const core::RunRecord>(std::move(record)));

        const auto chart = splitChart(view, firstOptions(view), test::english);

        QVERIFY(isEmpty(chart));
        QVERIFY(chart.text.subtitle.contains(QStringLiteral("both engines")));
    }

    void theFootSaysWhatToDo()
    {
        const RunView one(test::firstRecord());
        const RunView many(test::studyRecord());
        const auto foot = [](const RunView& view, const ChartOptions& options) {
            return textOf(buildChart(ChartKind::Duration, view, options, test::english)).footer;
        };

        QVERIFY(foot(one, firstOptions(one)).startsWith(QStringLiteral("ResNet: ")));
        QVERIFY(foot(many, firstOptions(many)).startsWith(QStringLiteral("Advice: compile ")));
        auto limited = firstOptions(one);
        limited.decision.latencyLimit_s = 1e-6;
        QVERIFY(foot(one, limited).contains(QStringLiteral("keeps the limits")));
    }

    void whatMovedStandsUnderTheMachineThatMeasuredIt()
    {
        const RunView view(test::movedRecord());
        auto options = firstOptions(view);
        const auto names = [&](int batch) {
            options.batch = batch;
            QStringList shown;
            for (const auto& group : placesChart(view, options, test::english).groups)
                shown << group.label;
            return shown;
        };

        QCOMPARE(names(1),
            (QStringList{QStringLiteral("Intel Xeon Platinum 8481C · torch 2.15.0"),
                QStringLiteral("new · AMD EPYC 9654 · torch 2.14.0")}));
        QCOMPARE(names(4), QStringList{QStringLiteral("old · Intel Xeon Platinum 8481C · torch 2.13.0")});
        options.device.target = "new";
        options.batch = 1;
        const auto chart = durationChart(view, options, test::english);
        QVERIFY2(
            chart.text.title.contains(QStringLiteral("new · AMD EPYC 9654")), qPrintable(chart.text.title));
        QVERIFY(chart.panels.front().series.front().cells.front().value);
    }

    void twoDevicesOfOneNameAreToldApart()
    {
        auto record = *test::firstRecord();
        auto visit = record.visits.front();
        auto planned = record.plan.visits.front();
        for (const int index : {0, 1}) {
            planned.workload.device = visit.workload.device = {core::DeviceKind::Cuda, index};
            planned.id = visit.visit = "cuda-" + std::to_string(index);
            visit.conditions.deviceName = "NVIDIA A100";
            record.plan.visits.push_back(planned);
            record.visits.push_back(visit);
        }
        const RunView view(std::make_shared<const core::RunRecord>(record));

        const QString first = view.hardwareName({core::DeviceKind::Cuda, 0});
        const QString second = view.hardwareName({core::DeviceKind::Cuda, 1});

        QCOMPARE(first, QStringLiteral("A100 (cuda:0)"));
        QCOMPARE(second, QStringLiteral("A100 (cuda:1)"));
    }

    void samplesStandInTheirRounds()
    {
        const RunView view(test::firstRecord());

        const auto chart = samplesChart(view, firstOptions(view), test::english);

        QCOMPARE(static_cast<int>(chart.series.size()), 2);
        QCOMPARE(static_cast<int>(chart.series[0].value.size()), 100);
        QVERIFY(chart.series[0].x.front() > 0.5 && chart.series[0].x.front() < 1.5);
    }

    void scalingIsTheTimePerImageOfEveryBatch()
    {
        const RunView view(test::studyRecord());
        auto options = firstOptions(view);
        options.scaled = {"vit"};

        const auto chart = scalingChart(view, options, test::english);

        QCOMPARE(chart.groups.size(), view.batches().size());
        const auto& series = chart.panels.front().series.front();
        for (std::size_t i = 0; i < chart.groups.size(); ++i) {
            const auto& row = view.row(series.cells[i].row);
            QCOMPARE(*series.cells[i].value, row.conclusions()->mean_s * 1e3 / row.workload().batch);
        }
        for (const auto& each : chart.panels.front().series) {
            for (const auto& cell : each.cells) {
                const bool isCompiled = cell.value && !view.row(cell.row).variant().isBaseline();
                if (isCompiled)
                    QCOMPARE(
                        cell.isFaint, view.row(cell.row).conclusions()->verdict != core::Verdict::Faster);
            }
        }
    }

    void scalingOfATargetHasItsOwnSentences()
    {
        auto record = *test::studyRecord();
        const auto planned = record.plan.visits;
        const auto visits = record.visits;
        for (auto visit : planned) {
            visit.workload.device.target = "gpubox";
            visit.id = "gpubox/" + visit.id;
            record.plan.visits.push_back(visit);
        }
        for (auto visit : visits) {
            visit.workload.device.target = visit.target = "gpubox";
            visit.visit = "gpubox/" + visit.visit;
            record.visits.push_back(visit);
        }
        const RunView view(std::make_shared<const core::RunRecord>(record));
        auto options = firstOptions(view);
        options.scaled = {"vit"};

        const auto here = scalingChart(view, options, test::english).text.subtitle;
        options.device.target = "gpubox";
        const auto there = scalingChart(view, options, test::english).text.subtitle;

        QVERIFY2(here.contains(QLatin1Char('\n')), qPrintable(here));
        QVERIFY(!here.contains(QStringLiteral("gpubox")));
        QCOMPARE(there.count(QLatin1Char('\n')), here.count(QLatin1Char('\n')));
        QCOMPARE(there.count(QStringLiteral("gpubox/")), here.count(QLatin1Char('\n')));
    }

    void anEmptyRunMakesChartsOfWords()
    {
        const RunView view(test::emptyRecord());
        const auto options = firstOptions(view);

        for (const auto& kind : core::Words<ChartKind>::all) {
            ChartView shown;
            shown.resize(700, 400);
            shown.setChart(buildChart(kind.value, view, options, test::english));
            shown.redraw();
        }
        QCOMPARE(cell(durationChart(view, options, test::english), english_("C++ · default"),
                     english_("Image Classification/ResNet"))
                     .word,
            QStringLiteral("not run"));
        QVERIFY(isEmpty(samplesChart(view, options, test::english)));
    }

    void whatLiesBelowTheNoiseFloorIsHatched()
    {
        core::RunRecord record = *test::firstRecord();
        constexpr double aboveEverything = 90;
        for (auto& visit : record.visits)
            visit.noiseFloor_percent = aboveEverything;
        const RunView loud(std::make_shared<const core::RunRecord>(record));
        const RunView quiet(test::firstRecord());

        const auto hatched = improvementChart(loud, firstOptions(loud), QLocale(QLocale::English));
        const auto plain = improvementChart(quiet, firstOptions(quiet), QLocale(QLocale::English));

        const auto& cell = hatched.panels.front().series.front().cells.front();
        QVERIFY(cell.style && cell.style->hatch == Hatch::Cross);
        QVERIFY(cell.spoken.contains(QStringLiteral("noise floor")));
        QVERIFY(hatched.text.subtitle.contains(QStringLiteral("90")));
        const auto& other = plain.panels.front().series.front().cells.front();
        QVERIFY(!other.style || other.style->hatch != Hatch::Cross);
        QVERIFY(!plain.text.subtitle.contains(QStringLiteral("noise")));
    }
};

int tst_charts(int argc, char* argv[])
{
    return test::runTest<ChartsTest>(argc, argv);
}

#include "tst_charts.moc"
