// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/doctor.h"

class QGridLayout;

/// Findings of an examination as rows of a grid: state in words, topic, what was found and how to mend it.
namespace inferometer::ui {

void clearChecks(QGridLayout& grid);
void addCheck(QGridLayout& grid, int row, const core::Check& check);

} // namespace inferometer::ui
