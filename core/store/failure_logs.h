// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/workload.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// The whole of what an exporter or a compiler said of a failure. It names folders of the machine, so it is
/// for its user's eyes only: in files beside the run file, whose row has the first line.
namespace inferometer::core {

struct FailureLog {
    std::string visit;
    std::optional<Variant> variant; ///< nothing: of the whole visit
    std::string text; ///< empty: nothing was said
};

/// What is kept of a long one: its end, where the error stands.
std::string_view keptText(const FailureLog& log);

Result<void> keepFailureLog(const std::filesystem::path& runFile, const FailureLog& log);

/// The log of a row: the variant's own, else its visit's; nothing where none was kept.
std::optional<std::filesystem::path> findFailureLog(
    const std::filesystem::path& runFile, std::string_view visit, const Variant& variant);

} // namespace inferometer::core
