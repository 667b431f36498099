// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inferometer::core {

/// Stored with every conclusion. Raised whenever the same samples could lead to another number, interval,
/// warning or verdict; conclusions of different versions are not compared without drawing them again.
inline constexpr int statisticsVersion = 2;

} // namespace inferometer::core
