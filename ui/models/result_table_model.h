// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <memory>

namespace inferometer::ui {

/// The rows of one run; cells come from the column table.
class ResultTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole, OutcomeRole, VerdictRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// A run that grew keeps its rows, so that selection and scroll position stay.
    void setView(std::shared_ptr<const RunView> view);
    void clear() { setView(nullptr); }
    const std::shared_ptr<const RunView>& view() const { return m_view; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const RunView> m_view;
};

/// Sorts by the columns' values with what was not measured last in either direction, and filters by model
/// text.
class ResultSortModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ResultSortModel(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace inferometer::ui
