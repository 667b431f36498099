// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace inferometer::ui {

/// Keeps the columns of a table within its width: where their contents need more, the widest of those that
/// may be cut short give way.
class ColumnFit : public QObject {
    Q_OBJECT

public:
    /// `elastic`: columns whose texts may be cut short.
    ColumnFit(QTableView& table, std::vector<int> elastic);

    void fit(); ///< after contents changed; by itself when the table gets another width

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    QTableView& m_table;
    std::vector<int> m_elastic;
};

} // namespace inferometer::ui
