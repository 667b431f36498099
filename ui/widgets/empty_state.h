// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace inferometer::ui {

/// What stands where there is nothing to show yet: a title, one line, and buttons for the next step.
class EmptyState : public Page {
    Q_OBJECT

public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

    void setText(std::function<QString()> title, std::function<QString()> explanation);
    QPushButton* addButton(std::function<QString()> text, bool isPrimary = false);

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_explanation;
    QHBoxLayout* m_buttons;
};

} // namespace inferometer::ui
