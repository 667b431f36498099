// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/comma_locale.h"
#include "tests/support/sample_record.h"
#include "tests/ui/run_files.h"
#include "tests/ui/ui_test.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QMap>
#include <QProcess>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace inferometer;

namespace {

struct Ended {
    int code = -1;
    QString out;
    QString err;
};

/// The program as a user starts it, on a machine without a display.
Ended start(const QStringList& arguments, const QMap<QString, QString>& variables = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(INFEROMETER_PROGRAM), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

/// Whether words with digits can be copied out of a PDF; true where the machine has no program that tells.
bool canBeRead(const QString& pdf, const QByteArray& words)
{
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (reader.isEmpty())
        return true;
    QProcess text;
    text.start(reader, {pdf, QStringLiteral("-")});
    return text.waitForFinished() && text.readAllStandardOutput().contains(words);
}

/// Whether a file holds a word of who wrote it and where: as it stands, as the UTF-16 of a PDF, or in the
/// texts of a picture, which may be compressed.
bool saysWho(const QString& path)
{
    QFile file(path);
    QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("canary");
    const QImage picture(path);
    for (const auto& key : picture.textKeys())
        content += picture.text(key).toUtf8();
    content.replace('\0', "");
    QList<QByteArray> words{"canary"};
    if (const QByteArray host = QSysInfo::machineHostName().toUtf8(); host.size() > 3 && host != "localhost")
        words << host;
    return std::any_of(
        words.begin(), words.end(), [&](const QByteArray& word) { return content.contains(word); });
}

} // namespace

/// The program as it is started with words: pictures and reports without a window, and a run to open.
class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_run = QString::fromStdString(
            test::writeRun(*test::studyRecord(), m_folder.path().toStdString()).string());
    }

    void everyChartIsWrittenInEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    }

    void everyChartIsWrittenInEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begin);
        const QString folder = m_folder.filePath(format);

        const auto ended = start({QStringLiteral("--export"), m_run, QStringLiteral("--charts"),
            QStringLiteral("all"), QStringLiteral("--format"), format, QStringLiteral("--output"), folder});

        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files.size(), ended.out.count(QLatin1Char('\n')));
        for (const char* kind : {"_duration_", "_batch_", "_improvement_", "_modes_", "_scaling_"})
            QVERIFY2(!files.filter(QString::fromLatin1(kind)).isEmpty(), kind);
        for (const auto& name : files) {
            QFile file(QDir(folder).filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.read(begin.size()) == begin, qPrintable(name));
        }
        const auto modes = files.filter(QStringLiteral("_modes_"));
        if (format == QLatin1String("pdf"))
            QVERIFY2(canBeRead(QDir(folder).filePath(modes.front()), "Batch Size of 1"),
                qPrintable(modes.front()));
    }

    void aPictureSaysItsRunInTheLanguageAndThemeAskedFor()
    {
        const QString folder = m_folder.filePath(QStringLiteral("ja"));

        const auto ended = start({QStringLiteral("--export"), m_run, QStringLiteral("--charts"),
            QStringLiteral("improvement"), QStringLiteral("--output"), folder, QStringLiteral("--lang"),
            QStringLiteral("ja"), QStringLiteral("--theme"), QStringLiteral("dark"),
            QStringLiteral("--scale"), QStringLiteral("1")});

        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        const QImage picture(ended.out.section(QLatin1Char('\n'), 0, 0));
        QCOMPARE(picture.size(), QSize(1200, 675));
        QCOMPARE(picture.text(QStringLiteral("InferometerRun")), QStringLiteral("20260301T123456Z-k3x9"));
        QVERIFY(picture.text(QStringLiteral("Title")).contains(QStringLiteral("短縮")));
        QVERIFY(picture.text(QStringLiteral("Description")).contains(QStringLiteral("float32")));
        QVERIFY(picture.pixelColor(2, 2).lightness() < 60);
    }

    void aReportIsWrittenInEveryFormAndLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("condition");
        QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("What the figures are worth")
                            << QStringLiteral("<td>Allocator</td>");
        QTest::newRow("ja") << QStringLiteral("ja") << QStringLiteral("コンパイル")
                            << QStringLiteral("<td>アロケーター</td>");
    }

    void aReportIsWrittenInEveryFormAndLanguage()
    {
        QFETCH(QString, language);
        QFETCH(QString, heading);
        QFETCH(QString, condition);
        const QString stem = m_folder.filePath(QStringLiteral("report_") + language);

        const auto ended = start({QStringLiteral("--report"), m_run, QStringLiteral("--lang"), language,
            QStringLiteral("--output"), stem + QStringLiteral(".html"), QStringLiteral("--output"),
            stem + QStringLiteral(".md"), QStringLiteral("--output"), stem + QStringLiteral(".pdf")});

        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        const QString html = textOf(stem + QStringLiteral(".html"));
        QVERIFY(html.contains(QStringLiteral("<html lang=\"%1\">").arg(language)));
        QVERIFY(html.contains(heading));
        QVERIFY(html.contains(condition));
        QCOMPARE(
            html.count(QStringLiteral("src=\"data:image/png;base64,")), html.count(QStringLiteral("<img")));
        QVERIFY(html.count(QStringLiteral("<img")) >= 5);
        const QString markdown = textOf(stem + QStringLiteral(".md"));
        QVERIFY(markdown.contains(heading));
        const QDir pictures(stem + QStringLiteral("_pictures"));
        for (const auto& name : pictures.entryList(QDir::Files)) {
            QVERIFY2(!QImage(pictures.filePath(name)).isNull(), qPrintable(name));
            QVERIFY2(markdown.contains(QStringLiteral("](report_%1_pictures/%2)").arg(language, name)),
                qPrintable(name));
        }
        QCOMPARE(pictures.entryList(QDir::Files).size(), markdown.count(QStringLiteral("![")));
        QFile pdf(stem + QStringLiteral(".pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray paper = pdf.readAll();
        QVERIFY(paper.startsWith("%PDF-"));
        QVERIFY2(
            paper.count("/Type /Page\n") > 4, QByteArray::number(paper.count("/Type /Page\n")).constData());
        QVERIFY2(paper.count("/Subtype /Image") >= html.count(QStringLiteral("<img")),
            QByteArray::number(paper.count("/Subtype /Image")).constData());
        QVERIFY2(canBeRead(stem + QStringLiteral(".pdf"), "microsoft/resnet-50"), "digits cannot be copied");
    }

    void nothingThatIsWrittenSaysWhoOrWhere()
    {
        const QString folder = m_folder.filePath(QStringLiteral("canaryfolder"));
        QVERIFY(QDir().mkpath(folder));
        const QString run = folder + QStringLiteral("/canaryrun.inferometer.jsonl");
        QVERIFY(QFile::copy(m_run, run));
        const QMap<QString, QString> who{{QStringLiteral("USER"), QStringLiteral("canaryuser")},
            {QStringLiteral("LOGNAME"), QStringLiteral("canaryuser")},
            {QStringLiteral("HOME"), folder + QStringLiteral("/canaryhome")},
            {QStringLiteral("CANARY_TOKEN"), QStringLiteral("canarytoken")}};
        for (const char* format : {"png", "svg", "pdf"}) {
            const auto ended = start({QStringLiteral("--export"), run, QStringLiteral("--charts"),
                                         QStringLiteral("improvement"), QStringLiteral("--format"),
                                         QString::fromLatin1(format), QStringLiteral("--output"), folder},
                who);
            QVERIFY2(ended.code == 0, qPrintable(ended.err));
        }
        const auto reported = start(
            {QStringLiteral("--report"), run, QStringLiteral("--output"), folder + QStringLiteral("/a.html"),
                QStringLiteral("--output"), folder + QStringLiteral("/a.md"), QStringLiteral("--output"),
                folder + QStringLiteral("/a.pdf")},
            who);
        QVERIFY2(reported.code == 0, qPrintable(reported.err));

        QVERIFY(QFile::remove(run));
        int files = 0;
        QDirIterator written(folder, QDir::Files, QDirIterator::Subdirectories);
        while (written.hasNext()) {
            const QString path = written.next();
            QVERIFY2(!saysWho(path), qPrintable(path));
            ++files;
        }
        QVERIFY(files >= 6);
    }

    void aLocaleWithDecimalCommasChangesNoByte()
    {
        const tests::CommaLocale german;
        if (!german.isActive())
            QSKIP("this system cannot make a locale");
        const QTemporaryDir home; // with a run that is drawn quickly
        const QString run =
            QString::fromStdString(test::writeRun(*test::firstRecord(), home.path().toStdString()).string());
        QStringList folders;

        for (const char* locale : {"C.UTF-8", "de_DE.UTF-8"}) {
            folders << home.filePath(QString::fromLatin1(locale));
            QVERIFY(QDir().mkpath(folders.back()));
            const QMap<QString, QString> variables{{QStringLiteral("LC_ALL"), QString::fromLatin1(locale)},
                {QStringLiteral("LANG"), QString::fromLatin1(locale)},
                {QStringLiteral("QT_HASH_SEED"), QStringLiteral("0")}}; // the order in which axes are drawn
            const auto exported =
                start({QStringLiteral("--export"), run, QStringLiteral("--charts"), QStringLiteral("all"),
                          QStringLiteral("--format"), QStringLiteral("svg"), QStringLiteral("--output"),
                          folders.back()},
                    variables);
            QVERIFY2(exported.code == 0, qPrintable(exported.err));
            const auto reported =
                start({QStringLiteral("--report"), run, QStringLiteral("--output"),
                          folders.back() + QStringLiteral("/a.html"), QStringLiteral("--output"),
                          folders.back() + QStringLiteral("/a.md")},
                    variables);
            QVERIFY2(reported.code == 0, qPrintable(reported.err));
        }

        const QStringList files = QDir(folders.front()).entryList(QDir::Files);
        QVERIFY(files.size() > 3);
        QCOMPARE(QDir(folders.back()).entryList(QDir::Files), files);
        for (const auto& name : files)
            QVERIFY2(
                textOf(QDir(folders.back()).filePath(name)) == textOf(QDir(folders.front()).filePath(name)),
                qPrintable(name));
    }

    void aReportOfAnotherFormIsRefused()
    {
        const auto ended = start({QStringLiteral("--report"), m_run, QStringLiteral("--output"),
            m_folder.filePath(QStringLiteral("report.docx"))});

        QCOMPARE(ended.code, 2);
        QVERIFY(ended.err.contains(QStringLiteral(".html, .md or .pdf")));
    }

    void theGuidesOwnFiguresAreDrawn()
    {
        const QString folder = m_folder.filePath(QStringLiteral("guide"));

        const auto ended = start({QStringLiteral("--export"), QStringLiteral("reference"),
            QStringLiteral("--output"), folder, QStringLiteral("--scale"), QStringLiteral("1")});

        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files.size(), 3 * 7); // per GPU batch sizes side by side, durations, improvement
        for (const char* device : {"A100", "V100", "T4"})
            QCOMPARE(files.filter(QString::fromLatin1(device)).size(), 7);
    }

    void aRunFileGivenAsAnArgumentIsOpened()
    {
        const QTemporaryDir home;
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QString::fromLatin1(name), home.path());
        process.setProcessEnvironment(environment);
        const auto isRemembered = [&] {
            QDirIterator files(home.path(), QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                if (textOf(files.next()).contains(QFileInfo(m_run).fileName()))
                    return true;
            }
            return false;
        };

        process.start(QStringLiteral(INFEROMETER_PROGRAM), {m_run});
        const bool wasOpened = QTest::qWaitFor(isRemembered, 30'000); // as a recent one, once it is shown
        process.terminate();
        process.waitForFinished();

        QVERIFY2(wasOpened, qPrintable(QString::fromUtf8(process.readAllStandardError())));
    }

    void aWrongWordIsOneSentence()
    {
        const auto ended = start({QStringLiteral("--export"), m_run, QStringLiteral("--charts"),
            QStringLiteral("pie"), QStringLiteral("--output"), m_folder.path()});

        QCOMPARE(ended.code, 2);
        QVERIFY(ended.err.contains(QStringLiteral("pie")));
        QCOMPARE(ended.out, QString());
    }

    void aRunThatIsNotThereIsAFailure()
    {
        const auto ended = start({QStringLiteral("--export"), m_folder.filePath(QStringLiteral("none.jsonl")),
            QStringLiteral("--output"), m_folder.path()});

        QVERIFY(ended.code == 1 || ended.code == 2);
        QVERIFY(ended.err.contains(QStringLiteral("none.jsonl")));
    }

private:
    static QString textOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir m_folder;
    QString m_run;
};

int tst_export(int argc, char* argv[])
{
    return test::runTest<ExportTest>(argc, argv);
}

#include "tst_export.moc"
