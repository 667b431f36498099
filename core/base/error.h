// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inferometer::core {

/// What went wrong, as a closed list: programs map it to an exit code and a sentence, tests compare it.
enum class ErrorCode {
    UsageInvalid, ///< a name, number or combination that the user gave is not valid
    ModelNotFound,
    DeviceNotFound,
    FileNotFound,
    FileInvalid, ///< damaged, foreign or unreadable content
    SchemaTooNew,
    StorageFailed, ///< cannot write, no space
    Locked, ///< another process holds it
    EnvironmentMissing, ///< no Python environment, no runner, wrong torch
    ProtocolError,
    ProcessFailed, ///< a child could not be started or ended in an unexpected way
    OutOfMemory,
    Unsupported,
    Cancelled,
    Internal,
};

/// An expected failure. `detail` is one English sentence with what is wrong and what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

} // namespace inferometer::core
