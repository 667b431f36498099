// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/run/run_controller.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <malloc.h>
#include <unistd.h>

using namespace inferometer;

namespace {

constexpr int visitsOfARun = 35;
constexpr double leftByAVisit_bytes =
    16 * 1024; // while caches fill; a chart or a view that is kept is much more
constexpr int interval_ms = 5;
constexpr int ticksOfAVisit = 4; // fifty visits in a second, far more than a real run brings

/// The pages of the process after the allocator gave back what is free: how much it keeps of that differs by
/// some MB from one moment to the next, which would hide what a visit leaves.
double residentBytes()
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE))
        : 0;
}

/// What was asked for and not given back, which unlike the pages in memory is settled soon.
double heapBytes()
{
    const auto heap = ::mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd);
}

int entriesOf(const char* folder)
{
    return static_cast<int>(QDir(QString::fromLatin1(folder))
                                .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                                .size());
}

} // namespace

/// The window through many visits: what it keeps, and how long it keeps the user waiting.
class SoakTest : public QObject {
    Q_OBJECT

private slots:
    void manyVisitsLeaveTheWindowAsItWas()
    {
        const int visits = std::max(qEnvironmentVariableIntValue("INFEROMETER_WINDOW_VISITS"), 210);
        const int runs = visits / visitsOfARun;
        test::WindowUnderTest t;
        t.settle();
        std::vector<double> late_ms;
        QElapsedTimer since;
        QTimer probe;
        probe.setTimerType(Qt::PreciseTimer);
        QObject::connect(&probe, &QTimer::timeout, [&] {
            late_ms.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6 - interval_ms);
            since.restart();
            t.backend.allowedVisits += late_ms.size() % ticksOfAVisit == 0 ? 1 : 0;
        });
        double before = 0;
        double heapBefore = 0;
        int descriptors = 0;
        int threads = 0;
        for (int run = 0; run < runs; ++run) {
            if (run == (runs + 1) / 2) {
                before = residentBytes();
                heapBefore = heapBytes();
                descriptors = entriesOf("/proc/self/fd");
                threads = entriesOf("/proc/self/task");
            }
            t.backend.allowedVisits = 0;
            t.window->controller().start({});
            since.start();
            probe.start(interval_ms);
            QVERIFY(test::waitFor([&] { return !t.window->controller().isRunning(); }));
            probe.stop();
            t.settle();
        }

        const int later = (runs - (runs + 1) / 2) * visitsOfARun;
        const double growth = (residentBytes() - before) / later;
        const double heapGrowth = (heapBytes() - heapBefore) / later;
        std::sort(late_ms.begin(), late_ms.end());
        const double p99_ms = late_ms[late_ms.size() * 99 / 100];
        std::printf(
            "%d visits: %.0f bytes more for each of the last %d, of the heap %.0f; event loop late by "
            "%.1f ms (p99), %.1f ms (most)\n",
            runs * visitsOfARun, growth, later, heapGrowth, p99_ms, late_ms.back());
        QCOMPARE(entriesOf("/proc/self/fd"), descriptors);
        QCOMPARE(entriesOf("/proc/self/task"), threads);
        QVERIFY(heapGrowth < leftByAVisit_bytes);
        QVERIFY(later < 1000 || growth < 1024);
        QVERIFY(p99_ms < 5 * 50);
        QVERIFY(late_ms.back() < 5 * 250);
    }
};

int tst_soak(int argc, char* argv[])
{
    return test::runTest<SoakTest>(argc, argv);
}

#include "tst_soak.moc"
