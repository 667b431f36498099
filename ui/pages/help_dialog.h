// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace inferometer::ui {

/// A page of text that can be read, selected and copied.
class HelpDialog : public QDialog {
    Q_OBJECT

public:
    enum class Topic { GettingStarted, Shortcuts, Numbers, Method, Guide, Limits, Problem, About, AboutQt };

    /// `environment`: what the examination of this machine found, as Markdown; may be empty.
    HelpDialog(Topic topic, const QString& environment, QWidget* parent);
};

} // namespace inferometer::ui
