// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace inferometer::ui {

/// A line icon of the resources in the colour of the palette's text, in whatever theme it is drawn.
QIcon lineIcon(const QString& name);

/// As `lineIcon`, in the colour of text on the accent.
QIcon accentIcon(const QString& name);

} // namespace inferometer::ui
