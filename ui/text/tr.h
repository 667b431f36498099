// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace inferometer::ui {

/// The one translation context of the window, its charts and the core's codes.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Inferometer)
};

} // namespace inferometer::ui
