// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/run_controller.h"
#include "ui/widgets/page.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace inferometer::ui {

class Sparkline;

/// What a run is doing just now, how far it is, and the way to stop it. Shown only while a run is under way.
class RunBar : public Page {
    Q_OBJECT

public:
    explicit RunBar(RunController& controller, QWidget* parent = nullptr);

signals:
    void stopNowRequested();
    void finishVisitRequested();
    /// At most every ten percent, for screen readers.
    void milestone(const QString& sentence);

private:
    void onLanguageChanged() override { show(); }
    void build();
    void show();
    void showState();
    void followStep(const core::Progress& progress);
    void showStep();
    QString stepText(const core::Progress& progress) const;
    QString timeText(const core::Progress& progress) const;
    void addRound(const RoundNews& news);
    void showLegend();

    RunController& m_controller;
    QLabel* m_step;
    QLabel* m_counts;
    QLabel* m_time;
    QProgressBar* m_bar;
    Sparkline* m_sparkline;
    QToolButton* m_cancel;
    QAction* m_finish = nullptr;
    QAction* m_stop = nullptr;
    core::Workload m_workload;
    int m_lastMilestone = 0;
    QTimer m_tick;
    QElapsedTimer m_stepTime;
    std::string m_stepNow;
    std::optional<core::Variant> m_variantNow;
};

} // namespace inferometer::ui
