// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/result_table_model.h"

#include <QTableView>

namespace inferometer::ui {

/// The rows of a run as a table that can be sorted, rearranged and copied.
class ResultTable : public QTableView {
    Q_OBJECT

public:
    explicit ResultTable(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const RunView> view);
    void setCurrentRow(int row); ///< of the run; -1: none
    int currentRow() const;
    /// Rows of the run as they stand: the selected ones, or all.
    std::vector<int> shownRows(bool onlySelected) const;
    std::vector<int> shownColumns() const;
    void copySelection() const;
    void copyMarkdown() const;
    QByteArray columnState() const;
    void restoreColumns(const QByteArray& state); ///< empty: as they were at first
    void retranslate();

signals:
    void rowChosen(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void showColumnMenu(const QPoint& position);
    void sizeColumns();
    void showPinnedColumns(bool isShown);
    void growColumns(); ///< of a run that fills in: nothing narrower, so that nothing jumps
    int widestColumn() const;

    ResultTableModel m_model;
    ResultSortModel m_sorted;
    QByteArray m_firstColumns;
    bool m_isSetting = false;
    bool m_hasPinned = false;
};

} // namespace inferometer::ui
