// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/table_text.h"

#include "ui/models/conditions.h"
#include "ui/models/result_columns.h"
#include "ui/text/format.h"

namespace inferometer::ui {

namespace {

QString plain(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString escaped(const QString& text)
{
    return plain(text).replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QStringList headers(const std::vector<int>& columns)
{
    QStringList cells;
    for (const int column : columns)
        cells << headerOf(resultColumns()[static_cast<std::size_t>(column)]);
    return cells;
}

QStringList cellsOf(const QLocale& locale, const RunView& view, int row, const std::vector<int>& columns)
{
    QStringList cells;
    for (const int column : columns)
        cells << resultColumns()[static_cast<std::size_t>(column)].text(locale, view, view.row(row));
    return cells;
}

QString markdownLine(const QStringList& cells)
{
    QStringList shown;
    for (const auto& cell : cells)
        shown << escaped(cell);
    return QStringLiteral("| %1 |\n").arg(shown.join(QStringLiteral(" | ")));
}

} // namespace

QString tabSeparated(
    const QLocale& locale, const RunView& view, const std::vector<int>& rows, const std::vector<int>& columns)
{
    QString text = conditionsLine(locale, view, rows) + QLatin1Char('\n')
        + headers(columns).join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const int row : rows) {
        QStringList cells;
        for (const auto& cell : cellsOf(locale, view, row, columns))
            cells << (cell == absent() ? QString() : plain(cell));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QString markdownTable(
    const QLocale& locale, const RunView& view, const std::vector<int>& rows, const std::vector<int>& columns)
{
    QString text = conditionsLine(locale, view, rows) + QStringLiteral("\n\n");
    text += markdownLine(headers(columns));
    QStringList rule;
    for (const int column : columns) {
        const bool isNumber = resultColumns()[static_cast<std::size_t>(column)].alignment & Qt::AlignRight;
        rule << (isNumber ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    text += markdownLine(rule);
    for (const int row : rows)
        text += markdownLine(cellsOf(locale, view, row, columns));
    return text;
}

} // namespace inferometer::ui
