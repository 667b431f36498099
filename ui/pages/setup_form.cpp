// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/setup_form.h"

#include "core/plan/plan_numbers.h"
#include "ui/pages/batch_editor.h"
#include "ui/pages/choice_list.h"
#include "ui/pages/cuda_choices.h"
#include "ui/pages/image_box.h"
#include "ui/pages/setup_state.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inferometer::ui {

namespace {

template <typename Enum> QString wordOf(Enum value)
{
    const auto word = core::toWord(value);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

template <typename Enum>
std::vector<Choice> choicesOf(QString (*name)(Enum), QString (*sentence)(Enum) = nullptr)
{
    std::vector<Choice> choices;
    for (const auto& entry : core::Words<Enum>::all) {
        Choice choice{wordOf(entry.value), [name, value = entry.value] { return name(value); }, {}};
        if (sentence)
            choice.sentence = [sentence, value = entry.value] { return sentence(value); };
        choices.push_back(std::move(choice));
    }
    return choices;
}

template <typename Enum> QComboBox* comboOf(Texts& texts, QString (*name)(Enum))
{
    auto* combo = new QComboBox;
    for (const auto& entry : core::Words<Enum>::all)
        combo->addItem(QString(), wordOf(entry.value));
    texts.bind([combo, name] {
        int index = 0;
        for (const auto& entry : core::Words<Enum>::all)
            combo->setItemText(index++, name(entry.value));
    });
    return combo;
}

constexpr double notCooled_c = core::coolestGate_c - 1; // below what can be asked for: stands for not asking

void select(QComboBox* combo, const QString& word)
{
    combo->setCurrentIndex(std::max(0, combo->findData(word)));
}

} // namespace

SetupForm::SetupForm(SettingsStore& store, const QString& sampleImage, QWidget* parent)
    : Page(parent)
    , m_store(store)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 8, 0);
    m_layout->setSpacing(12);
    buildWhat();
    buildHow();
    buildLength();
    buildImage(sampleImage);
    m_layout->addStretch();
    refresh();
}

QVBoxLayout* SetupForm::addCard(std::function<QString()> title)
{
    auto* card = makeCard();
    auto* heading = makeHeading();
    m_texts.bind([heading, title = std::move(title)] { heading->setText(title()); });
    auto* layout = static_cast<QVBoxLayout*>(card->layout());
    layout->addWidget(heading);
    m_layout->addWidget(card);
    return layout;
}

void SetupForm::addRow(QFormLayout* form, std::function<QString()> text, QWidget* field)
{
    auto* label = new QLabel;
    label->setBuddy(field);
    form->addRow(label, field);
    m_texts.bind([label, field, text = std::move(text)] {
        label->setText(text());
        field->setAccessibleName(text().remove(QLatin1Char('&')));
    });
}

void SetupForm::buildWhat()
{
    auto* card = addCard([] { return Tr::tr("Device and input"); });
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->setVerticalSpacing(10);
    auto* devices = new QWidget;
    m_deviceLayout = new QVBoxLayout(devices);
    m_deviceLayout->setContentsMargins(0, 0, 0, 0);
    m_searching = makeLabel("muted");
    m_deviceLayout->addWidget(m_searching);
    m_searching->setText(Tr::tr("Looking for devices…"));
    addRow(
        form, [] { return Tr::tr("Device"); }, devices);
    m_batches = new BatchEditor;
    addRow(
        form, [] { return Tr::tr("Batch size"); }, m_batches);
    m_dataTypes = new ChoiceList(
        ChoiceList::Kind::Several, choicesOf<core::DataType>(dataTypeName), ChoiceList::Shape::Row);
    addRow(
        form, [] { return Tr::tr("Data type"); }, m_dataTypes);
    card->addLayout(form);
    connect(m_batches, &BatchEditor::changed, this, &SetupForm::store);
    connect(m_dataTypes, &ChoiceList::changed, this, &SetupForm::store);
}

void SetupForm::buildHow()
{
    auto* card = addCard([] { return Tr::tr("Engines"); });
    m_engines =
        new ChoiceList(ChoiceList::Kind::Several, choicesOf<core::Engine>(engineName, engineSentence));
    card->addWidget(m_engines);
    auto* modes = addCard([] { return Tr::tr("Compile modes"); });
    m_modes = new ChoiceList(ChoiceList::Kind::Several, choicesOf<core::CompileMode>(modeName, modeSentence));
    m_modes->setFixed(wordOf(core::CompileMode::None));
    modes->addWidget(m_modes);
    connect(m_engines, &ChoiceList::changed, this, &SetupForm::store);
    connect(m_modes, &ChoiceList::changed, this, &SetupForm::store);
}

void SetupForm::buildLength()
{
    auto* card = addCard([] { return Tr::tr("Length of measuring"); });
    m_presets = new ChoiceList(ChoiceList::Kind::One, choicesOf<core::Preset>(presetName, presetSentence));
    card->addWidget(m_presets);
    m_detailsButton = new QToolButton;
    m_detailsButton->setCheckable(true);
    m_detailsButton->setArrowType(Qt::RightArrow);
    m_detailsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_detailsButton->setAutoRaise(true);
    m_texts.bind([this] { m_detailsButton->setText(Tr::tr("Measurement detail&s")); });
    card->addWidget(m_detailsButton);
    buildDetails(card);
    connect(m_presets, &ChoiceList::changed, this, [this] {
        store();
        if (m_store.settings().preset == core::Preset::Custom)
            m_detailsButton->setChecked(true);
    });
    connect(m_detailsButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_details->setVisible(isOpen);
        m_detailsButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    });
}

void SetupForm::buildDetails(QVBoxLayout* card)
{
    m_details = new QWidget;
    auto* form = new QFormLayout(m_details);
    form->setContentsMargins(unit(this, 1.2), 0, 0, 0);
    m_runs = new QSpinBox;
    m_runs->setRange(3, 100000);
    addRow(
        form, [] { return Tr::tr("&Inferences per variant"); }, m_runs);
    m_maxTime = new QDoubleSpinBox;
    m_maxTime->setRange(1, 36000);
    m_maxTime->setDecimals(0);
    addRow(
        form, [] { return Tr::tr("&Time limit per variant"); }, m_maxTime);
    m_cooldown = new QDoubleSpinBox;
    m_cooldown->setRange(0, 600);
    m_cooldown->setDecimals(0);
    addRow(
        form, [] { return Tr::tr("Cooldown &between models"); }, m_cooldown);
    m_coolTo = new QDoubleSpinBox;
    m_coolTo->setRange(notCooled_c, core::warmestGate_c);
    m_coolTo->setDecimals(0);
    addRow(
        form, [] { return Tr::tr("Cool GPUs to"); }, m_coolTo);
    m_order = comboOf<core::Order>(m_texts, orderName);
    addRow(
        form, [] { return Tr::tr("&Order"); }, m_order);
    m_freeze = new QComboBox;
    for (const char* word : {"no", "yes", "both"})
        m_freeze->addItem(QString(), QString::fromLatin1(word));
    m_texts.bind([this] {
        m_freeze->setItemText(0, Tr::tr("not frozen", "weights"));
        m_freeze->setItemText(1, Tr::tr("frozen into the compiled code", "weights"));
        m_freeze->setItemText(2, Tr::tr("both, as variants", "weights"));
        for (auto* spin : {m_maxTime, m_cooldown})
            spin->setSuffix(Tr::tr(" s", "seconds, behind a number"));
        m_coolTo->setSuffix(QStringLiteral(" °C"));
        m_coolTo->setSpecialValueText(Tr::tr("not waited for", "a temperature"));
    });
    addRow(
        form, [] { return Tr::tr("&Weights (C++)"); }, m_freeze);
    m_memoryLayout = comboOf<core::Layout>(m_texts, layoutName);
    addRow(
        form, [] { return Tr::tr("Memory &layout"); }, m_memoryLayout);
    m_attention = comboOf<core::Attention>(m_texts, attentionName);
    addRow(
        form, [] { return Tr::tr("Attention"); }, m_attention);
    m_allocator = comboOf<core::Allocator>(m_texts, allocatorName);
    addRow(
        form, [] { return Tr::tr("Memory allocator"); }, m_allocator);
    buildCuda(form);
    card->addWidget(m_details);
    m_details->hide();
    for (auto* combo : {m_order, m_freeze, m_memoryLayout, m_attention, m_allocator})
        connect(combo, &QComboBox::currentIndexChanged, this, &SetupForm::store);
    for (auto* spin : {m_maxTime, m_cooldown, m_coolTo})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &SetupForm::store);
    connect(m_runs, &QSpinBox::valueChanged, this, &SetupForm::store);
}

void SetupForm::buildCuda(QFormLayout* form)
{
    m_cuda = makeCudaChoices();
    addRow(
        form, [] { return QStringLiteral("CUDA"); }, m_cuda);
    connect(m_cuda, &ChoiceList::changed, this, &SetupForm::store);
}

void SetupForm::buildImage(const QString& sampleImage)
{
    auto* card = addCard([] { return Tr::tr("Image and weights"); });
    m_image = new ImageBox(sampleImage);
    card->addWidget(m_image);
    m_download = new QCheckBox;
    card->addWidget(m_download);
    auto* hint = makeLabel("muted");
    hint->setContentsMargins(unit(this, 1.45), 0, 0, 0);
    card->addWidget(hint);
    m_texts.bind([this, hint] {
        m_download->setText(Tr::tr("Download missing &pretrained weights"));
        hint->setText(
            Tr::tr("Otherwise models without cached weights get seeded random ones: the same work, another "
                   "picture of the world. The result says which."));
    });
    connect(m_image, &ImageBox::changed, this, &SetupForm::store);
    connect(m_download, &QCheckBox::toggled, this, &SetupForm::store);
}

void SetupForm::setDevices(const std::vector<core::DeviceFacts>& devices)
{
    m_facts = devices;
    qDeleteAll(m_devices);
    m_devices.clear();
    qDeleteAll(m_headings);
    m_headings.clear();
    std::string target;
    for (const auto& facts : devices) {
        if (std::exchange(target, facts.device.target) != facts.device.target)
            addHeading(target);
        auto* box = new QCheckBox;
        box->setProperty("device", QString::fromStdString(core::toText(facts.device)));
        m_deviceLayout->insertWidget(m_deviceLayout->count() - 1, box);
        m_devices << box;
        connect(box, &QCheckBox::toggled, this, &SetupForm::store);
    }
    const bool hasGpu = std::any_of(devices.begin(), devices.end(),
        [](const core::DeviceFacts& facts) { return facts.device.kind == core::DeviceKind::Cuda; });
    m_searching->setVisible(!hasGpu);
    showDevices();
    refresh();
}

/// This machine's devices come first and need none.
void SetupForm::addHeading(const std::string& target)
{
    auto* heading = makeLabel("muted");
    heading->setText(QString::fromStdString(target));
    heading->setTextFormat(Qt::PlainText);
    m_deviceLayout->insertWidget(m_deviceLayout->count() - 1, heading);
    m_headings << heading;
}

void SetupForm::showDevices()
{
    m_searching->setText(m_facts.empty() ? Tr::tr("Looking for devices…") : noteText({"gpu-none", {}}));
    for (qsizetype i = 0; i < m_devices.size(); ++i)
        m_devices[i]->setText(deviceLine(m_facts[static_cast<std::size_t>(i)]));
}

void SetupForm::onLanguageChanged()
{
    showDevices();
    updateAvailability();
}

void SetupForm::refresh()
{
    m_isRefreshing = true;
    const Settings& settings = m_store.settings();
    const QStringList chosen = chosenDevices(settings, m_facts);
    for (auto* box : std::as_const(m_devices))
        box->setChecked(chosen.contains(box->property("device").toString()));
    m_batches->setBatches(settings.batches);
    m_dataTypes->setChosen(settings.dataTypes);
    m_engines->setChosen(settings.engines);
    m_modes->setChosen(settings.modes);
    m_presets->setChosen({wordOf(settings.preset)});
    m_download->setChecked(settings.allowsDownload);
    m_runs->setValue(settings.runs);
    m_maxTime->setValue(settings.maxTime_s);
    m_cooldown->setValue(settings.cooldown_s);
    m_coolTo->setValue(settings.coolTo_c > 0 ? settings.coolTo_c : notCooled_c);
    select(m_order, wordOf(settings.order));
    select(m_freeze, settings.freeze);
    select(m_memoryLayout, settings.layout);
    select(m_attention, settings.attention);
    select(m_allocator, settings.allocator);
    m_cuda->setChosen(settings.cudaChoices);
    m_image->setImage(settings.image);
    m_isRefreshing = false;
    updateAvailability();
}

void SetupForm::updateAvailability()
{
    Settings settings = m_store.settings();
    settings.devices = chosenDevices(settings, m_facts);
    for (const auto& mode : core::Words<core::CompileMode>::all)
        m_modes->setUnavailable(wordOf(mode.value), whyModeUnsupported(mode.value, settings));
    for (const auto& type : core::Words<core::DataType>::all)
        m_dataTypes->setUnavailable(
            wordOf(type.value), whyDataTypeUnsupported(type.value, settings, m_facts));
    m_engines->setUnavailable(wordOf(core::Engine::Python),
        settings.runsInProcess
            ? Tr::tr("Python needs a process of its own; runs are set to the window's process.")
            : QString());
    const bool hasCuda = hasGpu(settings);
    m_cuda->setEnabled(hasCuda);
    m_cuda->setToolTip(hasCuda ? QString() : Tr::tr("No CUDA device is chosen."));
    m_coolTo->setEnabled(hasCuda);
    showWhatDevicesLack(*m_cuda, settings, m_facts);
    const bool isCustom = settings.preset == core::Preset::Custom;
    m_runs->setEnabled(isCustom);
    m_maxTime->setEnabled(isCustom);
}

void SetupForm::store()
{
    if (m_isRefreshing)
        return;
    m_store.change([this](Settings& settings) {
        if (!m_devices.isEmpty()) {
            settings.devices.clear();
            for (const auto* box : std::as_const(m_devices)) {
                if (box->isChecked())
                    settings.devices << box->property("device").toString();
            }
        }
        settings.batches = m_batches->batches();
        settings.dataTypes = m_dataTypes->chosen();
        settings.engines = m_engines->chosen();
        settings.modes = m_modes->chosen();
        const auto preset = m_presets->chosen();
        if (!preset.isEmpty())
            settings.preset =
                core::fromWord<core::Preset>(preset.first().toStdString()).value_or(settings.preset);
        settings.allowsDownload = m_download->isChecked();
        settings.image = m_image->image();
        storeFromDetails(settings);
    });
    updateAvailability();
}

void SetupForm::storeFromDetails(Settings& settings) const
{
    settings.runs = m_runs->value();
    settings.maxTime_s = m_maxTime->value();
    settings.cooldown_s = m_cooldown->value();
    settings.coolTo_c = m_coolTo->value() > notCooled_c ? m_coolTo->value() : 0;
    settings.order =
        core::fromWord<core::Order>(m_order->currentData().toString().toStdString()).value_or(settings.order);
    settings.freeze = m_freeze->currentData().toString();
    settings.layout = m_memoryLayout->currentData().toString();
    settings.attention = m_attention->currentData().toString();
    settings.allocator = m_allocator->currentData().toString();
    settings.cudaChoices = m_cuda->checked(); // what these devices lack stays chosen for others
}

} // namespace inferometer::ui
