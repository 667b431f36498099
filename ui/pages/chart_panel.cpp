// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chart_panel.h"

#include "ui/charts/chart_builder.h"
#include "ui/charts/chart_view.h"
#include "ui/text/names.h"
#include "ui/text/tr.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

void fill(QComboBox* combo, const QStringList& texts, int current)
{
    QStringList before;
    for (int i = 0; i < combo->count(); ++i)
        before << combo->itemText(i);
    if (before != texts) {
        combo->clear();
        combo->addItems(texts);
    }
    combo->setCurrentIndex(current);
}

template <typename Value> int indexOf(const std::vector<Value>& values, const Value& value)
{
    const auto found = std::find(values.begin(), values.end(), value);
    return found == values.end() ? 0 : static_cast<int>(found - values.begin());
}

template <typename Value> void take(Value& value, const std::vector<Value>& values, const QComboBox* combo)
{
    const auto index = static_cast<std::size_t>(combo->currentIndex());
    if (combo->currentIndex() >= 0 && index < values.size())
        value = values[index];
}

} // namespace

ChartPanel::ChartPanel(SettingsStore& store, QWidget* parent)
    : Page(parent)
    , m_store(store)
    , m_tabs(new QTabBar)
    , m_tools(new QWidget)
    , m_chart(new ChartView)
    , m_device(new QComboBox)
    , m_batch(new QComboBox)
    , m_dataType(new QComboBox)
    , m_model(new QComboBox)
    , m_engine(new QComboBox)
    , m_metric(new QComboBox)
    , m_per(new QComboBox)
    , m_variants(new QToolButton)
    , m_variantMenu(new QMenu(this))
    , m_scaled(new QToolButton)
    , m_scaledMenu(new QMenu(this))
{
    build();
    m_texts.bind([this] {
        m_variants->setText(Tr::tr("Variants"));
        m_variants->setToolTip(Tr::tr("Which engines and compile modes the charts show"));
        m_scaled->setText(Tr::tr("Models"));
        m_scaled->setToolTip(Tr::tr("Which models the chart shows"));
        m_tabs->setAccessibleName(Tr::tr("Charts"));
        for (const auto& kind : core::Words<ChartKind>::all)
            m_tabs->setTabText(static_cast<int>(kind.value), chartKindName(kind.value));
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        showSelectors();
        redraw();
        emit kindChanged(kind());
    });
    connect(m_chart, &ChartView::rowChosen, this, &ChartPanel::rowChosen);
    connect(m_chart, &ChartView::announced, this, &ChartPanel::announced);
    connect(&m_store, &SettingsStore::changed, this, [this] {
        fillSelectors();
        redraw();
    });
}

void ChartPanel::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (std::size_t i = 0; i < core::Words<ChartKind>::all.size(); ++i)
        m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    layout->addWidget(m_tabs);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(2);
    auto* selectors = new QWidget;
    auto* flow = new FlowLayout(6, selectors);
    selectors->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    for (QWidget* each : {static_cast<QWidget*>(m_device), static_cast<QWidget*>(m_model),
             static_cast<QWidget*>(m_batch), static_cast<QWidget*>(m_dataType),
             static_cast<QWidget*>(m_engine), static_cast<QWidget*>(m_variants),
             static_cast<QWidget*>(m_scaled), static_cast<QWidget*>(m_metric), static_cast<QWidget*>(m_per)})
        flow->addWidget(each);
    auto* row = new QHBoxLayout;
    row->addWidget(selectors, 1);
    row->addWidget(m_tools, 0, Qt::AlignTop);
    layout->addLayout(row);
    for (const auto& [button, menu] :
        {std::pair(m_variants, m_variantMenu), std::pair(m_scaled, m_scaledMenu)}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(menu);
        setRole(button, "combo");
    }
    layout->addWidget(m_chart, 1);
    addSelector(m_device, [] { return Tr::tr("Device"); });
    addSelector(m_batch, [] { return Tr::tr("Batch size"); });
    addSelector(m_dataType, [] { return Tr::tr("Data type"); });
    addSelector(m_model, [] { return Tr::tr("Model"); });
    addSelector(m_engine, [] { return Tr::tr("Engine"); });
    addSelector(m_metric, [] { return Tr::tr("Metric"); });
    addSelector(m_per, [] { return Tr::tr("Time per batch or per image"); });
}

void ChartPanel::addSelector(QComboBox* combo, std::function<QString()> name)
{
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_texts.bind([combo, name = std::move(name)] {
        combo->setAccessibleName(name());
        combo->setToolTip(name());
    });
    connect(combo, &QComboBox::activated, this, &ChartPanel::takeSelectors);
}

void ChartPanel::addTool(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    if (action->menu())
        button->setPopupMode(QToolButton::InstantPopup);
    m_tools->layout()->addWidget(button);
}

void ChartPanel::setView(std::shared_ptr<const RunView> view)
{
    const bool isOtherRun = !m_view || !view || m_view->record().id != view->record().id;
    m_view = std::move(view);
    if (m_view)
        m_options = isOtherRun ? firstOptions(*m_view) : fitted(m_options, *m_view);
    fillSelectors();
    redraw();
}

ChartKind ChartPanel::kind() const
{
    return static_cast<ChartKind>(std::max(0, m_tabs->currentIndex()));
}

void ChartPanel::setKind(ChartKind kind)
{
    m_tabs->setCurrentIndex(static_cast<int>(kind));
}

ChartOptions ChartPanel::options() const
{
    const Settings& settings = m_store.settings();
    ChartOptions options = m_options;
    options.metric = settings.metric;
    options.isPerImage = settings.isPerImage;
    options.errorBars = settings.errorBars;
    options.hasValueLabels = settings.hasValueLabels;
    options.hasLegend = settings.hasLegend;
    options.isLogarithmic = settings.isLogarithmic;
    options.decision = decisionInputs(settings);
    return options;
}

void ChartPanel::setCurrentRow(int row)
{
    if (row >= 0 && m_view && row < m_view->rowCount() && core::isTimed(m_view->row(row).outcome)) {
        m_options.row = row;
        if (kind() == ChartKind::Samples)
            redraw();
    }
    m_chart->setCurrentRow(row);
}

void ChartPanel::fillSelectors()
{
    if (!m_view)
        return;
    m_isFilling = true;
    QStringList devices;
    for (const auto& device : m_view->devices())
        devices << m_view->hardwareName(device);
    fill(m_device, devices, indexOf(m_view->devices(), m_options.device));
    QStringList batches;
    for (const int batch : m_view->batches())
        batches << Tr::tr("Batch size %1").arg(QLocale().toString(batch));
    fill(m_batch, batches, indexOf(m_view->batches(), m_options.batch));
    QStringList types;
    for (const auto type : m_view->dataTypes())
        types << dataTypeName(type);
    fill(m_dataType, types, indexOf(m_view->dataTypes(), m_options.dtype));
    QStringList models;
    for (const auto& model : m_view->models())
        models << m_view->modelLabel(model);
    fill(m_model, models, indexOf(m_view->models(), m_options.model));
    QStringList engines;
    for (const auto engine : enginesOf(*m_view))
        engines << engineName(engine);
    fill(m_engine, engines, indexOf(enginesOf(*m_view), m_options.engine));
    fill(m_metric, {metricName(Metric::Mean), metricName(Metric::Median), metricName(Metric::P90)},
        static_cast<int>(m_store.settings().metric));
    fill(m_per, {Tr::tr("Time per batch"), Tr::tr("Time per image")}, m_store.settings().isPerImage ? 1 : 0);
    fillVariants();
    fillModels();
    showSelectors();
    m_isFilling = false;
}

void ChartPanel::fillVariants()
{
    m_variantMenu->clear();
    for (const auto& variant : m_view->variants()) {
        auto* action = m_variantMenu->addAction(variantName(variant));
        action->setCheckable(true);
        action->setChecked(std::find(m_options.variants.begin(), m_options.variants.end(), variant)
            != m_options.variants.end());
        connect(action, &QAction::toggled, this, [this, variant](bool isOn) {
            std::erase(m_options.variants, variant);
            if (isOn)
                m_options.variants.push_back(variant);
            std::sort(m_options.variants.begin(), m_options.variants.end());
            redraw();
        });
    }
}

void ChartPanel::fillModels()
{
    m_scaledMenu->clear();
    for (const auto& model : m_view->models()) {
        auto* action = m_scaledMenu->addAction(m_view->modelLabel(model));
        action->setCheckable(true);
        action->setChecked(
            std::find(m_options.scaled.begin(), m_options.scaled.end(), model) != m_options.scaled.end());
        connect(action, &QAction::toggled, this, [this, model](bool isOn) {
            std::erase(m_options.scaled, model);
            if (isOn)
                m_options.scaled.push_back(model);
            redraw();
        });
    }
}

void ChartPanel::showSelectors()
{
    const ChartKind shown = kind();
    const bool isSamples = shown == ChartKind::Samples;
    const bool isPlaces = shown == ChartKind::Places;
    const bool isOverBatches = shown == ChartKind::Batch || shown == ChartKind::Scaling;
    m_device->setVisible(!isSamples && !isPlaces && m_device->count() > 1);
    m_batch->setVisible(!isSamples && !isOverBatches && m_batch->count() > 1);
    m_scaled->setVisible(shown == ChartKind::Scaling && m_scaledMenu->actions().size() > 1);
    m_dataType->setVisible(!isSamples && m_dataType->count() > 1);
    m_model->setVisible((shown == ChartKind::Modes || isPlaces) && m_model->count() > 1);
    m_engine->setVisible(shown == ChartKind::Batch && m_engine->count() > 1);
    const bool isOfMeans = shown == ChartKind::Improvement || shown == ChartKind::Split;
    m_variants->setVisible(shown != ChartKind::Modes && !isSamples);
    m_metric->setVisible(!isOfMeans);
    m_per->setVisible(!isOfMeans && shown != ChartKind::Scaling);
}

void ChartPanel::takeSelectors()
{
    if (m_isFilling || !m_view)
        return;
    take(m_options.device, m_view->devices(), m_device);
    take(m_options.batch, m_view->batches(), m_batch);
    take(m_options.dtype, m_view->dataTypes(), m_dataType);
    take(m_options.model, m_view->models(), m_model);
    take(m_options.engine, enginesOf(*m_view), m_engine);
    m_store.change([this](Settings& settings) {
        settings.metric = static_cast<Metric>(std::max(0, m_metric->currentIndex()));
        settings.isPerImage = m_per->currentIndex() == 1;
    });
    redraw();
}

void ChartPanel::redraw()
{
    if (!m_view)
        return;
    m_chart->setPalette(m_store.settings().palette, m_store.settings().hasHatch);
    m_chart->setChart(buildChart(kind(), *m_view, options()));
}

void ChartPanel::onLanguageChanged()
{
    fillSelectors();
    redraw();
}

} // namespace inferometer::ui
