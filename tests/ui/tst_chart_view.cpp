// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_record.h"
#include "tests/ui/chart_values.h"
#include "tests/ui/ui_test.h"
#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_view.h"

#include <QApplication>
#include <QFocusEvent>
#include <QSignalSpy>
#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

/// How a shown chart is walked through: by keys, by the mouse, by zooming.
class ChartViewTest : public QObject {
    Q_OBJECT

private slots:
    void theKeyboardWalksOverBarsAndSaysThem()
    {
        const RunView view(test::studyRecord());
        ChartView shown;
        shown.resize(800, 500);
        shown.setChart(durationChart(view, firstOptions(view), test::english));
        shown.show();
        QSignalSpy said(&shown, &ChartView::announced);
        QSignalSpy chosen(&shown, &ChartView::rowChosen);
        auto* plot = shown.findChild<QWidget*>(QString(), Qt::FindChildrenRecursively);
        for (auto* each : shown.findChildren<QWidget*>()) {
            if (each->focusPolicy() == Qt::StrongFocus)
                plot = each;
        }

        QTest::keyClick(plot, Qt::Key_Home);
        QVERIFY(said.last().first().toString().startsWith(
            QStringLiteral("ResNet, batch 1, C++ · no compile, 41.17 ms")));
        QTest::keyClick(plot, Qt::Key_Right);
        QVERIFY(said.last().first().toString().contains(QStringLiteral("C++ · default")));
        QVERIFY(said.last().first().toString().contains(QStringLiteral("slower")));
        QTest::keyClick(plot, Qt::Key_Down);
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("ViT")));
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!plot->accessibleName().isEmpty());
        QCOMPARE(plot->accessibleDescription(), said.last().first().toString());
        QFocusEvent leaving(QEvent::FocusOut);
        QApplication::sendEvent(plot, &leaving);
        QVERIFY(plot->accessibleDescription().startsWith(QStringLiteral("Duration Comparison")));
        QTest::keyClick(plot, Qt::Key_End);
        QVERIFY(said.last().first().toString().startsWith(QStringLiteral("Resnet-101")));
    }

    void theMouseSaysWhatItIsOverAndChoosesIt()
    {
        const RunView view(test::firstRecord());
        ChartView shown;
        shown.resize(800, 500);
        shown.setChart(durationChart(view, firstOptions(view), test::english));
        shown.show();
        QVERIFY(QTest::qWaitForWindowExposed(&shown));
        shown.redraw();
        QSignalSpy chosen(&shown, &ChartView::rowChosen);
        QWidget* plot = nullptr;
        for (auto* each : shown.findChildren<QWidget*>()) {
            if (each->focusPolicy() == Qt::StrongFocus)
                plot = each;
        }

        for (int y = 0; y < plot->height() && chosen.isEmpty(); y += 5)
            QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() / 2, y));

        QVERIFY(!chosen.isEmpty());
        QCOMPARE(chosen.first().first().toInt(), 0);
    }

    void zoomingAndResettingKeepTheChart()
    {
        const RunView view(test::studyRecord());
        ChartView shown;
        shown.resize(800, 500);
        shown.setChart(durationChart(view, firstOptions(view), test::english));
        shown.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown));
        QCoreApplication::processEvents();
        const QImage before = shown.grab().toImage();

        shown.zoom(0.5);
        QCoreApplication::processEvents();
        QVERIFY(shown.grab().toImage() != before);
        shown.resetZoom();
        QCoreApplication::processEvents();

        QCOMPARE(shown.grab().toImage(), before);
    }

    void anotherChartAfterZoomingIsShownWhole()
    {
        const RunView study(test::studyRecord());
        const RunView other(test::firstRecord());
        ChartView shown;
        shown.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or it comes and goes an event later
        shown.resize(800, 500);
        shown.setChart(durationChart(study, firstOptions(study), test::english));
        shown.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown));
        const auto drawn = [&](const RunView& view) {
            shown.setChart(durationChart(view, firstOptions(view), test::english));
            QCoreApplication::processEvents();
            return shown.grab().toImage();
        };
        const QImage whole = drawn(other);
        drawn(study);

        shown.zoom(0.5);
        QCoreApplication::processEvents();

        QCOMPARE(drawn(other), whole);
    }
};

int tst_chart_view(int argc, char* argv[])
{
    return test::runTest<ChartViewTest>(argc, argv);
}

#include "tst_chart_view.moc"
