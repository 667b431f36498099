// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/run_comparison.h"
#include "ui/models/result_table_model.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace inferometer::ui {

/// Two to five sources side by side, the first one the base.
struct Compared {
    std::vector<core::StudyTable> tables;
    core::RunComparison comparison;

    QString name(std::size_t table) const;
    const core::StudyRow* row(const core::ComparedCell& cell, std::size_t table) const;
};

/// One line per cell: its time in every source, and for the others the difference from the base in ms and
/// percent with what it is worth.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int SortRole = ResultTableModel::SortRole;
    static constexpr int IsCommonRole = SortRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setCompared(std::shared_ptr<const Compared> compared);
    void clear() { setCompared(nullptr); }
    const std::shared_ptr<const Compared>& compared() const { return m_compared; }
    void retranslate();
    QString markdown(const std::vector<int>& rows) const; ///< in the order given

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place;
    Place placeOf(int column) const;
    QString text(const core::ComparedCell& cell, const Place& place) const;
    QVariant value(const core::ComparedCell& cell, const Place& place) const;

    std::shared_ptr<const Compared> m_compared;
};

/// Sorts by value with what is missing last, and shows the common cells only unless told otherwise.
class ComparisonSortModel : public ResultSortModel {
    Q_OBJECT

public:
    using ResultSortModel::ResultSortModel;
    void setShowsMissing(bool showsMissing);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_showsMissing = false;
};

} // namespace inferometer::ui
