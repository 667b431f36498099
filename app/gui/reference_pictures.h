// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/options.h"

namespace inferometer::gui {

/// True for "reference" and "reference:SERIES": the guide's tables in place of a run.
bool isReference(const QString& name);

/// The guide's three kinds of figures of a series for its devices and batch sizes, as wide as asked for and
/// as high as their bars need. The exit code as for a run.
int exportReference(const ExportOrder& order);

} // namespace inferometer::gui
