// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/options.h"

class QApplication;

namespace inferometer::gui {

void setMetadata();

/// Opens the window and stays until it is closed.
int openWindow(QApplication& application, const Options& options);

} // namespace inferometer::gui
