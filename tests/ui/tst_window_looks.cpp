// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/result_table.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"
#include "ui/settings/theme.h"
#include "ui/widgets/sparkline.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;
using PageId = MainWindow::PageId;

/// The window's theme, font, palette and layout, chosen in it or given by the desktop.
class WindowLooksTest : public QObject {
    Q_OBJECT

private slots:
    void themesChangeColoursOfWindowAndChart()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        t.store->change([](Settings& settings) { settings.theme = ThemeChoice::Light; });
        const QColor light = t.window->palette().color(QPalette::Window);

        t.store->change([](Settings& settings) { settings.theme = ThemeChoice::Dark; });

        QVERIFY(t.window->palette().color(QPalette::Window).lightness() < light.lightness());
    }

    void aLargerFontOfTheSystemIsKeptInBothLanguagesAndFitsAfterARestart()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        const QFont before = QApplication::font();
        const int line = t.window->resultsPage().table().verticalHeader()->defaultSectionSize();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 1.5);

        QApplication::setFont(large); // as a desktop does
        t.settle();
        for (const auto language : {LanguageChoice::Japanese, LanguageChoice::English}) {
            t.store->change([&](Settings& settings) { settings.language = language; });
            t.settle();
            QCOMPARE(QApplication::font().pointSizeF(), large.pointSizeF());
        }
        QVERIFY(t.window->resultsPage().table().verticalHeader()->defaultSectionSize() > line + 4);
        t.reopen();
        test::openStudy(t);

        QCOMPARE(t.window->resultsPage().charts().chart().font().pointSizeF(), large.pointSizeF());
        QVERIFY(t.window->resultsPage().table().verticalHeader()->defaultSectionSize() > line + 4);
        for (const auto page : {PageId::Benchmark, PageId::Results, PageId::History, PageId::System}) {
            t.window->showPage(page);
            t.settle();
            for (const auto* button : t.window->findChildren<QAbstractButton*>()) {
                const bool isWhole = button->height() >= button->fontMetrics().height();
                QVERIFY2(
                    !button->isVisible() || button->text().isEmpty() || isWhole, qPrintable(button->text()));
            }
        }
        QApplication::setFont(before);
        t.settle();
    }

    void thePaletteOfTheDesktopIsFollowedWhileTheThemeIsTheSystems()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        auto& chart = t.window->resultsPage().charts().chart();
        const auto corner = [&] { return chart.grab().toImage().pixelColor(2, 2).lightness(); };
        const auto* line = t.window->findChild<Sparkline*>();
        QVERIFY(corner() > 128 && !isDark(line->palette()));

        QApplication::setPalette(Theme::darkPalette()); // as a desktop does
        t.settle();

        QVERIFY(corner() < 128);
        QVERIFY(isDark(line->palette()));
        QCOMPARE(qApp->styleSheet(), Theme::styleSheet(QApplication::palette()));
        QVERIFY(qApp->styleSheet() != Theme::styleSheet(Theme::lightPalette()));

        QEvent another(QEvent::ThemeChange); // to the bare session's own
        QCoreApplication::sendEvent(t.window.get(), &another);
        t.settle();

        QVERIFY(corner() > 128 && !isDark(line->palette()));
        QCOMPARE(qApp->styleSheet(), Theme::styleSheet(Theme::lightPalette()));
    }

    void theDefaultLayoutComesBack()
    {
        test::WindowUnderTest t;
        test::openStudy(t);
        t.window->showPage(PageId::Benchmark);
        t.settle();
        auto& results = t.window->resultsPage();
        const auto places = [&] {
            QList<QList<int>> all;
            for (auto* splitter : t.window->findChildren<QSplitter*>())
                all << splitter->sizes();
            return all;
        };
        t.window->showPage(PageId::Results);
        t.settle();
        const QSize size = t.window->size();
        const auto before = places();
        const auto columns = results.table().shownColumns();
        for (auto* splitter : t.window->findChildren<QSplitter*>())
            splitter->setSizes({10000, 1});
        results.table().setColumnHidden(columns.front(), true);
        results.table().horizontalHeader()->moveSection(4, 6);
        t.window->resize(size + QSize(60, 30));
        t.settle();
        QVERIFY(places() != before);

        t.window->actions().restoreLayout->trigger();
        t.settle();

        QCOMPARE(results.table().shownColumns(), columns);
        QCOMPARE(t.window->size(), size);
        const auto after = places();
        for (qsizetype i = 0; i < before.size(); ++i) {
            for (qsizetype j = 0; j < before[i].size(); ++j)
                QVERIFY2(qAbs(after[i][j] - before[i][j]) <= 2,
                    qPrintable(QStringLiteral("%1 was %2").arg(after[i][j]).arg(before[i][j])));
        }
    }
};

int tst_window_looks(int argc, char* argv[])
{
    return test::runTest<WindowLooksTest>(argc, argv);
}

#include "tst_window_looks.moc"
