// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/import.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace inferometer::ui {

/// Asks which columns of a table of another program hold what. Begins with what their names suggest.
class ColumnsDialog : public QDialog {
    Q_OBJECT

public:
    ColumnsDialog(const QString& file, const std::vector<std::string>& columns, QWidget* parent);

    core::CsvMapping mapping() const;

private:
    struct Choice {
        QComboBox* box;
        std::string core::CsvMapping::*column;
    };

    void add(QFormLayout& form, const QString& label, std::string core::CsvMapping::*column,
        const core::CsvMapping& suggested);
    void check();

    std::vector<std::string> m_columns;
    std::vector<Choice> m_choices;
    QComboBox* m_unit;
    QLabel* m_problem;
    QPushButton* m_ok;
};

} // namespace inferometer::ui
