// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inferometer::core {

/// Twelve letters and digits that nobody can predict.
std::string randomName();

} // namespace inferometer::core
