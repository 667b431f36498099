// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace inferometer::ui {

Banner::Banner(QWidget* parent)
    : Page(parent)
    , m_text(makeLabel())
    , m_action(new QPushButton)
    , m_close(new QToolButton)
{
    setRole(this, "banner");
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_close->setIcon(lineIcon(QStringLiteral("cross")));
    m_close->setAutoRaise(true);
    m_texts.bind([this] {
        m_close->setToolTip(Tr::tr("Close this message"));
        m_close->setAccessibleName(Tr::tr("Close this message"));
    });
    connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act)
            act();
    });
    hide();
}

void Banner::showMessage(
    std::function<QString()> text, std::function<QString()> action, std::function<void()> act)
{
    m_textNow = std::move(text);
    m_actionNow = std::move(action);
    m_act = std::move(act);
    onLanguageChanged();
    show();
}

void Banner::dismiss()
{
    hide();
}

void Banner::onLanguageChanged()
{
    if (m_textNow)
        m_text->setText(m_textNow());
    m_action->setVisible(static_cast<bool>(m_actionNow));
    if (m_actionNow)
        m_action->setText(m_actionNow());
    setAccessibleName(m_text->text());
}

} // namespace inferometer::ui
