// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/first_start_page.h"

#include "ui/pages/check_list.h"
#include "ui/pages/system_page.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

FirstStartPage::FirstStartPage(
    Backend& backend, Background& background, RunController& controller, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_controller(controller)
    , m_title(makeHeading())
    , m_explanation(makeLabel("muted"))
    , m_grid(new QGridLayout)
    , m_problem(makeLabel("error"))
    , m_step(makeLabel())
    , m_bar(new QProgressBar)
    , m_setUp(makePrimary())
    , m_cancel(new QPushButton)
    , m_again(new QPushButton)
    , m_sample(new QPushButton)
    , m_benchmark(new QPushButton)
{
    build();
    m_texts.bind([this] {
        m_title->setText(Tr::tr("Before the first measurement"));
        m_setUp->setText(Tr::tr("&Set up PyTorch…"));
        m_cancel->setText(Tr::tr("Cancel"));
        m_again->setText(Tr::tr("Check &again"));
        m_sample->setText(Tr::tr("Show sample"));
        m_benchmark->setText(Tr::tr("Go to Benchmark"));
        m_bar->setAccessibleName(Tr::tr("Progress of the set-up"));
    });
    connect(m_setUp, &QPushButton::clicked, this, &FirstStartPage::askConsent);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &RunController::stopNow);
    connect(m_again, &QPushButton::clicked, this, &FirstStartPage::look);
    connect(m_sample, &QPushButton::clicked, this, &FirstStartPage::sampleRequested);
    connect(m_benchmark, &QPushButton::clicked, this, &FirstStartPage::benchmarkRequested);
    connect(&m_controller, &RunController::progressed, this, &FirstStartPage::follow);
    connect(&m_controller, &RunController::setUpEnded, this, &FirstStartPage::onEnded);
    connect(&m_controller, &RunController::stateChanged, this, &FirstStartPage::show);
    show();
}

void FirstStartPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    auto* card = makeCard();
    static_cast<QVBoxLayout*>(card->layout())->addLayout(m_grid);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(2, 1);
    layout->addWidget(card);
    layout->addWidget(m_problem);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_setUp);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_sample);
    buttons->addWidget(m_benchmark);
    layout->addLayout(buttons);
    layout->addStretch();
}

void FirstStartPage::look()
{
    m_background.ask(
        this, [this] { return m_backend.examineStart(); },
        [this](std::vector<core::Check> checks) {
            m_isReady = std::none_of(checks.begin(), checks.end(),
                [](const core::Check& check) { return check.state == core::CheckState::Bad; });
            m_checks = std::move(checks);
            m_checks.push_back(fontCheck());
            show();
            emit looked();
        });
}

void FirstStartPage::show()
{
    const bool isBusy = m_controller.isRunning();
    const bool lacksPython = std::any_of(m_checks.begin(), m_checks.end(), [](const core::Check& check) {
        return check.topic == "python" && check.state != core::CheckState::Good;
    });
    clearChecks(*m_grid);
    int row = 0;
    for (const auto& check : m_checks)
        addCheck(*m_grid, row++, check);
    m_explanation->setText(m_isReady
            ? Tr::tr("Everything needed is there.")
            : Tr::tr("Models cannot be measured yet; finished runs and the sample can be looked at."));
    m_setUp->setVisible(lacksPython && m_backend.canSetUp() && !m_isSettingUp);
    m_setUp->setEnabled(!isBusy);
    m_again->setEnabled(!isBusy);
    m_cancel->setVisible(m_isSettingUp);
    m_cancel->setEnabled(m_controller.state() != RunController::State::Stopping);
    m_step->setVisible(m_isSettingUp);
    m_bar->setVisible(m_isSettingUp);
    m_sample->setEnabled(!m_backend.sampleRun().empty());
    m_problem->setVisible(m_failure.has_value());
    if (m_failure)
        m_problem->setText(errorText(*m_failure));
}

void FirstStartPage::askConsent()
{
    auto* box = new QMessageBox(QMessageBox::Question, Tr::tr("Set up PyTorch?"),
        Tr::tr("About 3 GB are downloaded from the Python package index and unpacked to 6 GB in your cache "
               "folder. Nothing else of this machine is changed."),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* agree = box->addButton(Tr::tr("&Download and set up"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, agree](const QAbstractButton* button) {
        if (button == agree && !m_controller.isRunning())
            begin();
    });
    box->open();
}

void FirstStartPage::begin()
{
    m_failure.reset();
    m_isSettingUp = true;
    m_bar->setRange(0, 0);
    m_step->setText(Tr::tr("Preparing…"));
    m_controller.setUp();
}

void FirstStartPage::follow(const core::Progress& progress)
{
    if (!m_isSettingUp)
        return;
    m_bar->setRange(0, progress.rows);
    m_bar->setValue(progress.rowsDone);
    m_step->setText(Tr::tr("%1 of %2: %3", "packages, the one at work")
                        .arg(QLocale().toString(progress.rowsDone + 1), QLocale().toString(progress.rows),
                            QString::fromStdString(progress.workload.model)));
}

void FirstStartPage::onEnded(const core::Result<void>& result)
{
    m_isSettingUp = false;
    if (!result && result.error().code != core::ErrorCode::Cancelled)
        m_failure = result.error();
    show();
    look();
}

} // namespace inferometer::ui
