// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/estimate.h"

#include <QLocale>
#include <QString>

#include <string>

/// Numbers, times and dates as the screen shows them, in a given locale. Files never pass through here.
namespace inferometer::ui {

/// What stands where nothing was measured: never a zero.
inline QString absent()
{
    return QStringLiteral("\u2014");
}

QString milliseconds(const QLocale& locale, double seconds); ///< "12.34 ms", four significant digits
QString signedMilliseconds(const QLocale& locale, double seconds); ///< "+0.046 ms"
QString shortMilliseconds(const QLocale& locale, double seconds); ///< "12.3": label of a bar
QString percent(const QLocale& locale, double value); ///< "18.7%"
QString signedPercent(const QLocale& locale, double value); ///< "+18.7%"
QString percentWithInterval(const QLocale& locale, const core::Estimate& estimate);
QString speedup(const QLocale& locale, double factor); ///< "1.42×"
QString bytes(const QLocale& locale, double count); ///< "330 MiB"
QString parameterCount(const QLocale& locale, double count); ///< "86.6 M"
QString secondsText(const QLocale& locale, double seconds); ///< "31.2 s", for compile times
QString wallTime(double seconds); ///< "1 h 12 min", "2 min 5 s", "45 s": elapsed and remaining time
QString rate(const QLocale& locale, double perSecond); ///< "24.3 images/s"
QString smallNumber(const QLocale& locale, double value); ///< "3.2e-06": errors of outputs
QString wholeNumber(const QLocale& locale, double value); ///< "1,234"
/// "1,234 (1,100 to 1,400)", "1,234 (1,100 or more)"
QString countWithInterval(const QLocale& locale, const core::Estimate& estimate);
QString dateTime(
    const QLocale& locale, const std::string& isoUtc); ///< local time; the text itself if unreadable
QString date(const QLocale& locale, const std::string& isoUtc);

} // namespace inferometer::ui
