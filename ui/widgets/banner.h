// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace inferometer::ui {

/// A message across a page that does not stop anybody: text that can be selected, an optional action, a way
/// to close.
class Banner : public Page {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// The texts are functions, so that they follow the language.
    void showMessage(
        std::function<QString()> text, std::function<QString()> action = {}, std::function<void()> act = {});
    void dismiss();

private:
    void onLanguageChanged() override;

    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    std::function<QString()> m_textNow;
    std::function<QString()> m_actionNow;
    std::function<void()> m_act;
};

} // namespace inferometer::ui
