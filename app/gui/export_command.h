// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/options.h"

namespace inferometer::gui {

/// Writes the pictures and prints their paths, one a line. The exit code: 0 written, 1 failed, 2 no such run.
int exportPictures(const ExportOrder& order);

} // namespace inferometer::gui
