// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"

#include <string>
#include <vector>

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

/// An expected failure. What a user can meet says why in `reasons`; what only a log or another program's
/// words can say has its English in `detail` alone.
struct Error {
    Error() = default;
    Error(ErrorCode kind, std::string sentence = {});
    Error(ErrorCode kind, Note reason);
    Error(ErrorCode kind, std::vector<Note> all);

    /// What there is to say of it: its reasons, else its detail as a quotation.
    std::vector<Note> said() const;
    /// The same failure with one thing more to say of it.
    Error followedBy(Note reason) const;

    ErrorCode code = ErrorCode::Internal;
    std::string detail; ///< for logs: one English sentence, or the arguments of the reasons
    std::vector<Note> reasons; ///< what is wrong and what to do, a sentence each; see text/error_text.h
};

} // namespace inferometer::core
