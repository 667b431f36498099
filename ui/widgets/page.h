// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/texts.h"

#include <QEvent>
#include <QWidget>

namespace inferometer::ui {

/// A widget whose texts follow the language.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange) {
            m_texts.apply();
            onLanguageChanged();
        }
    }
    /// For what is made of more than fixed texts.
    virtual void onLanguageChanged() { }

    Texts m_texts;
};

} // namespace inferometer::ui
