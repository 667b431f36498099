// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plan/workload.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// The whole of what an exporter or a compiler said of a failure. It names folders of this machine, so it
/// stays here: in files beside the run file, whose row has the first line.
namespace inferometer::core {

/// Keeps a log of a visit, or of one variant of it; an empty one is none.
Result<void> keepFailureLog(const std::filesystem::path& runFile, std::string_view visit,
    const std::optional<Variant>& variant, std::string_view log);

/// The log of a row: the variant's own, else its visit's; nothing where none was kept.
std::optional<std::filesystem::path> findFailureLog(
    const std::filesystem::path& runFile, std::string_view visit, const Variant& variant);

} // namespace inferometer::core
