// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace inferometer::cli {

/// One JSON object from standard input. What follows it is left there: a run that is started from elsewhere
/// hears more.
core::Result<std::string> readStandardPlan();

} // namespace inferometer::cli
