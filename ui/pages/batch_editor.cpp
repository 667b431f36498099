// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch_editor.h"

#include "ui/text/tr.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QIntValidator>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace inferometer::ui {

namespace {

constexpr int largestBatch = 4096;

void sortByNumber(QStringList& batches)
{
    std::sort(batches.begin(), batches.end(),
        [](const QString& left, const QString& right) { return left.toInt() < right.toInt(); });
}

} // namespace

BatchEditor::BatchEditor(QWidget* parent)
    : Page(parent)
    , m_layout(new FlowLayout(6, this))
    , m_entry(new QLineEdit)
{
    m_entry->setValidator(new QIntValidator(1, largestBatch, m_entry));
    m_entry->setMaximumWidth(unit(this, 5));
    m_layout->addWidget(m_entry);
    connect(m_entry, &QLineEdit::editingFinished, this, &BatchEditor::addTyped);
    m_texts.bind([this] {
        m_entry->setPlaceholderText(Tr::tr("other…", "batch size"));
        m_entry->setAccessibleName(Tr::tr("Another batch size"));
        m_entry->setToolTip(
            Tr::tr("Type a number from 1 to %1 and press Enter").arg(QLocale().toString(largestBatch)));
    });
    rebuild();
}

void BatchEditor::setBatches(const QStringList& batches)
{
    if (batches == m_chosen)
        return;
    m_chosen = batches;
    for (const auto& batch : batches) {
        if (!m_offered.contains(batch))
            m_offered << batch;
    }
    rebuild();
}

void BatchEditor::rebuild()
{
    sortByNumber(m_offered);
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_layout->removeWidget(m_entry);
    for (const auto& batch : std::as_const(m_offered)) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setText(batch);
        button->setChecked(m_chosen.contains(batch));
        setRole(button, "chip");
        connect(button, &QToolButton::toggled, this, [this, batch](bool isOn) { toggle(batch, isOn); });
        m_layout->addWidget(button);
        m_buttons << button;
    }
    m_layout->addWidget(m_entry);
    onLanguageChanged();
    updateGeometry();
}

void BatchEditor::onLanguageChanged()
{
    for (auto* button : std::as_const(m_buttons))
        button->setAccessibleName(Tr::tr("Batch size %1").arg(button->text()));
}

void BatchEditor::toggle(const QString& batch, bool isOn)
{
    m_chosen.removeAll(batch);
    if (isOn)
        m_chosen << batch;
    sortByNumber(m_chosen);
    emit changed();
}

void BatchEditor::addTyped()
{
    const int number = m_entry->text().toInt();
    m_entry->clear();
    if (number < 1 || number > largestBatch)
        return;
    const QString batch = QString::number(number);
    if (!m_offered.contains(batch))
        m_offered << batch;
    if (!m_chosen.contains(batch))
        m_chosen << batch;
    sortByNumber(m_chosen);
    rebuild();
    emit changed();
}

} // namespace inferometer::ui
