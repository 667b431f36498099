// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>

namespace inferometer::text {

/// What an error's code says on its own, marked for translation.
const char* errorTemplate(core::ErrorCode code);

/// The error's own sentence, else that of its code.
std::string sentence(const core::Error& error);

} // namespace inferometer::text
