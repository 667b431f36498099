// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/run_reader.h"
#include "core/study/study_table.h"
#include "ui/text/language.h"

#include <QString>

#include <vector>

/// What the commands without a window share.
namespace inferometer::gui {

/// A run by path, id, part of an id or "last"; what could not be read of it is said.
core::Result<core::RunFile> readNamed(const QString& name);

/// The guide's tables, as they come with the program.
core::Result<std::vector<core::StudyTable>> publishedTables();

/// Puts a language in force and says where no font for it was found.
void speak(ui::Language& language, ui::LanguageChoice choice);

/// One sentence to standard error and the exit code: 2 for what the user gave, 1 for anything else.
int fail(const core::Error& error);

} // namespace inferometer::gui
