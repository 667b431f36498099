// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/target_dialog.h"

#include "ui/text/error_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QVBoxLayout>

namespace inferometer::ui {

TargetDialog::TargetDialog(QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit)
    , m_launcher(new QLineEdit)
    , m_installation(new QLineEdit)
    , m_problem(makeLabel("muted"))
{
    setWindowTitle(Tr::tr("Add a target"));
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->addRow(Tr::tr("&Name"), m_name);
    form->addRow(Tr::tr("&Launcher"), m_launcher);
    form->addRow(Tr::tr("&Installation there"), m_installation);
    layout->addLayout(form);
    m_name->setPlaceholderText(QStringLiteral("gpubox"));
    m_launcher->setPlaceholderText(QStringLiteral("ssh gpubox"));
    m_launcher->setToolTip(
        Tr::tr("Words that start a program there; none for another installation on this machine."));
    m_installation->setPlaceholderText(QStringLiteral("/opt/inferometer"));
    m_launcher->setMinimumWidth(unit(this, 22));
    layout->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (auto* edit : {m_name, m_launcher, m_installation})
        connect(edit, &QLineEdit::textChanged, this, &TargetDialog::check);
    layout->addWidget(buttons);
    check();
}

core::Target TargetDialog::target() const
{
    core::Target target;
    target.name = m_name->text().trimmed().toStdString();
    for (const auto& word : QProcess::splitCommand(m_launcher->text()))
        target.launcher.push_back(word.toStdString());
    target.installation = m_installation->text().trimmed().toStdString();
    return target;
}

void TargetDialog::check()
{
    const auto checked = core::checkTarget(target());
    const bool isBegun = !m_name->text().isEmpty() && !m_installation->text().isEmpty();
    m_problem->setText(checked || !isBegun ? QString() : reasonText(checked.error()));
    m_ok->setEnabled(checked.isOk());
}

} // namespace inferometer::ui
