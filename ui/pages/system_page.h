// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/widgets/page.h"

#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace inferometer::ui {

class TargetsBox;

/// Whether Japanese can be shown: only the window knows about fonts, the core has none.
core::Check fontCheck();

/// What a run needs of this machine, what of it is there, and how to mend the rest.
class SystemPage : public Page {
    Q_OBJECT

public:
    SystemPage(Backend& backend, Background& background, QWidget* parent = nullptr);

    /// Not beside a run, which it would disturb: it starts Python.
    void examine();
    bool isExamined() const { return m_isExamined; }
    /// The findings as a Markdown list, without paths.
    QString markdown() const;
    void setRunning(bool isRunning);
    TargetsBox& targets() { return *m_targets; }

signals:
    void examined();
    void noiseFloorRequested();

private:
    void onLanguageChanged() override { show(); }
    void build();
    void show();
    QString summary() const;

    Backend& m_backend;
    Background& m_background;
    std::vector<core::Check> m_checks;
    QLabel* m_title;
    QLabel* m_summary;
    QProgressBar* m_busy;
    QWidget* m_list;
    QGridLayout* m_grid;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_noise;
    TargetsBox* m_targets;
    bool m_isExamined = false;
    bool m_isExamining = false;
    bool m_isRunning = false;
};

} // namespace inferometer::ui
