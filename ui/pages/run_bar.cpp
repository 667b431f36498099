// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/run_bar.h"

#include "ui/charts/cells.h"
#include "ui/text/format.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/sparkline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

/// Work that is no run: there is nothing to finish first.
bool isBesideRuns(const std::string& step)
{
    return step == "download" || step == "set-up";
}

constexpr int tick_ms = 1000;
constexpr int tellAfter_ms = 3000; ///< a step that is shorter needs no clock

} // namespace

RunBar::RunBar(RunController& controller, QWidget* parent)
    : Page(parent)
    , m_controller(controller)
    , m_step(makeLabel())
    , m_counts(new QLabel)
    , m_time(new QLabel)
    , m_bar(new QProgressBar)
    , m_sparkline(new Sparkline)
    , m_cancel(new QToolButton)
{
    build();
    connect(&controller, &RunController::stateChanged, this, &RunBar::showState);
    connect(&controller, &RunController::progressed, this, &RunBar::show);
    connect(&controller, &RunController::roundMeasured, this, &RunBar::addRound);
    m_tick.setInterval(tick_ms);
    connect(&m_tick, &QTimer::timeout, this, &RunBar::showStep);
    showState();
}

void RunBar::build()
{
    setRole(this, "bar");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(16);
    auto* left = new QVBoxLayout;
    left->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->addWidget(m_step, 1);
    line->addWidget(m_counts);
    line->addSpacing(12);
    line->addWidget(m_time);
    left->addLayout(line);
    left->addWidget(m_bar);
    m_bar->setTextVisible(false);
    m_step->setWordWrap(false);
    setRole(m_time, "muted");
    layout->addLayout(left, 3);
    layout->addWidget(m_sparkline, 1);
    layout->addWidget(m_cancel);
    m_sparkline->setMaximumWidth(unit(this, 14));
    m_cancel->setIcon(lineIcon(QStringLiteral("stop")));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setPopupMode(QToolButton::InstantPopup);
    setRole(m_cancel, "combo");
    auto* menu = new QMenu(m_cancel);
    m_finish = menu->addAction(QString());
    m_stop = menu->addAction(QString());
    m_cancel->setMenu(menu);
    connect(m_finish, &QAction::triggered, this, &RunBar::finishVisitRequested);
    connect(m_stop, &QAction::triggered, this, &RunBar::stopNowRequested);
    m_texts.bind([this] {
        m_finish->setText(Tr::tr("&Finish this model, then stop"));
        m_stop->setText(Tr::tr("&Stop now"));
        m_sparkline->setAccessibleName(Tr::tr("Means of the rounds so far"));
        showLegend();
        m_bar->setAccessibleName(Tr::tr("Progress of the run"));
    });
}

void RunBar::showState()
{
    setVisible(m_controller.isRunning());
    if (m_controller.state() == RunController::State::Running) {
        m_sparkline->clear();
        m_lastMilestone = 0;
    }
    show();
}

void RunBar::show()
{
    const auto& progress = m_controller.progress();
    const auto state = m_controller.state();
    const bool isStopping = state == RunController::State::Stopping;
    m_cancel->setText(isStopping ? Tr::tr("Cancelling…") : Tr::tr("Cancel"));
    m_cancel->setEnabled(!isStopping);
    m_finish->setEnabled(state == RunController::State::Running && !isBesideRuns(progress.step));
    followStep(progress);
    m_counts->setText(progress.rows > 0
            ? Tr::tr("%1 of %2", "finished and planned measurements")
                  .arg(QLocale().toString(progress.rowsDone), QLocale().toString(progress.rows))
            : QString());
    m_time->setText(timeText(progress));
    m_bar->setRange(0, progress.rows > 0 ? progress.rows * 100 : 0);
    const int visitRows =
        progress.rows > 0 && progress.visits > 0 ? progress.rows * 100 / progress.visits : 0;
    const bool isMeasuring = progress.step == "measure";
    m_bar->setValue(progress.rowsDone * 100
        + (isMeasuring ? static_cast<int>(visitRows * progress.share.value_or(0)) : 0));
    const int percentage = progress.rows > 0 ? progress.rowsDone * 100 / progress.rows : 0;
    if (percentage / 10 > m_lastMilestone) {
        m_lastMilestone = percentage / 10;
        emit milestone(Tr::tr("%1 of %2", "finished and planned measurements")
                           .arg(QLocale().toString(progress.rowsDone), QLocale().toString(progress.rows)));
    }
}

void RunBar::followStep(const core::Progress& progress)
{
    if (progress.step != m_stepNow || progress.variant != m_variantNow) {
        m_stepNow = progress.step;
        m_variantNow = progress.variant;
        m_stepTime.start();
    }
    // While the runner works the window is left alone, but for the moments in which it waits: drawing would
    // disturb what is measured.
    const bool isMeasured = core::fromWord<core::Phase>(m_stepNow).has_value();
    if (m_controller.isRunning() && !isMeasured && !m_stepNow.empty())
        m_tick.start();
    else
        m_tick.stop();
    showStep();
}

void RunBar::showStep()
{
    const QString text = stepText(m_controller.progress());
    const bool isLong = m_tick.isActive() && m_stepTime.elapsed() > tellAfter_ms;
    m_step->setText(isLong ? Tr::tr("%1, %2", "a step and for how long it has been going on")
                                 .arg(text, wallTime(static_cast<double>(m_stepTime.elapsed()) / 1000))
                           : text);
}

QString RunBar::stepText(const core::Progress& progress) const
{
    switch (m_controller.state()) {
    case RunController::State::Stopping:
        return Tr::tr("Cancelling…");
    case RunController::State::FinishingVisit:
        return Tr::tr("Finishing this model: %1").arg(stepName(progress.step));
    default:
        break;
    }
    if (progress.step.empty() || progress.workload.model.empty())
        return Tr::tr("Preparing…");
    const QString model = m_controller.view() ? m_controller.view()->modelLabel(progress.workload.model)
                                              : QString::fromStdString(progress.workload.model);
    if (isBesideRuns(progress.step))
        return Tr::tr("%1 · %2", "a model and what is done with it").arg(model, stepName(progress.step));
    QStringList parts{model, deviceName(progress.workload.device),
        Tr::tr("batch %1").arg(QLocale().toString(progress.workload.batch))};
    if (progress.variant)
        parts << variantName(*progress.variant);
    parts << stepName(progress.step);
    return parts.join(QStringLiteral(" · "));
}

QString RunBar::timeText(const core::Progress& progress) const
{
    if (progress.elapsed_s <= 0)
        return {};
    return progress.remaining_s
        ? Tr::tr("%1, about %2 left").arg(wallTime(progress.elapsed_s), wallTime(*progress.remaining_s))
        : wallTime(progress.elapsed_s);
}

void RunBar::showLegend()
{
    const QStringList lines = m_sparkline->legend();
    m_sparkline->setAccessibleDescription(lines.join(QStringLiteral(", ")));
    m_sparkline->setToolTip(
        (QStringList(Tr::tr("Means of the rounds so far")) + lines).join(QLatin1Char('\n')));
}

void RunBar::addRound(const RoundNews& news)
{
    if (news.workload != m_workload || news.round.round == 0) {
        m_workload = news.workload;
        m_sparkline->clear();
    }
    for (std::size_t i = 0; i < news.variants.size() && i < news.round.mean_s.size(); ++i)
        m_sparkline->add(variantName(news.variants[i]), styleOf(news.variants[i]), news.round.mean_s[i]);
    if (news.round.round == 0)
        showLegend();
    m_sparkline->update();
}

} // namespace inferometer::ui
