// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include "ui/text/tr.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace inferometer::ui {

namespace {

/// Digits after the point that leave `significant` digits, none for larger numbers.
int decimalsFor(double value, int significant)
{
    const double magnitude = std::abs(value);
    if (magnitude == 0.0 || !std::isfinite(magnitude))
        return 0;
    const int whole = magnitude < 1.0 ? 1 : static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return std::clamp(significant - whole, 0, 6);
}

QString number(const QLocale& locale, double value, int decimals)
{
    return locale.toString(value, 'f', decimals);
}

QDateTime parsed(const std::string& isoUtc)
{
    return QDateTime::fromString(QString::fromStdString(isoUtc), Qt::ISODate);
}

QString signOf(double value)
{
    return value < 0 ? QStringLiteral("\u2212") : value > 0 ? QStringLiteral("+") : QString();
}

} // namespace

QString milliseconds(const QLocale& locale, double seconds)
{
    const double value = seconds * 1e3;
    return Tr::tr("%1 ms").arg(number(locale, value, decimalsFor(value, 4)));
}

QString shortMilliseconds(const QLocale& locale, double seconds)
{
    const double value = seconds * 1e3;
    return number(locale, value, decimalsFor(value, 3));
}

QString percent(const QLocale& locale, double value)
{
    const double rounded = std::round(value * 10.0) / 10.0 + 0.0; // of a negative zero, the positive one
    return Tr::tr("%1%", "percentage").arg(number(locale, rounded, 1));
}

QString signedMilliseconds(const QLocale& locale, double seconds)
{
    constexpr int decimals = 3;
    const double rounded = std::round(seconds * 1e6) / 1e3;
    return Tr::tr("%1 ms").arg(signOf(rounded) + locale.toString(std::abs(rounded), 'f', decimals));
}

QString signedPercent(const QLocale& locale, double value)
{
    const double rounded = std::round(value * 10.0) / 10.0;
    return signOf(rounded) + percent(locale, std::abs(rounded));
}

QString percentWithInterval(const QLocale& locale, const core::Estimate& estimate)
{
    const QString value = signedPercent(locale, estimate.value);
    if (!estimate.low || !estimate.high)
        return value;
    //: an estimate with its 95% interval: %1 value, %2 lower end, %3 upper end
    return Tr::tr("%1 (%2 to %3)")
        .arg(value, signedPercent(locale, *estimate.low), signedPercent(locale, *estimate.high));
}

QString speedup(const QLocale& locale, double factor)
{
    return Tr::tr("%1×", "speed-up factor").arg(number(locale, factor, 2));
}

QString bytes(const QLocale& locale, double count)
{
    return locale.formattedDataSize(static_cast<qint64>(count), count < 10 * 1024 * 1024 ? 1 : 0);
}

QString parameterCount(const QLocale& locale, double count)
{
    return Tr::tr("%1 M", "millions of parameters").arg(number(locale, count / 1e6, count < 1e7 ? 2 : 1));
}

QString secondsText(const QLocale& locale, double seconds)
{
    return Tr::tr("%1 s").arg(number(locale, seconds, decimalsFor(seconds, 3)));
}

QString wallTime(double seconds)
{
    const auto total = static_cast<long long>(std::max(0.0, std::round(seconds)));
    if (total < 60)
        return Tr::tr("%1 s").arg(total);
    if (total < 3600)
        return Tr::tr("%1 min %2 s").arg(total / 60).arg(total % 60);
    return Tr::tr("%1 h %2 min").arg(total / 3600).arg(total % 3600 / 60);
}

QString rate(const QLocale& locale, double perSecond)
{
    return Tr::tr("%1 images/s").arg(number(locale, perSecond, decimalsFor(perSecond, 3)));
}

QString smallNumber(const QLocale& locale, double value)
{
    return value == 0.0 ? locale.toString(0) : locale.toString(value, 'e', 1);
}

QString wholeNumber(const QLocale& locale, double value)
{
    return locale.toString(static_cast<qlonglong>(std::llround(value)));
}

QString countWithInterval(const QLocale& locale, const core::Estimate& estimate)
{
    const QString value = wholeNumber(locale, estimate.value);
    if (!estimate.low)
        return value;
    const QString low = wholeNumber(locale, *estimate.low);
    if (!estimate.high) {
        //: an estimate whose 95% interval has no upper end: %1 value, %2 lower end
        return Tr::tr("%1 (%2 or more)").arg(value, low);
    }
    return Tr::tr("%1 (%2 to %3)").arg(value, low, wholeNumber(locale, *estimate.high));
}

QString dateTime(const QLocale& locale, const std::string& isoUtc)
{
    const QDateTime moment = parsed(isoUtc);
    //: pattern of a date with the time of day, in Qt's letters
    return moment.isValid() ? locale.toString(moment.toLocalTime(), Tr::tr("MMM d, yyyy HH:mm"))
                            : QString::fromStdString(isoUtc);
}

QString date(const QLocale& locale, const std::string& isoUtc)
{
    const QDateTime moment = parsed(isoUtc);
    //: pattern of a date, in Qt's letters
    return moment.isValid() ? locale.toString(moment.toLocalTime().date(), Tr::tr("MMM d, yyyy"))
                            : QString::fromStdString(isoUtc);
}

} // namespace inferometer::ui
