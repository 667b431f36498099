// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/own_model.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace inferometer::ui {

class Backend;
class Background;

/// Asks for a model of the user's own: an id, a folder or a file; looks at it, and puts it into the
/// catalogue.
class AddModelDialog : public QDialog {
    Q_OBJECT

public:
    AddModelDialog(Backend& backend, Background& background, const QString& word, QWidget* parent = nullptr);

    const core::OwnModel& model() const { return m_model; } ///< once accepted

private:
    void build();
    void choose(bool isFolder);
    void updateChoices();
    void examine();
    void take(core::Result<core::OwnModel> examined);
    void refuse(const core::Error& error);

    Backend& m_backend;
    Background& m_background;
    QLineEdit* m_word;
    QLineEdit* m_label;
    QSpinBox* m_imageSize;
    QCheckBox* m_allow;
    QLabel* m_problem;
    QPushButton* m_add;
    core::OwnModel m_model;
};

} // namespace inferometer::ui
