// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"

namespace inferometer::cli {

/// Reads the words of the command line and does what they say.
ExitCode runProgram(int argc, const char* const* argv);

} // namespace inferometer::cli
