// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/targets.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace inferometer::ui {

/// Asks for a target's name, launcher and installation.
class TargetDialog : public QDialog {
    Q_OBJECT

public:
    explicit TargetDialog(QWidget* parent);

    core::Target target() const;

private:
    void check();

    QLineEdit* m_name;
    QLineEdit* m_launcher;
    QLineEdit* m_installation;
    QLabel* m_problem;
    QPushButton* m_ok;
};

} // namespace inferometer::ui
