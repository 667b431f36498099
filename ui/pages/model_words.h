// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/own_model.h"

#include <QString>

class QMimeData;

/// From what a user chooses or drops to the word for a model (see core::ownModelFrom).
namespace inferometer::ui {

/// The path of a dropped folder, exported program or Python file; empty where nothing like it is there.
QString modelFileIn(const QMimeData* data);

/// The path itself; of a Python file with a function in it: the one called `build`, else the first.
QString modelWord(const QString& path);

/// The word that a model of the catalogue came from.
QString wordOf(const core::ModelSource& source);

/// Whether the worker would run code of the user's for this word.
bool wordRunsCode(const QString& word);

} // namespace inferometer::ui
