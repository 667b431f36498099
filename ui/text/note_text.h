// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace inferometer::ui {

/// The sentence of a reason or warning in the language of the window; empty for a note without a code. A code
/// that this version does not know is shown as it is, with its arguments.
QString noteText(const core::Note& note);
/// Every argument as it is: a path or another program's words, where a number is part of a name.
QString quotingText(const core::Note& note);
QStringList noteTexts(const std::vector<core::Note>& notes);

} // namespace inferometer::ui
