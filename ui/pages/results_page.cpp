// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results_page.h"

#include "ui/charts/chart_view.h"
#include "ui/pages/advice_panel.h"
#include "ui/pages/chart_panel.h"
#include "ui/pages/details_panel.h"
#include "ui/pages/result_header.h"
#include "ui/pages/result_table.h"
#include "ui/text/tr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace inferometer::ui {

namespace {

constexpr int partCount = 5; ///< header, table, charts, advice, details

/// A visit's record never changes once it is there.
bool hasSameRecord(const RunView& before, const RunView& after, int row)
{
    return row < 0 || (before.row(row).record() != nullptr) == (after.row(row).record() != nullptr);
}

} // namespace

ResultsPage::ResultsPage(SettingsStore& store, QWidget* parent)
    : Page(parent)
    , m_store(store)
    , m_stack(new QStackedLayout(this))
    , m_banner(new Banner)
    , m_empty(new EmptyState(QStringLiteral("bars")))
    , m_header(new ResultHeader)
    , m_charts(new ChartPanel(store))
    , m_table(new ResultTable)
    , m_side(new QTabWidget)
    , m_advice(new AdvicePanel(store))
    , m_details(new DetailsPanel)
    , m_resume(new QPushButton)
    , m_vertical(new QSplitter(Qt::Vertical))
    , m_horizontal(new QSplitter(Qt::Horizontal))
{
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildContent());
    connect(m_charts, &ChartPanel::rowChosen, this, &ResultsPage::chooseRow);
    connect(m_table, &ResultTable::rowChosen, this, &ResultsPage::chooseRow);
    connect(m_charts, &ChartPanel::announced, this, &ResultsPage::announced);
    connect(m_header, &ResultHeader::labelChanged, this, &ResultsPage::labelChanged);
    connect(m_details, &DetailsPanel::runAgainRequested, this, &ResultsPage::runAgainRequested);
    connect(m_details, &DetailsPanel::allocatorRequested, this, &ResultsPage::allocatorRequested);
    m_parts.setInterval(0);
    connect(&m_parts, &QTimer::timeout, this, &ResultsPage::showNextPart);
}

QWidget* ResultsPage::buildEmpty()
{
    m_empty->setText([] { return Tr::tr("No results yet"); },
        [] { return Tr::tr("Choose models and run your first benchmark."); });
    auto* benchmark = m_empty->addButton([] { return Tr::tr("Go to &Benchmark"); }, true);
    auto* open = m_empty->addButton([] { return Tr::tr("&Open results…"); });
    m_showSample = m_empty->addButton([] { return Tr::tr("Show &sample"); });
    connect(benchmark, &QPushButton::clicked, this, &ResultsPage::benchmarkRequested);
    connect(open, &QPushButton::clicked, this, &ResultsPage::openRequested);
    connect(m_showSample, &QPushButton::clicked, this, &ResultsPage::sampleRequested);
    return m_empty;
}

QWidget* ResultsPage::buildContent()
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    auto* top = new QHBoxLayout;
    top->addWidget(m_header, 1);
    top->addWidget(m_resume, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_resume->setIcon(lineIcon(QStringLiteral("resume")));
    m_texts.bind([this] {
        m_resume->setText(Tr::tr("Resume ru&n"));
        m_resume->setToolTip(Tr::tr("Measure what is missing"));
    });
    auto* charts = makeCard();
    charts->layout()->setContentsMargins(12, 4, 12, 8);
    charts->layout()->addWidget(m_charts);
    m_vertical->addWidget(charts);
    m_vertical->addWidget(m_table);
    m_vertical->setStretchFactor(0, 3);
    m_vertical->setStretchFactor(1, 1);
    m_vertical->setSizes({unit(this, 30), unit(this, 9)});
    m_vertical->setChildrenCollapsible(false);
    m_vertical->setHandleWidth(10);
    charts->setMinimumHeight(unit(this, 13));
    m_table->setMinimumHeight(unit(this, 6));
    auto* side = makeCard();
    side->layout()->setContentsMargins(16, 4, 16, 14);
    side->layout()->addWidget(m_side);
    side->setMinimumWidth(unit(this, 15));
    m_side->setDocumentMode(true);
    m_side->addTab(m_advice, QString());
    m_side->addTab(m_details, QString());
    m_texts.bind([this] {
        m_side->tabBar()->setAccessibleName(Tr::tr("Advice or details"));
        m_side->setTabText(0, Tr::tr("Advice"));
        m_side->setTabText(1, Tr::tr("Details"));
    });
    m_horizontal->addWidget(m_vertical);
    m_horizontal->addWidget(side);
    m_horizontal->setStretchFactor(0, 1);
    m_horizontal->setStretchFactor(1, 0);
    m_horizontal->setSizes({unit(this, 56), unit(this, 18)});
    m_horizontal->setHandleWidth(10);
    m_horizontal->setChildrenCollapsible(false);
    layout->addWidget(m_horizontal, 1);
    m_firstSplitters = splitterState();
    return content;
}

void ResultsPage::setPinned(std::shared_ptr<const Pinned> pinned)
{
    m_pinned = std::move(pinned);
    if (!m_view)
        return;
    m_view = std::make_shared<const RunView>(m_view->withPinned(m_pinned));
    m_table->setView(m_view);
    m_charts->setView(m_view);
}

void ResultsPage::setFile(const std::filesystem::path& file)
{
    m_details->setFile(file);
}

void ResultsPage::commitLabel()
{
    m_header->commitLabel();
}

void ResultsPage::setView(std::shared_ptr<const RunView> view, bool isLive)
{
    if (view && m_pinned)
        view = std::make_shared<const RunView>(view->withPinned(m_pinned));
    const bool isOther = !m_view || !view || m_view->record().id != view->record().id;
    const bool hasSameDetails = !isOther && isLive && m_isLive && hasSameRecord(*m_view, *view, m_row);
    m_view = std::move(view);
    m_isLive = isLive;
    if (isOther) {
        m_row = -1;
        m_charts->setCurrentRow(-1); // the number means another row of the other run
        m_side->setCurrentWidget(m_advice);
    }
    m_areDetailsStale = m_areDetailsStale || !hasSameDetails;
    m_stack->setCurrentIndex(m_view ? 1 : 0);
    m_staleParts = partCount;
    if (isLive || !isOther) { // a part per turn of the event loop: a run holds nothing up
        m_parts.start();
        return;
    }
    while (m_staleParts > 0)
        showNextPart();
}

void ResultsPage::showNextPart()
{
    switch (m_part) {
    case 0:
        m_header->setView(
            m_view, m_isLive, m_view && !m_isLive && !m_isReadOnly && !m_view->record().isSample);
        break;
    case 1:
        m_table->setView(m_view);
        break;
    case 2:
        m_charts->setView(m_view);
        break;
    case 3:
        m_advice->setView(m_view);
        break;
    default:
        if (std::exchange(m_areDetailsStale, false))
            m_details->setRow(m_view, m_row);
    }
    m_part = (m_part + 1) % partCount;
    if (--m_staleParts == 0)
        m_parts.stop();
}

void ResultsPage::chooseRow(int row)
{
    m_row = row;
    m_areDetailsStale = false;
    m_charts->setCurrentRow(row);
    m_table->setCurrentRow(row);
    m_details->setRow(m_view, row);
    if (row >= 0)
        m_side->setCurrentWidget(m_details);
    emit rowChosen(row);
}

void ResultsPage::setCanRun(bool canRun)
{
    m_details->setCanRun(canRun);
}

void ResultsPage::setCanResume(bool canResume)
{
    m_resume->setVisible(canResume);
}

void ResultsPage::setHasSample(bool hasSample)
{
    m_showSample->setVisible(hasSample);
}

void ResultsPage::setChartVisible(bool isVisible)
{
    m_vertical->widget(0)->setVisible(isVisible);
    if (isVisible)
        m_charts->setFocus();
    else
        m_table->setFocus();
}

bool ResultsPage::isChartVisible() const
{
    return !m_vertical->widget(0)->isHidden();
}

void ResultsPage::setDetailsVisible(bool isVisible)
{
    m_horizontal->widget(1)->setVisible(isVisible);
}

QByteArray ResultsPage::splitterState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_vertical->saveState() << m_horizontal->saveState();
    return state;
}

void ResultsPage::restoreSplitter(const QByteArray& state)
{
    QDataStream stream(state.isEmpty() ? m_firstSplitters : state);
    QByteArray vertical;
    QByteArray horizontal;
    stream >> vertical >> horizontal;
    m_vertical->restoreState(vertical);
    m_horizontal->restoreState(horizontal);
}

} // namespace inferometer::ui
