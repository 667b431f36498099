// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/advice_panel.h"

#include "ui/models/advice.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

/// Leaves a field alone that has the value: to set it writes its text anew, over what is being typed.
template <typename Spin, typename Value> void setValueOf(Spin* spin, Value value)
{
    if (spin->value() != value)
        spin->setValue(value);
}

} // namespace

AdvicePanel::AdvicePanel(SettingsStore& store, QWidget* parent)
    : Page(parent)
    , m_store(store)
    , m_latency(new QDoubleSpinBox)
    , m_memory(new QDoubleSpinBox)
    , m_inferences(new QSpinBox)
    , m_cache(new QComboBox)
    , m_content(new QWidget)
    , m_lines(new QVBoxLayout(m_content))
{
    build();
    refresh();
    for (auto* spin : {m_latency, m_memory})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &AdvicePanel::take);
    connect(m_inferences, &QSpinBox::valueChanged, this, &AdvicePanel::take);
    connect(m_cache, &QComboBox::activated, this, &AdvicePanel::take);
    connect(&m_store, &SettingsStore::changed, this, [this] {
        refresh();
        show();
    });
}

void AdvicePanel::build()
{
    constexpr double longest_ms = 1e6;
    constexpr double largest_GiB = 1e5;
    constexpr int most = 1'000'000'000;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(4);
    add(
        grid, 0, [] { return Tr::tr("&Latency limit"); }, m_latency);
    add(
        grid, 1, [] { return Tr::tr("&Memory limit"); }, m_memory);
    add(
        grid, 2, [] { return Tr::tr("&Inferences"); }, m_inferences);
    add(
        grid, 3, [] { return Tr::tr("&Cache"); }, m_cache);
    layout->addLayout(grid);
    m_latency->setRange(0, longest_ms);
    m_latency->setDecimals(1);
    m_memory->setRange(0, largest_GiB);
    m_memory->setDecimals(1);
    m_inferences->setRange(0, most);
    m_inferences->setGroupSeparatorShown(true);
    // A number counts once it is typed: half of one is another limit, and is written with other separators.
    m_latency->setKeyboardTracking(false);
    m_memory->setKeyboardTracking(false);
    m_inferences->setKeyboardTracking(false);
    m_cache->addItems({QString(), QString()});
    m_texts.bind([this] {
        m_latency->setSpecialValueText(Tr::tr("none", "limit"));
        m_latency->setSuffix(Tr::tr(" ms", "milliseconds, behind a number"));
        m_latency->setToolTip(Tr::tr("Of one inference; the 95th percentile has to keep it"));
        m_memory->setSpecialValueText(Tr::tr("none", "limit"));
        m_memory->setSuffix(Tr::tr(" GiB", "behind a number"));
        m_memory->setToolTip(Tr::tr("On the peak of a process"));
        m_inferences->setSpecialValueText(Tr::tr("any", "number of inferences"));
        m_inferences->setToolTip(Tr::tr("How often a process runs the model before it ends"));
        m_cache->setItemText(0, Tr::tr("cold", "cache"));
        m_cache->setItemText(1, Tr::tr("warm", "cache"));
        m_cache->setToolTip(
            Tr::tr("Whether a process that starts finds the compiled program (warm) or compiles (cold)"));
    });
    auto* scroll = new QScrollArea;
    setRole(m_content, "clear");
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_lines->setContentsMargins(0, 8, 8, 0);
    m_lines->addStretch();
    layout->addWidget(scroll, 1);
}

/// Two fields a row, each below its name.
void AdvicePanel::add(QGridLayout* grid, int place, std::function<QString()> text, QWidget* field)
{
    auto* label = new QLabel;
    label->setBuddy(field);
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    grid->addWidget(label, place / 2 * 2, place % 2);
    grid->addWidget(field, place / 2 * 2 + 1, place % 2);
    m_texts.bind([label, field, text = std::move(text)] {
        label->setText(text());
        field->setAccessibleName(text().remove(QLatin1Char('&')));
    });
}

void AdvicePanel::refresh()
{
    m_isRefreshing = true;
    const Settings& settings = m_store.settings();
    setValueOf(m_latency, settings.latencyLimit_ms);
    setValueOf(m_memory, settings.memoryLimit_GiB);
    setValueOf(m_inferences, settings.inferencesPerProcess);
    m_cache->setCurrentIndex(settings.cacheState == core::CacheState::Warm ? 1 : 0);
    m_isRefreshing = false;
}

void AdvicePanel::take()
{
    if (m_isRefreshing)
        return;
    m_store.change([this](Settings& settings) {
        settings.latencyLimit_ms = m_latency->value();
        settings.memoryLimit_GiB = m_memory->value();
        settings.inferencesPerProcess = m_inferences->value();
        settings.cacheState = m_cache->currentIndex() == 1 ? core::CacheState::Warm : core::CacheState::Cold;
    });
}

void AdvicePanel::setView(std::shared_ptr<const RunView> view)
{
    m_view = std::move(view);
    show();
}

void AdvicePanel::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_isStale)
        show();
}

QLabel* AdvicePanel::addText(const QString& text, const char* role)
{
    if (m_shown == m_pool.size()) {
        m_pool.push_back(makeLabel(role, m_content));
        m_lines->insertWidget(m_lines->count() - 1, m_pool.back());
    }
    auto* label = m_pool[m_shown++];
    setRole(label, role);
    label->setText(text);
    label->setToolTip({});
    label->setContentsMargins(0, 0, 0, 0);
    label->show();
    return label;
}

void AdvicePanel::show()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    m_shown = 0;
    if (m_view)
        showLines();
    for (std::size_t i = m_shown; i < m_pool.size(); ++i)
        m_pool[i]->hide();
}

void AdvicePanel::showLines()
{
    const auto advice = adviceOf(*m_view, decisionInputs(m_store.settings()));
    for (const auto& line : advice) {
        addText(line.sentence)->setToolTip(line.reasons.join(QLatin1Char('\n')));
        if (!line.reasons.isEmpty())
            addText(line.reasons.front(), "muted")->setContentsMargins(unit(this, 0.9), 0, 0, 0);
    }
    if (advice.empty())
        addText(Tr::tr("Nothing was measured to decide from."), "muted");
    const auto findings = findingsOf(*m_view);
    if (!findings.isEmpty())
        addText(Tr::tr("What to know about these figures"), "section")->setContentsMargins(0, 8, 0, 0);
    for (const auto& finding : findings)
        addText(QStringLiteral("\u26a0 ") + finding);
}

} // namespace inferometer::ui
