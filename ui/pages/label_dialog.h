// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace inferometer::ui {

/// Asks for the label and the note of a run.
class LabelDialog : public QDialog {
    Q_OBJECT

public:
    LabelDialog(const QString& label, const QString& note, QWidget* parent);

    QString label() const;
    QString note() const;

private:
    QLineEdit* m_label;
    QPlainTextEdit* m_note;
};

} // namespace inferometer::ui
