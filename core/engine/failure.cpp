// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/failure.h"

#include "core/protocol/failure_text.h"

namespace inferometer::engine {

using core::ErrorCode;
using core::Outcome;
namespace reasons = core::reasons;

Failure failure(Outcome outcome, const reasons::Reason& reason, std::vector<std::string> arguments,
    std::string_view detail)
{
    return Failure{outcome, {std::string(reason.code), std::move(arguments)}, core::firstLine(detail)};
}

Failure failureOf(const core::Error& error, Outcome otherwise, const reasons::Reason& reason,
    std::vector<std::string> arguments)
{
    if (const auto known = core::knownFailure(error.detail))
        return failure(known->outcome, known->reason,
            known->reason.arguments > 0 ? std::vector<std::string>{"cuda"} : std::vector<std::string>(),
            error.detail);
    if (error.code == ErrorCode::OutOfMemory) {
        const auto isCuda = error.detail.find("CU") != std::string::npos;
        return failure(
            Outcome::OutOfMemory, isCuda ? reasons::deviceMemory : reasons::hostMemory, {}, error.detail);
    }
    return failure(otherwise, reason, std::move(arguments), error.detail);
}

} // namespace inferometer::engine
