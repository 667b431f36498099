// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/export_dialog.h"

#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

constexpr QSize slideSize(1920, 1080);
constexpr QSize documentSize(1200, 675);

QSpinBox* lengthBox()
{
    auto* box = new QSpinBox;
    box->setRange(320, 8000);
    box->setSingleStep(10);
    return box;
}

} // namespace

ExportDialog::ExportDialog(
    SettingsStore& store, Language& language, std::function<Chart()> makeChart, QWidget* parent)
    : QDialog(parent)
    , m_store(store)
    , m_language(language)
    , m_makeChart(std::move(makeChart))
    , m_format(new QComboBox)
    , m_size(new QComboBox)
    , m_width(lengthBox())
    , m_height(lengthBox())
    , m_scale(new QDoubleSpinBox)
    , m_theme(new QComboBox)
    , m_pictureLanguage(new QComboBox)
    , m_footer(new QCheckBox(Tr::tr("&Conditions below the chart")))
    , m_transparent(new QCheckBox(Tr::tr("T&ransparent background")))
    , m_preview(new QLabel)
{
    setWindowTitle(Tr::tr("Export chart"));
    build();
    readSettings();
    for (auto* combo : {m_format, m_theme, m_pictureLanguage})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::preview);
    connect(m_size, &QComboBox::activated, this, &ExportDialog::applySize);
    for (auto* spin : {m_width, m_height})
        connect(spin, &QSpinBox::valueChanged, this, &ExportDialog::preview);
    for (auto* box : {m_footer, m_transparent})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::preview);
    connect(this, &QDialog::accepted, this, &ExportDialog::storeSettings);
    preview();
}

void ExportDialog::build()
{
    auto* form = new QFormLayout;
    for (const auto& format : core::Words<PictureFormat>::all)
        m_format->addItem(suffixOf(format.value).toUpper());
    addSizes();
    m_scale->setRange(1, 4);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    m_theme->addItems({Tr::tr("As the window"), Tr::tr("Light", "theme"), Tr::tr("Dark", "theme")});
    m_pictureLanguage->addItem(Tr::tr("As the window"));
    for (const auto& language : spokenLanguages())
        m_pictureLanguage->addItem(QString::fromUtf8(language.name));
    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height);
    form->addRow(Tr::tr("&Format"), m_format);
    form->addRow(Tr::tr("&Size"), m_size);
    auto* pixels = new QLabel(Tr::tr("&Pixels"));
    pixels->setBuddy(m_width);
    form->addRow(pixels, size);
    form->addRow(Tr::tr("Sc&ale"), m_scale);
    form->addRow(Tr::tr("&Theme"), m_theme);
    form->addRow(Tr::tr("&Language"), m_pictureLanguage);
    form->addRow(m_footer);
    form->addRow(m_transparent);
    m_width->setAccessibleName(Tr::tr("Width"));
    m_height->setAccessibleName(Tr::tr("Height"));
    m_preview->setMinimumSize(unit(this, 30), unit(this, 17));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(Tr::tr("Preview"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(Tr::tr("&Export…"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* top = new QHBoxLayout;
    top->addLayout(form);
    top->addSpacing(12);
    top->addWidget(m_preview, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
}

void ExportDialog::addSizes()
{
    m_size->addItem(Tr::tr("Document, 1200 × 675"), documentSize);
    m_size->addItem(Tr::tr("Slide, 1920 × 1080"), slideSize);
    m_size->addItem(Tr::tr("Free"), QSize());
}

void ExportDialog::applySize()
{
    const QSize size = m_size->currentData().toSize();
    m_width->setEnabled(size.isEmpty());
    m_height->setEnabled(size.isEmpty());
    if (!size.isEmpty()) {
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    preview();
}

void ExportDialog::readSettings()
{
    const Settings& settings = m_store.settings();
    const QSize size(settings.pictureWidth, settings.pictureHeight);
    m_format->setCurrentIndex(static_cast<int>(settings.pictureFormat));
    m_size->setCurrentIndex(size == documentSize ? 0 : size == slideSize ? 1 : 2);
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_scale->setValue(settings.pictureScale);
    m_theme->setCurrentIndex(static_cast<int>(settings.pictureTheme));
    m_pictureLanguage->setCurrentIndex(static_cast<int>(settings.pictureLanguage));
    m_footer->setChecked(settings.pictureHasFooter);
    m_transparent->setChecked(settings.pictureIsTransparent);
    applySize();
}

void ExportDialog::storeSettings()
{
    m_store.change([this](Settings& settings) {
        settings.pictureFormat = static_cast<PictureFormat>(m_format->currentIndex());
        settings.pictureWidth = m_width->value();
        settings.pictureHeight = m_height->value();
        settings.pictureScale = m_scale->value();
        settings.pictureTheme = static_cast<ThemeChoice>(m_theme->currentIndex());
        settings.pictureLanguage = pictureLanguage();
        settings.pictureHasFooter = m_footer->isChecked();
        settings.pictureIsTransparent = m_transparent->isChecked();
    });
}

LanguageChoice ExportDialog::pictureLanguage() const
{
    return static_cast<LanguageChoice>(m_pictureLanguage->currentIndex());
}

PictureOptions ExportDialog::pictureOptions() const
{
    PictureOptions options;
    options.format = static_cast<PictureFormat>(m_format->currentIndex());
    options.size = QSize(m_width->value(), m_height->value());
    options.scale = m_scale->value();
    const auto theme = static_cast<ThemeChoice>(m_theme->currentIndex());
    options.isDark = theme == ThemeChoice::Dark || (theme == ThemeChoice::System && isDark(palette()));
    options.hasFooter = m_footer->isChecked();
    options.isTransparent = m_transparent->isChecked();
    options.palette = m_store.settings().palette;
    options.hasHatch = m_store.settings().hasHatch;
    return options;
}

void ExportDialog::preview()
{
    PictureOptions options = pictureOptions();
    m_scale->setEnabled(options.format == PictureFormat::Png);
    options.scale = 1;
    const ScopedLanguage scope(m_language, pictureLanguage());
    const QImage image = renderPicture(m_makeChart(), options);
    const double ratio = devicePixelRatioF();
    QPixmap pixmap = QPixmap::fromImage(
        image.scaled(m_preview->minimumSize() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

} // namespace inferometer::ui
