// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"

#include <QLocale>
#include <QStringList>

namespace inferometer::test {

inline const QLocale english(QLocale::English, QLocale::UnitedStates);

/// The series of a chart's first panel.
inline QStringList namesOf(const ui::BarChart& chart)
{
    QStringList names;
    for (const auto& series : chart.panels.front().series)
        names << series.name;
    return names;
}

} // namespace inferometer::test
