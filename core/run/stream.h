// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/doctor.h"
#include "core/run/machine.h"
#include "core/store/failure_logs.h"
#include "core/store/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What goes between a run and the installation elsewhere that measures a part of it: there, the plan as one
/// line on standard input; back, on standard output, the lines of a run file with some more among them. Every
/// line carries its check, as in a run file: what else a remote shell writes there is told apart by that.
namespace inferometer::core {

constexpr int streamVersion = 1;

/// Opens a stream before anything else is done there.
struct StreamHello {
    int stream = streamVersion;
    int schemaMajor = 0;
    int schemaMinor = 0;
    std::string version; ///< of Inferometer
    std::string torch; ///< empty where Python was never asked
    int cores = 0;
    std::vector<DeviceFacts> devices;
};

/// What this program says of itself.
StreamHello ownHello(const RunServices& services);
/// Why a run here and an installation that says this cannot work together, in one sentence; nothing where
/// they can.
std::optional<std::string> mismatchOf(const StreamHello& hello);

/// Where the run there stands; see Progress.
struct StreamProgress {
    std::string visit;
    std::string step;
    std::optional<Variant> variant;
    std::optional<double> share;
};

struct StreamSession {
    Environment environment;
};

struct StreamClosed {
    Ending ending = Ending::Interrupted;
};

using StreamMessage = std::variant<StreamHello, StreamProgress, StreamSession, StreamClosed, VisitRecord,
    FailureLog, Note, Check>;

std::string encode(const StreamHello& hello);
std::string encode(const StreamProgress& progress);
/// Of a long one, what is kept of it.
std::string encode(const FailureLog& log);
std::string encode(const Note& note);
std::string encode(const Check& check);

/// Nothing for whatever is no whole line of a stream: banners, garbage, damaged lines, types unknown here. A
/// text in front of a line, such as a prompt, is left out.
std::optional<StreamMessage> decodeStreamLine(std::string_view line);

/// A plan on its way to where it is measured: the header of a run file, with the paths of the user's own
/// files, which run files do not hold.
std::string planLine(const RunRecord& run);

} // namespace inferometer::core
