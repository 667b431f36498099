// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page.h"

#include <QStringList>

class QLineEdit;
class QToolButton;

namespace inferometer::ui {

class FlowLayout;

/// Batch sizes as buttons to press, the guide's three ones first, and a field for others.
class BatchEditor : public Page {
    Q_OBJECT

public:
    explicit BatchEditor(QWidget* parent = nullptr);

    void setBatches(const QStringList& batches);
    QStringList batches() const { return m_chosen; }

signals:
    void changed();

private:
    void onLanguageChanged() override;
    void rebuild();
    void addTyped();
    void toggle(const QString& batch, bool isOn);

    QStringList m_offered{QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("16")};
    QStringList m_chosen;
    FlowLayout* m_layout;
    QList<QToolButton*> m_buttons;
    QLineEdit* m_entry;
};

} // namespace inferometer::ui
