// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/plan/workload.h"

#include <optional>

namespace inferometer::core {

/// Why a variant cannot be measured on a device at all; nothing where it can. Such a row is planned, and is
/// reported with this reason instead of being left out.
std::optional<Note> whyUnsupported(const Workload& workload, const Variant& variant);

} // namespace inferometer::core
