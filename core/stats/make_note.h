// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace inferometer::core {

/// A number as text that no locale changes, with at most `digits` significant digits: "0.9871", "1.2e-05".
std::string numberText(double value, int digits = 4);

/// A note whose arguments are all numbers.
Note makeNote(std::string_view code, std::initializer_list<double> args = {});

} // namespace inferometer::core
