// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

namespace inferometer::core {

/// How a planned row ended: the closed list of the product. Every planned row has one.
enum class Outcome {
    Measured,
    WrongOutput, ///< timed, but never an improvement
    OutOfMemory,
    Unsupported,
    Skipped, ///< a smaller batch ran out of memory
    PrepareFailed,
    ExportFailed,
    CompileFailed,
    LoadFailed,
    CaptureFailed,
    TimedOut,
    Crashed,
    DeviceLost,
    ConnectionLost,
    ProtocolError,
    Cancelled,
    NotRun,
};

template <> struct Words<Outcome> {
    static constexpr std::array all{
        Word<Outcome>{Outcome::Measured, "measured"},
        Word<Outcome>{Outcome::WrongOutput, "wrong-output"},
        Word<Outcome>{Outcome::OutOfMemory, "out-of-memory"},
        Word<Outcome>{Outcome::Unsupported, "unsupported"},
        Word<Outcome>{Outcome::Skipped, "skipped"},
        Word<Outcome>{Outcome::PrepareFailed, "prepare-failed"},
        Word<Outcome>{Outcome::ExportFailed, "export-failed"},
        Word<Outcome>{Outcome::CompileFailed, "compile-failed"},
        Word<Outcome>{Outcome::LoadFailed, "load-failed"},
        Word<Outcome>{Outcome::CaptureFailed, "capture-failed"},
        Word<Outcome>{Outcome::TimedOut, "timed-out"},
        Word<Outcome>{Outcome::Crashed, "crashed"},
        Word<Outcome>{Outcome::DeviceLost, "device-lost"},
        Word<Outcome>{Outcome::ConnectionLost, "connection-lost"},
        Word<Outcome>{Outcome::ProtocolError, "protocol-error"},
        Word<Outcome>{Outcome::Cancelled, "cancelled"},
        Word<Outcome>{Outcome::NotRun, "not-run"},
    };
};

/// Timed rows have samples: they were measured, whatever the check of their outputs said.
constexpr bool isTimed(Outcome outcome)
{
    return outcome == Outcome::Measured || outcome == Outcome::WrongOutput;
}

} // namespace inferometer::core
