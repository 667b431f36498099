// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/record.h"

namespace inferometer::cli {

/// What a script learns from the program's end.
enum class ExitCode {
    Done = 0, ///< of a run: everything is measured, or known to be unsupported
    Failed = 1, ///< nothing usable came of it
    Usage = 2,
    Incomplete = 3, ///< some rows are not measured, or some lines of a file not readable
    Regression = 4, ///< of a comparison: something became slower than was allowed
    Prerequisite = 5, ///< the Python environment, the runner or a program is missing
    Interrupted = 130, ///< Ctrl-C; finished visits are saved
};

ExitCode exitCodeOf(const core::Error& error);
/// Of a run with this content, however it ended.
ExitCode exitCodeOf(const core::RunRecord& run);

} // namespace inferometer::cli
