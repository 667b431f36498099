// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"

#include <functional>

class QMenu;

namespace inferometer::ui {

/// Adds an entry for each device of each published table. `chosen` belongs to whoever owns the menu.
void addPublishedTables(
    QMenu& menu, const Backend& backend, const std::function<void(const core::StudyTable&)>& chosen);

} // namespace inferometer::ui
