// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/add_model_dialog.h"

#include "ui/run/backend.h"
#include "ui/run/background.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

constexpr int maxPixels = 4096;

} // namespace

AddModelDialog::AddModelDialog(Backend& backend, Background& background, const QString& word, QWidget* parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_background(background)
    , m_word(new QLineEdit(word))
    , m_label(new QLineEdit)
    , m_imageSize(new QSpinBox)
    , m_allow(new QCheckBox(Tr::tr("&Run the code in this file; I trust it")))
    , m_problem(makeLabel("error"))
    , m_add(nullptr)
{
    setWindowTitle(Tr::tr("Add model"));
    build();
    updateChoices();
    connect(m_word, &QLineEdit::textChanged, this, &AddModelDialog::updateChoices);
    connect(m_allow, &QCheckBox::toggled, this, &AddModelDialog::updateChoices);
}

void AddModelDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    auto* help = makeLabel("muted");
    help->setText(Tr::tr("timm:NAME, an id of the Hugging Face hub, a folder in the hub's layout, "
                         "FILE.py:FUNCTION, or an exported program (.pt2)."));
    layout->addWidget(help);
    auto* form = new QFormLayout;
    auto* row = new QHBoxLayout;
    auto* folder = new QPushButton(Tr::tr("F&older..."));
    auto* file = new QPushButton(Tr::tr("&File..."));
    row->addWidget(m_word, 1);
    row->addWidget(folder);
    row->addWidget(file);
    auto* title = new QLabel(Tr::tr("&Model"));
    title->setBuddy(m_word);
    form->addRow(title, row);
    form->addRow(Tr::tr("&Label"), m_label);
    form->addRow(Tr::tr("&Image size"), m_imageSize);
    layout->addLayout(form);
    layout->addWidget(m_allow);
    layout->addWidget(m_problem);
    m_word->setMinimumWidth(unit(this, 24));
    m_word->setAccessibleName(Tr::tr("Model"));
    m_label->setPlaceholderText(Tr::tr("as the model is called"));
    m_imageSize->setRange(0, maxPixels);
    m_imageSize->setSpecialValueText(Tr::tr("as the model was made for"));
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_add = buttons->addButton(Tr::tr("&Add"), QDialogButtonBox::AcceptRole);
    layout->addWidget(buttons);
    connect(folder, &QPushButton::clicked, this, [this] { choose(true); });
    connect(file, &QPushButton::clicked, this, [this] { choose(false); });
    connect(buttons, &QDialogButtonBox::accepted, this, &AddModelDialog::examine);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AddModelDialog::choose(bool isFolder)
{
    auto path = isFolder
        ? QFileDialog::getExistingDirectory(this, Tr::tr("Folder of a model"))
        : QFileDialog::getOpenFileName(this, Tr::tr("File of a model"), {}, Tr::tr("Models (*.pt2 *.py)"));
    if (path.isEmpty())
        return;
    if (path.endsWith(QLatin1String(".py")))
        path += QLatin1String(":build"); // the usual name, to be changed
    m_word->setText(path);
}

void AddModelDialog::updateChoices()
{
    const auto word = m_word->text().trimmed();
    const bool runsCode = word.contains(QLatin1String(".py:")) || word.endsWith(QLatin1String(".pt2"));
    m_allow->setVisible(runsCode);
    m_add->setEnabled(!word.isEmpty() && (!runsCode || m_allow->isChecked()));
}

/// Looking at a model reads all of it.
void AddModelDialog::examine()
{
    m_add->setEnabled(false);
    m_problem->hide();
    m_background.ask(
        this, [this, word = m_word->text().trimmed().toStdString()] { return m_backend.examineModel(word); },
        [this](core::Result<core::OwnModel> examined) { take(std::move(examined)); });
}

void AddModelDialog::take(core::Result<core::OwnModel> examined)
{
    if (!examined)
        return refuse(examined.error());
    m_model = *std::move(examined);
    if (const auto label = m_label->text().trimmed(); !label.isEmpty())
        m_model.label = label.toStdString();
    if (m_imageSize->value() > 0)
        m_model.imageSize = m_imageSize->value();
    if (core::runsCode(m_model.source.kind) && m_allow->isChecked())
        m_model.allowedSha256 = m_model.source.sha256;
    if (const auto added = m_backend.addModel(m_model); !added)
        return refuse(added.error());
    accept();
}

void AddModelDialog::refuse(const core::Error& error)
{
    m_problem->setText(QString::fromStdString(error.detail));
    m_problem->show();
    updateChoices();
}

} // namespace inferometer::ui
