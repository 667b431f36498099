// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/columns_dialog.h"

#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

using core::CsvMapping;

ColumnsDialog::ColumnsDialog(const QString& file, const std::vector<std::string>& columns, QWidget* parent)
    : QDialog(parent)
    , m_columns(columns)
    , m_unit(new QComboBox)
    , m_problem(makeLabel("muted"))
{
    setWindowTitle(Tr::tr("Columns of %1").arg(file));
    auto* layout = new QVBoxLayout(this);
    auto* explanation = makeLabel();
    explanation->setText(Tr::tr(
        "Another program wrote this table. Choose the column of each; the times of a line are either one "
        "column, or two: without and with compiling."));
    layout->addWidget(explanation);
    auto* form = new QFormLayout;
    const auto suggested = core::suggestedMapping(columns);
    add(*form, Tr::tr("&Model"), &CsvMapping::model, suggested);
    add(*form, Tr::tr("&Time"), &CsvMapping::time, suggested);
    add(*form, Tr::tr("Time &without compiling"), &CsvMapping::noCompile, suggested);
    add(*form, Tr::tr("Time &compiled"), &CsvMapping::compiled, suggested);
    m_unit->addItem(Tr::tr("seconds"), static_cast<int>(core::TimeUnit::Seconds));
    m_unit->addItem(Tr::tr("milliseconds"), static_cast<int>(core::TimeUnit::Milliseconds));
    m_unit->addItem(Tr::tr("microseconds"), static_cast<int>(core::TimeUnit::Microseconds));
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(suggested.unit)));
    form->addRow(Tr::tr("&Unit of the times"), m_unit);
    add(*form, Tr::tr("&Batch size"), &CsvMapping::batch, suggested);
    add(*form, Tr::tr("&Device"), &CsvMapping::device, suggested);
    add(*form, Tr::tr("Data t&ype"), &CsvMapping::dtype, suggested);
    add(*form, Tr::tr("&Engine"), &CsvMapping::engine, suggested);
    add(*form, Tr::tr("Compile m&ode"), &CsvMapping::mode, suggested);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    check();
}

void ColumnsDialog::add(
    QFormLayout& form, const QString& label, std::string CsvMapping::*column, const CsvMapping& suggested)
{
    auto* box = new QComboBox;
    box->addItem(Tr::tr("no column"));
    for (const auto& each : m_columns)
        box->addItem(QString::fromStdString(each));
    const auto found = std::find(m_columns.begin(), m_columns.end(), suggested.*column);
    box->setCurrentIndex(found == m_columns.end() ? 0 : static_cast<int>(found - m_columns.begin()) + 1);
    box->setMinimumWidth(unit(this, 14));
    form.addRow(label, box);
    connect(box, &QComboBox::activated, this, &ColumnsDialog::check);
    m_choices.push_back({box, column});
}

CsvMapping ColumnsDialog::mapping() const
{
    CsvMapping mapping;
    for (const auto& choice : m_choices) {
        if (const int index = choice.box->currentIndex(); index > 0)
            mapping.*choice.column = m_columns[static_cast<std::size_t>(index - 1)];
    }
    mapping.unit = static_cast<core::TimeUnit>(m_unit->currentData().toInt());
    return mapping;
}

void ColumnsDialog::check()
{
    const auto chosen = mapping();
    const bool hasTwoTimes = !chosen.noCompile.empty() && !chosen.compiled.empty();
    const bool isEnough = !chosen.model.empty() && (!chosen.time.empty() || hasTwoTimes);
    m_problem->setText(isEnough ? QString() : Tr::tr("The model and a time are needed."));
    m_ok->setEnabled(isEnough);
}

} // namespace inferometer::ui
