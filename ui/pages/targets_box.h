// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/widgets/page.h"

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace inferometer::ui {

/// The targets: other machines and installations that a run can measure on, what each has, and how to add
/// one.
class TargetsBox : public Page {
    Q_OBJECT

public:
    TargetsBox(Backend& backend, Background& background, QWidget* parent = nullptr);

    void load();
    void setRunning(bool isRunning);
    /// Adds or replaces a target and asks it what it has.
    void add(const core::Target& target);
    void remove(const std::string& name);
    const std::vector<core::Target>& targets() const { return m_targets; }

signals:
    /// The devices that can be chosen may be others now.
    void changed();

private:
    void onLanguageChanged() override { show(); }
    void show();
    void addRow(int row, const core::Target& target);
    void addFindings(int row, const std::vector<core::Check>& findings);
    using Targets = core::Result<std::vector<core::Target>>;
    void change(std::function<Targets()> question, std::function<void()> next); ///< where it went well
    void ask(const core::Target& target);
    void tell(const core::Note& note); ///< what the asked target waits for
    void openDialog();

    Backend& m_backend;
    Background& m_background;
    std::vector<core::Target> m_targets;
    std::map<std::string, std::vector<core::Check>> m_findings; ///< what is wrong, of targets asked
    QString m_problem; ///< what the last action came to
    QString m_asked; ///< name of the target that is being asked
    std::optional<core::Note> m_waitsFor;
    std::stop_source m_stop; ///< of the question under way
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_state;
    QGridLayout* m_grid;
    QPushButton* m_add;
    QPushButton* m_stopAsking;
    bool m_isRunning = false;
};

} // namespace inferometer::ui
