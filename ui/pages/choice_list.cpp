// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/choice_list.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/looks.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace inferometer::ui {

ChoiceList::ChoiceList(Kind kind, std::vector<Choice> choices, Shape shape, QWidget* parent)
    : Page(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    // In a row the sentences stand below all of the buttons.
    QLayout* buttons = layout;
    if (shape == Shape::Row) {
        auto* row = new QWidget;
        row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        buttons = new FlowLayout(14, row);
        buttons->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(row);
    }
    for (auto& choice : choices) {
        Item item{std::move(choice), nullptr, nullptr, {}, false};
        if (kind == Kind::One)
            item.button = new QRadioButton;
        else
            item.button = new QCheckBox;
        item.sentence = makeLabel("muted");
        item.sentence->setContentsMargins(shape == Shape::Row ? 0 : unit(this, 1.45), 0, 0, 4);
        buttons->addWidget(item.button);
        layout->addWidget(item.sentence);
        connect(item.button, &QAbstractButton::toggled, this, [this, kind](bool isOn) {
            if (isOn || kind == Kind::Several)
                emit changed();
        });
        m_items.push_back(std::move(item));
    }
    onLanguageChanged();
}

ChoiceList::Item* ChoiceList::find(const QString& word)
{
    for (auto& item : m_items) {
        if (item.choice.word == word)
            return &item;
    }
    return nullptr;
}

void ChoiceList::setChosen(const QStringList& words)
{
    const QSignalBlocker blocker(this);
    for (auto& item : m_items)
        item.button->setChecked(item.isFixed || words.contains(item.choice.word));
}

QStringList ChoiceList::chosen() const
{
    QStringList words;
    for (const auto& item : m_items) {
        if (item.button->isChecked() && !item.isFixed && item.reason.isEmpty())
            words << item.choice.word;
    }
    return words;
}

QStringList ChoiceList::checked() const
{
    QStringList words;
    for (const auto& item : m_items) {
        if (item.button->isChecked() && !item.isFixed)
            words << item.choice.word;
    }
    return words;
}

void ChoiceList::setUnavailable(const QString& word, const QString& reason)
{
    if (auto* item = find(word)) {
        item->reason = reason;
        show(*item);
    }
}

void ChoiceList::setFixed(const QString& word)
{
    if (auto* item = find(word)) {
        const QSignalBlocker blocker(this);
        item->isFixed = true;
        item->button->setChecked(true);
        show(*item);
    }
}

void ChoiceList::show(Item& item)
{
    item.button->setText(item.choice.name());
    item.button->setEnabled(item.reason.isEmpty() && !item.isFixed);
    const QString sentence = !item.reason.isEmpty() ? item.reason
        : item.choice.sentence                      ? item.choice.sentence()
                                                    : QString();
    item.sentence->setText(sentence);
    item.sentence->setVisible(!sentence.isEmpty());
    item.button->setAccessibleDescription(sentence);
}

void ChoiceList::onLanguageChanged()
{
    for (auto& item : m_items)
        show(item);
}

} // namespace inferometer::ui
