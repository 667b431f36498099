// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/label_dialog.h"

#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace inferometer::ui {

LabelDialog::LabelDialog(const QString& label, const QString& note, QWidget* parent)
    : QDialog(parent)
    , m_label(new QLineEdit(label))
    , m_note(new QPlainTextEdit(note))
{
    setWindowTitle(Tr::tr("Label and note"));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->addRow(Tr::tr("&Label"), m_label);
    form->addRow(Tr::tr("&Note"), m_note);
    layout->addLayout(form);
    m_label->setAccessibleName(Tr::tr("Label of the run"));
    m_note->setAccessibleName(Tr::tr("Note on the run"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumSize(unit(this, 22), unit(this, 5));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

QString LabelDialog::label() const
{
    return m_label->text().trimmed();
}

QString LabelDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

} // namespace inferometer::ui
