// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences_dialog.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace inferometer::ui {

PreferencesDialog::PreferencesDialog(SettingsStore& store, const Backend& backend, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_before(store.settings())
    , m_tabs(new QTabWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    m_texts.bind([this] {
        setWindowTitle(Tr::tr("Preferences"));
        m_tabs->setAccessibleName(Tr::tr("Preferences"));
    });
    buildGeneral();
    buildMeasurement(backend);
    buildPaths(backend);
    buildCharts();
    buildButtons();
    connect(&m_store, &SettingsStore::changed, this, &PreferencesDialog::refresh);
    refresh();
    setMinimumWidth(unit(this, 30));
}

QFormLayout* PreferencesDialog::addPage(Name title)
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    const int index = m_tabs->addTab(page, QString());
    m_texts.bind([this, index, title] { m_tabs->setTabText(index, title()); });
    return form;
}

void PreferencesDialog::addLabelled(QFormLayout* form, Name name, QWidget* field)
{
    auto* label = new QLabel;
    label->setBuddy(field);
    form->addRow(label, field);
    m_texts.bind([label, field, name] {
        label->setText(name());
        field->setAccessibleName(name().remove(QLatin1Char('&')));
    });
}

QCheckBox* PreferencesDialog::addFlag(QFormLayout* form, Name name, bool Settings::*member)
{
    auto* box = new QCheckBox;
    form->addRow(box);
    m_texts.bind([box, name] { box->setText(name()); });
    connect(box, &QCheckBox::toggled, this, [this, member](bool isOn) {
        if (!m_isRefreshing)
            m_store.change([&](Settings& settings) { settings.*member = isOn; });
    });
    m_refreshers.push_back([this, box, member] { box->setChecked(m_store.settings().*member); });
    return box;
}

template <typename Enum>
QComboBox* PreferencesDialog::addChoice(
    QFormLayout* form, Name name, Enum Settings::*member, std::vector<Name> names)
{
    auto* combo = new QComboBox;
    for (std::size_t i = 0; i < names.size(); ++i)
        combo->addItem(QString());
    m_texts.bind([combo, names] {
        for (std::size_t i = 0; i < names.size(); ++i)
            combo->setItemText(static_cast<int>(i), names[i]());
    });
    addLabelled(form, name, combo);
    connect(combo, &QComboBox::activated, this, [this, member](int index) {
        if (!m_isRefreshing)
            m_store.change([&](Settings& settings) { settings.*member = static_cast<Enum>(index); });
    });
    m_refreshers.push_back(
        [this, combo, member] { combo->setCurrentIndex(static_cast<int>(m_store.settings().*member)); });
    return combo;
}

void PreferencesDialog::buildGeneral()
{
    auto* form = addPage([] { return Tr::tr("General", "preferences"); });
    std::vector<Name> languages{[] { return Tr::tr("System default", "language"); }};
    for (const auto& language : spokenLanguages())
        languages.push_back([&language] { return QString::fromUtf8(language.name); });
    addChoice(
        form, [] { return Tr::tr("&Language"); }, &Settings::language, std::move(languages));
    addChoice(form, [] { return Tr::tr("&Theme"); }, &Settings::theme,
        {[] { return Tr::tr("As the system", "theme"); }, [] { return Tr::tr("Light", "theme"); },
            [] { return Tr::tr("Dark", "theme"); }});
    addChoice(form, [] { return Tr::tr("&Start with"); }, &Settings::startPage,
        {[] { return Tr::tr("Benchmark"); }, [] { return Tr::tr("Results"); },
            [] { return Tr::tr("History"); }, [] { return Tr::tr("The last page"); }});
    addFlag(
        form, [] { return Tr::tr("&Ask before a run of more than 30 s is cancelled"); },
        &Settings::asksBeforeCancel);
    addFlag(
        form, [] { return Tr::tr("&Notify at the end of a run"); }, &Settings::notifiesAtEnd);
    auto* note = makeLabel("muted");
    form->addRow(note);
    m_texts.bind([note] { note->setText(Tr::tr("Inferometer never looks for updates by itself.")); });
}

void PreferencesDialog::buildMeasurement(const Backend& backend)
{
    auto* form = addPage([] { return Tr::tr("Measurement", "preferences"); });
    auto* inProcess = addFlag(
        form, [] { return Tr::tr("Run inside the window's &process"); }, &Settings::runsInProcess);
    auto* note = makeLabel("muted");
    form->addRow(note);
    const bool hasEngine = backend.hasInProcessEngine();
    inProcess->setEnabled(hasEngine);
    m_texts.bind([inProcess, note, hasEngine] {
        note->setText(hasEngine
                ? Tr::tr(
                    "Without it every model is measured in a process of its own, which is the better choice: "
                    "a crash costs one model, memory is limited, Python can be measured too. Rows measured "
                    "inside the window are marked and never pooled with others.")
                : Tr::tr("The engine's library was not found; runs use processes."));
        inProcess->setAccessibleDescription(note->text());
    });
    addFlag(
        form, [] { return Tr::tr("Try &larger batches of what ran out of memory"); }, &Settings::triesLarger);
    auto* cooldown = new QDoubleSpinBox;
    cooldown->setRange(0, 600);
    cooldown->setDecimals(0);
    m_texts.bind([cooldown] { cooldown->setSuffix(Tr::tr(" s", "seconds, behind a number")); });
    addLabelled(
        form, [] { return Tr::tr("&Cooldown between models"); }, cooldown);
    connect(cooldown, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_isRefreshing)
            m_store.change([&](Settings& settings) { settings.cooldown_s = value; });
    });
    m_refreshers.push_back([this, cooldown] { cooldown->setValue(m_store.settings().cooldown_s); });
}

void PreferencesDialog::addPath(QFormLayout* form, Name name, const QString& path)
{
    auto* label = makeLabel();
    label->setText(path);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addLabelled(form, name, label);
}

void PreferencesDialog::buildPaths(const Backend& backend)
{
    auto* form = addPage([] { return Tr::tr("Paths", "preferences"); });
    auto* python = new QLineEdit;
    addLabelled(
        form, [] { return Tr::tr("&Python of the Python engine"); }, python);
    m_texts.bind([python] { python->setPlaceholderText(Tr::tr("the project's own environment")); });
    connect(python, &QLineEdit::editingFinished, this, [this, python] {
        m_store.change([&](Settings& settings) { settings.peerPython = python->text().trimmed(); });
    });
    m_refreshers.push_back([this, python] { python->setText(m_store.settings().peerPython); });
    addPath(
        form, [] { return Tr::tr("Runs"); }, QString::fromStdString(backend.historyFolder().string()));
    addPath(
        form, [] { return Tr::tr("Hugging Face cache"); },
        QString::fromStdString(backend.hubFolder().string()));
    addPath(
        form, [] { return Tr::tr("Settings"); }, m_store.path());
    auto* limit = new QSpinBox;
    limit->setRange(1, 10000);
    m_texts.bind([limit] { limit->setSuffix(Tr::tr(" GiB", "behind a number")); });
    addLabelled(
        form, [] { return Tr::tr("Compile cache at &most"); }, limit);
    connect(limit, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_isRefreshing)
            m_store.change([&](Settings& settings) { settings.cacheLimit_GiB = value; });
    });
    m_refreshers.push_back([this, limit] { limit->setValue(m_store.settings().cacheLimit_GiB); });
    m_cacheSize = makeLabel("muted");
    form->addRow(m_cacheSize);
    m_texts.bind([this] { showCacheSize(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* clear = new QPushButton;
    auto* open = new QPushButton;
    row->addWidget(clear);
    row->addWidget(open);
    row->addStretch();
    form->addRow(row);
    m_texts.bind([clear, open] {
        clear->setText(Tr::tr("Clear compile &cache…"));
        open->setText(Tr::tr("&Open settings file"));
    });
    connect(clear, &QPushButton::clicked, this, &PreferencesDialog::clearCacheRequested);
    connect(open, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_store.path())); });
}

void PreferencesDialog::setCacheSize(double bytes)
{
    m_cache_bytes = bytes;
    showCacheSize();
}

void PreferencesDialog::showCacheSize()
{
    m_cacheSize->setText(m_cache_bytes ? Tr::tr("Now %1; what was not used for longest goes first.")
                                             .arg(bytes(QLocale(), *m_cache_bytes))
                                       : QString());
}

void PreferencesDialog::buildCharts()
{
    auto* form = addPage([] { return Tr::tr("Charts", "preferences"); });
    addChoice(form, [] { return Tr::tr("&Colours"); }, &Settings::palette,
        {[] { return Tr::tr("Okabe and Ito"); }, [] { return Tr::tr("High contrast"); },
            [] { return Tr::tr("Greys for print"); }});
    addChoice(form, [] { return Tr::tr("&Error bars"); }, &Settings::errorBars,
        {[] { return errorBarsName(ErrorBars::None); },
            [] { return errorBarsName(ErrorBars::StandardDeviation); },
            [] { return errorBarsName(ErrorBars::Quartiles); },
            [] { return errorBarsName(ErrorBars::Range); }});
    addFlag(
        form, [] { return Tr::tr("&Hatch compiled bars"); }, &Settings::hasHatch);
    addFlag(
        form, [] { return Tr::tr("&Value labels"); }, &Settings::hasValueLabels);
    addFlag(
        form, [] { return Tr::tr("&Legend"); }, &Settings::hasLegend);
    addFlag(
        form, [] { return Tr::tr("L&ogarithmic axis"); }, &Settings::isLogarithmic);
}

void PreferencesDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(
        QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Cancel | QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, &m_store,
        &SettingsStore::reset);
    layout()->addWidget(buttons);
}

void PreferencesDialog::reject()
{
    m_store.change([this](Settings& settings) { settings = m_before; });
    QDialog::reject();
}

void PreferencesDialog::refresh()
{
    m_isRefreshing = true;
    for (const auto& refresh : m_refreshers)
        refresh();
    m_isRefreshing = false;
}

void PreferencesDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_texts.apply();
}

} // namespace inferometer::ui
