// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/doctor.h"

namespace inferometer::cli {

/// Whether the window can show Japanese: a font file of a known Japanese family in one of the usual folders.
core::Check checkFonts();

} // namespace inferometer::cli
