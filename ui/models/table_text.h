// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/run_view.h"

#include <QLocale>

namespace inferometer::ui {

/// Rows as tab-separated text with a header, in the order given, under a caption line that names their
/// conditions: for the clipboard. Empty where not measured.
QString tabSeparated(const QLocale& locale, const RunView& view, const std::vector<int>& rows,
    const std::vector<int>& columns);

/// Rows as a Markdown table under a caption line that names their conditions.
QString markdownTable(const QLocale& locale, const RunView& view, const std::vector<int>& rows,
    const std::vector<int>& columns);

} // namespace inferometer::ui
