// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/result_table_model.h"

#include "ui/models/metrics.h"
#include "ui/models/result_columns.h"
#include "ui/text/note_text.h"

#include <algorithm>

namespace inferometer::ui {

namespace {

bool hasSameRows(const RunView& left, const RunView& right)
{
    return std::equal(left.rows().begin(), left.rows().end(), right.rows().begin(), right.rows().end(),
        [](const ResultRow& a, const ResultRow& b) {
            return a.workload() == b.workload() && a.variant() == b.variant();
        });
}

QVariant verdictOf(const ResultRow& row)
{
    if (!hasImprovement(row) || !row.conclusions()->verdict)
        return {};
    return static_cast<int>(*row.conclusions()->verdict);
}

} // namespace

void ResultTableModel::setView(std::shared_ptr<const RunView> view)
{
    if (m_view && view && hasSameRows(*m_view, *view)) {
        m_view = std::move(view);
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_view = std::move(view);
    endResetModel();
}

void ResultTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ResultTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_view ? 0 : m_view->rowCount();
}

int ResultTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(resultColumns().size());
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_view->row(index.row());
    const auto& column = resultColumns()[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(QLocale(), *m_view, row);
    case Qt::TextAlignmentRole:
        return QVariant(column.alignment);
    case Qt::ToolTipRole: {
        const QString reason = noteText(core::reasonOf(row.flat));
        return reason.isEmpty() ? QVariant() : QVariant(reason);
    }
    case SortRole:
        return column.value(*m_view, row);
    case OutcomeRole:
        return static_cast<int>(row.outcome);
    case VerdictRole:
        return verdictOf(row);
    default:
        return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto& column = resultColumns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return headerOf(column);
    case Qt::ToolTipRole:
        return hintOf(column);
    case Qt::TextAlignmentRole:
        return QVariant(column.alignment);
    default:
        return {};
    }
}

ResultSortModel::ResultSortModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ResultTableModel::SortRole);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(-1);
    setSortLocaleAware(true);
}

bool ResultSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.isValid() != b.isValid())
        return a.isValid() == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace inferometer::ui
