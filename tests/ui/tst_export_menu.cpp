// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/window_actions.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

void drawSmallPictures(test::WindowUnderTest& t)
{
    t.store->change([](Settings& settings) {
        settings.pictureScale = 1;
        settings.pictureWidth = 640;
        settings.pictureHeight = 360;
    });
}

/// The run of ResNet-50 alone, which has few charts.
bool openResNet(test::WindowUnderTest& t)
{
    QSignalSpy opened(t.window.get(), &MainWindow::runOpened);
    t.window->openRun(t.backend.runs[1].file);
    return test::waitFor([&] { return !opened.isEmpty(); });
}

} // namespace

/// What leaves the window from its menu: pictures, reports and tables of the run that is open.
class ExportMenuTest : public QObject {
    Q_OBJECT

private slots:
    void aChartIsExportedInItsOwnLanguageAndTheme()
    {
        test::WindowUnderTest t;
        t.store->change([](Settings& settings) {
            settings.language = LanguageChoice::English;
            settings.pictureLanguage = LanguageChoice::Japanese;
            settings.pictureTheme = ThemeChoice::Dark;
        });
        test::openStudy(t);
        const QString path = t.folder.filePath(QStringLiteral("chart.png"));

        t.window->actions().exportChart->trigger();
        QMetaObject::invokeMethod(t.window->findChild<ExportDialog*>(), "accept");
        auto* dialog = t.window->findChild<QFileDialog*>();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");

        const QImage picture(path);
        QCOMPARE(picture.size(), QSize(2400, 1350));
        QVERIFY(picture.pixelColor(0, 0).lightness() < 64);
        QVERIFY(picture.text(QStringLiteral("Title")).contains(QStringLiteral("バッチサイズ")));
        QVERIFY(picture.text(QStringLiteral("InferometerRun")).startsWith(QStringLiteral("20260301")));
        QCOMPARE(t.window->actions().run->text(), QStringLiteral("&Run"));
    }

    void allChartsAreExportedToAFolder()
    {
        test::WindowUnderTest t;
        drawSmallPictures(t);
        QVERIFY(openResNet(t));
        QVERIFY(QDir(t.folder.path()).mkdir(QStringLiteral("charts")));

        t.window->actions().exportAll->trigger();
        auto* dialog = t.window->findChild<QFileDialog*>();
        dialog->selectFile(t.folder.filePath(QStringLiteral("charts")));
        QMetaObject::invokeMethod(dialog, "accept");

        const QString names =
            QDir(t.folder.filePath(QStringLiteral("charts"))).entryList(QDir::Files).join(QLatin1Char(' '));
        for (const char* kind : {"duration", "improvement", "modes", "split"})
            QVERIFY2(names.contains(QLatin1String(kind)), qPrintable(names));
    }

    void picturesThatAreThereAreReplacedAfterOneQuestion()
    {
        test::WindowUnderTest t;
        drawSmallPictures(t);
        QVERIFY(openResNet(t));
        const QDir folder(t.folder.filePath(QStringLiteral("charts")));
        QVERIFY(folder.mkpath(folder.path()));
        const auto exportAll = [&] {
            t.window->actions().exportAll->trigger();
            auto* dialog = t.window->findChild<QFileDialog*>();
            dialog->selectFile(folder.path());
            QMetaObject::invokeMethod(dialog, "accept");
            QVERIFY(test::waitFor([&] { return !t.window->findChild<QFileDialog*>(); }));
        };
        exportAll();
        QVERIFY(!test::shownMessage());
        const auto names = folder.entryList(QDir::Files);
        QFile first(folder.filePath(names.first()));
        QVERIFY(first.open(QIODevice::WriteOnly) && first.write("another run's") > 0);
        first.close();

        exportAll();
        auto* box = test::shownMessage();
        QVERIFY(box);
        QVERIFY2(box->text().endsWith(QStringLiteral(": %1").arg(names.size())), qPrintable(box->text()));
        QCOMPARE(box->detailedText().count(QLatin1Char('\n')) + 1, names.size());
        test::press(box, QMessageBox::RejectRole);
        QCOMPARE(first.size(), 13);
        QVERIFY(test::waitFor([] { return !test::shownMessage(); }));

        exportAll();
        box = test::shownMessage();
        QVERIFY(box);
        test::press(box, QMessageBox::DestructiveRole);
        QVERIFY(!QImage(first.fileName()).isNull());
    }

    void aReportIsWrittenFromTheMenu()
    {
        test::WindowUnderTest t;
        QVERIFY(openResNet(t));
        const QString path = t.folder.filePath(QStringLiteral("page.md"));

        t.window->actions().reportMarkdown->trigger();
        auto* dialog = t.window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("## What the figures are worth"));
    }

    void aTableOfTheGuidesKindIsCopied()
    {
        test::WindowUnderTest t;
        QVERIFY(openResNet(t));
        auto& menu = *t.window->actions().guideTables;
        emit menu.aboutToShow();
        QVERIFY(!menu.actions().isEmpty());

        menu.actions().front()->trigger();

        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.startsWith(QStringLiteral("| **Task/Model** | **torch ")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("|:---:|:---:|:---:|\n| Image Classification/ResNet | ")));
    }
};

int tst_export_menu(int argc, char* argv[])
{
    return test::runTest<ExportMenuTest>(argc, argv);
}

#include "tst_export_menu.moc"
