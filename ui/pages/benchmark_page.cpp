// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/benchmark_page.h"

#include "ui/pages/model_picker.h"
#include "ui/pages/setup_form.h"
#include "ui/pages/setup_state.h"
#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

constexpr int forecastDelay_ms = 200;

} // namespace

BenchmarkPage::BenchmarkPage(Backend& backend, Background& background, SettingsStore& store, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_store(store)
    , m_banner(new Banner)
    , m_models(new ModelPicker(backend.catalog().models()))
    , m_form(new SetupForm(store, QString::fromStdString(backend.sampleImage().string())))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_planLine(makeLabel())
    , m_forecastLine(makeLabel("muted"))
    , m_download(new QPushButton)
    , m_run(makePrimary())
    , m_study(new QPushButton)
{
    build();
    m_models->setChecked(store.settings().models);
    m_forecastDelay.setSingleShot(true);
    m_forecastDelay.setInterval(forecastDelay_ms);
    connect(&m_forecastDelay, &QTimer::timeout, this, &BenchmarkPage::askForecast);
    connect(m_models, &ModelPicker::checkedChanged, this,
        [this] { m_store.change([this](Settings& settings) { settings.models = m_models->checked(); }); });
    connect(m_models, &ModelPicker::addRequested, this, &BenchmarkPage::addModelRequested);
    connect(m_models, &ModelPicker::editRequested, this, &BenchmarkPage::editModelRequested);
    connect(m_models, &ModelPicker::removeRequested, this, &BenchmarkPage::removeModelRequested);
    connect(&m_store, &SettingsStore::changed, this, [this] {
        m_models->setChecked(m_store.settings().models);
        m_form->refresh();
        updatePlan();
    });
    connect(m_run, &QPushButton::clicked, this, &BenchmarkPage::requestRun);
    connect(m_download, &QPushButton::clicked, this,
        [this] { emit downloadRequested(m_models->withoutWeights()); });
    updatePlan();
    askMachine();
}

void BenchmarkPage::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    auto* scroll = new QScrollArea;
    setRole(m_form, "clear");
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(unit(this, 20));
    m_models->setMinimumWidth(unit(this, 18));
    m_splitter->addWidget(m_models);
    m_splitter->addWidget(scroll);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(16);
    m_splitter->setSizes({unit(this, 35), unit(this, 28)});
    m_firstSplitter = m_splitter->saveState();
    layout->addWidget(m_splitter, 1);
    m_footer = new QHBoxLayout;
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(m_planLine);
    lines->addWidget(m_forecastLine);
    setRelativeFont(m_planLine, 1.05, true);
    m_footer->addLayout(lines, 1);
    m_footer->addWidget(m_study, 0, Qt::AlignVCenter);
    m_footer->addWidget(m_download, 0, Qt::AlignVCenter);
    m_texts.bind([this] {
        m_study->setText(Tr::tr("&Guide's study…"));
        m_study->setToolTip(Tr::tr("The whole study of the Hugging Face guide on the chosen devices"));
    });
    connect(m_study, &QPushButton::clicked, this, &BenchmarkPage::studyRequested);
    m_footer->addWidget(m_run, 0, Qt::AlignVCenter);
    m_texts.bind([this] {
        m_download->setText(Tr::tr("&Download only"));
        m_download->setToolTip(
            Tr::tr("Fetches the pretrained weights of the chosen models, without measuring anything"));
    });
    m_run->setIcon(accentIcon(QStringLiteral("play")));
    m_run->setDefault(true);
    layout->addLayout(m_footer);
}

void BenchmarkPage::addFooterButton(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    m_footer->insertWidget(m_footer->count() - 2, button, 0, Qt::AlignVCenter);
}

void BenchmarkPage::takeCatalogue(const QString& chosen)
{
    m_models->setModels(m_backend.catalog().models());
    if (!chosen.isEmpty() && !m_models->checked().contains(chosen))
        m_models->setChecked(m_models->checked() << chosen);
    askMachine();
}

void BenchmarkPage::askMachine()
{
    m_background.ask(
        this, [this] { return m_backend.devices(); },
        [this](std::vector<core::DeviceFacts> devices) {
            m_devices = std::move(devices);
            m_form->setDevices(m_devices);
            updatePlan();
        });
    m_background.ask(
        this, [this] { return m_backend.modelStates(); },
        [this](std::map<std::string, ModelState> states) {
            m_models->setStates(std::move(states), QString::fromStdString(m_backend.hubFolder().string()));
            updateDownload();
        });
    m_background.ask(
        this, [this] { return m_backend.checkPrerequisites(); },
        [this](const core::Result<void>& result) {
            if (result)
                return m_banner->dismiss();
            const auto error = result.error();
            m_banner->showMessage(
                [error] {
                    return Tr::tr("%1 %2 Finished runs can be looked at all the same.")
                        .arg(headline(error.code), reasonText(error));
                },
                [] { return Tr::tr("Set up…"); }, [this] { emit setUpRequested(); });
            emit prerequisitesMissing();
        });
}

Settings BenchmarkPage::setUp() const
{
    Settings settings = m_store.settings();
    settings.devices = chosenDevices(settings, m_devices);
    settings.runsInProcess = settings.runsInProcess && m_backend.hasInProcessEngine();
    return settings;
}

void BenchmarkPage::updatePlan()
{
    const Settings settings = setUp();
    m_plan.reset();
    m_forecast.reset();
    m_rows = 0;
    m_whyNot = m_devices.empty() ? Tr::tr("Looking for devices…") : whatIsMissing(settings);
    if (m_whyNot.isEmpty())
        showPlan(m_backend.plan(selectionOf(settings), m_devices));
    if (m_plan) {
        m_planLine->setText(planLine(*m_plan, settings));
        m_forecastLine->setText(Tr::tr("Estimating…"));
        m_forecastDelay.start();
    } else {
        m_planLine->setText(m_whyNot);
        m_forecastLine->clear();
    }
    m_run->setText(m_rows > 0 ? Tr::tr("R&un %n measurement(s)", nullptr, m_rows) : Tr::tr("R&un"));
    m_run->setEnabled(m_plan && !m_isRunning);
    m_study->setEnabled(!m_devices.empty() && !m_isRunning);
    m_run->setToolTip(m_isRunning ? Tr::tr("A run is under way.") : m_whyNot);
    updateDownload();
    emit planChanged();
}

void BenchmarkPage::updateDownload()
{
    m_download->setEnabled(!m_isRunning && !m_models->withoutWeights().isEmpty());
}

void BenchmarkPage::showPlan(const core::Result<core::Plan>& plan)
{
    if (!plan) {
        m_whyNot = errorText(plan.error());
        return;
    }
    m_plan = *plan;
    for (const auto& visit : m_plan->visits)
        m_rows += static_cast<int>(visit.variants.size());
}

void BenchmarkPage::askForecast()
{
    if (!m_plan)
        return;
    m_background.ask(
        this, [this, plan = *m_plan] { return m_backend.forecast(plan); },
        [this, rows = m_rows](const core::Forecast& forecast) {
            // An answer to an older set-up is overtaken by the next one.
            if (m_plan && rows == m_rows)
                m_forecastLine->setText(forecastLine(forecast));
        });
}

const core::DeviceFacts& BenchmarkPage::chosenDevice() const
{
    const QStringList chosen = chosenDevices(m_store.settings(), m_devices);
    for (const auto& facts : m_devices) {
        if (chosen.contains(QString::fromStdString(core::toText(facts.device))))
            return facts;
    }
    return m_devices.front();
}

void BenchmarkPage::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_models->setReadOnly(isRunning);
    m_form->setEnabled(!isRunning);
    updatePlan();
}

void BenchmarkPage::requestRun()
{
    if (m_plan && !m_isRunning)
        emit runRequested(*m_plan);
}

void BenchmarkPage::focusFilter()
{
    m_models->focusFilter();
}

QByteArray BenchmarkPage::splitterState() const
{
    return m_splitter->saveState();
}

void BenchmarkPage::restoreSplitter(const QByteArray& state)
{
    m_splitter->restoreState(state.isEmpty() ? m_firstSplitter : state);
}

} // namespace inferometer::ui
