// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/classify.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"
#include "core/protocol/failure_text.h"

#include <algorithm>
#include <array>
#include <csignal>

namespace inferometer::core {

namespace {

using Reason = std::vector<std::string>;

VisitFailure failure(const RunnerEnd& end, Outcome outcome, std::string_view code, Reason arguments = {})
{
    return {
        outcome, Note{std::string(code), std::move(arguments)}, oneLine(end.child.errorOutput), end.variant};
}

std::string phaseOf(const RunnerEnd& end)
{
    return std::string(toWord(end.phase));
}

VisitFailure byText(const RunnerEnd& end, const KnownFailure& known)
{
    return failure(
        end, known.outcome, known.reason.code, known.reason.arguments > 0 ? Reason{"cuda"} : Reason());
}

VisitFailure bySignal(const RunnerEnd& end, const std::optional<KnownFailure>& known)
{
    const int signal = end.child.signal;
    if (signal == SIGKILL && end.hasKernelKilled)
        return failure(end, Outcome::OutOfMemory, codes::killedForMemory, {phaseOf(end)});
    // An exception that nobody caught ends in an abort, and its text is on standard error.
    if (known && (signal == SIGABRT || (signal == SIGKILL && known->outcome == Outcome::OutOfMemory)))
        return byText(end, *known);
    if (signal == SIGKILL)
        return failure(end, Outcome::Crashed, codes::killedPerhapsForMemory, {phaseOf(end)});
    return failure(end, Outcome::Crashed, codes::endedBySignal, {signalName(signal), phaseOf(end)});
}

} // namespace

std::variant<VisitResult, VisitFailure> classify(const RunnerEnd& end)
{
    const auto text = knownFailure(end.child.errorOutput);
    if (end.isCancelled)
        return failure(end, Outcome::Cancelled, codes::cancelled);
    if (end.child.isStuck)
        return failure(end, Outcome::DeviceLost, codes::deviceStuck, {phaseOf(end)});
    if (end.deadline_s)
        return failure(
            end, Outcome::TimedOut, codes::deadlinePassed, {phaseOf(end), fixedText(*end.deadline_s, 0)});
    const bool wasEndedHere =
        end.protocolError && (end.child.signal == SIGTERM || end.child.signal == SIGKILL);
    if (end.child.signal != 0 && !wasEndedHere)
        return bySignal(end, text);
    if (end.failure)
        return *end.failure;
    if (end.protocolError) {
        auto broken = failure(end, Outcome::ProtocolError, codes::protocolBroken, {phaseOf(end)});
        broken.detail = oneLine(*end.protocolError);
        return broken;
    }
    if (end.child.exitCode != 0)
        return text ? byText(end, *text)
                    : failure(end, Outcome::Crashed, codes::endedWithCode,
                        {std::to_string(end.child.exitCode), phaseOf(end)});
    if (!end.result)
        return failure(end, Outcome::Crashed, codes::endedWithoutResult, {phaseOf(end)});
    return *end.result;
}

std::string signalName(int signal)
{
    constexpr std::array names{std::pair{SIGSEGV, "SIGSEGV"}, std::pair{SIGABRT, "SIGABRT"},
        std::pair{SIGILL, "SIGILL"}, std::pair{SIGBUS, "SIGBUS"}, std::pair{SIGFPE, "SIGFPE"},
        std::pair{SIGKILL, "SIGKILL"}, std::pair{SIGTERM, "SIGTERM"}, std::pair{SIGTRAP, "SIGTRAP"},
        std::pair{SIGSYS, "SIGSYS"}, std::pair{SIGXCPU, "SIGXCPU"}};
    for (const auto& [number, name] : names) {
        if (number == signal)
            return name;
    }
    return "signal " + std::to_string(signal);
}

} // namespace inferometer::core
