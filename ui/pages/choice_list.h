// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QStringList>

#include <functional>
#include <vector>

class QAbstractButton;
class QLabel;
class QVBoxLayout;

namespace inferometer::ui {

/// One choice: the word that files know it by, its name, a sentence on what it does.
struct Choice {
    QString word;
    std::function<QString()> name;
    std::function<QString()> sentence; ///< may be empty
};

/// Choices one below the other, each with its sentence; several can be chosen, or exactly one.
class ChoiceList : public Page {
    Q_OBJECT

public:
    enum class Kind { Several, One };
    enum class Shape { Lines, Row }; ///< a row has no sentences

    ChoiceList(Kind kind, std::vector<Choice> choices, Shape shape = Shape::Lines, QWidget* parent = nullptr);

    void setChosen(const QStringList& words);
    QStringList chosen() const;
    /// With those that are unavailable at present.
    QStringList checked() const;
    /// A reason disables a choice and stands below it instead of its sentence; an empty one enables it.
    void setUnavailable(const QString& word, const QString& reason);
    /// A choice that is always on.
    void setFixed(const QString& word);

signals:
    void changed();

private:
    struct Item {
        Choice choice;
        QAbstractButton* button = nullptr;
        QLabel* sentence = nullptr;
        QString reason;
        bool isFixed = false;
    };

    void onLanguageChanged() override;
    void show(Item& item);
    Item* find(const QString& word);

    std::vector<Item> m_items;
};

} // namespace inferometer::ui
