// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

/// Draws its icon in the muted colour of whatever theme is in force.
class IconLabel final : public QLabel {
public:
    IconLabel(const QString& name, int size)
        : m_icon(lineIcon(name))
    {
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setOpacity(0.55);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : Page(parent)
    , m_icon(new IconLabel(icon, 56))
    , m_title(makeHeading())
    , m_explanation(makeLabel("muted"))
    , m_buttons(new QHBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_explanation, 0);
    layout->addSpacing(12);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();
    m_buttons->addStretch();
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    m_explanation->setAlignment(Qt::AlignHCenter);
}

void EmptyState::setText(std::function<QString()> title, std::function<QString()> explanation)
{
    m_texts.bind([this, title = std::move(title), explanation = std::move(explanation)] {
        m_title->setText(title());
        m_explanation->setText(explanation());
        setAccessibleName(title());
    });
}

QPushButton* EmptyState::addButton(std::function<QString()> text, bool isPrimary)
{
    auto* button = isPrimary ? makePrimary() : new QPushButton;
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    m_texts.bind([button, text = std::move(text)] { button->setText(text()); });
    return button;
}

} // namespace inferometer::ui
