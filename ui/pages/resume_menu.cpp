// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resume_menu.h"

#include "ui/text/tr.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>

namespace inferometer::ui {

ResumeMenu::ResumeMenu(Backend& backend, Background& background, QWidget* parent)
    : QMenu(parent)
    , m_backend(backend)
    , m_background(background)
{
    auto* planned = addPlace({});
    addSeparator();
    auto* local = addPlace("local");
    m_texts.bind([this, planned, local] {
        setAccessibleName(Tr::tr("Where the run goes on"));
        planned->setText(Tr::tr("Where it was planned"));
        local->setText(Tr::tr("This machine"));
    });
}

void ResumeMenu::openFrom(QAction* action)
{
    connect(action, &QAction::triggered, this, &ResumeMenu::resumeWithoutChoice);
    addOpener([action](QMenu* menu) { action->setMenu(menu); });
}

void ResumeMenu::openFrom(QPushButton* button)
{
    connect(button, &QPushButton::clicked, this, &ResumeMenu::resumeWithoutChoice);
    addOpener([button](QMenu* menu) { button->setMenu(menu); });
}

void ResumeMenu::addOpener(std::function<void(QMenu*)> setMenu)
{
    setMenu(hasChoice() ? this : nullptr);
    m_openers.push_back(std::move(setMenu));
}

/// A button with a menu is clicked all the same, by its mnemonic for one.
void ResumeMenu::resumeWithoutChoice()
{
    if (!hasChoice())
        emit chosen({});
}

void ResumeMenu::askTargets()
{
    m_background.ask(
        this, [&backend = m_backend] { return backend.targets(); },
        [this](const core::Result<std::vector<core::Target>>& targets) {
            std::vector<std::string> names; // the page of targets says what is wrong with them
            for (const auto& target : targets ? *targets : std::vector<core::Target>())
                names.push_back(target.name);
            if (names != m_names)
                setTargets(names);
        });
}

void ResumeMenu::setTargets(const std::vector<std::string>& names)
{
    qDeleteAll(m_targets);
    m_targets.clear();
    for (const auto& name : names) {
        m_targets << addPlace(name);
        m_targets.back()->setText(QString::fromStdString(name));
    }
    m_names = names;
    for (const auto& setMenu : m_openers)
        setMenu(hasChoice() ? this : nullptr);
}

QAction* ResumeMenu::addPlace(const std::string& elsewhere)
{
    auto* action = addAction(QString());
    connect(action, &QAction::triggered, this, [this, elsewhere] { emit chosen(elsewhere); });
    return action;
}

void ResumeMenu::changeEvent(QEvent* event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_texts.apply();
}

} // namespace inferometer::ui
