// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/own_home.h"
#include "tests/ui/ui_test.h"
#include "ui/charts/chart_view.h"
#include "ui/models/run_view.h"
#include "ui/pages/benchmark_page.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/export_dialog.h"
#include "ui/pages/history_page.h"
#include "ui/pages/main_window.h"
#include "ui/pages/results_page.h"
#include "ui/pages/window_actions.h"
#include "ui/run/core_backend.h"
#include "ui/text/tr.h"

#include <QFileDialog>
#include <QImage>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace inferometer;
using namespace inferometer::ui;

namespace {

/// The window as the program opens it: own folders and settings, real worker and runner.
struct Program {
    Program()
        : backend(CoreBackend::make().value())
        , theme(*qApp)
        , window(*backend, store, language, theme)
    {
        language.apply(store.settings().language);
        window.show();
        settle();
    }

    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return !window.background().isBusy(); }, 60'000));
        QCoreApplication::sendPostedEvents();
    }

    std::unique_ptr<Backend> backend;
    SettingsStore store;
    Language language;
    Theme theme;
    MainWindow window;
};

template <typename Dialog> Dialog* shown(const QWidget& window)
{
    const auto dialogs = window.findChildren<Dialog*>();
    const auto found =
        std::find_if(dialogs.begin(), dialogs.end(), [](const auto* each) { return each->isVisible(); });
    return found == dialogs.end() ? nullptr : *found;
}

} // namespace

/// What a new user does first, from the first start to the second; every step goes on from the one before.
class FirstUse : public QObject {
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private slots:
    void initTestCase() { m_program = std::make_unique<Program>(); }

    void theFirstChoiceIsMeasured()
    {
        constexpr int limit_ms = 25 * 60 * 1000; // compiling on a small, busy machine
        auto& window = m_program->window;
        m_program->store.change([](Settings& settings) { settings.devices = {QStringLiteral("cpu")}; });
        m_program->settle();
        QSignalSpy finished(&window.controller(), &RunController::finished);
        QSignalSpy failed(&window.controller(), &RunController::failed);
        QCOMPARE(window.benchmarkPage().measurementCount(), 4);

        window.actions().run->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, limit_ms));

        QVERIFY(failed.isEmpty());
        const auto view = window.resultsPage().view();
        m_run = QString::fromStdString(view->record().id);
        QCOMPARE(view->rowCount(), 4);
        for (int row = 0; row < view->rowCount(); ++row)
            QCOMPARE(view->row(row).outcome, core::Outcome::Measured);
    }

    void threeChartsShowIt()
    {
        auto& panel = m_program->window.resultsPage().charts();
        for (const auto kind : {ChartKind::Duration, ChartKind::Batch, ChartKind::Improvement}) {
            panel.setKind(kind);

            const auto hasAllBars = [&panel] {
                const auto& series = std::get<BarChart>(panel.chart().chart()).panels.at(0).series;
                return !series.empty() && std::all_of(series.begin(), series.end(), [](const auto& each) {
                    return each.cells.at(0).value.has_value();
                });
            };
            QTRY_VERIFY(hasAllBars()); // the page draws a part per turn of the event loop
        }
    }

    void itTurnsJapaneseAndDark()
    {
        auto& window = m_program->window;

        window.actions().languages->actions().at(2)->trigger();
        window.actions().themes->actions().at(2)->trigger();
        m_program->settle();

        QVERIFY(window.actions().run->text().contains(QStringLiteral("実行")));
        QVERIFY(window.palette().color(QPalette::Window).lightness() < 100);
    }

    void aChartIsExported()
    {
        auto& window = m_program->window;
        const QString path = test::home().filePath(QStringLiteral("chart.png"));

        window.actions().exportChart->trigger();
        auto* options = shown<ExportDialog>(window);
        QVERIFY(options);
        options->accept();
        auto* files = shown<QFileDialog>(window);
        QVERIFY(files);
        files->selectFile(path);
        QMetaObject::invokeMethod(files, "accept");

        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path); }));
        const QImage picture(path);
        QCOMPARE(picture.text(QStringLiteral("InferometerRun")), m_run);
        QVERIFY(picture.text(QStringLiteral("Title")).contains(QStringLiteral("短縮")));
    }

    void theRunIsThereAfterARestart()
    {
        QVERIFY(m_program->window.close());
        m_program.reset();
        m_program = std::make_unique<Program>();
        auto& window = m_program->window;

        window.showPage(MainWindow::PageId::History);
        m_program->settle();
        QCOMPARE(window.historyPage().runCount(), 1);
        QSignalSpy opened(&window, &MainWindow::runOpened);
        window.historyPage().table().setFocus();
        QTest::keyClick(&window.historyPage().table(), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return !opened.isEmpty(); }));

        QCOMPARE(QString::fromStdString(window.resultsPage().view()->record().id), m_run);
        QCOMPARE(m_program->language.spoken(), LanguageChoice::Japanese);
    }

    void insideTheWindowItIsMeasuredTooAndMarked()
    {
        constexpr int limit_ms = 10 * 60 * 1000;
        auto& window = m_program->window;
        if (!m_program->backend->hasInProcessEngine())
            QSKIP("there is no engine to load");
        m_program->store.change([](Settings& settings) {
            settings.runsInProcess = true;
            settings.engines = {QStringLiteral("cpp")};
        });
        window.showPage(MainWindow::PageId::Benchmark);
        m_program->settle();
        QSignalSpy finished(&window.controller(), &RunController::finished);
        QSignalSpy failed(&window.controller(), &RunController::failed);

        window.actions().run->trigger();
        QVERIFY(QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, limit_ms));

        QVERIFY(failed.isEmpty());
        const auto view = window.resultsPage().view();
        QCOMPARE(view->rowCount(), 2);
        for (int row = 0; row < view->rowCount(); ++row) {
            QCOMPARE(view->row(row).outcome, core::Outcome::Measured);
            QCOMPARE(view->row(row).record()->executor, std::string("in-process"));
        }
        QVERIFY(QTest::qWaitFor([&] { // the chart follows a turn of the event loop later
            const auto& chart = std::get<BarChart>(window.resultsPage().charts().chart().chart());
            return chart.text.footer.contains(Tr::tr("measured in the window's process"));
        }));
    }

    void cleanupTestCase() { m_program.reset(); }

private:
    std::unique_ptr<Program> m_program;
    QString m_run;
};

int tst_first_use(int argc, char* argv[])
{
    return test::runTest<FirstUse>(argc, argv);
}

#include "tst_first_use.moc"
