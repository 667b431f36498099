// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_summary.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace inferometer::ui {

/// The runs of the history, newest first.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        DateColumn,
        LabelColumn,
        ModelsColumn,
        DeviceColumn,
        TorchColumn,
        GainColumn,
        EndingColumn,
        OutcomeColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, SearchRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<RunSummary> runs);
    void clear() { setRuns({}); }
    void remove(int row);
    void insert(int row, RunSummary run);
    void rename(int row, const std::string& label, const std::string& note);
    void retranslate();
    const RunSummary& run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    int find(const std::filesystem::path& file) const; ///< -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<RunSummary> m_runs;
};

/// Finds runs by label, model, device or note.
class HistoryFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit HistoryFilterModel(QObject* parent = nullptr);
};

} // namespace inferometer::ui
