// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison_model.h"

#include "core/study/remarks.h"
#include "ui/models/run_view.h"
#include "ui/models/study_cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"

namespace inferometer::ui {

namespace {

enum class What { Model, Device, Batch, Variant, Time, Difference, Change, Verdict };

constexpr int keyColumns = 4;
constexpr int columnsPerOther = 4;

/// What is behind a time or the word in its place, and where a published row stands.
QString aboutRow(const core::StudyRow* row)
{
    if (!row)
        return {};
    QStringList lines;
    for (const auto& remark : core::remarksOn(*row))
        lines << noteText(remark);
    if (!row->origin.empty())
        lines << Tr::tr("Published in the table \"%1\".").arg(QString::fromStdString(row->origin));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// What a column shows, and of which source.
struct ComparisonModel::Place {
    What what = What::Model;
    std::size_t table = 0;
};

QString Compared::name(std::size_t table) const
{
    return QString::fromStdString(nameOf(tables[table]));
}

const core::StudyRow* Compared::row(const core::ComparedCell& cell, std::size_t table) const
{
    return cell.rows[table] ? &tables[table].rows[*cell.rows[table]] : nullptr;
}

void ComparisonModel::setCompared(std::shared_ptr<const Compared> compared)
{
    beginResetModel();
    m_compared = std::move(compared);
    endResetModel();
}

void ComparisonModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_compared ? 0 : static_cast<int>(m_compared->comparison.cells.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    const int others = m_compared ? static_cast<int>(m_compared->tables.size()) - 1 : 0;
    return keyColumns + 1 + others * columnsPerOther;
}

ComparisonModel::Place ComparisonModel::placeOf(int column) const
{
    if (column <= keyColumns)
        return {static_cast<What>(column), 0};
    const int beyond = column - keyColumns - 1;
    return {static_cast<What>(static_cast<int>(What::Time) + beyond % columnsPerOther),
        static_cast<std::size_t>(1 + beyond / columnsPerOther)};
}

QString ComparisonModel::text(const core::ComparedCell& cell, const Place& place) const
{
    const QLocale locale;
    const auto& difference = cell.differences[place.table];
    switch (place.what) {
    case What::Model:
        return QString::fromStdString(cell.label);
    case What::Device:
        return shortHardwareName(QString::fromStdString(cell.key.device));
    case What::Batch:
        return locale.toString(cell.key.batch);
    case What::Variant:
        return cell.key.dtype == core::DataType::Float32
            ? variantName(cell.key.variant)
            : QStringLiteral("%1 · %2").arg(variantName(cell.key.variant), dataTypeName(cell.key.dtype));
    case What::Time:
        return timeText(m_compared->row(cell, place.table), locale);
    case What::Difference:
        return difference.difference_s ? signedMilliseconds(locale, *difference.difference_s) : absent();
    case What::Change:
        return difference.change_percent ? signedPercent(locale, difference.change_percent->value) : absent();
    case What::Verdict:
        return judgement(difference);
    }
    Q_UNREACHABLE();
}

QVariant ComparisonModel::value(const core::ComparedCell& cell, const Place& place) const
{
    const auto& difference = cell.differences[place.table];
    const auto number = [](const std::optional<double>& known) {
        return known ? QVariant(*known) : QVariant();
    };
    switch (place.what) {
    case What::Batch:
        return cell.key.batch;
    case What::Time: {
        const auto* row = m_compared->row(cell, place.table);
        return row && hasTime(*row) ? QVariant(*row->mean_s) : QVariant();
    }
    case What::Difference:
        return number(difference.difference_s);
    case What::Change:
        return difference.change_percent ? QVariant(difference.change_percent->value) : QVariant();
    case What::Verdict:
        return difference.verdict ? QVariant(static_cast<int>(*difference.verdict)) : QVariant();
    default:
        return text(cell, place);
    }
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& cell = m_compared->comparison.cells[static_cast<std::size_t>(index.row())];
    const auto place = placeOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(cell, place);
    case Qt::TextAlignmentRole: {
        const bool isNumber = place.what == What::Batch || place.what == What::Time
            || place.what == What::Difference || place.what == What::Change;
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    case Qt::ToolTipRole:
        if (place.what == What::Time)
            return aboutRow(m_compared->row(cell, place.table));
        return place.what >= What::Difference ? noteText(cell.differences[place.table].reason) : QString();
    case SortRole:
        return value(cell, place);
    case IsCommonRole:
        return cell.isCommon;
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto place = placeOf(section);
    if (role == Qt::ToolTipRole && place.what >= What::Time && m_compared)
        return m_compared->name(place.table);
    if (role != Qt::DisplayRole)
        return {};
    switch (place.what) {
    case What::Model:
        return Tr::tr("Model");
    case What::Device:
        return Tr::tr("Device");
    case What::Batch:
        return Tr::tr("Batch");
    case What::Variant:
        return Tr::tr("Variant");
    case What::Time:
        return m_compared ? m_compared->name(place.table) : QString();
    case What::Difference:
        return Tr::tr("Difference");
    case What::Change:
        return Tr::tr("Change");
    case What::Verdict:
        return Tr::tr("Verdict");
    }
    Q_UNREACHABLE();
}

QString ComparisonModel::markdown(const std::vector<int>& rows) const
{
    const auto escaped = [](QString cell) { return cell.replace(QLatin1Char('|'), QStringLiteral("\\|")); };
    QStringList head;
    QStringList rule;
    for (int column = 0; column < columnCount(); ++column) {
        head << escaped(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        rule << QStringLiteral("---");
    }
    const auto line = [](const QStringList& cells) {
        return QStringLiteral("| %1 |\n").arg(cells.join(QStringLiteral(" | ")));
    };
    QString table = line(head) + line(rule);
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells << escaped(data(index(row, column), Qt::DisplayRole).toString());
        table += line(cells);
    }
    return table;
}

void ComparisonSortModel::setShowsMissing(bool showsMissing)
{
    m_showsMissing = showsMissing;
    invalidateFilter();
}

bool ComparisonSortModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_showsMissing
        || sourceModel()->index(row, 0, parent).data(ComparisonModel::IsCommonRole).toBool();
}

} // namespace inferometer::ui
