// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/system_page.h"

#include "ui/pages/check_list.h"
#include "ui/pages/targets_box.h"
#include "ui/text/language.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

core::Check fontCheck()
{
    core::Check check;
    check.topic = "fonts";
    if (Language::hasJapaneseFont()) {
        check.finding = {"japanese-font-found", {withJapanese(QFont()).families().last().toStdString()}};
    } else {
        check.state = core::CheckState::Doubtful;
        check.finding = {"japanese-font-missing", {}};
        check.remedy = {"install-japanese-font", {}};
    }
    return check;
}

SystemPage::SystemPage(Backend& backend, Background& background, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_title(makeHeading())
    , m_summary(makeLabel("muted"))
    , m_busy(new QProgressBar)
    , m_list(makeCard())
    , m_grid(new QGridLayout)
    , m_again(new QPushButton)
    , m_copy(new QPushButton)
    , m_noise(new QPushButton)
    , m_targets(new TargetsBox(backend, background))
{
    build();
    m_texts.bind([this] {
        m_title->setText(Tr::tr("This machine"));
        m_again->setText(Tr::tr("Check &again"));
        m_copy->setText(Tr::tr("&Copy environment info"));
        m_noise->setText(Tr::tr("Measure &noise floor"));
        m_noise->setToolTip(
            Tr::tr("Measures identical programs against each other: charts then mark differences "
                   "that say nothing. A few minutes per device."));
        m_busy->setAccessibleName(Tr::tr("Examining this machine…"));
    });
    connect(m_again, &QPushButton::clicked, this, &SystemPage::examine);
    connect(m_noise, &QPushButton::clicked, this, &SystemPage::noiseFloorRequested);
    connect(
        m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(markdown()); });
    show();
}

void SystemPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    auto* top = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_summary);
    top->addLayout(titles, 1);
    top->addWidget(m_noise, 0, Qt::AlignTop);
    top->addWidget(m_again, 0, Qt::AlignTop);
    top->addWidget(m_copy, 0, Qt::AlignTop);
    m_copy->setIcon(lineIcon(QStringLiteral("copy")));
    layout->addLayout(top);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    layout->addWidget(m_busy);
    static_cast<QVBoxLayout*>(m_list->layout())->addLayout(m_grid);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(2, 1);
    auto* inner = new QWidget;
    setRole(inner, "clear");
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 8, 0);
    innerLayout->addWidget(m_list);
    innerLayout->addWidget(m_targets);
    innerLayout->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    layout->addWidget(scroll, 1);
}

void SystemPage::examine()
{
    if (m_isRunning || m_isExamining)
        return;
    m_isExamining = true;
    show();
    m_targets->load();
    m_background.askSlowly(
        this, [this](const std::stop_token& stop) { return m_backend.examine(stop); },
        [this](std::vector<core::Check> checks) {
            m_checks = std::move(checks);
            m_checks.push_back(fontCheck());
            m_isExamining = false;
            m_isExamined = true;
            show();
            emit examined();
        });
}

void SystemPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_again->setEnabled(!isRunning);
    m_noise->setEnabled(!isRunning);
    m_targets->setRunning(isRunning);
    show();
    if (isVisible() && !m_isExamined)
        examine(); // whoever looks at the page waits for it since it was opened
}

QString SystemPage::summary() const
{
    if (!m_isExamined && !m_isExamining && m_isRunning)
        return Tr::tr("This machine is not examined while a run is under way.");
    if (!m_isExamined || m_isExamining)
        return Tr::tr("Examining this machine…");
    const auto count = [this](core::CheckState state) {
        return static_cast<int>(std::count_if(m_checks.begin(), m_checks.end(),
            [state](const core::Check& check) { return check.state == state; }));
    };
    const int problems = count(core::CheckState::Bad);
    const int doubts = count(core::CheckState::Doubtful);
    if (problems > 0)
        return Tr::tr("%n thing(s) keep models from being measured.", nullptr, problems);
    if (doubts > 0)
        return Tr::tr("Everything needed is there; %n thing(s) may disturb measurements.", nullptr, doubts);
    return Tr::tr("Everything needed is there.");
}

void SystemPage::show()
{
    clearChecks(*m_grid);
    m_busy->setVisible(m_isExamining);
    m_list->setVisible(!m_checks.empty());
    m_copy->setEnabled(!m_checks.empty());
    m_summary->setText(summary());
    int row = 0;
    for (const auto& check : m_checks)
        addCheck(*m_grid, row++, check);
}

QString SystemPage::markdown() const
{
    QString text;
    for (const auto& check : m_checks) {
        text += QStringLiteral("- **%1** (%2): %3\n")
                    .arg(checkTopic(check.topic), checkState(check.state), noteText(check.finding));
    }
    return text;
}

} // namespace inferometer::ui
