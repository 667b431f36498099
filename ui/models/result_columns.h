// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include <QLocale>
#include <QVariant>

#include <span>

namespace inferometer::ui {

/// One column of the result table: header, cell, sort value, alignment and text export come from here.
struct ResultColumn {
    const char* header; ///< marked, translated when shown
    const char* hint; ///< what the figure means, for the header's tooltip
    Qt::Alignment alignment;
    bool isVisibleAtFirst;
    QVariant (*value)(const RunView&, const ResultRow&); ///< invalid: not measured; sorts last
    QString (*text)(const QLocale&, const RunView&, const ResultRow&);
    bool isOfPinned = false; ///< shown while something is pinned
};

std::span<const ResultColumn> resultColumns();
QString headerOf(const ResultColumn& column);
QString hintOf(const ResultColumn& column);

} // namespace inferometer::ui
