// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/text/texts.h"

#include <QList>
#include <QMenu>

#include <functional>
#include <string>
#include <vector>

class QPushButton;

namespace inferometer::ui {

/// Where a run goes on: as planned, or all that is left of it on one machine. Where there are no targets
/// there is nothing to choose, and what opens this menu resumes the run at once.
class ResumeMenu : public QMenu {
    Q_OBJECT

public:
    ResumeMenu(Backend& backend, Background& background, QWidget* parent);

    void openFrom(QAction* action);
    void openFrom(QPushButton* button);
    void askTargets();

signals:
    void chosen(const std::string& elsewhere); ///< see Resumption

private:
    void changeEvent(QEvent* event) override;
    QAction* addPlace(const std::string& elsewhere);
    void setTargets(const std::vector<std::string>& names);
    void addOpener(std::function<void(QMenu*)> setMenu);
    bool hasChoice() const { return !m_names.empty(); }
    void resumeWithoutChoice();

    Backend& m_backend;
    Background& m_background;
    std::vector<std::string> m_names; ///< of the targets
    QList<QAction*> m_targets;
    std::vector<std::function<void(QMenu*)>> m_openers;
    Texts m_texts;
};

} // namespace inferometer::ui
