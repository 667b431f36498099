// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_test.h"
#include "ui/text/format.h"

#include <QTest>

using namespace inferometer;
using namespace inferometer::ui;

/// Numbers as the screen shows them.
class FormatTest : public QObject {
    Q_OBJECT

private slots:
    void millisecondsKeepFourSignificantDigits_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::addColumn<QString>("japanese");

        QTest::newRow("tenth of a millisecond") << 0.00012345 << "0.123 ms"
                                                << "0,123 ms"
                                                << "0.123 ms";
        QTest::newRow("guide") << 0.009325 << "9.325 ms"
                               << "9,325 ms"
                               << "9.325 ms";
        QTest::newRow("hundreds") << 0.27461 << "274.6 ms"
                                  << "274,6 ms"
                                  << "274.6 ms";
        QTest::newRow("minute") << 68.0 << "68,000 ms"
                                << "68.000 ms"
                                << "68,000 ms";
    }

    void millisecondsKeepFourSignificantDigits()
    {
        QFETCH(double, seconds);
        QFETCH(QString, english);
        QFETCH(QString, german);
        QFETCH(QString, japanese);

        QCOMPARE(milliseconds(QLocale(QLocale::English, QLocale::UnitedStates), seconds), english);
        QCOMPARE(milliseconds(QLocale(QLocale::German, QLocale::Germany), seconds), german);
        QCOMPARE(milliseconds(QLocale(QLocale::Japanese, QLocale::Japan), seconds), japanese);
    }

    void percentagesHaveASignAndZeroHasNone()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(signedMilliseconds(locale, 0.0000464), QStringLiteral("+0.046 ms"));
        QCOMPARE(signedMilliseconds(locale, -0.0000344), QStringLiteral("\u22120.034 ms"));
        QCOMPARE(signedMilliseconds(locale, -0.0000001), QStringLiteral("0.000 ms"));
        QCOMPARE(signedPercent(locale, 18.66), QStringLiteral("+18.7%"));
        QCOMPARE(signedPercent(locale, -6.1), QStringLiteral("\u22126.1%"));
        QCOMPARE(signedPercent(locale, -0.04), QStringLiteral("0.0%"));
        QCOMPARE(signedPercent(QLocale(QLocale::German), 18.66), QStringLiteral("+18,7%"));
    }

    void aPercentageThatIsRoundedToZeroHasNoSign()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(percent(locale, -0.001), QStringLiteral("0.0%"));
        QCOMPARE(percent(locale, -0.0), QStringLiteral("0.0%"));
        QCOMPARE(percent(locale, -0.06), QStringLiteral("-0.1%"));
        QCOMPARE(percentWithInterval(locale, {-0.001, -0.002, 0.001}), QStringLiteral("0.0% (0.0% to 0.0%)"));
    }

    void anEstimateWithoutAnIntervalIsItsValue()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(percentWithInterval(locale, {5.0, 4.0, 6.0}), QStringLiteral("+5.0% (+4.0% to +6.0%)"));
        QCOMPARE(percentWithInterval(locale, {5.0, std::nullopt, 6.0}), QStringLiteral("+5.0%"));
    }

    void aCountMayHaveNoUpperEnd()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(countWithInterval(locale, {1234, 1100, 1400}), QStringLiteral("1,234 (1,100 to 1,400)"));
        QCOMPARE(countWithInterval(locale, {1234, 1100, {}}), QStringLiteral("1,234 (1,100 or more)"));
        QCOMPARE(countWithInterval(locale, {1234, {}, {}}), QStringLiteral("1,234"));
    }

    void wallTimeGrowsItsUnits()
    {
        QCOMPARE(wallTime(45.2), QStringLiteral("45 s"));
        QCOMPARE(wallTime(125), QStringLiteral("2 min 5 s"));
        QCOMPARE(wallTime(4320), QStringLiteral("1 h 12 min"));
        QCOMPARE(wallTime(-3), QStringLiteral("0 s"));
    }

    void anUnreadableDateIsShownAsItIs()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(date(locale, "yesterday"), QStringLiteral("yesterday"));
        QCOMPARE(date(locale, "2026-03-01T12:34:56Z"), QStringLiteral("Mar 1, 2026"));
    }

    void parametersAreCountedInMillions()
    {
        const QLocale locale(QLocale::English, QLocale::UnitedStates);

        QCOMPARE(parameterCount(locale, 86'567'656), QStringLiteral("86.6 M"));
        QCOMPARE(parameterCount(locale, 2'525'717), QStringLiteral("2.53 M"));
    }
};

int tst_format(int argc, char* argv[])
{
    return test::runTest<FormatTest, QCoreApplication>(argc, argv);
}

#include "tst_format.moc"
