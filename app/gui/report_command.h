// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/options.h"

namespace inferometer::gui {

/// Writes the reports of a run and prints the paths of all files, one a line. The exit code: 0 written, 1
/// failed, 2 no such run or no such form.
int writeReports(const ReportOrder& order);

} // namespace inferometer::gui
