// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"

#include "core/store/flat_rows.h"

#include <algorithm>

namespace inferometer::cli {

ExitCode exitCodeOf(const core::Error& error)
{
    using core::ErrorCode;
    switch (error.code) {
    case ErrorCode::UsageInvalid:
    case ErrorCode::ModelNotFound:
    case ErrorCode::DeviceNotFound:
    case ErrorCode::FileNotFound:
        return ExitCode::Usage;
    case ErrorCode::EnvironmentMissing:
        return ExitCode::Prerequisite;
    case ErrorCode::Cancelled:
        return ExitCode::Interrupted;
    case ErrorCode::FileInvalid:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::StorageFailed:
    case ErrorCode::Locked:
    case ErrorCode::ProtocolError:
    case ErrorCode::ProcessFailed:
    case ErrorCode::OutOfMemory:
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

ExitCode exitCodeOf(const core::RunRecord& run)
{
    const auto rows = core::flatRows(run);
    const bool isComplete = std::all_of(rows.begin(), rows.end(), [](const core::FlatRow& row) {
        const auto outcome = core::outcomeOf(row);
        return outcome == core::Outcome::Measured || outcome == core::Outcome::Unsupported;
    });
    return isComplete ? ExitCode::Done : ExitCode::Incomplete;
}

} // namespace inferometer::cli
