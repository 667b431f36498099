// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/outcome.h"
#include "core/protocol/reasons.h"

#include <optional>
#include <string>
#include <string_view>

namespace inferometer::core {

/// What the text of an exception or the end of a process's error output says about its failure:
/// out-of-memory, device-lost or unsupported (the device or its driver lacks something), where a type or an
/// exit code cannot tell. Nothing: the text is of no known kind.
struct KnownFailure {
    Outcome outcome = Outcome::Crashed;
    reasons::Reason reason; ///< its one argument, where it has one, is the device
};
std::optional<KnownFailure> knownFailure(std::string_view text);
std::optional<Outcome> outcomeOfText(std::string_view text);

/// The first line of a text that somebody else wrote, without control characters, at most 500 bytes, cut at a
/// whole character: fit for a record's `detail`.
std::string firstLine(std::string_view text);

} // namespace inferometer::core
