// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/looks.h"

#include <QApplication>
#include <QHeaderView>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>
#include <QVariant>

namespace inferometer::ui {

namespace {

/// Keeps a label's font at a multiple of the program's when that changes.
class RelativeFont final : public QObject {
public:
    RelativeFont(QWidget* widget, double factor, bool isBold)
        : QObject(widget)
        , m_factor(factor)
        , m_isBold(isBold)
    {
        widget->installEventFilter(this);
        apply();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        // A style sheet that is polished into the widget takes its font back.
        if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::Polish
            || event->type() == QEvent::StyleChange || event->type() == QEvent::Show)
            apply();
        return false;
    }

private:
    void apply()
    {
        QFont font = QApplication::font();
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * m_factor);
        else
            font.setPixelSize(qRound(font.pixelSize() * m_factor));
        font.setWeight(m_isBold ? QFont::DemiBold : QFont::Normal);
        auto* widget = static_cast<QWidget*>(parent());
        if (widget->font() != font)
            widget->setFont(font);
    }

    double m_factor;
    bool m_isBold;
};

/// The rows of a table as high as its font wants them.
class RowsByFont final : public QObject {
public:
    RowsByFont(QTableView* table, int padding)
        : QObject(table)
        , m_table(table)
        , m_padding(padding)
    {
        table->installEventFilter(this);
        apply();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange)
            apply();
        return false;
    }

private:
    void apply()
    {
        const int line = QFontMetrics(QApplication::font(m_table)).height();
        m_table->verticalHeader()->setDefaultSectionSize(line + m_padding);
    }

    QTableView* m_table;
    int m_padding;
};

} // namespace

void setRole(QWidget* widget, const char* role)
{
    const QString word = QString::fromLatin1(role);
    if (widget->property("role").toString() == word)
        return;
    widget->setProperty("role", word);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setRelativeFont(QWidget* widget, double factor, bool isBold)
{
    new RelativeFont(widget, factor, isBold);
}

void setRowsByFont(QTableView* table, int padding)
{
    new RowsByFont(table, padding);
}

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    setRole(card, "card");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    return card;
}

QLabel* makeLabel(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        setRole(label, role);
    return label;
}

QLabel* makeHeading(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    setRelativeFont(label, 1.08, true);
    return label;
}

QPushButton* makePrimary(QWidget* parent)
{
    auto* button = new QPushButton(parent);
    setRole(button, "primary");
    return button;
}

int unit(const QWidget* widget, double factor)
{
    return qRound(widget->fontMetrics().height() * factor);
}

} // namespace inferometer::ui
