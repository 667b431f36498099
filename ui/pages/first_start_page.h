// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/run/run_controller.h"
#include "ui/widgets/page.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace inferometer::ui {

/// What a first start finds missing, and the way to get it: the Python environment is made here, after the
/// user has agreed to the download.
class FirstStartPage : public Page {
    Q_OBJECT

public:
    FirstStartPage(
        Backend& backend, Background& background, RunController& controller, QWidget* parent = nullptr);

    void look(); ///< what is there now
    bool isReady() const { return m_isReady; } ///< nothing keeps models from being measured

signals:
    void looked();
    void benchmarkRequested();
    void sampleRequested();

private:
    void onLanguageChanged() override { show(); }
    void build();
    void show();
    void askConsent();
    void begin();
    void follow(const core::Progress& progress);
    void onEnded(const core::Result<void>& result);

    Backend& m_backend;
    Background& m_background;
    RunController& m_controller;
    std::vector<core::Check> m_checks;
    std::optional<core::Error> m_failure; ///< of the last set-up
    bool m_isReady = false;
    bool m_isSettingUp = false;
    QLabel* m_title;
    QLabel* m_explanation;
    QGridLayout* m_grid;
    QLabel* m_problem;
    QLabel* m_step;
    QProgressBar* m_bar;
    QPushButton* m_setUp;
    QPushButton* m_cancel;
    QPushButton* m_again;
    QPushButton* m_sample;
    QPushButton* m_benchmark;
};

} // namespace inferometer::ui
