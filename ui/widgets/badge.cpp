// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/looks.h"

namespace inferometer::ui {

Badge::Badge(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    setRelativeFont(this, 0.92);
}

void Badge::show(const QString& text, Tone tone)
{
    constexpr const char* roles[] = {"badge", "badge-good", "badge-doubtful", "badge-bad"};
    setText(text);
    setRole(this, roles[static_cast<int>(tone)]);
    setVisible(!text.isEmpty());
}

} // namespace inferometer::ui
