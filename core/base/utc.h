// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inferometer::core {

/// Now, as "2026-03-01T12:34:56Z".
std::string utcNow();
/// Now, as "20260301T123456Z", for file names.
std::string utcStamp();

} // namespace inferometer::core
