// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/chart_data.h"
#include "ui/charts/chart_export.h"
#include "ui/settings/theme.h"
#include "ui/text/language.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace inferometer::gui {

/// Pictures of a run without a window.
struct ExportOrder {
    QString run; ///< path, id, part of an id, "last"
    std::vector<ui::ChartKind> charts;
    QString folder;
    ui::PictureOptions picture;
    ui::LanguageChoice language = ui::LanguageChoice::English;
};

/// Reports of a run without a window.
struct ReportOrder {
    QString run; ///< path, id, part of an id, "last"
    QStringList files; ///< their suffixes say the form; empty: HTML in the current folder
    ui::LanguageChoice language = ui::LanguageChoice::English;
};

/// What the command line asks for.
struct Options {
    std::optional<ExportOrder> exportOrder;
    std::optional<ReportOrder> reportOrder;
    std::optional<ui::LanguageChoice> language; ///< of the window, for this start
    std::optional<ui::ThemeChoice> theme;
    QString file; ///< run to open
    bool showsHelp = false;
    bool showsVersion = false;
};

/// A wrong word is an error in one sentence.
core::Result<Options> parse(const QStringList& arguments);
QString helpText();

/// True when the words ask for something that needs no display: to be known before Qt connects to one.
bool isWithoutWindow(int argc, char* const argv[]);

} // namespace inferometer::gui
