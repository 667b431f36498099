// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"
#include "tests/support/sample_record.h"
#include "tests/ui/fake_backend.h"
#include "tests/ui/run_files.h"
#include "tests/ui/window_under_test.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/main_window.h"
#include "ui/pages/results_page.h"
#include "ui/run/core_backend.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>

// Prints how quick the window is: start, opening a large run, drawing a chart, memory, and how long the event
// loop is held up during a run. The goals stand beside the figures; the exit code is 1 when one is missed by
// a factor of five.

using namespace inferometer;
using namespace inferometer::ui;

namespace {

constexpr int historyRuns = 200;

void fillHistory(const std::filesystem::path& folder)
{
    core::RunRecord run = *test::firstRecord();
    for (int i = 0; i < historyRuns; ++i) {
        run.id = QStringLiteral("20260201T%1Z-a%2")
                     .arg(i, 6, 10, QLatin1Char('0'))
                     .arg(i, 3, 10, QLatin1Char('0'))
                     .toStdString();
        test::writeRun(run, folder);
    }
    test::writeRun(*test::largeRecord(), folder);
}

std::unique_ptr<Backend> backendIn(const QString& folder)
{
    core::RunServices services;
    services.paths = {
        folder.toStdString() + "/history", folder.toStdString() + "/cache", folder.toStdString() + "/hub"};
    services.tools = core::findTools();
    services.tools.resources = INFEROMETER_RESOURCES;
    auto catalog = core::readCatalog(services.tools.resources / "models.json");
    return std::make_unique<CoreBackend>(std::move(services), *std::move(catalog));
}

/// The real window on real files.
struct Opened {
    explicit Opened(const QString& folder)
        : backend(backendIn(folder))
        , store(folder + QStringLiteral("/settings.ini"))
        , theme(*qApp)
    {
        language.apply(LanguageChoice::English);
        window = std::make_unique<MainWindow>(*backend, store, language, theme);
        window->show();
    }

    std::unique_ptr<Backend> backend;
    SettingsStore store;
    Language language;
    Theme theme;
    std::unique_ptr<MainWindow> window;
};

/// What one event cost the GUI thread in processor time: unlike the gaps of a timer it does not depend on
/// what else the machine does.
class CountingApplication final : public QApplication {
public:
    using QApplication::QApplication;

    struct Cost {
        double milliseconds = 0;
        QString what;
    };

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool isOfAnother =
            QThread::currentThread() != thread(); // the run's own events last as long as it
        if (isOfAnother || m_depth > 0 || !isCounting)
            return QApplication::notify(receiver, event);
        const QString what =
            QStringLiteral("%1 '%2', event %3")
                .arg(QString::fromLatin1(receiver->metaObject()->className()), receiver->objectName())
                .arg(event->type());
        const double begin = now();
        ++m_depth;
        const bool isTaken = QApplication::notify(receiver, event);
        --m_depth;
        costs.push_back({now() - begin, what});
        return isTaken;
    }

    bool isCounting = false;
    std::vector<Cost> costs;

private:
    static double now()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    int m_depth = 0;
};

/// Says on standard output when the window is painted, and ends.
int startOnce(const QString& folder)
{
    const Opened opened(folder);
    QCoreApplication::processEvents();
    opened.window->grab();
    std::printf("shown\n");
    std::fflush(stdout);
    _exit(0);
}

double startMilliseconds(const QString& folder)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        QProcess process;
        QElapsedTimer timer;
        timer.start();
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), folder});
        process.waitForReadyRead(20'000);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        process.waitForFinished();
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double openMilliseconds(Opened& opened, const std::filesystem::path& file)
{
    QSignalSpy done(opened.window.get(), &MainWindow::runOpened);
    QElapsedTimer timer;
    timer.start();
    opened.window->openRun(file);
    test::waitFor([&] { return !done.isEmpty(); });
    opened.window->grab();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double replotMilliseconds(Opened& opened)
{
    auto& chart = opened.window->resultsPage().charts().chart();
    chart.redraw(); // the first one loads fonts
    double sum = 0;
    constexpr int times = 20;
    for (int i = 0; i < times; ++i) {
        chart.redraw();
        sum += chart.replotMilliseconds();
    }
    return sum / times;
}

/// The 99th percentile of how late a timer comes while a run fills the window.
double stallMilliseconds(CountingApplication& application)
{
    test::WindowUnderTest t;
    t.backend.allowedVisits = 0;
    std::vector<double> gaps;
    QElapsedTimer since;
    QTimer probe;
    constexpr int interval_ms = 2;
    probe.setTimerType(Qt::PreciseTimer);
    QObject::connect(&probe, &QTimer::timeout, [&] {
        gaps.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6 - interval_ms);
        since.restart();
        ++t.backend.allowedVisits; // a visit ends with every tick: far more than a real run brings
    });
    constexpr int beforeTheFirstClick_ms = 500;
    QTest::qWait(beforeTheFirstClick_ms);
    application.isCounting = true;
    t.window->controller().start({});
    since.start();
    probe.start(interval_ms);
    test::waitFor([&] { return !t.window->controller().isRunning(); });
    probe.stop();
    application.isCounting = false;
    auto& costs = application.costs;
    std::sort(costs.begin(), costs.end(),
        [](const auto& one, const auto& other) { return one.milliseconds > other.milliseconds; });
    std::printf("  the dearest events, in processor time:\n");
    for (std::size_t i = 0; i < std::min<std::size_t>(8, costs.size()); ++i)
        std::printf("  %6.1f ms  %s\n", costs[i].milliseconds, qPrintable(costs[i].what));
    std::sort(gaps.begin(), gaps.end());
    std::printf("  %zu turns of the event loop; the longest three: %.1f, %.1f, %.1f ms\n", gaps.size(),
        gaps.empty() ? 0 : gaps.back(), gaps.size() < 2 ? 0 : gaps[gaps.size() - 2],
        gaps.size() < 3 ? 0 : gaps[gaps.size() - 3]);
    return gaps.empty() ? 0 : gaps[gaps.size() * 99 / 100];
}

bool report(const char* what, double value, double goal, const char* unit)
{
    std::printf("%-46s %8.1f %s (goal %.0f)%s\n", what, value, unit, goal, value <= goal ? "" : "  missed");
    return value <= 5 * goal;
}

} // namespace

int main(int argc, char* argv[])
{
    CountingApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--start"))
        return startOnce(arguments.value(2));
    QTemporaryDir folder;
    const std::filesystem::path history = folder.path().toStdString() + "/history";
    std::filesystem::create_directories(history);
    std::filesystem::create_directories(folder.path().toStdString() + "/cache");
    fillHistory(history);
    bool isGood =
        report("start to window, 200 runs in the history", startMilliseconds(folder.path()), 300, "ms");
    {
        Opened opened(folder.path());
        const auto file = core::runPath(history, test::largeRecord()->id);
        isGood =
            report("opening 12 models x 3 batches x 4 modes x 300", openMilliseconds(opened, file), 300, "ms")
            && isGood;
        isGood = report("drawing a chart again", replotMilliseconds(opened), 16, "ms") && isGood;
        isGood = report("resident memory with that run", residentMegabytes(), 150, "MB") && isGood;
    }
    isGood =
        report("event loop held up during a run, p99", stallMilliseconds(application), 50, "ms") && isGood;
    return isGood ? 0 : 1;
}
