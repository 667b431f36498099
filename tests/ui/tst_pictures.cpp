// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/ui_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_export.h"
#include "ui/pages/picture_files.h"
#include "ui/report/report_pages.h"
#include "ui/text/language.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a picture has anything in the outermost pixels: text that runs out of it would.
bool hasCleanBorder(const QImage& image)
{
    const QRgb background = image.pixel(0, 0);
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixel(x, 0) != background || image.pixel(x, image.height() - 1) != background)
            return false;
    }
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(0, y) != background || image.pixel(image.width() - 1, y) != background)
            return false;
    }
    return true;
}

} // namespace

/// Charts as files.
class PicturesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void everyChartIsDrawnInBothThemesAndLanguagesWithinItsBorders()
    {
        Language language;
        for (const auto& record : {test::studyRecord(), test::placesRecord(), test::outcomesRecord()}) {
            const RunView view(record);
            for (const auto choice : {LanguageChoice::English, LanguageChoice::Japanese}) {
                language.apply(choice);
                for (const auto& kind : core::Words<ChartKind>::all) {
                    PictureOptions options;
                    options.scale = 1;
                    options.isDark = choice == LanguageChoice::Japanese;
                    const QImage image =
                        renderPicture(buildChart(kind.value, view, firstOptions(view)), options);
                    QCOMPARE(image.size(), options.size);
                    QVERIFY2(hasCleanBorder(image), kind.word.data());
                }
            }
        }
    }

    void sizeAndScaleAreIndependentOfAnyWindow()
    {
        const RunView view(test::firstRecord());
        PictureOptions options;
        options.size = QSize(1920, 1080);
        options.scale = 3;

        const QImage image =
            renderPicture(buildChart(ChartKind::Duration, view, firstOptions(view)), options);

        QCOMPARE(image.size(), QSize(5760, 3240));
    }

    void aPngSaysWhichRunItShowsUnderWhichConditions()
    {
        const RunView view(test::firstRecord());
        const Chart chart = buildChart(ChartKind::Improvement, view, firstOptions(view));
        const QString path = m_folder.filePath(QStringLiteral("a.png"));

        QVERIFY(writePicture(chart, {}, pictureFacts(view, chart), path));

        QImageReader reader(path);
        QCOMPARE(reader.text(QStringLiteral("InferometerRun")), QStringLiteral("20260302T080000Z-a1b2"));
        QVERIFY(
            reader.text(QStringLiteral("Description")).contains(QStringLiteral("Intel Xeon Platinum 8481C")));
        QVERIFY(reader.text(QStringLiteral("Software")).startsWith(QStringLiteral("Inferometer")));
        QVERIFY(contentOf(path).contains("tEXt") || contentOf(path).contains("zTXt")
            || contentOf(path).contains("iTXt"));
        QCOMPARE(reader.size(), QSize(2400, 1350));
    }

    void anSvgIsWellFormedAndCanBeDrawn()
    {
        const RunView view(test::studyRecord());
        const Chart chart = buildChart(ChartKind::Batch, view, firstOptions(view));
        const QString path = m_folder.filePath(QStringLiteral("a.svg"));
        PictureOptions options;
        options.format = PictureFormat::Svg;

        QVERIFY(writePicture(chart, options, pictureFacts(view, chart), path));

        const QByteArray content = contentOf(path);
        QXmlStreamReader xml(content);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(content.contains("Batch Size Comparison"));
        QVERIFY(QSvgRenderer(content).isValid());
    }

    void aPdfHasOnePageOfTheSizeAskedFor()
    {
        const RunView view(test::firstRecord());
        const Chart chart = buildChart(ChartKind::Modes, view, firstOptions(view));
        const QString path = m_folder.filePath(QStringLiteral("a.pdf"));
        PictureOptions options;
        options.format = PictureFormat::Pdf;

        QVERIFY(writePicture(chart, options, pictureFacts(view, chart), path));

        const QByteArray content = contentOf(path);
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.contains("/MediaBox [0 0 1200"));
    }

    void aTableHigherThanAPageGoesOnOnTheNextOne()
    {
        const auto text = [](const char* words) { return core::report::literal(words); };
        core::report::Table table{{text("Rows of four lines")}, {}, {}};
        table.rows.assign(20, {text("a\nb\nc\nd")});

        const QByteArray pdf = pdfPages({text("Title"), {table}}, {});

        QCOMPARE(pdf.count("/Type /Page\n"), 2);
    }

    void aFolderThatCannotBeWrittenIsAnErrorAndLeavesNothing()
    {
        const RunView view(test::firstRecord());
        const Chart chart = buildChart(ChartKind::Duration, view, firstOptions(view));

        const auto result = writePicture(chart, {}, {}, QStringLiteral("/proc/nowhere/a.png"));

        QVERIFY(!result);
        QCOMPARE(result.error().code, core::ErrorCode::StorageFailed);
        QVERIFY(result.error().detail.find("/proc/nowhere/a.png") != std::string::npos);
    }

    void allChartsOfARunGoIntoAFolderWithNamesOfTheirOwn()
    {
        const RunView view(test::studyRecord());
        const QString folder = m_folder.filePath(QStringLiteral("all"));
        PictureOptions options;
        options.scale = 1;
        options.size = QSize(640, 400);

        const auto written =
            writePictures(picturePlans({ChartKind::Duration, ChartKind::Batch, ChartKind::Improvement}, view,
                              firstOptions(view)),
                view, options, folder);

        QVERIFY(written);
        QCOMPARE(written->size(), 3 + 2 + 3); // a batch comparison per engine
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 8);
        QVERIFY(QFile::exists(
            folder + QStringLiteral("/Inferometer_Intel-Xeon-Platinum-8481C_batch_python_20260301.png")));
        QVERIFY(QFile::exists(
            folder + QStringLiteral("/Inferometer_Intel-Xeon-Platinum-8481C_duration_b4_20260301.png")));
    }

    void machinesShareOnePictureAndHaveNamesInTheOthers()
    {
        const RunView view(test::placesRecord());
        const auto namesOf = [&](ChartKind kind) {
            QStringList names;
            for (const auto& plan : picturePlans({kind}, view, firstOptions(view)))
                names << pictureName(kind, view, plan.options, PictureFormat::Png);
            return names;
        };

        QCOMPARE(namesOf(ChartKind::Places),
            QStringList{QStringLiteral("Inferometer_places_resnet_b1_20260301.png")});
        QCOMPARE(namesOf(ChartKind::Duration),
            (QStringList{QStringLiteral("Inferometer_Intel-Xeon-Platinum-8481C_duration_b1_20260301.png"),
                QStringLiteral("Inferometer_old-Intel-Xeon-Platinum-8481C_duration_b1_20260301.png")}));
    }

private:
    QTemporaryDir m_folder;
};

int tst_pictures(int argc, char* argv[])
{
    return test::runTest<PicturesTest>(argc, argv);
}

#include "tst_pictures.moc"
