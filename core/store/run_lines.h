// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record.h"

#include <string>
#include <string_view>

/// The lines of a run file: one JSON object each, whose key `type` says what it is and whose last key `check`
/// is the start of the SHA-256 of the rest, so that a damaged line is found whatever was damaged in it.
namespace inferometer::core {

/// The schema's major version: files of a higher one are refused. Keys may be added without a new one.
constexpr int schemaMajor = 1;
constexpr int schemaMinor = 1; ///< 1: devices of targets
constexpr std::string_view runFileSuffix = ".inferometer.jsonl";

/// Written before a child is started: a resumed run that finds attempts without a record does not try for
/// ever.
struct Attempt {
    std::string visit;
    int number = 1; ///< within the session
    int session = 0;
    std::vector<Variant> variants;
};

std::string headerLine(const RunRecord& run);
std::string sessionLine(int session, const Environment& environment);
std::string attemptLine(const Attempt& attempt);
std::string recordLine(const VisitRecord& record);
/// A label or note given after the run; the last one counts.
std::string labelLine(const std::string& label, const std::string& note);
std::string closedLine(Ending ending);
/// A whole run as the text of its file, for a copy of what is in memory, which does not know when sessions
/// began and ended.
std::string runText(const RunRecord& run);

/// A line of any type, with its check; `content` is a JSON object.
std::string sealedLine(std::string_view type, std::string_view content);
/// The line of a record that was measured elsewhere, with what names it here; all else stays as it was
/// written.
std::string adoptedLine(std::string_view line, const VisitRecord& named);

/// Whether a line's check is right.
bool isIntact(std::string_view line);
/// A line without its check, as JSON for exports.
std::string withoutCheck(std::string_view line);

} // namespace inferometer::core
